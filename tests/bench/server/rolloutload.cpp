// The engine, alone or with the complete window, with a follow rule for all applications, while hundreds of
// applications are released at once. Each release must get the right verdict from a watch.
#include "app/gui/startup/startwindow.h"
#include "core/engine/facade/localengine.h"
#include "core/io/signin/systembrowser.h"
#include "tests/bench/server/eventloopmonitor.h"
#include "tests/bench/server/processfigures.h"
#include "tests/support/fakekeychain.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QTemporaryDir>
#include <QTimer>

#include <cstdio>
#include <map>

namespace lynceus {

namespace {

using namespace Qt::StringLiterals;

constexpr double kMostMemory = 230.0; // MB, at any time
constexpr double kMostBusy = 50.0;    // ms of the window's thread at a time
constexpr int kReleasing = 3;         // instances

class RolloutLoad final : public QObject
{
public:
    /// @p engine must not be started yet and must outlive this object.
    RolloutLoad(int rollouts, int failing, int seconds, QStringList urls, Engine &engine)
        : m_rollouts(rollouts * kReleasing)
        , m_failing(failing * kReleasing)
        , m_urls(std::move(urls))
        , m_engine(engine)
    {
        connect(&m_engine, &Engine::started, this, &RolloutLoad::begin);
        connect(&m_engine, &Engine::deploymentChanged, this, &RolloutLoad::take);
        QTimer::singleShot(std::chrono::seconds(seconds), this, &RolloutLoad::finish);
        m_time.start();
    }

    [[nodiscard]] bool isRight() const { return m_isRight; }

private:
    void begin()
    {
        FollowRule rule;
        rule.name = u"everything"_s;
        rule.filter = u"namespace:argocd"_s;
        // By then the window is open, and no rollout has started.
        QTimer::singleShot(std::chrono::seconds(5), &m_eventLoop, [this] { m_eventLoop.start(); });
        std::ignore = m_engine.saveRule(rule, this).then(this, [this](const Result<void> &saved) {
            if (!saved)
                qFatal("%s", qPrintable(saved.error().message));
            addInstances();
        });
    }

    void addInstances()
    {
        for (qsizetype number = 0; number < m_urls.size(); ++number) {
            Instance instance;
            instance.name = u"i%1"_s.arg(number);
            instance.baseUrl = QUrl(m_urls[number]);
            instance.colour = u"#3366cc"_s;
            instance.signIn = SignInMethod::Anonymous;
            std::ignore = m_engine.saveInstance(instance, this).then(this, [](const Result<QString> &id) {
                if (!id)
                    qFatal("%s", qPrintable(id.error().message));
            });
        }
    }

    void take(const Deployment &deployment)
    {
        m_known.insert_or_assign(deploymentId(deployment), deployment);
        int judged = 0;
        for (const auto &[id, known] : m_known)
            judged += known.isOver() && known.proof == Deployment::Proof::Watched ? 1 : 0;
        if (judged == m_rollouts && !m_judgedAfter)
            m_judgedAfter = m_time.elapsed() / 1'000;
    }

    void finish()
    {
        int deployed = 0;
        int failed = 0;
        int wrong = 0;
        int unwatched = 0;
        for (const auto &[id, known] : m_known) {
            const bool fails = known.application.name.startsWith("fails-"_L1);
            if (known.proof != Deployment::Proof::Watched && unwatched < 5) // prints a few examples
                std::printf("not judged: %s %s %s\n", qPrintable(id), qPrintable(nameOf(known.outcome)),
                            qPrintable(nameOf(known.kind)));
            unwatched += known.proof == Deployment::Proof::Watched ? 0 : 1;
            deployed += known.outcome == Deployment::Outcome::Deployed && !fails ? 1 : 0;
            failed += known.outcome == Deployment::Outcome::Failed && fails ? 1 : 0;
            const auto right = fails ? Deployment::Outcome::Failed : Deployment::Outcome::Deployed;
            wrong += known.outcome == right ? 0 : 1;
        }
        const auto peak = memory("VmHWM:");
        std::printf("%zu deployments found, of %d: %d deployed, %d failed, %d wrong or open, %d without a verdict\n",
                    m_known.size(), m_rollouts, deployed, failed, wrong, unwatched);
        std::printf(
            "all judged after %lld s; %.0f s of processor, at most %.1f MB; this thread busy for at most %.1f ms\n",
            static_cast<long long>(m_judgedAfter.value_or(-1)), processorSeconds(), peak, m_eventLoop.longest());
        m_isRight = deployed == m_rollouts - m_failing && failed == m_failing && wrong == 0 && unwatched == 0;
        if (!m_isRight)
            std::printf("OVER BUDGET: verdicts\n");
        for (const auto &[what, measured, budget] :
             {std::tuple{"memory", peak, kMostMemory}, std::tuple{"busy", m_eventLoop.longest(), kMostBusy}}) {
            if (measured <= budget)
                continue;
            std::printf("OVER BUDGET: %s %.1f > %.1f\n", what, measured, budget);
            m_isRight = false;
        }
        std::fflush(stdout);
        QCoreApplication::quit();
    }

    int m_rollouts;
    int m_failing;
    QStringList m_urls;
    Engine &m_engine;
    EventLoopMonitor m_eventLoop;
    QElapsedTimer m_time;
    bool m_isRight = false;
    std::map<QString, Deployment> m_known;
    std::optional<qint64> m_judgedAfter; ///< s
};

} // namespace

} // namespace lynceus

int main(int argc, char **argv)
{
    using namespace lynceus;
    if (argc < 6) {
        std::fprintf(stderr, "usage: rolloutload engine|window ROLLOUTS FAILING SECONDS URL...\n");
        return 2;
    }
    QStringList urls;
    for (int each = 5; each < argc; ++each)
        urls.push_back(QString::fromLocal8Bit(argv[each]));
    const auto load = [&](Engine &engine) {
        return std::make_unique<RolloutLoad>(atoi(argv[2]), atoi(argv[3]), atoi(argv[4]), urls, engine);
    };
    std::unique_ptr<RolloutLoad> rollouts;
    if (qstrcmp(argv[1], "window") == 0) {
        int usual = 1; // hides the arguments from the window
        const int code =
            startWindow(usual, argv, WindowKind::Usual, [&](const Clock &clock) -> std::unique_ptr<Engine> {
                auto engine = std::make_unique<LocalEngine>(EngineSetup::usual(), clock);
                rollouts = load(*engine);
                return engine;
            });
        return code != 0 || !rollouts->isRight() ? 1 : 0;
    }
    const QCoreApplication application(argc, argv);
    const SystemClock clock;
    const QTemporaryDir folder;
    EngineSetup setup;
    setup.instancesFile = folder.filePath(QStringLiteral("instances.json"));
    setup.storeFile = folder.filePath(QStringLiteral("store.db"));
    setup.makeKeychain = [] { return std::make_unique<test::FakeKeychain>(); };
    setup.makeBrowser = [] { return std::make_unique<NoBrowser>(); };
    LocalEngine engine(setup, clock);
    rollouts = load(engine);
    engine.start();
    QCoreApplication::exec();
    return rollouts->isRight() ? 0 : 1;
}
