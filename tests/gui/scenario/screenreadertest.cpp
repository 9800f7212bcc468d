#include "tests/gui/scenario/screenreader.h"

#include "tests/gui/scenario/player.h"

#ifdef LYNCEUS_DBUS

#include "tests/support/waiting.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

using namespace Qt::StringLiterals;

namespace lynceus::test {

TEST(ScreenReaderOnABus, AWatchIsStartedAndItsVerdictHeard)
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
    // Offered for production, because staging is watched already; we want it the other way round.
    const auto offered = reader.namesIn(list);
    for (const auto &place : {u"on production"_s, u"on staging"_s}) {
        const auto row = offered.filter(place);
        ASSERT_EQ(row.size(), 1) << offered.join(u'\n').toStdString();
        ASSERT_TRUE(reader.act(reader.find(u"list item"_s, row.front()), u"Toggle"_s))
            << reader.picture().toStdString();
    }
    ASSERT_TRUE(reader.act(reader.find(u"push button"_s, u"Watch"_s), u"Press"_s));

    window.activate();
    window.fail();
    ASSERT_TRUE(waitUntil([&reader] { return !reader.heard().isEmpty(); })) << window.output().toStdString();
    EXPECT_THAT(reader.heard().front().toStdString(), testing::HasSubstr("shop-web on staging: failed. "));
}

} // namespace lynceus::test

#endif
