#include "tests/gui/accessibility/walk.h"
#include "tests/gui/accessibility/whole.h"
#include "tests/support/windowscene.h"

#include <QMenu>
#include <QSet>
#include <QTest>

#include <gtest/gtest.h>

namespace lynceus::test {

using namespace Qt::StringLiterals;

namespace {

void press(Whole &whole, Qt::Key key, Qt::KeyboardModifiers modifiers = {})
{
    auto *focused = whole.window.focusWidget();
    QTest::keyClick(focused ? focused : &whole.window, key, modifiers);
    drainEvents();
}

/// Through everything that Tab reaches, until it is back.
QList<QWidget *> walkedBy(Whole &whole, Qt::Key key)
{
    constexpr int kMost = 100;
    QList<QWidget *> walked;
    for (int step = 0; step < kMost; ++step) {
        auto *at = whole.window.focusWidget();
        if (walked.contains(at))
            break;
        walked.append(at);
        press(whole, key);
    }
    return walked;
}

} // namespace

TEST(Tab, GoesRoundEverythingInBothDirections)
{
    WindowScene scene;
    Whole whole(scene.engine(), scene.clock());
    whole.window.showWatch(u"w7k3f"_s);
    drainEvents();
    const auto stops = tabStops(whole.window);
    const auto forward = walkedBy(whole, Qt::Key_Tab);
    EXPECT_EQ(QSet<QWidget *>(forward.begin(), forward.end()), QSet<QWidget *>(stops.begin(), stops.end()));
    EXPECT_GT(forward.size(), 8) << "menu, screens, instances, find, New watch, board, header, tabs, filter, tree";
    EXPECT_EQ(whole.window.focusWidget(), forward.front()) << "and back to where it began";
    const auto backward = walkedBy(whole, Qt::Key_Backtab);
    EXPECT_EQ(QSet<QWidget *>(backward.begin(), backward.end()), QSet<QWidget *>(stops.begin(), stops.end()));
}

TEST(Menu, OpensWithF10AndItsFirstEntryIsChosen)
{
    WindowScene scene;
    Whole whole(scene.engine(), scene.clock());
    press(whole, Qt::Key_F10);
    const auto menus = whole.window.findChildren<QMenu *>();
    const auto open = std::ranges::find_if(menus, [](const QMenu *menu) { return menu->isVisible(); });
    ASSERT_NE(open, menus.end());
    EXPECT_EQ((*open)->activeAction(), (*open)->actions().first());
    (*open)->close();
}

} // namespace lynceus::test
