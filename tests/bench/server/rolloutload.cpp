// The engine with a follow rule on everything, while hundreds of applications are released at once: every one must get
// a watch's verdict, and the right one.
#include "core/engine/facade/localengine.h"
#include "core/io/signin/systembrowser.h"
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

constexpr double kMostMemory = 230.0; // MB at any time
constexpr int kReleasing = 3;         // instances

class RolloutLoad final : public QObject
{
public:
    RolloutLoad(int rollouts, int failing, int seconds, QStringList urls)
        : m_rollouts(rollouts * kReleasing)
        , m_failing(failing * kReleasing)
        , m_urls(std::move(urls))
    {
        EngineSetup setup;
        setup.instancesFile = m_folder.filePath(u"instances.json"_s);
        setup.storeFile = m_folder.filePath(u"store.db"_s);
        setup.makeKeychain = [] { return std::make_unique<test::FakeKeychain>(); };
        setup.makeBrowser = [] { return std::make_unique<NoBrowser>(); };
        m_engine = std::make_unique<LocalEngine>(setup, m_clock);
        connect(m_engine.get(), &Engine::started, this, &RolloutLoad::begin);
        connect(m_engine.get(), &Engine::deploymentChanged, this, &RolloutLoad::take);
        QTimer::singleShot(std::chrono::seconds(seconds), this, &RolloutLoad::finish);
        m_time.start();
        m_engine->start();
    }

private:
    void begin()
    {
        FollowRule rule;
        rule.name = u"everything"_s;
        rule.filter = u"namespace:argocd"_s;
        std::ignore = m_engine->saveRule(rule, this).then(this, [this](const Result<void> &saved) {
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
            std::ignore = m_engine->saveInstance(instance, this).then(this, [](const Result<QString> &id) {
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
            if (known.proof != Deployment::Proof::Watched && unwatched < 5) // what they are, to begin with
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
        std::printf("all judged after %lld s; %.0f s of processor, at most %.1f MB\n",
                    static_cast<long long>(m_judgedAfter.value_or(-1)), processorSeconds(), peak);
        const bool isRight = deployed == m_rollouts - m_failing && failed == m_failing && wrong == 0 && unwatched == 0
            && peak <= kMostMemory;
        if (!isRight)
            std::printf("OVER BUDGET: %s\n", peak > kMostMemory ? "memory" : "verdicts");
        std::fflush(stdout);
        m_engine.reset();
        QCoreApplication::exit(isRight ? 0 : 1);
    }

    int m_rollouts;
    int m_failing;
    QStringList m_urls;
    SystemClock m_clock;
    QTemporaryDir m_folder;
    std::unique_ptr<LocalEngine> m_engine;
    QElapsedTimer m_time;
    std::map<QString, Deployment> m_known;
    std::optional<qint64> m_judgedAfter; ///< s
};

} // namespace

} // namespace lynceus

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const auto words = QCoreApplication::arguments();
    if (words.size() < 5) {
        std::fprintf(stderr, "usage: rolloutload ROLLOUTS FAILING SECONDS URL...\n");
        return 2;
    }
    const lynceus::RolloutLoad load(words[1].toInt(), words[2].toInt(), words[3].toInt(), words.mid(4));
    return QCoreApplication::exec();
}
