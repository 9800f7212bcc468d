#include "tests/gui/scenario/screenreader.h"

#include "tests/gui/scenario/player.h"

#ifdef LYNCEUS_DBUS

#include "tests/support/waiting.h"

#include <algorithm>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

using namespace Qt::StringLiterals;

namespace lynceus::test {

TEST(ScreenReaderOnABus, AnnouncesAWatchAndItsVerdict)
{
    PrivateBus bus;
    const VirtualDisplay display;
    ScreenReader reader(bus);
    ASSERT_TRUE(reader.isConnected());
    PlayedWindow window(bus, display, PlayedWindow::Bridge::Accessibility);

    ASSERT_TRUE(reader.act(reader.find(u"push button"_s, u"New watch"_s), u"Press"_s));
    const auto field = reader.find(u"text"_s, u"Image reference or application name"_s);
    ASSERT_TRUE(reader.type(field, u"ghcr.io/acme/shop-web:1.6.0"_s)) << reader.picture().toStdString();
    const auto list = reader.find(u"list"_s, u"Applications that use this image"_s);
    ASSERT_TRUE(waitUntil([&] { return reader.namesIn(list).size() == 2; })) << reader.picture().toStdString();
    // Neither row is ticked: staging is already watched, and production is never suggested.
    const auto row = reader.namesIn(list).filter(u"on staging"_s);
    ASSERT_EQ(row.size(), 1) << reader.namesIn(list).join(u'\n').toStdString();
    ASSERT_TRUE(reader.act(reader.find(u"list item"_s, row.front()), u"Toggle"_s)) << reader.picture().toStdString();
    ASSERT_TRUE(reader.act(reader.find(u"push button"_s, u"Watch"_s), u"Press"_s));

    window.activate();
    window.fail();
    ASSERT_TRUE(waitUntil([&reader] { return !reader.announcements().isEmpty(); })) << window.output().toStdString();
    EXPECT_THAT(reader.announcements().front().toStdString(), testing::HasSubstr("shop-web on staging: failed. "));
}

namespace {

/// Names of rows in the resource tree consist of name and kind; those on the board of name and instance.
bool isOfTree(const QString &name)
{
    const auto kinds = {u"Deployment"_s, u"ReplicaSet"_s, u"Pod"_s, u"Job"_s, u"Service"_s};
    return !name.contains(u" on "_s)
        && std::ranges::any_of(kinds, [&name](const QString &kind) { return name.contains(kind); });
}

std::string spoken(const ScreenReader &reader)
{
    return reader.focused().join(u'\n').toStdString();
}

} // namespace

// Qt's views announce a change of the current row even without the focus, so the tree drew the screen reader away from
// the board.
TEST(ScreenReaderOnABus, AnnouncesOnlyRowsOfTheFocusedWidget)
{
    PrivateBus bus;
    const VirtualDisplay display;
    ScreenReader reader(bus);
    ASSERT_TRUE(reader.isConnected());
    PlayedWindow window(bus, display, PlayedWindow::Bridge::Accessibility);
    window.activate();
    std::ignore = reader.find(u"push button"_s, u"New watch"_s); // waits until the window's events are reported
    const auto receives = [&reader](const QString &words) {
        return waitUntil([&] { return !reader.focused().isEmpty() && reader.focused().last().contains(words); });
    };
    window.press(Qt::Key_Down); // selects another watch with another tree
    ASSERT_TRUE(receives(u"orders on production"_s)) << spoken(reader);
    window.press(Qt::Key_Up);
    ASSERT_TRUE(receives(u"shop-api on staging"_s)) << spoken(reader);
    EXPECT_TRUE(std::ranges::none_of(reader.focused(), isOfTree)) << spoken(reader);
    reader.forgetFocused();
    window.press(Qt::Key_F6);
    ASSERT_TRUE(waitUntil([&] { return std::ranges::any_of(reader.focused(), isOfTree); })) << spoken(reader);
    ASSERT_TRUE(isOfTree(reader.focused().last())) << spoken(reader);
    const auto entered = reader.focused().last();
    window.press(Qt::Key_Down);
    ASSERT_TRUE(waitUntil([&] { return reader.focused().last() != entered; })) << spoken(reader);
    EXPECT_TRUE(isOfTree(reader.focused().last())) << spoken(reader);
    window.press(Qt::Key_F6);
    ASSERT_TRUE(receives(u"shop-api on staging"_s)) << spoken(reader);
}

} // namespace lynceus::test

#endif
