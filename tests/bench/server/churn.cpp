// A day's changes in minutes: the engine follows ten instances through a gateway that cuts connections and refuses
// requests, and forty hostile servers. Its memory must not grow: compares the last tenth of the time with the tenth
// after the first fifth.
#include "core/engine/facade/localengine.h"
#include "core/io/signin/systembrowser.h"
#include "tests/bench/server/processfigures.h"
#include "tests/support/fakekeychain.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QTemporaryDir>
#include <QTimer>

#include <algorithm>
#include <cstdio>
#include <vector>

namespace lynceus {

namespace {

using namespace Qt::StringLiterals;

constexpr int kGood = 10;
constexpr int kSample = 500;          // ms between two samples of the memory
constexpr double kMostGrowth = 1.05;  // of the median
constexpr double kMostMemory = 200.0; // MB, at any time

class Churn final : public QObject
{
public:
    Churn(const QString &gateway, const QStringList &broken, int seconds)
        : m_seconds(seconds)
    {
        for (int number = 0; number < kGood; ++number)
            m_urls.push_back(QUrl(gateway + u"/i%1"_s.arg(number)));
        for (const auto &url : broken)
            m_urls.push_back(QUrl(url));
        EngineSetup setup;
        setup.instancesFile = m_folder.filePath(u"instances.json"_s);
        setup.makeKeychain = [] { return std::make_unique<test::FakeKeychain>(); };
        setup.makeBrowser = [] { return std::make_unique<NoBrowser>(); };
        m_engine = std::make_unique<LocalEngine>(setup, m_clock);
        connect(m_engine.get(), &Engine::started, this, &Churn::addInstances);
        connect(m_engine.get(), &Engine::applicationsChanged, this, [this](const ChangeSet &changes) {
            m_changes += changes.inserted.size() + changes.changed.size() + changes.removed.size();
        });
        connect(&m_sampler, &QTimer::timeout, this, &Churn::sample);
        m_time.start();
        m_engine->start();
        m_sampler.start(kSample);
    }

private:
    void addInstances()
    {
        for (std::size_t number = 0; number < m_urls.size(); ++number) {
            Instance instance;
            instance.name = u"i%1"_s.arg(number);
            instance.baseUrl = m_urls[number];
            instance.colour = u"#3366cc"_s;
            instance.signIn = SignInMethod::Anonymous;
            std::ignore = m_engine->saveInstance(instance, this).then(this, [](const Result<QString> &id) {
                if (!id)
                    qFatal("%s", qPrintable(id.error().message));
            });
        }
    }

    void sample()
    {
        m_memory.push_back(memory("VmRSS:"));
        if (m_time.elapsed() >= m_seconds * 1'000LL)
            finish();
    }

    /// Median of the samples between two fractions of the time.
    [[nodiscard]] double median(double from, double to) const
    {
        const auto count = static_cast<double>(m_memory.size());
        std::vector<double> part(m_memory.begin() + static_cast<std::ptrdiff_t>(count * from),
                                 m_memory.begin() + static_cast<std::ptrdiff_t>(count * to));
        std::ranges::nth_element(part, part.begin() + static_cast<std::ptrdiff_t>(part.size() / 2));
        return part[part.size() / 2];
    }

    void finish()
    {
        m_sampler.stop();
        const auto early = median(0.2, 0.3);
        const auto late = median(0.9, 1.0);
        const auto peak = memory("VmHWM:");
        std::printf("%d s, %zu instances, %zu changes of applications, %.0f s of processor\n", m_seconds, m_urls.size(),
                    m_changes, processorSeconds());
        std::printf("memory: %.1f MB after a fifth of the time, %.1f MB at the end (%+.1f %%), at most %.1f MB\n",
                    early, late, (late / early - 1.0) * 100.0, peak);
        const bool grows = late > early * kMostGrowth;
        const bool isLarge = peak > kMostMemory;
        if (grows || isLarge)
            std::printf("OVER BUDGET: %s\n", grows ? "memory grows" : "memory");
        if (m_changes == 0)
            std::printf("NOTHING CHANGED: the good instances were not followed\n");
        std::fflush(stdout);
        m_engine.reset();
        QCoreApplication::exit(grows || isLarge || m_changes == 0 ? 1 : 0);
    }

    int m_seconds;
    std::vector<QUrl> m_urls;
    SystemClock m_clock;
    QTemporaryDir m_folder;
    std::unique_ptr<LocalEngine> m_engine;
    QTimer m_sampler;
    QElapsedTimer m_time;
    std::vector<double> m_memory; // MB, one sample every kSample
    std::size_t m_changes = 0;
};

} // namespace

} // namespace lynceus

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const auto words = QCoreApplication::arguments();
    if (words.size() < 4) {
        std::fprintf(stderr, "usage: churn SECONDS GATEWAY_URL BROKEN_URL...\n");
        return 2;
    }
    const lynceus::Churn churn(words[2], words.mid(3), words[1].toInt());
    return QCoreApplication::exec();
}
