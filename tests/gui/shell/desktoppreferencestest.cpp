#include "tests/gui/shell/desktopscene.h"

namespace lynceus::test {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using testing::IsEmpty;

TEST_F(DesktopIntegrationTest, PreferencesHaveAKeyWhichCanBeChanged)
{
    window.activateWindow();
    ASSERT_TRUE(waitUntil([this] { return window.isActiveWindow(); }));
    QTest::keySequence(&window, QKeySequence(Qt::CTRL | Qt::Key_Comma));
    EXPECT_TRUE(window.findChild<PreferencesDialog *>());
    ASSERT_TRUE(
        preferences.change([](Preferences &now) { now.shortcuts.insert(u"window.preferences"_s, u"Ctrl+Alt+P"_s); }));
    const auto actions = window.actions();
    EXPECT_TRUE(std::any_of(actions.begin(), actions.end(),
                            [](const QAction *action) { return action->shortcut() == QKeySequence(u"Ctrl+Alt+P"_s); }));
}

TEST_F(DesktopIntegrationTest, AllStandardKeysWorkTogether)
{
    EXPECT_GT(integration.shortcuts().entries().size(), 30U);
    QSet<QString> ids;
    for (const auto &entry : integration.shortcuts().entries()) {
        EXPECT_EQ(entry.trouble, QString()) << entry.id.toStdString();
        EXPECT_FALSE(entry.text.isEmpty());
        EXPECT_TRUE(entry.id.contains(u'.')) << entry.text.toStdString();
        ids.insert(entry.id);
    }
    for (const auto *command : {"board.new", "board.extend", "board.remove", "board.repeat", "board.open",
                                "board.copyReport", "applications.watch", "deployments.export", "detail.nextTab"})
        EXPECT_TRUE(ids.contains(QLatin1StringView(command))) << command;
}

TEST_F(DesktopIntegrationTest, KeysOfTheBoardCanBeChanged)
{
    window.activateWindow();
    ASSERT_TRUE(waitUntil([this] { return window.isActiveWindow(); }));
    ASSERT_TRUE(waitUntil([this] { return board().model()->rowCount() > 0; }));
    ASSERT_TRUE(preferences.change([](Preferences &now) {
        now.shortcuts = {{u"board.extend"_s, u"Ctrl+Y"_s}, {u"board.remove"_s, u"Ctrl+D"_s}};
    }));
    window.showWatch(u"w8m2a"_s);
    board().setFocus();
    QTest::keySequence(&board(), QKeySequence(u"Ctrl+E"_s));
    EXPECT_TRUE(scene.engine().calls().filter(u"extendWatch"_s).isEmpty());
    QTest::keySequence(&board(), QKeySequence(u"Ctrl+Y"_s));
    EXPECT_TRUE(scene.engine().calls().contains(u"extendWatch w8m2a 600000"_s));
    window.showWatch(u"w2c5d"_s); // this watch has ended, so the key dismisses it
    QTest::keySequence(&board(), QKeySequence(u"Ctrl+D"_s));
    EXPECT_TRUE(scene.engine().calls().contains(u"dismissWatch w2c5d"_s));
}

TEST_F(DesktopIntegrationTest, DensityChangesTheRowsOfAllLists)
{
    ASSERT_TRUE(waitUntil([this] { return board().model()->rowCount() > 0; }));
    window.showWatch(u"w7k3f"_s); // also opens the resource tree
    ASSERT_TRUE(waitUntil([this] { return list(u"resources"_s)->model()->rowCount() > 0; }));
    const auto heights = [this] {
        const auto group = board().model()->index(0, 0);
        QMap<QString, int> all{{u"group"_s, board().visualRect(group).height()},
                               {u"board"_s, board().visualRect(board().model()->index(0, 0, group)).height()}};
        for (const auto *name : {"resources", "applications", "events"}) {
            auto *view = list(QString::fromLatin1(name));
            const auto first = view->model()->index(0, 0);
            all.insert(view->accessibleName(),
                       first.isValid() ? view->visualRect(first).height() : view->sizeHintForRow(0));
        }
        return all;
    };
    window.showPage(MainWindow::Page::Applications);
    ASSERT_TRUE(waitUntil([this] { return list(u"applications"_s)->model()->rowCount() > 0; }));
    window.showPage(MainWindow::Page::Releases);
    const auto comfortable = heights();
    EXPECT_EQ(comfortable.value(u"board"_s), 58) << "two lines";
    EXPECT_EQ(comfortable.value(u"Applications"_s), 34);
    ASSERT_TRUE(preferences.change([](Preferences &now) { now.density = Preferences::Density::Compact; }));
    drainEvents();
    const auto compact = heights();
    EXPECT_EQ(compact.value(u"board"_s), 43);
    for (auto each = comfortable.begin(); each != comfortable.end(); ++each) {
        if (each.value() > 0)
            EXPECT_LT(compact.value(each.key()), each.value()) << each.key().toStdString();
    }
    ASSERT_TRUE(preferences.change([](Preferences &now) { now.density = Preferences::Density::Comfortable; }));
    drainEvents();
    EXPECT_EQ(heights(), comfortable);
}

TEST_F(DesktopIntegrationTest, TimeZoneChangesAllTimes)
{
    const auto at = scene.clock().now();
    const auto ended = [&](const QByteArray &zone) { return momentText(at - 40min + 72s, at, QTimeZone(zone)); };
    ASSERT_TRUE(preferences.change([](Preferences &now) { now.timeZone = "Asia/Kolkata"; }));
    ASSERT_TRUE(waitUntil([this] { return board().model()->rowCount() > 0; }));
    window.showWatch(u"w7k3f"_s);
    const auto facts = [this] { return window.findChild<QLabel *>(u"facts"_s)->text(); };
    ASSERT_TRUE(waitUntil([&] { return !facts().isEmpty(); }));
    const auto registered = [&](const QByteArray &zone) {
        return u"registered "_s + momentText(at - 4min, at, QTimeZone(zone));
    };
    EXPECT_TRUE(facts().contains(registered("Asia/Kolkata"))) << facts().toStdString();
    auto trouble = scene.engine().instances().value(u"edge"_s);
    trouble.connection = Connection::SignInNeeded;
    trouble.message = u"your sign-in expired at 2026-11-18T08:00:00Z: sign in again"_s;
    scene.engine().putInstance(trouble);
    const auto reported = [this] {
        QStringList texts;
        for (const auto *label : window.findChild<InstancesPage *>()->card(u"edge"_s)->findChildren<QLabel *>())
            texts.append(label->text());
        return texts.join(u'\n');
    };
    EXPECT_TRUE(reported().contains(u"2026-11-18 13:30:00 (Asia/Kolkata)"_s)) << reported().toStdString();
    window.newWatch();
    const auto times = [this] {
        QStringList tips;
        for (const auto *chip : window.findChild<NewWatchDialog *>()->findChildren<QAbstractButton *>())
            tips.append(chip->toolTip());
        return tips.join(u'\n');
    };
    const auto soon = [&](const QByteArray &zone) { return momentText(at + 5min, at, QTimeZone(zone)); };
    EXPECT_TRUE(times().contains(soon("Asia/Kolkata"))) << times().toStdString();
    ASSERT_TRUE(preferences.change([](Preferences &now) { now.timeZone = "UTC"; }));
    EXPECT_TRUE(times().contains(soon("UTC"))) << times().toStdString();
    EXPECT_TRUE(reported().contains(u"2026-11-18 08:00:00 (UTC)"_s)) << reported().toStdString();
    EXPECT_TRUE(facts().contains(registered("UTC"))) << facts().toStdString();
    QStringList spoken;
    const auto groups = board().model();
    for (int group = 0; group < groups->rowCount(); ++group) {
        const auto parent = groups->index(group, 0);
        for (int row = 0; row < groups->rowCount(parent); ++row)
            spoken.append(groups->index(row, 0, parent).data(Qt::AccessibleTextRole).toString());
    }
    EXPECT_TRUE(spoken.join(u'\n').contains(ended("UTC"))) << spoken.join(u'\n').toStdString();
    EXPECT_FALSE(spoken.join(u'\n').contains(ended("Asia/Kolkata")));
}

TEST_F(DesktopIntegrationTest, ShortcutsAreShownAsConfigured)
{
    const auto buttons = window.findChildren<QPushButton *>();
    const auto says = [&buttons](const QString &text) {
        return std::ranges::any_of(buttons, [&text](const QPushButton *button) {
            return button->text().endsWith(text) || button->toolTip().contains(text);
        });
    };
    EXPECT_TRUE(says(u"Ctrl K"_s));
    EXPECT_TRUE(says(u"(Ctrl+N)"_s));
    ASSERT_TRUE(preferences.change([](Preferences &now) {
        now.shortcuts = {{u"window.findAnything"_s, u"Ctrl+P"_s}, {u"window.newWatch"_s, QString()}};
    }));
    EXPECT_TRUE(says(u"Ctrl P"_s));
    EXPECT_FALSE(says(u"Ctrl K"_s));
    EXPECT_FALSE(says(u"(Ctrl+N)"_s));
}

TEST_F(DesktopIntegrationTest, PreferencesApplyToThePolicyImmediately)
{
    window.hide();
    ASSERT_TRUE(preferences.change([](Preferences &now) { now.notifications.kinds.fill(false); }));
    fail(u"new1"_s);
    EXPECT_THAT(desktop.shown, IsEmpty());
}

} // namespace lynceus::test
