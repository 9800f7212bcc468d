#include "app/gui/wallboard/wallboard.h"

#include "app/gui/environments/environments.h"
#include "app/gui/releases/boardarrangement.h"
#include "app/gui/releases/boardview.h"
#include "app/gui/wallboard/freshnessstrip.h"
#include "tests/gui/accessibility/contrastdevice.h"
#include "tests/gui/teamservermaker.h"
#include "tests/support/waiting.h"
#include "tests/support/watchmaker.h"
#include "tests/support/windowscene.h"

#include <QApplication>
#include <QLabel>
#include <QPointer>
#include <QTest>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace lynceus::test {

namespace {

class WallboardTest : public ::testing::Test
{
protected:
    void open(QSize size = {1'920, 1'080})
    {
        m_scene.engine().start();
        m_board = new Wallboard(m_scene.engine(), m_scene.clock(), QTimeZone("UTC"), m_environments);
        m_board->setAttribute(Qt::WA_DeleteOnClose);
        m_board->resize(size);
        m_board->show();
        m_board->activateWindow();
        drainEvents();
    }
    QLabel &label(const QString &name) { return *m_board->findChild<QLabel *>(name); }
    /// The visible rows: group titles and names, one per row.
    QStringList rows()
    {
        const auto &view = *m_board->findChild<BoardView *>();
        QStringList rows;
        for (auto index = view.indexAt(QPoint(1, 1)); index.isValid(); index = view.indexBelow(index))
            rows.append(index.data().toString());
        return rows;
    }
    QStringList painted()
    {
        ContrastDevice device(m_board->size());
        m_board->render(&device);
        QStringList texts;
        for (const auto &text : device.texts())
            texts.append(text.text);
        return texts;
    }
    void signOut(const QString &id)
    {
        auto state = m_scene.engine().instances()[id];
        state.connection = Connection::SignInNeeded;
        m_scene.engine().putInstance(state);
        drainEvents();
    }

    WindowScene m_scene;
    Environments m_environments{m_scene.engine(), [](const ApplicationKey &) { return nullptr; }};
    QPointer<Wallboard> m_board;
};

} // namespace

TEST_F(WallboardTest, ShowsWatchesThatNeedAttentionFirstAndTheTime)
{
    open();
    ASSERT_FALSE(rows().isEmpty());
    EXPECT_EQ(rows().front(), u"Needs attention"_s);
    EXPECT_EQ(label(u"clock"_s).text(),
              QDateTime::fromMSecsSinceEpoch(m_scene.clock().now().time_since_epoch().count(), QTimeZone("UTC"))
                  .toString(u"HH:mm"_s));
    m_scene.engine().putWatch(failing(makeWatch(u"new"_s, u"brand-new"_s)));
    drainEvents();
    EXPECT_EQ(rows().front(), u"Needs attention"_s);
    const auto before = rows().indexOf(u"In progress"_s);
    EXPECT_LT(rows().indexOf(u"brand-new"_s), before < 0 ? rows().size() : before) << "without any interaction";
    m_board->arrange({BoardGrouping::Instance, BoardSorting::Name});
    drainEvents();
    EXPECT_EQ(rows().front(), u"Needs attention"_s) << "in every arrangement";
    m_board->close();
}

// The wallboard has no user input.
TEST_F(WallboardTest, GroupsHaveNoExpander)
{
    open();
    const auto &view = *m_board->findChild<BoardView *>();
    const auto title = rows().value(0);
    ContrastDevice device(m_board->size());
    m_board->render(&device);
    const auto painted = std::ranges::find_if(
        device.texts(), [&](const PaintedText &text) { return text.text.contains(title, Qt::CaseInsensitive); });
    ASSERT_NE(painted, device.texts().end()) << qPrintable(title);
    EXPECT_LE(painted->place.left(), view.x() + 20) << "no indentation";
    m_board->close();
}

TEST_F(WallboardTest, ShowsDataAgeAndExpiredSignIns)
{
    open();
    const auto &strip = *m_board->findChild<FreshnessStrip *>();
    for (const auto &state : m_scene.engine().instances())
        EXPECT_TRUE(strip.accessibleName().contains(state.instance.name)) << state.instance.name.toStdString();
    EXPECT_FALSE(label(u"signIn"_s).isVisible());
    signOut(u"staging"_s);
    EXPECT_EQ(label(u"signIn"_s).text(), u"The sign-in to staging has expired: its rows are not updated."_s);
    EXPECT_TRUE(label(u"signIn"_s).isVisible());
    EXPECT_TRUE(strip.accessibleName().contains(u"staging · sign-in needed"_s));
    EXPECT_LT(strip.accessibleName().indexOf(u"staging"_s), strip.accessibleName().indexOf(u"production"_s))
        << "instances with problems come first: " << strip.accessibleName().toStdString();
    signOut(u"production"_s);
    EXPECT_TRUE(label(u"signIn"_s).text().contains(u"production, staging"_s));
    m_board->close();
}

TEST_F(WallboardTest, UsesLargeTextAndCountsHiddenRows)
{
    open();
    EXPECT_GT(m_board->findChild<BoardView *>()->font().pointSizeF(), QApplication::font().pointSizeF() * 1.5);
    EXPECT_TRUE(waitUntil([this] { return !label(u"more"_s).isVisible(); }));
    for (int number = 0; number < 30; ++number)
        m_scene.engine().putWatch(makeWatch(u"many%1"_s.arg(number), u"service-%1"_s.arg(number)));
    drainEvents();
    EXPECT_TRUE(waitUntil([this] { return label(u"more"_s).isVisible(); }));
    EXPECT_TRUE(label(u"more"_s).text().endsWith(u" more"_s));
    m_board->close();
}

TEST_F(WallboardTest, EscapeAndItsShortcutCloseIt)
{
    for (const auto key : {Qt::Key_Escape, Qt::Key_F11}) {
        open();
        QTest::keyClick(m_board, key);
        EXPECT_TRUE(waitUntil([this] { return m_board.isNull(); }));
    }
}

TEST_F(WallboardTest, ShowsTeamServerTasks)
{
    m_scene.engine().putTeamServer(makeTeamServer());
    m_scene.engine().putServerTasks(u"t1"_s, {makeTask(u"a-1"_s, u"from-before"_s, TaskState::Failed)});
    open();
    EXPECT_THAT(rows(), testing::Contains(u"from-before"_s));
    m_scene.engine().putServerTasks(u"t1"_s, {makeTask(u"a-2"_s, u"from-now"_s, TaskState::Failed)});
    drainEvents();
    EXPECT_THAT(rows(), testing::IsSupersetOf({u"from-before"_s, u"from-now"_s}));
    m_board->setDismissedTasks({u"task/t1/a-1"_s});
    drainEvents();
    EXPECT_THAT(rows(), testing::Not(testing::Contains(u"from-before"_s)));
    EXPECT_THAT(rows(), testing::Contains(u"from-now"_s));
    m_scene.engine().dropTeamServer(u"t1"_s);
    drainEvents();
    EXPECT_THAT(rows(), testing::Not(testing::Contains(u"from-now"_s)));
    m_board->close();
}

TEST_F(WallboardTest, ReportsThatThereAreNoWatches)
{
    const auto ids = m_scene.engine().watches().keys();
    open();
    for (const auto &id : ids)
        m_scene.engine().putWatch(ended(m_scene.engine().watches()[id], Outcome::Deployed));
    for (const auto &id : ids)
        m_scene.engine().dismissWatch(id);
    drainEvents();
    EXPECT_THAT(painted(), testing::Contains(u"No watches"_s));
    m_board->close();
}

} // namespace lynceus::test
