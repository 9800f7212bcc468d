#include "tests/gui/shell/desktopscene.h"

#include <QMessageBox>

namespace lynceus::test {

using namespace Qt::StringLiterals;

namespace {

/// A desktop without a tray, with a window in which watches are running.
class QuitTest : public DesktopIntegrationTest
{
protected:
    void SetUp() override
    {
        panel.offered = false;
        DesktopIntegrationTest::SetUp();
        integration.tray().check();
    }
    void quitByMenu() { window.commands().named("window.quit"_L1)->trigger(); }
    QMessageBox *question()
    {
        for (auto *box : window.findChildren<QMessageBox *>()) {
            if (box->isVisible())
                return box;
        }
        return nullptr;
    }
    void answer(const QString &text)
    {
        auto *box = question();
        ASSERT_NE(box, nullptr);
        const auto buttons = box->buttons();
        const auto button = std::ranges::find(buttons, text, &QAbstractButton::text);
        ASSERT_NE(button, buttons.end()) << text.toStdString();
        (*button)->click();
        drainEvents();
    }
};

} // namespace

TEST_F(QuitTest, AsksOnceWithRunningWatchesAndRemembersTheAnswer)
{
    quitByMenu();
    quitByMenu();
    ASSERT_NE(question(), nullptr);
    EXPECT_EQ(window.findChildren<QMessageBox *>().size(), 1);
    EXPECT_EQ(endings, 0);
    answer(u"Stop watching"_s);
    EXPECT_EQ(endings, 1);
    EXPECT_FALSE(preferences.now().watchesGoOn);
    EXPECT_TRUE(preferences.now().askedOnQuit);
    EXPECT_FALSE(storedPreferences(folder.filePath(u"preferences.json"_s)).watchesGoOn)
        << "the value that applies after the engine ended";
    quitByMenu();
    EXPECT_EQ(question(), nullptr);
    EXPECT_EQ(endings, 2);
}

TEST_F(QuitTest, ClosingAsksAndEscapeCancels)
{
    window.close();
    drainEvents();
    EXPECT_TRUE(window.isVisible());
    ASSERT_NE(question(), nullptr);
    EXPECT_EQ(question()->defaultButton()->text(), u"Keep watching in the background"_s);
    QTest::keyClick(question(), Qt::Key_Escape);
    drainEvents();
    EXPECT_EQ(question(), nullptr);
    EXPECT_EQ(endings, 0);
    EXPECT_FALSE(preferences.now().askedOnQuit) << "nothing was chosen";
    window.close();
    answer(u"Keep watching in the background"_s);
    EXPECT_EQ(endings, 1);
    EXPECT_TRUE(preferences.now().watchesGoOn);
}

TEST_F(QuitTest, DoesNotAskWithoutRunningWatches)
{
    const auto watches = scene.engine().watches();
    for (const auto &watch : watches) {
        if (!watch.isOver())
            scene.engine().putWatch(ended(watch, Outcome::Deployed));
    }
    drainEvents();
    quitByMenu();
    EXPECT_EQ(question(), nullptr);
    EXPECT_EQ(endings, 1);
}

TEST_F(QuitTest, ReportsIfTheAnswerCannotBeSaved)
{
    ASSERT_TRUE(QDir().mkpath(folder.filePath(u"preferences.json"_s)));
    quitByMenu();
    answer(u"Stop watching"_s);
    EXPECT_EQ(endings, 0) << "the background service would continue";
    EXPECT_TRUE(notice().contains(u"nothing was changed"_s)) << notice().toStdString();
    quitByMenu();
    answer(u"Keep watching in the background"_s);
    EXPECT_EQ(endings, 1) << "which happens anyway";
}

} // namespace lynceus::test
