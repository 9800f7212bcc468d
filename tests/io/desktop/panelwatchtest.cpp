#include "core/io/desktop/panelwatch.h"

#ifdef LYNCEUS_DBUS

#include "tests/support/fakepanel.h"
#include "tests/support/privatebus.h"
#include "tests/support/waiting.h"

#include <QDBusVirtualObject>

#include <gtest/gtest.h>

using namespace Qt::StringLiterals;

namespace lynceus::test {

namespace {

constexpr auto kName = "org.kde.StatusNotifierWatcher"_L1;

/// Receives every call and answers none.
class Silence final : public QDBusVirtualObject
{
public:
    [[nodiscard]] QString introspect(const QString &) const override { return {}; }
    bool handleMessage(const QDBusMessage &, const QDBusConnection &) override
    {
        ++asked;
        return true;
    }
    int asked = 0;
};

} // namespace

TEST(PanelWatch, FollowsPanelStartAndEnd)
{
    PrivateBus bus;
    FakePanel panel(bus.connection());
    const PanelWatch watch(bus.connection());
    EXPECT_TRUE(waitUntil([&watch] { return watch.isAbsent(); }));
    EXPECT_FALSE(watch.isThere());
    for (int time = 0; time < 2; ++time) {
        panel.appear();
        EXPECT_TRUE(waitUntil([&watch] { return watch.isThere(); }));
        EXPECT_FALSE(watch.isAbsent());
        panel.vanish();
        EXPECT_TRUE(waitUntil([&watch] { return !watch.isThere() && watch.isAbsent(); }));
    }
}

TEST(PanelWatch, FindsAnExistingPanel)
{
    PrivateBus bus;
    FakePanel panel(bus.connection());
    panel.appear();
    const PanelWatch watch(bus.connection());
    EXPECT_TRUE(waitUntil([&watch] { return watch.isThere(); }));
}

TEST(PanelWatch, WatcherWithoutAHostIsNotAPanel)
{
    PrivateBus bus;
    FakePanel panel(bus.connection());
    const PanelWatch watch(bus.connection());
    panel.appear();
    ASSERT_TRUE(waitUntil([&watch] { return watch.isThere(); }));
    panel.removeHost();
    EXPECT_TRUE(waitUntil([&watch] { return !watch.isThere(); }));
    EXPECT_FALSE(watch.isAbsent());
}

TEST(PanelWatch, DoesNotWaitForAHangingPanel)
{
    PrivateBus bus;
    auto connection = bus.connection();
    Silence silence;
    connection.registerVirtualObject(u"/StatusNotifierWatcher"_s, &silence);
    ASSERT_TRUE(connection.registerService(QString(kName)));
    const PanelWatch watch(bus.connection());
    EXPECT_TRUE(waitUntil([&silence] { return silence.asked > 0; })) << "timeout: the panel watch sent no request";
    EXPECT_FALSE(watch.isThere());
    EXPECT_FALSE(watch.isAbsent()) << "another request would hang as well";
}

TEST(PanelWatch, ReportsNoPanelWithoutABus)
{
    const PanelWatch watch(QDBusConnection(u"nowhere"_s));
    EXPECT_FALSE(watch.isThere());
    EXPECT_TRUE(watch.isAbsent());
}

} // namespace lynceus::test

#endif
