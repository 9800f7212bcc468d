#include "core/io/desktop/portalsettings.h"

#ifdef LYNCEUS_DBUS

#include <QDBusArgument>
#include <QDBusMessage>
#include <QDBusMetaType>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace lynceus {

namespace {

constexpr auto kService = "org.freedesktop.portal.Desktop"_L1;
constexpr auto kPath = "/org/freedesktop/portal/desktop"_L1;
constexpr auto kInterface = "org.freedesktop.portal.Settings"_L1;
constexpr auto kSpace = "org.freedesktop.appearance"_L1;
constexpr auto kGnomeSpace = "org.gnome.desktop.interface"_L1; // GNOME's and GTK's portals
constexpr int kAnswerMs = 5'000;                               // a portal takes a second or two to start its backends

/// (ddd), each from 0 to 1; by the portal's specification, anything else means that no accent is set.
std::optional<quint32> accentFrom(const QVariant &value)
{
    if (value.userType() != qMetaTypeId<QDBusArgument>())
        return {};
    const auto argument = value.value<QDBusArgument>();
    if (argument.currentSignature() != "(ddd)"_L1)
        return {};
    double parts[3] = {};
    argument.beginStructure();
    for (auto &part : parts)
        argument >> part;
    argument.endStructure();
    quint32 colour = 0;
    for (const auto part : parts) {
        if (!(part >= 0 && part <= 1)) // also for NaN
            return {};
        colour = colour << 8 | static_cast<quint32>(std::lround(part * 255));
    }
    return colour;
}

Appearance::Scheme schemeFrom(const QVariant &value)
{
    switch (value.toUInt()) {
    case 1:
        return Appearance::Scheme::Dark;
    case 2:
        return Appearance::Scheme::Light;
    default: // "unknown values should be treated as 0"
        return Appearance::Scheme::NoPreference;
    }
}

/// The range of GNOME's setting; other values are ignored.
double textScaleFrom(const QVariant &value)
{
    bool isNumber = false;
    const double scale = value.toDouble(&isNumber);
    return isNumber && scale >= 0.5 && scale <= 3 ? scale : 1;
}

void change(Appearance &appearance, const QString &space, const QString &key, const QVariant &value)
{
    if (space == kGnomeSpace) {
        if (key == "text-scaling-factor"_L1)
            appearance.textScale = textScaleFrom(value);
        return;
    }
    if (space != kSpace)
        return;
    if (key == "color-scheme"_L1)
        appearance.scheme = schemeFrom(value);
    else if (key == "accent-color"_L1)
        appearance.accent = accentFrom(value);
    else if (key == "contrast"_L1)
        appearance.highContrast = value.toUInt() == 1;
}

} // namespace

PortalSettings::PortalSettings(const QDBusConnection &bus, QObject *parent)
    : DesktopSettings(parent)
    , m_bus(bus)
    , m_watcher(kService, m_bus, QDBusServiceWatcher::WatchForRegistration)
{
    if (!m_bus.isConnected())
        return;
    qDBusRegisterMetaType<QMap<QString, QVariantMap>>();
    qRegisterMetaType<QDBusVariant>(); // without this, the connection below would silently fail
    connect(&m_watcher, &QDBusServiceWatcher::serviceRegistered, this, &PortalSettings::ask);
    m_bus.connect(kService, kPath, kInterface, u"SettingChanged"_s, this,
                  SLOT(takeChange(QString, QString, QDBusVariant)));
    ask();
}

void PortalSettings::ask()
{
    auto call = QDBusMessage::createMethodCall(kService, kPath, kInterface, u"ReadAll"_s);
    call << QStringList{kSpace, kGnomeSpace};
    auto *answer = new QDBusPendingCallWatcher(m_bus.asyncCall(call, kAnswerMs), this);
    connect(answer, &QDBusPendingCallWatcher::finished, this, [this, answer] {
        answer->deleteLater();
        const QDBusPendingReply<QMap<QString, QVariantMap>> reply = *answer;
        if (reply.isError())
            return; // no portal, or none with settings: defaults
        Appearance read;
        const auto spaces = reply.value();
        for (auto space = spaces.begin(); space != spaces.end(); ++space) {
            for (auto setting = space->begin(); setting != space->end(); ++setting)
                change(read, space.key(), setting.key(), setting.value());
        }
        take(read);
    });
}

void PortalSettings::takeChange(const QString &space, const QString &key, const QDBusVariant &value)
{
    auto changed = appearance();
    change(changed, space, key, value.variant());
    take(changed);
}

} // namespace lynceus

#endif
