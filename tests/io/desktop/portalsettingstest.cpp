#include "core/io/desktop/portalsettings.h"

#ifdef LYNCEUS_DBUS

#include "core/io/desktop/logindsleep.h"
#include "tests/support/privatebus.h"
#include "tests/support/waiting.h"

#include <QDBusArgument>
#include <QDBusContext>
#include <QDBusMessage>
#include <QDBusMetaType>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

using namespace Qt::StringLiterals;

namespace lynceus {

namespace {

struct Accent
{
    double red = 0;
    double green = 0;
    double blue = 0;
};

QDBusArgument &operator<<(QDBusArgument &argument, const Accent &accent)
{
    argument.beginStructure();
    argument << accent.red << accent.green << accent.blue;
    argument.endStructure();
    return argument;
}

const QDBusArgument &operator>>(const QDBusArgument &argument, Accent &accent)
{
    argument.beginStructure();
    argument >> accent.red >> accent.green >> accent.blue;
    argument.endStructure();
    return argument;
}

constexpr auto kSpace = "org.freedesktop.appearance"_L1;
constexpr auto kGnomeSpace = "org.gnome.desktop.interface"_L1;

/// Fakes the desktop portal.
class FakePortal final : public QObject, protected QDBusContext
{
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.portal.Settings")
public:
    explicit FakePortal(const QDBusConnection &bus)
        : m_bus(bus)
    {
        m_bus.registerObject(u"/org/freedesktop/portal/desktop"_s, this, QDBusConnection::ExportScriptableContents);
    }

    void appear() { EXPECT_TRUE(m_bus.registerService(u"org.freedesktop.portal.Desktop"_s)); }
    void vanish() { EXPECT_TRUE(m_bus.unregisterService(u"org.freedesktop.portal.Desktop"_s)); }

    QVariantMap values;
    QVariantMap gnomeValues;
    QStringList asked;
    bool hangs = false;

public Q_SLOTS:
    Q_SCRIPTABLE QMap<QString, QVariantMap> ReadAll(const QStringList &spaces)
    {
        asked += spaces;
        setDelayedReply(hangs);
        return {{kSpace, values}, {kGnomeSpace, gnomeValues}, {u"org.gnome.other"_s, {{u"color-scheme"_s, 2U}}}};
    }

Q_SIGNALS:
    Q_SCRIPTABLE void SettingChanged(const QString &space, const QString &key, const QDBusVariant &value);

private:
    QDBusConnection m_bus;
};

class PortalSettingsTest : public testing::Test
{
protected:
    void SetUp() override
    {
        qDBusRegisterMetaType<Accent>();
        qRegisterMetaType<QDBusVariant>(); // without this, Qt does not forward the fake's signals
        ASSERT_TRUE(bus.isRunning());
        portal = std::make_unique<FakePortal>(bus.connection());
    }

    [[nodiscard]] bool becomes(const DesktopSettings &settings, const Appearance &wanted)
    {
        return test::waitUntil([&] { return settings.appearance() == wanted; });
    }

