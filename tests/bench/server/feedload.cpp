// The engine with a loadserver. Measures lost events, how long the engine's thread is busy, the memory, the delay of
// changes and the idle load afterwards. Prints the figures and fails if one exceeds its budget.
#include "core/engine/facade/localengine.h"
#include "core/io/signin/systembrowser.h"
#include "tests/bench/server/processfigures.h"
#include "tests/support/fakekeychain.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QTemporaryDir>
#include <QThread>
#include <QTimer>

#include <atomic>
#include <cstdio>

namespace lynceus {

namespace {

using namespace Qt::StringLiterals;

constexpr int kQuiet = 3'000;         // ms without a change, after which the load has ended
constexpr int kRest = 20'000;         // ms of idle time that are measured then
constexpr double kMostBusy = 50.0;    // ms of the engine's thread for one event
constexpr double kMostMemory = 200.0; // MB
constexpr double kMostIdle = 0.5;     // % of a core
constexpr qint64 kMostLate = 250;     // ms from a change's bytes to its subscriber, at the 99th percentile

/// Measures how long each event keeps the engine's thread busy.
class MeasuredApplication final : public QCoreApplication
{
public:
    using QCoreApplication::QCoreApplication;

    bool notify(QObject *receiver, QEvent *event) override
    {
        auto *thread = QThread::currentThread();
        if (thread == this->thread() || thread->objectName() != "engine"_L1)
            return QCoreApplication::notify(receiver, event);
        const bool outermost = !m_inside;
        m_inside = true;
        const auto before = threadTime();
        const bool done = QCoreApplication::notify(receiver, event);
        if (outermost) {
            m_inside = false;
            keepLongest(m_longestEvent, threadTime() - before);
        }
        return done;
    }

    [[nodiscard]] double longestEvent() const { return static_cast<double>(m_longestEvent) / 1e6; }

private:
    static void keepLongest(std::atomic<qint64> &longest, qint64 time)
    {
        if (time > longest)
            longest = time;
    }

    bool m_inside = false;                  ///< only used in the engine's thread
    std::atomic<qint64> m_longestEvent = 0; ///< ns
};

class FeedLoad final : public QObject
{
public:
    FeedLoad(MeasuredApplication &application, const QString &server, int instances, int applications)
        : m_application(application)
        , m_server(server)
        , m_instances(instances)
        , m_wanted(instances * applications)
    {
        EngineSetup setup;
        setup.instancesFile = m_folder.filePath(u"instances.json"_s);
        setup.makeKeychain = [] { return std::make_unique<test::FakeKeychain>(); };
        setup.makeBrowser = [] { return std::make_unique<NoBrowser>(); };
        m_engine = std::make_unique<LocalEngine>(setup, m_clock);
        m_quiet.setSingleShot(true);
        m_quiet.setInterval(kQuiet);
        connect(&m_quiet, &QTimer::timeout, this, &FeedLoad::check);
        connect(m_engine.get(), &Engine::applicationsChanged, this, &FeedLoad::take);
        connect(m_engine.get(), &Engine::started, this, &FeedLoad::addInstances);
        m_time.start();
        m_engine->start();
    }

private:
    void addInstances()
    {
        for (int number = 0; number < m_instances; ++number) {
            Instance instance;
            instance.name = u"i%1"_s.arg(number);
            instance.baseUrl = QUrl(m_server + u"/i%1"_s.arg(number));
            instance.colour = u"#3366cc"_s;
            instance.signIn = SignInMethod::Anonymous;
            std::ignore = m_engine->saveInstance(instance, this).then(this, [this, number](const Result<QString> &id) {
                if (!id)
                    qFatal("%s", qPrintable(id.error().message));
                m_paths.insert(*id, number);
            });
        }
    }

    void take(const ChangeSet &changes)
    {
        const auto now = m_clock.now().time_since_epoch().count();
        for (const auto &entry : changes.inserted)
            m_known.insert(entry.key, entry.application);
        for (const auto &change : changes.changed) {
            m_known.insert(change.entry.key, change.entry.application);
            m_late.push_back(now - sentAt(*change.entry.application));
        }
        if (m_known.size() < m_wanted)
            return;
        if (m_listedAfter == 0) {
            m_listedAfter = m_time.elapsed();
            std::printf("%d applications of %d instances listed after %lld ms\n", m_wanted, m_instances,
                        static_cast<long long>(m_listedAfter));
            std::printf("  longest event %.1f ms, memory %.1f MB, at most %.1f MB\n", m_application.longestEvent(),
                        memory("VmRSS:"), memory("VmHWM:"));
            std::fflush(stdout);
        }
        if (!changes.changed.empty())
            m_quiet.start();
    }

