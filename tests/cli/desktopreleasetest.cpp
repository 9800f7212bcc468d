#include "tests/cli/engineprocessfixture.h"
#include "tests/support/fakenotificationservice.h"
#include "tests/support/fakepanel.h"
#include "tests/support/keyringbus.h"
#include "tests/support/virtualdisplay.h"
#include "tests/support/waiting.h"
#include "tests/support/windowmanager.h"

#include <QDirIterator>

#include <gmock/gmock.h>

#ifdef LYNCEUS_DBUS

namespace lynceus::test {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

using Shown = FakeNotificationService::Shown;

const QByteArray kToken = "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJhZGEifQ.planted-77";
constexpr auto kNoWindow = "Openbox"_L1; // owns the focus if no window is open
constexpr double kSpeed = 3.0;
constexpr Duration kRunning{16'897}; // from the recording's index: from here on, every pod is new and ready
// The documented limit is one second. A busy machine under sanitizers may be 15 times slower, but a notification that
// waits for the next poll (20 s) must fail.
constexpr Duration kLongestReport{15'000};

/// A complete desktop with display, window manager, session bus, keyring, notification service and panel, and the
/// program as a user starts it.
class DesktopRelease : public EngineProcessFixture
{
protected:
    DesktopRelease()
    {
        m_environment.insert(u"QT_QPA_PLATFORM"_s, u"xcb"_s);
        m_environment.insert(u"DISPLAY"_s, m_display.name());
        m_environment.insert(u"DBUS_SESSION_BUS_ADDRESS"_s, m_bus.address());
        m_environment.insert(u"XDG_CURRENT_DESKTOP"_s, u"GNOME"_s); // QtKeychain then uses the Secret Service
        m_bus.startKeyring();
        service.appear();
        panel.appear();
    }

    ~DesktopRelease() override
    {
        for (const auto &name : {u"service"_s, u"panel"_s})
            QDBusConnection::disconnectFromBus(name);
    }

    /// A separate process stores the token in the keyring, so that the window must read it from there.
    void signIn()
    {
        const auto file = fileWith(m_folder, u"token.txt"_s, kToken);
        serve(u"deploy-ok"_s, 1.0, kToken);
        const auto in = run({u"login"_s, u"staging"_s, u"--auth-token-file"_s, file});
        EXPECT_EQ(in.exitCode, 0) << in.error.constData();
        EXPECT_TRUE(QFile::remove(file));
    }

    /// Only the keyring may contain the token, and its files are encrypted.
    void expectNoTokenInAnyFile() const
    {
        for (const auto &folder : {m_folder.path(), m_bus.home()}) {
            QDirIterator files(folder, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
            while (files.hasNext()) {
                QFile file(files.next());
                if (file.open(QIODevice::ReadOnly))
                    EXPECT_FALSE(file.readAll().contains("planted-77")) << file.fileName().toStdString();
            }
        }
    }

    [[nodiscard]] std::vector<Shown> about(const QString &part) const
    {
        std::vector<Shown> found;
        std::ranges::copy_if(service.shown, std::back_inserter(found),
                             [&part](const Shown &each) { return each.title.contains(part); });
        return found;
    }

    [[nodiscard]] bool waitForTitle(const QString &title) const
    {
        return waitUntil([&] { return !about(title).empty(); }, kPatience * 3);
    }

    /// Waits, as a slow user would, until the window has answered other requests and thus knows the notification's ID.
    void press(const Shown &shown, const QString &button)
    {
        for (int turn = 0; turn < 2; ++turn)
            EXPECT_EQ(owner(), u"window"_s);
        service.press(shown.id, button);
    }

    /// Uses the panel's menu repeatedly, because an entry may disappear between reading and clicking.
    void expectQuit(Program &window)
    {
        const auto hasEnded = [&window] { return window.process().state() == QProcess::NotRunning; };
        EXPECT_TRUE(waitUntil(
            [&] {
                if (!hasEnded() && !panel.items().isEmpty())
                    panel.click(u"Quit"_s);
                return hasEnded();
            },
            kPatience * 3));
        EXPECT_EQ(window.finish().exitCode, 0);
    }

    /// Real time since @p position of the recording.
    [[nodiscard]] Duration sinceRecorded(Duration position) const
    {
        return std::chrono::duration_cast<Duration>((m_server->position() - position) / kSpeed);
    }

    VirtualDisplay m_display;
    WindowManager desk{m_display};
    KeyringBus m_bus;
    FakeNotificationService service{QDBusConnection::connectToBus(m_bus.address(), u"service"_s)};
    FakePanel panel{QDBusConnection::connectToBus(m_bus.address(), u"panel"_s)};
};

void expectReportedSoon(const char *what, Duration took)
{
    std::printf("%s: reported after %lld ms\n", what, static_cast<long long>(took.count()));
    EXPECT_GE(took, 0ms) << what;
    EXPECT_LE(took, kLongestReport) << what;
}

std::string labels(const Shown &shown)
{
    return shown.actions.join(u' ').toStdString();
}

uchar urgencyOf(const Shown &shown)
{
    return shown.hints.value(u"urgency"_s).value<uchar>();
}

} // namespace

// Plays the recordings in real time at three times their speed, because other programs cannot use virtual time.
TEST_F(DesktopRelease, NotifiesOncePerChangeAndItsButtonsWork)
{
    signIn();
    const auto port = quint16(m_server->baseUrl().port());
    play({u"deploy-ok"_s, u"presync-fails"_s}, {.port = port, .speed = kSpeed, .token = kToken});
    const auto window = start({});
    ASSERT_TRUE(desk.waitForActive(u"Lynceus"_s)) << window->process().readAllStandardError().constData();
    ASSERT_TRUE(waitForOwner(u"window"_s));
    ASSERT_TRUE(waitUntil([this] { return m_server->openStreams() > 0; })) << "with the token from the keychain";
    ASSERT_TRUE(waitUntil([this] { return panel.items().size() == 1; }));
    desk.press(u"alt+F4"_s);
    ASSERT_TRUE(waitForTitle(u"Lynceus keeps running in the tray"_s)) << desk.activeWindow().toStdString();
    EXPECT_TRUE(desk.waitForActive(kNoWindow));

    const auto added = run({u"watch"_s, u"add"_s, u"--fail-after"_s, u"36s"_s, u"--app"_s,
                            u"staging:argocd/shop-web=ghcr.io/acme/shop-web:1.5.0"_s, u"--app"_s,
                            u"staging:argocd/shop-api=ghcr.io/acme/shop-api:2.1.0"_s});
    ASSERT_EQ(added.exitCode, 0) << added.error.constData();
    const auto ids = linesOf(added.output);
    ASSERT_EQ(ids.size(), 2);
    const auto api = QString::fromLatin1(ids[1]);

    ASSERT_TRUE(waitForTitle(u"shop-web 1.5.0 is deployed on staging"_s));
    expectReportedSoon("deployed", sinceRecorded(kRunning));
    ASSERT_TRUE(waitForTitle(u"shop-api 2.1.0 is failing on staging"_s));
    const auto warning = about(u"shop-api"_s).front();
    const auto deadline = stored(api).expectation.deadline;
    press(warning, u"extend"_s);
    EXPECT_TRUE(waitUntil([&] { return stored(api).expectation.deadline == deadline + 10min; }));
    EXPECT_EQ(service.shown.size(), 3U) << "no failure yet: the button belonged to the warning";
    ASSERT_TRUE(waitForTitle(u"shop-api 2.1.0 failed on staging"_s));
    const auto reported = m_clock.now(); // the verdict depends only on the time, so there is no event to measure from
    ASSERT_TRUE(waitForOutcome(api, Outcome::Failed));
    expectReportedSoon("failed", reported - *stored(api).endedAt);

    const auto good = about(u"shop-web"_s);
    ASSERT_EQ(good.size(), 1U) << "one release, one notification";
    EXPECT_EQ(good.front().replaces, 0U);
    EXPECT_EQ(urgencyOf(good.front()), 1);
    EXPECT_EQ(labels(good.front()), "default Open open Open");
    EXPECT_EQ(good.front().hints.value(u"desktop-entry"_s), u"io.github.lynceus.Lynceus"_s);
    EXPECT_EQ(warning.replaces, 0U);
    EXPECT_EQ(urgencyOf(warning), 1);
    EXPECT_EQ(labels(warning), "default Open open Open extend Extend 10 min snooze Snooze copy-cause Copy cause");
    const auto bad = about(u"shop-api"_s);
    ASSERT_EQ(bad.size(), 2U) << "the verdict replaces the early warning";
    EXPECT_EQ(bad.back().replaces, warning.id);
    EXPECT_EQ(urgencyOf(bad.back()), 2);
    EXPECT_EQ(labels(bad.back()), "default Open open Open copy-cause Copy cause");
    EXPECT_THAT(bad.back().body.toStdString(), testing::HasSubstr("shop-api-migrate"));
    EXPECT_EQ(service.shown.size(), 4U) << "no other notifications";
    EXPECT_EQ(service.asked, 1) << "only the capabilities request";

    EXPECT_EQ(desk.activeWindow(), QString(kNoWindow)) << "a press on Extend raises nothing";
    press(bad.back(), u"open"_s);
    EXPECT_TRUE(desk.waitForActive(u"Lynceus"_s)) << "the window is raised and no change is unseen";
    expectNoTokenInAnyFile();
    expectQuit(*window);
}

TEST_F(DesktopRelease, SecondStartRaisesTheWindowAndALinkFillsInTheWatch)
{
    serve(u"deploy-ok"_s, 1.0);
    const auto window = start({});
    ASSERT_TRUE(desk.waitForActive(u"Lynceus"_s)) << window->process().readAllStandardError().constData();
    ASSERT_TRUE(waitUntil([this] { return m_server->openStreams() > 0 && panel.items().size() == 1; }));
    desk.press(u"alt+F4"_s);
    ASSERT_TRUE(desk.waitForActive(kNoWindow));
    const auto again = [this](const QStringList &arguments) {
        const auto ended = start(arguments)->finish();
        EXPECT_EQ(ended.exitCode, 0) << ended.error.constData();
    };
    again({});
    EXPECT_TRUE(desk.waitForActive(u"Lynceus"_s));
    again({u"lynceus://watch?image=ghcr.io/acme/shop-web:1.5.0&instance=somewhere"_s});
    EXPECT_TRUE(desk.waitForActive(u"Lynceus"_s)) << "no dialog for an instance that is not known here";
    desk.press(u"alt+F4"_s);
    ASSERT_TRUE(desk.waitForActive(kNoWindow));
    again({u"lynceus://watch?image=ghcr.io/acme/shop-web:1.5.0&instance=staging&app=shop-web"_s});
    ASSERT_TRUE(desk.waitForActive(u"New watch"_s));
    const auto watches = [this] { return linesOf(run({u"watch"_s, u"list"_s, u"--output"_s, u"json"_s}).output); };
    EXPECT_EQ(watches().join(), "[]") << "a link registers no watch";
    desk.press(u"Return"_s);
    EXPECT_TRUE(waitUntil([&] { return watches().join().contains("ghcr.io/acme/shop-web:1.5.0"); }));
    EXPECT_TRUE(desk.waitForActive(u"Lynceus"_s));
    panel.click(u"Quit"_s);
    ASSERT_TRUE(desk.waitForActive(u"Quit Lynceus"_s)) << "a watch is running";
    desk.press(u"Return"_s); // confirms that the watches continue in the background
    EXPECT_TRUE(waitUntil([&] { return window->process().state() == QProcess::NotRunning; }, kPatience * 3));
    EXPECT_EQ(window->finish().exitCode, 0);
    EXPECT_TRUE(waitForOwner(u"daemon"_s));
}

} // namespace lynceus::test

#endif
