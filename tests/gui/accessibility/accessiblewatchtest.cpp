#include "tests/gui/accessibility/completewindow.h"
#include "tests/gui/accessibility/reader.h"
#include "tests/support/watchmaker.h"
#include "tests/support/windowscene.h"

#include <QApplication>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace lynceus::test {

using namespace Qt::StringLiterals;
using testing::HasSubstr;

TEST(AccessibleWatch, WatchIsStartedAndItsVerdictAnnounced)
{
    WindowScene scene;
    CompleteWindow complete(scene.engine(), scene.clock());
    Reader::press(QAccessible::Button, u"New watch"_s);
    Reader::type(u"Image reference or application name"_s, u"ghcr.io/acme/shop-web:1.6.0"_s);
    const auto offered = Reader::rows(QAccessible::List, u"Applications that use this image"_s);
    ASSERT_EQ(offered.size(), 2) << offered.join(u'\n').toStdString();
    const auto staging = offered.indexOf(offered.filter(u"on staging"_s).value(0));
    const auto production = 1 - staging;
    EXPECT_THAT(offered.at(production).toStdString(), HasSubstr("shop-web on production, now 1.4.0"));
    EXPECT_FALSE(Reader::isTicked(u"Applications that use this image"_s, int(production)))
        << "the user did not select it";
    EXPECT_THAT(offered.at(staging).toStdString(), HasSubstr("already watched"));
    EXPECT_FALSE(Reader::isTicked(u"Applications that use this image"_s, int(staging)));
    Reader::tick(u"Applications that use this image"_s, int(staging)); // watch it again
    EXPECT_FALSE(Reader::isTicked(u"Applications that use this image"_s, int(production)));
    EXPECT_TRUE(Reader::isTicked(u"Applications that use this image"_s, int(staging)));
    Reader::press(QAccessible::Button, u"Watch"_s);
    ASSERT_TRUE(waitUntil([&scene] { return scene.engine().requested().size() == 1; }));
    EXPECT_EQ(scene.engine().requested().front().application.instance, u"staging"_s);
    complete.window.activateWindow(); // as a desktop does when a dialog closes
    ASSERT_TRUE(waitUntil([] { return QApplication::activeWindow() != nullptr; }));
    const auto watches = scene.engine().watches();
    const auto made = std::ranges::find_if(
        watches, [](const WatchRecord &watch) { return watch.request.images.front().tag == u"1.6.0"_s; });
    ASSERT_NE(made, watches.end());
    scene.engine().putWatch(rolling(*made, 1, 3));
    EXPECT_EQ(Reader::calledOut(), QString()) << "progress is not announced";
    scene.engine().putWatch(failing(*made));
    EXPECT_THAT(Reader::calledOut().toStdString(), HasSubstr("shop-web on staging: failing. "));
    scene.engine().putWatch(ended(rolling(*made, 3, 3), Outcome::Deployed));
    EXPECT_THAT(Reader::calledOut().toStdString(), HasSubstr("shop-web on staging: deployed. "));
}

TEST(AccessibleWatch, WatchesThatEndedBeforeTheStartAreNotAnnounced)
{
    WindowScene scene; // contains two verdicts and a failing watch
    CompleteWindow complete(scene.engine(), scene.clock());
    EXPECT_EQ(Reader::calledOut(), QString());
}

} // namespace lynceus::test
