#include "app/gui/applications/applicationspage.h"
#include "app/gui/preferences/preferencesdialog.h"
#include "app/gui/shell/mainwindow.h"
#include "app/gui/shell/sidebar/sidebar.h"
#include "app/gui/startup/startwindow.h"
#include "tests/support/fakeengine.h"
#include "tests/support/waiting.h"

#include <QApplication>
#include <QComboBox>
#include <QPointer>

#include <deque>

#include <gtest/gtest.h>

namespace lynceus::test {

using namespace Qt::StringLiterals;

namespace {

/// Performs steps of a user while the program runs, each as soon as it is possible.
class Steps final : public QObject
{
public:
    /// Returns false if the step is not possible yet.
    using Step = std::function<bool()>;

    explicit Steps(std::deque<Step> steps)
        : m_steps(std::move(steps))
    {
        connect(&m_timer, &QTimer::timeout, this, &Steps::go);
        m_timer.start(std::chrono::milliseconds(5));
    }
    [[nodiscard]] bool areDone() const { return m_steps.empty(); }

private:
    void go()
    {
        if (m_deadline.hasExpired()) {
            ADD_FAILURE() << m_steps.size() << " steps are left";
            m_timer.stop();
            QCoreApplication::exit(2);
        } else if (!m_steps.empty() && m_steps.front()()) {
            m_steps.pop_front();
            m_deadline = QDeadlineTimer(kPatience);
        }
    }

    std::deque<Step> m_steps;
    QDeadlineTimer m_deadline{kPatience};
    QTimer m_timer;
};

MainWindow *visibleWindow()
{
    for (auto *widget : QApplication::topLevelWidgets()) {
        if (auto *window = qobject_cast<MainWindow *>(widget); window && window->isVisible())
            return window;
    }
    return nullptr;
}

QString settingsText(MainWindow &window)
{
    return window.commands().named("window.preferences"_L1)->text();
}

/// Whether the sidebar is on the left half of the window.
bool isSidebarLeft(MainWindow &window)
{
    const auto *sidebar = window.findChild<Sidebar *>();
    return sidebar->mapTo(&window, sidebar->rect().center()).x() < window.width() / 2;
}

/// Selects a language in the settings.
void choose(MainWindow &window, const QString &language)
{
    window.commands().named("window.preferences"_L1)->trigger();
    const auto *dialog = window.findChild<PreferencesDialog *>();
    ASSERT_NE(dialog, nullptr);
    for (auto *box : dialog->findChildren<QComboBox *>()) {
        const int index = box->findText(language);
        if (index < 0)
            continue;
        box->setCurrentIndex(index);
        Q_EMIT box->activated(index);
        return;
    }
    FAIL() << language.toStdString() << " is not offered";
}

std::unique_ptr<Engine> engineWithAnInstance(const Clock &clock)
{
    auto engine = std::make_unique<FakeEngine>(clock);
    InstanceState state;
    state.instance.id = u"id"_s;
    state.instance.name = u"staging"_s;
    state.instance.baseUrl = QUrl(u"https://argocd.acme.example"_s);
    state.connection = Connection::Live;
    engine->putInstance(state);
    return engine;
}

} // namespace

TEST(LanguageSwitch, ReopensTheWindowInTheNewLanguageAtTheSamePlace)
{
    constexpr QSize kSize{1'010, 640};
    QPointer<MainWindow> before;
    const auto opened = [&before]() -> MainWindow * { return before ? nullptr : visibleWindow(); };
    const auto expectPlace = [&](MainWindow &window) {
        EXPECT_EQ(window.size(), kSize);
        EXPECT_TRUE(window.findChild<ApplicationsPage *>()->isVisible());
        EXPECT_EQ(window.findChild<PreferencesDialog *>(), nullptr);
    };
    const auto thenChoose = [&before](MainWindow &window, const QString &language) {
        before = &window;
        choose(window, language);
    };
    const auto inEnglish = [&](bool isFirst) {
        auto *window = opened();
        if (!window)
            return false;
        EXPECT_EQ(settingsText(*window), u"Settings…"_s);
        EXPECT_EQ(window->layoutDirection(), Qt::LeftToRight);
        EXPECT_TRUE(isSidebarLeft(*window));
        if (isFirst) {
            window->commands().named("window.applications"_L1)->trigger();
            window->resize(kSize);
            thenChoose(*window, u"Deutsch"_s);
        } else {
            expectPlace(*window);
            window->commands().named("window.quit"_L1)->trigger();
        }
        return true;
    };
    const Steps steps({
        [&] { return inEnglish(true); },
        [&] {
            auto *window = opened();
            if (!window)
                return false;
            EXPECT_EQ(settingsText(*window), u"Einstellungen…"_s);
            EXPECT_EQ(window->layoutDirection(), Qt::LeftToRight);
            EXPECT_TRUE(isSidebarLeft(*window));
            EXPECT_EQ(QLocale().decimalPoint(), u","_s);
            expectPlace(*window);
            thenChoose(*window, u"العربية"_s);
            return true;
        },
        [&] {
            auto *window = opened();
            if (!window)
                return false;
            EXPECT_TRUE(settingsText(*window).contains(u"الإعدادات"_s)) << settingsText(*window).toStdString();
            EXPECT_EQ(window->layoutDirection(), Qt::RightToLeft);
            EXPECT_FALSE(isSidebarLeft(*window));
            expectPlace(*window);
            thenChoose(*window, u"English"_s);
            return true;
        },
        [&] { return inEnglish(false); },
    });
    int engines = 0;
    const auto makeEngine = [&engines](const Clock &clock) {
        ++engines;
        return engineWithAnInstance(clock);
    };
    EXPECT_EQ(openWindow(*qobject_cast<QApplication *>(qApp), WindowKind::Usual, makeEngine), 0);
    EXPECT_TRUE(steps.areDone());
    EXPECT_EQ(engines, 4) << "once for each language";
    EXPECT_TRUE(before.isNull());
}

} // namespace lynceus::test
