#include "app/gui/applications/applicationspage.h"
#include "app/gui/deployments/deploymentsmodel.h"
#include "app/gui/deployments/deploymentspage.h"
#include "app/gui/deployments/periodstrip.h"
#include "app/gui/instances/signindialog.h"
#include "app/gui/newwatch/newwatchdialog.h"
#include "app/gui/releases/releasespage.h"
#include "app/gui/shell/mainwindow.h"
#include "app/gui/versions/versionspage.h"
#include "core/engine/facade/localengine.h"
#include "core/io/desktop/desktopsettings.h"
#include "core/io/settings/windowmemory.h"
#include "core/io/signin/systembrowser.h"
#include "core/replay/server/replayserver.h"
#include "tests/support/fakekeychain.h"
#include "tests/support/waiting.h"

#include <QAbstractButton>
#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QDir>
#include <QLabel>
#include <QLineEdit>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>
#include <QTreeView>

#include <gtest/gtest.h>

// The main use case with keys only, through the real window, engine and network. It takes half a minute under
// sanitizers, because it plays two recordings of a minute each at eight times their speed.

namespace lynceus {

using namespace Qt::StringLiterals;
using namespace test;

namespace {

/// {"alg":"HS256"}, {"iss":"argocd","sub":"ada"}: only the form of the token is checked.
constexpr auto kToken = "eyJhbGciOiJIUzI1NiJ9.eyJpc3MiOiJhcmdvY2QiLCJzdWIiOiJhZGEifQ.c2lnbmF0dXJl";
constexpr Duration kReleaseTimeout{90'000}; ///< generous, for a release on a busy machine

/// Keeps its entries when the engine restarts, as the system's keychain does.
class PersistentKeychain final : public QObject, public Keychain
{
public:
    explicit PersistentKeychain(QMap<QString, QByteArray> &entries)
        : m_entries(entries)
    {
        m_inMemory.entries = entries;
    }
    ~PersistentKeychain() override { m_entries = m_inMemory.entries; }

    void read(const QString &name, QObject *context, Answer<std::optional<Secret>> answer) override
    {
        m_inMemory.read(name, context, std::move(answer));
    }
    void write(const QString &name, Secret value, QObject *context, Answer<void> answer) override
    {
        m_inMemory.write(name, std::move(value), context, std::move(answer));
    }
    void remove(const QString &name, QObject *context, Answer<void> answer) override
    {
        m_inMemory.remove(name, context, std::move(answer));
    }

private:
    QMap<QString, QByteArray> &m_entries; ///< accessed while only one thread is running
    FakeKeychain m_inMemory;
};

class KeyboardScenario : public testing::Test
{
protected:
    void SetUp() override
    {
        play(u"image-typo"_s);
        const auto file = QDir::home().filePath(u".config/argocd/config"_s);
        ASSERT_TRUE(QDir().mkpath(QFileInfo(file).path()));
        QFile config(file);
        ASSERT_TRUE(config.open(QIODevice::WriteOnly));
        config.write(u"current-context: staging\n"
                     "contexts:\n- name: staging\n  server: %1\n  user: staging\n"
                     "servers:\n- server: %1\n  plain-text: true\n"
                     "users:\n- name: staging\n"_s.arg(m_server->baseUrl().authority())
                         .toUtf8());
    }
    void TearDown() override
    {
        quit();
        QFile::remove(QDir::home().filePath(u".config/argocd/config"_s));
    }

    /// Plays the next recording at the same address.
    void play(const QString &recording)
    {
        const auto port = m_server ? quint16(m_server->baseUrl().port()) : quint16(0);
        m_server.reset();
        auto played = readRecording(QStringLiteral(LYNCEUS_TEST_DATA "/recordings/%1.jsonl.gz").arg(recording));
        ASSERT_TRUE(played) << qPrintable(played.error().message);
        std::vector<Recording> recordings;
        recordings.push_back(*std::move(played));
        m_server = std::make_unique<ReplayServer>(std::move(recordings),
                                                  ReplayOptions{.port = port, .speed = 8.0, .token = kToken}, m_clock);
        const auto listening = m_server->listen();
        ASSERT_TRUE(listening) << qPrintable(listening.error().message);
    }

    void start()
    {
        EngineSetup setup;
        setup.instancesFile = m_folder.filePath(u"instances.json"_s);
        setup.cacheFile = m_folder.filePath(u"cache.db"_s);
        setup.storeFile = m_folder.filePath(u"store.db"_s);
        setup.makeKeychain = [this] { return std::make_unique<PersistentKeychain>(m_keychain); };
        setup.makeBrowser = [] { return std::make_unique<NoBrowser>(); };
        m_engine = std::make_unique<LocalEngine>(setup, m_clock);
        m_memory = std::make_unique<WindowMemory>(m_folder.filePath(u"window.json"_s));
        m_window = std::make_unique<MainWindow>(
            WindowParameters{*m_engine, m_clock, *m_memory, m_desktop, u"ada"_s, QString()});
        // As the desktop integration does when there is no question to ask.
        QObject::connect(m_window.get(), &MainWindow::quitAsked, qApp, &QCoreApplication::quit);
        m_window->show();
        m_window->activateWindow();
        m_engine->start();
        ASSERT_TRUE(waitUntil([this] { return m_window->isActiveWindow(); }));
    }
    /// Presses Ctrl+Q within the event loop, as in the program, and waits until the loop ends.
    void pressQuit()
    {
        QTimer::singleShot(0, m_window.get(), [] { press(QKeySequence(Qt::CTRL | Qt::Key_Q)); });
        QTimer late;
        late.setSingleShot(true);
        QObject::connect(&late, &QTimer::timeout, [] { QCoreApplication::exit(1); });
        late.start(kReleaseTimeout);
        EXPECT_EQ(QApplication::exec(), 0) << "the event loop did not end";
        EXPECT_FALSE(m_window->isVisible());
    }
    void quit()
    {
        m_window.reset();
        m_engine.reset();
        m_memory.reset();
        drainEvents();
    }

    // --- user input: keys go to the focused widget, as the window system sends them
    static QWidget *focus()
    {
        if (auto *popup = QApplication::activePopupWidget())
            return popup;
        auto *window = QApplication::activeWindow();
        return window && window->focusWidget() ? window->focusWidget() : window;
    }
    static void press(const QKeySequence &keys)
    {
        ASSERT_NE(focus(), nullptr);
        QTest::keySequence(focus(), keys);
        drainEvents();
    }
    static void type(const QString &text)
    {
        ASSERT_NE(focus(), nullptr);
        QTest::keyClicks(focus(), text);
        drainEvents();
    }
    /// Opens the command palette with Ctrl+K, types @p words and presses Enter.
    static void find(const QString &words)
    {
        press(Qt::CTRL | Qt::Key_K);
        type(words);
        press(Qt::Key_Return);
    }
    /// Presses Tab until the button has the focus.
    static void goTo(const QString &button)
    {
        for (int steps = 0; steps < 60; ++steps) {
            const auto *here = qobject_cast<QAbstractButton *>(focus());
            if (here && here->isVisible() && QString(here->text()).remove(u'&') == button)
                return;
            press(Qt::Key_Tab);
        }
        FAIL() << "Tab does not lead to " << qPrintable(button);
    }
    /// Activates the window after a dialog has closed: Qt's test platform does not do so, unlike a window system.
    [[nodiscard]] bool isBackInWindow() const
    {
        return waitUntil([this] {
            const auto dialogs = m_window->findChildren<QDialog *>();
            if (std::ranges::any_of(dialogs, [](const QDialog *dialog) { return dialog->isVisible(); }))
                return false;
            m_window->activateWindow();
            return m_window->isActiveWindow();
        });
    }

    // --- visible texts
    [[nodiscard]] bool reads(const QString &words) const
    {
        const auto labels = m_window->findChildren<QLabel *>();
        return std::ranges::any_of(
            labels, [&](const QLabel *label) { return label->isVisible() && label->text().contains(words); });
    }
    [[nodiscard]] static std::string screen()
    {
        QStringList words;
        for (const auto *window : QApplication::topLevelWidgets()) {
            for (const auto *label : window->findChildren<QLabel *>()) {
                if (label->isVisible())
                    words.append(label->text());
            }
        }
        const auto *at = focus();
        return u"%1\nfocus: %2 %3"_s
            .arg(words.join(u'\n'), at ? QString::fromLatin1(at->metaObject()->className()) : QString(),
                 at ? at->accessibleName() : QString())
            .toStdString();
    }
    [[nodiscard]] std::optional<Outcome> currentOutcome() const
    {
        const auto *watch = m_window->releases().currentWatch();
        return watch ? std::optional(watch->verdict.outcome) : std::nullopt;
    }

    SystemClock m_clock; // sockets use the system clock
    QTemporaryDir m_folder;
    QMap<QString, QByteArray> m_keychain;
    DesktopSettings m_desktop;
    std::unique_ptr<ReplayServer> m_server;
    std::unique_ptr<LocalEngine> m_engine;
    std::unique_ptr<WindowMemory> m_memory;
    std::unique_ptr<MainWindow> m_window;
};

} // namespace

TEST_F(KeyboardScenario, ImportsAContextAndFixesAReleaseByKeyboard)
{
    start();

    // Import a context from the argocd CLI.
    find(u"import contexts"_s);
    ASSERT_TRUE(waitUntil([] {
        const auto *import = qobject_cast<QDialog *>(QApplication::activeWindow());
        const auto buttons = import ? import->findChildren<QAbstractButton *>() : QList<QAbstractButton *>();
        return std::ranges::any_of(buttons, [](const auto *button) { return button->text() == u"Import 1"_s; });
    }));
    goTo(u"Import 1"_s);
    press(Qt::Key_Return);
    ASSERT_TRUE(isBackInWindow()) << screen();

    // Sign in with the button on the instance's card.
    ASSERT_TRUE(waitUntil([this] {
        const auto buttons = m_window->findChildren<QAbstractButton *>();
        return std::ranges::any_of(buttons, [](const auto *each) {
            return each->isVisible() && QString(each->text()).remove(u'&') == u"Sign in…"_s;
        });
    }));
    goTo(u"Sign in…"_s);
    press(Qt::Key_Space);
    ASSERT_TRUE(waitUntil([] { return qobject_cast<SignInDialog *>(QApplication::activeWindow()) != nullptr; }));
    // Wait for the end of the single sign-on attempt: this server offers none.
    ASSERT_TRUE(waitUntil([] { return QApplication::activeWindow()->findChild<QComboBox *>()->isEnabled(); }));
    for (int steps = 0; steps < 20 && focus()->accessibleName() != u"How to sign in"_s; ++steps)
        press(QKeySequence(Qt::SHIFT | Qt::Key_Tab));
    press(Qt::Key_End); // with a token
    ASSERT_TRUE(qobject_cast<QLineEdit *>(focus())) << "the field for the token has the focus" << screen();
    type(QString::fromLatin1(kToken));
    press(Qt::Key_Return);
    ASSERT_TRUE(isBackInWindow()) << screen();
    ASSERT_TRUE(waitUntil([this] { return m_window->applications().model().total() > 0; }))
        << "timeout: no applications are listed";

    // Paste an image.
    press(Qt::CTRL | Qt::Key_1);
    QGuiApplication::clipboard()->setText(u"#14 pushing manifest for ghcr.io/acme/shop-web:1.6.0-typo done"_s);
    press(QKeySequence::New);
    ASSERT_TRUE(qobject_cast<NewWatchDialog *>(QApplication::activeWindow()));
    press(Qt::Key_Return);
    ASSERT_TRUE(isBackInWindow()) << screen();
    ASSERT_TRUE(waitUntil([this] { return currentOutcome().has_value(); }));

    // Watch it fail, and read the cause.
    ASSERT_TRUE(waitUntil([this] { return currentOutcome() == Outcome::Failed; }, kReleaseTimeout)) << screen();
    EXPECT_TRUE(waitUntil([this] { return reads(u"cannot pull ghcr.io/acme/shop-web:1.6.0-typo"_s); })) << screen();
    press(Qt::CTRL | Qt::Key_1);
    press(QKeySequence::Copy);
    const auto report = QGuiApplication::clipboard()->text();
    EXPECT_TRUE(report.contains(u"cannot pull ghcr.io/acme/shop-web:1.6.0-typo"_s)) << qPrintable(report);
    EXPECT_FALSE(report.contains(QString::fromLatin1(kToken)));

    // Deploy the fix and see it succeed.
    play(u"rollback"_s);
    QGuiApplication::clipboard()->setText(u"ghcr.io/acme/shop-web:1.4.0"_s);
    press(QKeySequence::New);
    press(Qt::Key_Return);
    ASSERT_TRUE(isBackInWindow()) << screen();
    ASSERT_TRUE(waitUntil([this] { return currentOutcome() != Outcome::Failed; })) << screen();
    ASSERT_TRUE(waitUntil([this] { return currentOutcome() == Outcome::Deployed; }, kReleaseTimeout)) << screen();

    // Both registered and unregistered deployments are listed.
    press(Qt::CTRL | Qt::Key_3);
    EXPECT_EQ(m_window->page(), MainWindow::Page::Deployments);
    EXPECT_TRUE(waitUntil([this] {
        const auto lists = m_window->findChildren<QTreeView *>();
        return std::ranges::any_of(lists, [](const QTreeView *list) {
            return list->isVisible() && list->accessibleName() == u"Deployments"_s && list->model()->rowCount() > 0;
        });
    })) << screen();
    press(Qt::CTRL | Qt::Key_4);
    EXPECT_EQ(m_window->page(), MainWindow::Page::Versions);
    EXPECT_GT(m_window->versions().model().rowCount(), 0) << screen();

    // Restart, and find everything as before.
    press(Qt::CTRL | Qt::Key_3);
    m_window->deployments().setPeriod(PeriodStrip::All); // the recordings are old
    pressQuit();
    quit();
    start();
    EXPECT_EQ(m_window->page(), MainWindow::Page::Deployments) << "the last page is restored";
    EXPECT_TRUE(waitUntil([this] { return m_window->deployments().model().shownWatches().size() == 2; })) << screen();
    ASSERT_TRUE(waitUntil([this] { return m_window->applications().model().total() > 0; }));
    find(u"shop-web"_s);
    ASSERT_TRUE(m_window->applications().current() || m_window->releases().currentWatch());
    press(Qt::CTRL | Qt::Key_1);
    ASSERT_TRUE(waitUntil([this] { return currentOutcome().has_value(); }));
    EXPECT_TRUE(waitUntil([this] {
        const auto buttons = m_window->findChildren<QAbstractButton *>();
        return std::ranges::none_of(buttons, [](const auto *each) {
            return each->isVisible() && QString(each->text()).remove(u'&') == u"Sign in…"_s;
        });
    })) << "the keychain has the token";
}

} // namespace lynceus