    test::PrivateBus bus;
    std::unique_ptr<FakePortal> portal;
};

} // namespace

TEST_F(PortalSettingsTest, ReadsSchemeAccentAndContrastWithOneCall)
{
    portal->values = {{u"color-scheme"_s, 1U}, {u"contrast"_s, 1U}};
    portal->values.insert(u"accent-color"_s, QVariant::fromValue(Accent{0, 0.5, 1}));
    portal->appear();
    const PortalSettings settings(bus.connection());
    EXPECT_EQ(settings.appearance(), Appearance{});
    EXPECT_TRUE(becomes(settings, {Appearance::Scheme::Dark, 0x0080ffU, true}));
    EXPECT_EQ(portal->asked, (QStringList{kSpace, kGnomeSpace}));
}

TEST_F(PortalSettingsTest, FollowsChangesAndIgnoresOtherNamespaces)
{
    portal->appear();
    const PortalSettings settings(bus.connection());
    ASSERT_TRUE(test::waitUntil([&] { return !portal->asked.isEmpty(); }));
    Q_EMIT portal->SettingChanged(u"org.gnome.other"_s, u"color-scheme"_s, QDBusVariant(1U));
    Q_EMIT portal->SettingChanged(kSpace, u"color-scheme"_s, QDBusVariant(2U));
    EXPECT_TRUE(becomes(settings, {Appearance::Scheme::Light, {}, false}));
    Q_EMIT portal->SettingChanged(kSpace, u"accent-color"_s, QDBusVariant(QVariant::fromValue(Accent{1, 1, 0})));
    EXPECT_TRUE(becomes(settings, {Appearance::Scheme::Light, 0xffff00U, false}));
    Q_EMIT portal->SettingChanged(kSpace, u"accent-color"_s, QDBusVariant(QVariant::fromValue(Accent{-1, 1, 0})));
    EXPECT_TRUE(becomes(settings, {Appearance::Scheme::Light, {}, false}));
}

TEST_F(PortalSettingsTest, ReadsAndFollowsTheTextScalingOfGnome)
{
    portal->gnomeValues = {{u"text-scaling-factor"_s, 1.5}, {u"color-scheme"_s, u"prefer-dark"_s}};
    portal->appear();
    const PortalSettings settings(bus.connection());
    EXPECT_TRUE(becomes(settings, {.textScale = 1.5}));
    Q_EMIT portal->SettingChanged(kGnomeSpace, u"text-scaling-factor"_s, QDBusVariant(1.25));
    EXPECT_TRUE(becomes(settings, {.textScale = 1.25}));
    Q_EMIT portal->SettingChanged(kSpace, u"text-scaling-factor"_s, QDBusVariant(2.0));
    Q_EMIT portal->SettingChanged(kGnomeSpace, u"contrast"_s, QDBusVariant(1U));
    Q_EMIT portal->SettingChanged(kGnomeSpace, u"text-scaling-factor"_s, QDBusVariant(40.0));
    EXPECT_TRUE(becomes(settings, {})) << "no value is that large";
    Q_EMIT portal->SettingChanged(kGnomeSpace, u"text-scaling-factor"_s, QDBusVariant(0.75));
    EXPECT_TRUE(becomes(settings, {.textScale = 0.75}));
    Q_EMIT portal->SettingChanged(kGnomeSpace, u"text-scaling-factor"_s, QDBusVariant(u"large"_s));
    EXPECT_TRUE(becomes(settings, {}));
}

TEST_F(PortalSettingsTest, InvalidValuesAreIgnored)
{
    portal->values = {
        {u"color-scheme"_s, u"dark"_s}, {u"accent-color"_s, QStringList{u"red"_s}}, {u"contrast"_s, u"much"_s}};
    portal->appear();
    const PortalSettings settings(bus.connection());
    ASSERT_TRUE(test::waitUntil([&] { return !portal->asked.isEmpty(); }));
    Q_EMIT portal->SettingChanged(kSpace, u"contrast"_s, QDBusVariant(1U));
    EXPECT_TRUE(becomes(settings, {Appearance::Scheme::NoPreference, {}, true}));
}

TEST_F(PortalSettingsTest, QueriesAPortalThatStartsLateOrRestarts)
{
    const PortalSettings settings(bus.connection());
    portal->values = {{u"color-scheme"_s, 1U}};
    portal->appear();
    EXPECT_TRUE(becomes(settings, {Appearance::Scheme::Dark, {}, false}));
    portal->vanish();
    portal->values = {{u"color-scheme"_s, 2U}};
    portal->appear();
    EXPECT_TRUE(becomes(settings, {Appearance::Scheme::Light, {}, false}));
}

TEST_F(PortalSettingsTest, HangingPortalBlocksNothing)
{
    portal->hangs = true;
    portal->appear();
    const PortalSettings settings(bus.connection());
    ASSERT_TRUE(test::waitUntil([&] { return !portal->asked.isEmpty(); }));
    Q_EMIT portal->SettingChanged(kSpace, u"color-scheme"_s, QDBusVariant(1U));
    EXPECT_TRUE(becomes(settings, {Appearance::Scheme::Dark, {}, false}));
}

TEST_F(PortalSettingsTest, HasNoPreferencesWithoutABus)
{
    const PortalSettings settings(QDBusConnection(u"never connected"_s));
    test::drainEvents();
    EXPECT_EQ(settings.appearance(), Appearance{});
}

TEST(LogindSleepTest, ReportsSleepAndWakeOnceEach)
{
    test::PrivateBus bus;
    auto logind = bus.connection();
    ASSERT_TRUE(logind.registerService(u"org.freedesktop.login1"_s));
    LogindSleep watch(bus.connection());
    QStringList reported;
    QObject::connect(&watch, &SleepWatch::goingToSleep, &watch, [&reported] { reported.append(u"sleep"_s); });
    QObject::connect(&watch, &SleepWatch::wokeUp, &watch, [&reported] { reported.append(u"woke"_s); });
    const auto say = [](QDBusConnection &from, bool start) {
        auto signal = QDBusMessage::createSignal(u"/org/freedesktop/login1"_s, u"org.freedesktop.login1.Manager"_s,
                                                 u"PrepareForSleep"_s);
        signal << start;
        from.send(signal);
    };
    auto stranger = bus.connection();
    say(stranger, true); // only signals from logind count
    say(logind, false);
    say(logind, true);
    say(logind, true);
    say(logind, false);
    EXPECT_TRUE(test::waitUntil([&reported] { return reported.size() >= 2; }));
    test::drainEvents();
    EXPECT_EQ(reported, (QStringList{u"sleep"_s, u"woke"_s}));
}

} // namespace lynceus

#include "portalsettingstest.moc"

#endif