    static qint64 sentAt(const Application &application)
    {
        const auto label = application.labels.find(u"sent"_s);
        return label == application.labels.end() ? 0 : label->second.toLongLong();
    }

    /// Checks the budgets and compares all applications with a new list.
    void check()
    {
        std::printf("%zu changes heard\n  longest event %.1f ms\n", m_late.size(), m_application.longestEvent());
        m_failed |= over("busy", m_application.longestEvent(), kMostBusy);
        m_failed |= over("memory", memory("VmHWM:"), kMostMemory);
        std::ranges::sort(m_late);
        const auto late = [this](double share) {
            return m_late[static_cast<std::size_t>(static_cast<double>(m_late.size() - 1) * share)];
        };
        std::printf("  late: median %lld ms, 99 %% %lld ms, at most %lld ms\n", static_cast<long long>(late(0.5)),
                    static_cast<long long>(late(0.99)), static_cast<long long>(late(1.0)));
        m_failed |= over("late", static_cast<double>(late(0.99)), static_cast<double>(kMostLate));
        m_restedFrom = processorSeconds();
        QTimer::singleShot(kRest, this, &FeedLoad::checkRest);
    }

    void checkRest()
    {
        const double share = (processorSeconds() - m_restedFrom) / (kRest / 1'000.0) * 100.0;
        std::printf("idle: %.2f %% of a core, memory %.1f MB, at most %.1f MB\n", share, memory("VmRSS:"),
                    memory("VmHWM:"));
        m_failed |= over("idle", share, kMostIdle);
        for (auto path = m_paths.cbegin(); path != m_paths.cend(); ++path)
            compare(path.key(), *path);
    }

    void compare(const QString &id, int number)
    {
        InstanceAccess access;
        access.baseUrl = QUrl(m_server + u"/i%1"_s.arg(number));
        auto *client = new ArgoCdClient(id, access, m_clock, this);
        std::ignore =
            client->list({u"v3.6.0"_s, 3, 6}, ApplicationDetail::Summary, {}, this)
                .then(this, [this, id](const Result<Answer<std::shared_ptr<DecodedApplicationList>>> &read) {
                    if (!read)
                        qFatal("%s", qPrintable(read.error().message));
                    for (const auto &application : read->value->applications) {
                        const auto known = m_known.value({id, application.nameSpace, application.name});
                        if (!known || known->health != application.health || known->labels != application.labels)
                            ++m_lost;
                    }
                    if (++m_compared == m_instances)
                        finish();
                });
    }

    void finish()
    {
        std::printf("lost: %d of %d applications are not as the list has them\n", m_lost, m_wanted);
        m_failed |= m_lost > 0;
        m_engine.reset();
        QCoreApplication::exit(m_failed ? 1 : 0);
    }

    static bool over(const char *what, double measured, double budget)
    {
        if (measured <= budget)
            return false;
        std::printf("OVER BUDGET: %s %.1f > %.1f\n", what, measured, budget);
        return true;
    }

    MeasuredApplication &m_application;
    QString m_server;
    int m_instances;
    int m_wanted;
    SystemClock m_clock;
    QTemporaryDir m_folder;
    std::unique_ptr<LocalEngine> m_engine;
    QHash<QString, int> m_paths;
    QHash<ApplicationKey, std::shared_ptr<const Application>> m_known;
    std::vector<qint64> m_late; // ms
    QElapsedTimer m_time;
    QTimer m_quiet;
    qint64 m_listedAfter = 0;
    double m_restedFrom = 0;
    int m_lost = 0;
    int m_compared = 0;
    bool m_failed = false;
};

} // namespace

} // namespace lynceus

int main(int argc, char **argv)
{
    lynceus::MeasuredApplication application(argc, argv);
    const auto words = lynceus::MeasuredApplication::arguments();
    if (words.size() != 4) {
        std::fprintf(stderr, "usage: feedload SERVER INSTANCES APPLICATIONS\n");
        return 2;
    }
    const lynceus::FeedLoad load(application, words[1], words[2].toInt(), words[3].toInt());
    return lynceus::MeasuredApplication::exec();
}
