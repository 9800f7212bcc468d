#include "tests/cli/engineprocessfixture.h"
#include "tests/support/fakenotificationservice.h"
#include "tests/support/privatebus.h"
#include "tests/support/servicesocket.h"
#include "tests/support/waiting.h"

#include <QDeadlineTimer>

#include <csignal>
#include <random>

namespace lynceus {

using namespace Qt::StringLiterals;
using test::EngineProcessFixture;

namespace {

const auto kShopWeb = u"staging:argocd/shop-web=ghcr.io/acme/shop-web:1.5.0"_s;

class Daemon : public EngineProcessFixture
{
protected:
    /// Registers a watch and returns its ID.
    [[nodiscard]] QString add(const QString &application = kShopWeb)
    {
        const auto added = run({u"watch"_s, u"add"_s, u"--app"_s, application, u"--timeout"_s, u"1h"_s});
        EXPECT_EQ(added.exitCode, 0) << added.error.toStdString();
        m_standardError = added.error;
        return QString::fromLatin1(added.output).trimmed();
    }

    QByteArray m_standardError; ///< standard error
};

} // namespace

TEST_F(Daemon, IsStartedByTheFirstWatchAndReachesItsVerdict)
{
    serve(u"deploy-ok"_s, 3.0);
    const auto id = add();
    EXPECT_EQ(id.size(), 5);
    EXPECT_TRUE(m_standardError.contains("the background service was started")) << m_standardError.toStdString();
    EXPECT_EQ(owner(), u"daemon"_s);
    ASSERT_TRUE(waitForOutcome(id, Outcome::Deployed));
    const auto record = stored(id);
    EXPECT_EQ(record.request.who, u"ada"_s);
    EXPECT_EQ(record.request.project, u"shop"_s);
    EXPECT_EQ(record.request.application.instance, u"id-staging"_s);
    EXPECT_EQ(owner(), u"daemon"_s) << "the background service stays because its notification has buttons";
}

TEST_F(Daemon, ExitsCleanlyOnSigtermAndRunsOnce)
{
    serve(u"deploy-ok"_s, 1.0);
    auto first = startDaemon();
    const auto second = run({u"daemon"_s});
    EXPECT_EQ(second.exitCode, 0);
    EXPECT_TRUE(second.error.contains("an engine is already running (process "
                                      + QByteArray::number(first->process().processId()) + ')'))
        << second.error.toStdString();
    const auto id = add();
    EXPECT_TRUE(m_standardError.isEmpty()) << m_standardError.toStdString();
    ASSERT_TRUE(test::waitUntil([&] { return stored(id).verdict.evidence.observedAt != Instant{}; }));
    ::kill(pid_t(first->process().processId()), SIGTERM);
    const auto ended = first->finish();
    EXPECT_EQ(ended.exitCode, 0);
    EXPECT_TRUE(ended.error.isEmpty()) << ended.error.toStdString();
    EXPECT_EQ(owner(), QString());
    EXPECT_EQ(stored(id).verdict.outcome, Outcome::Waiting) << "the next background service continues the watch";
}

TEST_F(Daemon, OnlyOneOfTwoConcurrentStartsRuns)
{
    serve(u"deploy-ok"_s, 1.0);
    auto first = start({u"daemon"_s});
    auto second = start({u"daemon"_s});
    const auto runs = [](const std::unique_ptr<test::Program> &program) {
        return program->process().state() != QProcess::NotRunning;
    };
    ASSERT_TRUE(test::waitUntil([&] { return runs(first) != runs(second); }));
    auto &other = runs(first) ? second : first;
    const auto &running = runs(first) ? first : second;
    EXPECT_EQ(other->finish().exitCode, 0);
    EXPECT_EQ(owner(), u"daemon"_s);
    EXPECT_EQ(ownerProcess(), running->process().processId());
}

TEST_F(Daemon, ReportsItsStateToTheServiceManager)
{
    test::ServiceSocket manager;
    ASSERT_TRUE(manager.isOpen());
    m_environment.insert(u"NOTIFY_SOCKET"_s, QString::fromLatin1(manager.name()));
    serve(u"deploy-ok"_s, 1.0);
    auto daemon = start({u"daemon"_s});
    QByteArray reported;
    const auto reports = [&](const QByteArray &state) {
        return test::waitUntil([&] { return !(reported = manager.take()).isEmpty(); }) && reported == state;
    };
    EXPECT_TRUE(reports("READY=1")) << reported.toStdString();
    EXPECT_EQ(owner(), u"daemon"_s);
    // A second instance must report READY too: otherwise systemd takes its exit for a failure and restarts it forever.
    EXPECT_EQ(run({u"daemon"_s}).exitCode, 0);
    EXPECT_TRUE(reports("READY=1")) << reported.toStdString();
    EXPECT_TRUE(reports("STOPPING=1")) << reported.toStdString();
    ::kill(pid_t(daemon->process().processId()), SIGTERM);
    EXPECT_TRUE(reports("STOPPING=1")) << reported.toStdString();
    EXPECT_EQ(daemon->finish().exitCode, 0);
    EXPECT_EQ(manager.take(), QByteArray());
}

TEST_F(Daemon, InheritsTheLogLevel)
{
    m_environment.insert(u"LYNCEUS_LOG"_s, u"debug"_s);
    serve(u"deploy-ok"_s, 3.0);
    std::ignore = add();
    ASSERT_TRUE(waitForOwner(u"daemon"_s));
    const auto daemon = QByteArray::number(ownerProcess());
    EXPECT_TRUE(test::waitUntil([&] {
        QFile log(m_folder.filePath(u".local/state/lynceus/lynceus.log"_s));
        std::ignore = log.open(QIODevice::ReadOnly);
        const auto lines = log.readAll().split('\n');
        return std::ranges::any_of(lines, [&](const QByteArray &line) {
            return line.contains(" debug ") && line.contains('[' + daemon + ']');
        });
    }));
}

TEST_F(Daemon, ExitsWhenIdleIfRequested)
{
    serve(u"already-deployed"_s, 1.0);
    auto daemon = startDaemon({u"--idle"_s, u"3s"_s});
    const auto id = add(u"shop-cart=ghcr.io/acme/shop-cart:0.9.2"_s);
    const auto ended = daemon->finish();
    EXPECT_EQ(ended.exitCode, 0);
    EXPECT_TRUE(ended.error.contains("no running watches are left")) << ended.error.toStdString();
    EXPECT_TRUE(waitForOutcome(id, Outcome::Deployed))
        << "another background service if the first one ended before the watch was registered";
}

TEST_F(Daemon, HandsOverToAWindow)
{
    serve(u"deploy-ok"_s, 1.0);
    auto daemon = startDaemon();
    const auto id = add();
    auto window = start({});
    const auto ended = daemon->finish();
    EXPECT_EQ(ended.exitCode, 0);
    EXPECT_TRUE(ended.error.contains("a window takes over")) << ended.error.toStdString();
    ASSERT_TRUE(waitForOwner(u"window"_s));
    EXPECT_EQ(ownerProcess(), window->process().processId());
    const auto listed = run({u"watch"_s, u"list"_s});
    EXPECT_TRUE(listed.output.contains(id.toLatin1())) << listed.output.toStdString();
    const auto late = run({u"daemon"_s});
    EXPECT_EQ(late.exitCode, 0) << "a starting background service does not close the window";
    EXPECT_EQ(owner(), u"window"_s);
    EXPECT_EQ(run({u"watch"_s, u"cancel"_s, id}).exitCode, 0);
    ASSERT_TRUE(waitForOutcome(id, Outcome::Cancelled));
}

TEST_F(Daemon, ContinuesWatchesAfterTheWindowCloses)
{
    serve(u"deploy-ok"_s, 0.5);
    const auto closeWindow = [](const std::unique_ptr<test::Program> &window) {
        ::kill(pid_t(window->process().processId()), SIGTERM);
        return window->finish().exitCode;
    };
    auto window = start({});
    ASSERT_TRUE(waitForOwner(u"window"_s));
    EXPECT_EQ(closeWindow(window), 0);
    EXPECT_EQ(owner(), QString()) << "no watches";

    window = start({});
    ASSERT_TRUE(waitForOwner(u"window"_s));
    const auto id = add();
    EXPECT_TRUE(m_standardError.isEmpty()) << m_standardError.toStdString();
    EXPECT_EQ(closeWindow(window), 0);
    ASSERT_TRUE(waitForOwner(u"daemon"_s));

    window = start({}); // takes over from the background service
    ASSERT_TRUE(waitForOwner(u"window"_s));
    std::ignore = test::fileWith(m_folder, u"config/lynceus/preferences.json"_s,
                                 R"({"format":"lynceus-preferences","version":1,"watchesGoOn":false})");
    EXPECT_EQ(closeWindow(window), 0);
    EXPECT_EQ(owner(), QString()) << "the user disabled the background service";
    EXPECT_EQ(stored(id).verdict.outcome, Outcome::Waiting) << "the watch continues after the next start";
}

// A killed background service must not lose anything, including what was registered just before.
TEST_F(Daemon, NextStartContinuesAfterAKill)
{
    constexpr int kKills = 5;
    constexpr unsigned kSeed = 5;
    SCOPED_TRACE(kSeed);
    std::mt19937 random(kSeed);
    serve(u"deploy-ok"_s, 1.0);
    auto daemon = startDaemon();
    QStringList ids{add()};
    for (int kill = 0; kill < kKills; ++kill) {
        const QDeadlineTimer moment(std::chrono::milliseconds(random() % 1'500));
        ASSERT_TRUE(test::waitUntil([&] { return moment.hasExpired(); }));
        ids += add(u"staging:argocd/shop-web=ghcr.io/acme/round-%1:1"_s.arg(kill));
        ::kill(pid_t(daemon->process().processId()), SIGKILL);
        ASSERT_EQ(daemon->finish().exitCode, -1);
        daemon = startDaemon();
        const auto listed = run({u"watch"_s, u"list"_s});
        for (const auto &id : std::as_const(ids))
            EXPECT_TRUE(listed.output.contains(id.toLatin1())) << id.toStdString() << listed.output.toStdString();
    }
    ASSERT_TRUE(waitForOutcome(ids.front(), Outcome::Deployed));
}

#ifdef LYNCEUS_DBUS

TEST_F(Daemon, NotifiesOnTheDesktop)
{
    test::PrivateBus bus;
    ASSERT_TRUE(bus.isRunning());
    test::FakeNotificationService desktop(bus.connection());
    desktop.appear();
    m_environment.insert(u"DBUS_SESSION_BUS_ADDRESS"_s, bus.address());
    m_environment.remove(u"QT_QPA_PLATFORM"_s);
    serve(u"image-typo"_s, 3.0);
    auto daemon = startDaemon();
    std::ignore = add(u"shop-web=ghcr.io/acme/shop-web:1.6.0-typo"_s);
    ASSERT_TRUE(test::waitUntil(
        [&] {
            return std::ranges::any_of(
                desktop.shown, [](const auto &shown) { return (shown.title + shown.body).contains(u"1.6.0-typo"_s); });
        },
        std::chrono::seconds(90)));
    for (const auto &shown : desktop.shown)
        EXPECT_FALSE(shown.actions.contains(u"copy-cause"_s)) << "no clipboard without a window";
    // The background service may have started before the session had a display. A click must not fail silently.
    desktop.press(desktop.shown.back().id, u"open"_s);
    ASSERT_TRUE(test::waitUntil([&] { return desktop.shown.back().title.contains(u"could not be opened"_s); }));
    EXPECT_TRUE(desktop.shown.back().body.contains(u"no display is available"_s))
        << desktop.shown.back().body.toStdString();
}

#endif

} // namespace lynceus
