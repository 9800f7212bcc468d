#include "core/io/desktop/freedesktopnotifications.h"

#ifdef LYNCEUS_DBUS

#include "core/domain/text/visibletext.h"
#include "core/io/desktop/desktopidentity.h"
#include "core/io/log/categories.h"

#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace lynceus {

namespace {

constexpr auto kService = "org.freedesktop.Notifications"_L1;
constexpr auto kPath = "/org/freedesktop/Notifications"_L1;
constexpr auto kInterface = "org.freedesktop.Notifications"_L1;
constexpr auto kDefault = "default"_L1; // action for a click on the notification itself

// Services may hang for half a minute while a desktop starts. A shorter timeout would show notifications twice; nothing
// waits for the answer.
constexpr int kAnswerMs = 45'000;
constexpr int kServersChoice = -1; // display time

/// Services that show no button for the default action. For others it is only offered once, because most list it beside
/// the buttons (mako, dunst, LXQt).
bool hidesDefault(const QString &service)
{
    constexpr std::array kServices{"gnome-shell"_L1, "Plasma"_L1, "cinnamon"_L1, "Notification Daemon"_L1};
    return std::ranges::find(kServices, service) != kServices.end();
}

QDBusMessage callOf(const QString &method)
{
    return QDBusMessage::createMethodCall(kService, kPath, kInterface, method);
}

} // namespace

FreedesktopNotifications::FreedesktopNotifications(const QDBusConnection &bus, QObject *parent)
    : DesktopNotifications(parent)
    , m_bus(bus)
    , m_watcher(kService, m_bus, QDBusServiceWatcher::WatchForOwnerChange)
{
    if (!m_bus.isConnected())
        return;
    connect(&m_watcher, &QDBusServiceWatcher::serviceOwnerChanged, this, &FreedesktopNotifications::serviceChanged);
    m_bus.connect(kService, kPath, kInterface, u"ActionInvoked"_s, this, SLOT(takeAction(uint, QString)));
    m_bus.connect(kService, kPath, kInterface, u"ActivationToken"_s, this, SLOT(takeToken(uint, QString)));
    m_bus.connect(kService, kPath, kInterface, u"NotificationClosed"_s, this, SLOT(takeClosed(uint, uint)));
}

void FreedesktopNotifications::show(const QString &slot, const DesktopNotification &notification)
{
    auto &shown = m_slots[slot];
    if (shown.order == 0)
        shown.order = ++m_newest;
    shown.wanted = notification;
    send(slot);
}

void FreedesktopNotifications::withdraw(const QString &slot)
{
    const auto found = m_slots.find(slot);
    if (found == m_slots.end())
        return;
    if (found->calling) { // its id is unknown: close it when it arrives
        found->wanted.reset();
        found->underWay.reset();
        return;
    }
    const auto id = found->id;
    m_slots.erase(found);
    if (id != 0)
        close(id);
}

void FreedesktopNotifications::close(uint id)
{
    auto call = callOf(u"CloseNotification"_s);
    call << id;
    m_bus.asyncCall(call, kAnswerMs); // an error means that it is closed already
}

void FreedesktopNotifications::askService()
{
    if (m_asking > 0)
        return;
    const auto ask = [this](const QString &method, auto take) {
        ++m_asking;
        auto *answer = new QDBusPendingCallWatcher(m_bus.asyncCall(callOf(method), kAnswerMs), this);
        connect(answer, &QDBusPendingCallWatcher::finished, this, [this, answer, take] {
            answer->deleteLater();
            take(*answer);
            if (--m_asking > 0)
                return;
            const bool came = std::exchange(m_cameMeanwhile, false);
            const bool isAnother = std::exchange(m_askedAnother, false);
            if (isAnother)
                m_capabilities.reset();
            if (isAnother || (came && !m_capabilities))
                askService();
            else
                takeService();
        });
    };
    m_hidesDefault = false;
    ask(u"GetServerInformation"_s, [this](const QDBusPendingCall &answer) {
        const QDBusPendingReply<QString, QString, QString, QString> reply = answer;
        m_hidesDefault = !reply.isError() && hidesDefault(reply.argumentAt<0>());
    });
    ask(u"GetCapabilities"_s, [this](const QDBusPendingCall &answer) {
        const QDBusPendingReply<QStringList> reply = answer;
        if (reply.isError())
            qCInfo(logDesktop) << "notification service:" << reply.error().name();
        else
            m_capabilities = reply.value();
    });
}

void FreedesktopNotifications::takeService()
{
    const auto names = slotsInOrder();
    for (const auto &name : names) {
        if (m_capabilities)
            send(name);
        else
            refused(name);
    }
}

void FreedesktopNotifications::send(const QString &name)
{
    const auto found = m_slots.find(name);
    if (found == m_slots.end() || !found->wanted || found->calling)
        return;
    if (!m_bus.isConnected())
        return refused(name);
    if (!m_capabilities || m_asking > 0)
        return askService();
    found->underWay = std::exchange(found->wanted, {});
    found->calling = true;
    auto call = callOf(u"Notify"_s);
    call.setArguments(arguments(*found, *found->underWay));
    auto *answer = new QDBusPendingCallWatcher(m_bus.asyncCall(call, kAnswerMs), this);
    connect(answer, &QDBusPendingCallWatcher::finished, this, [this, answer, name] {
        answer->deleteLater();
        takeAnswer(name, *answer);
    });
}

void FreedesktopNotifications::takeAnswer(const QString &name, const QDBusPendingCall &call)
{
    const QDBusPendingReply<uint> reply = call;
    auto &slot = m_slots[name];
    slot.calling = false;
    const auto given = std::exchange(slot.underWay, {});
    if (reply.isError() || reply.value() == 0) {
        qCInfo(logDesktop) << "notification service:" << reply.error().name();
        slot.id = 0;
        if (!slot.wanted)
            slot.wanted = given;
        if (slot.wanted)
            refused(name); // kept until a service is available
        else
            m_slots.remove(name);
        return;
    }
    slot.id = reply.value();
    if (!given && !slot.wanted) // withdrawn meanwhile
        return withdraw(name);
    if (given)
        slot.shown = *given;
    const auto id = slot.id;
    send(name);
    takeEarly(id);
}

/// The answer to a call that arrives before its watcher is created takes one more iteration of the event loop than a
/// signal.
void FreedesktopNotifications::keepEarly(const EarlySignal &signal)
{
    constexpr std::size_t kMost = 100; // notifications of other programs emit signals too
    if (m_early.size() < kMost && std::ranges::any_of(m_slots, [](const Slot &slot) { return slot.calling; }))
        m_early.push_back(signal);
}

void FreedesktopNotifications::takeEarly(uint id)
{
    if (m_early.empty())
        return;
    for (const auto &signal : std::exchange(m_early, {})) {
        if (signal.id != id) {
            keepEarly(signal);
            continue;
        }
        switch (signal.kind) {
        case EarlySignal::Kind::Token:
            takeToken(id, signal.text);
            break;
        case EarlySignal::Kind::Action:
            takeAction(id, signal.text);
            break;
        case EarlySignal::Kind::Closed:
            takeClosed(id, signal.reason);
            break;
        }
    }
}

void FreedesktopNotifications::refused(const QString &name)
{
    if (const auto found = m_slots.constFind(name); found != m_slots.constEnd() && found->wanted)
        Q_EMIT notShown(name, *found->wanted);
}

void FreedesktopNotifications::serviceChanged(const QString &, const QString &before, const QString &now)
{
    if (!before.isEmpty()) // another service may have replaced it at once
        serviceWent();
    if (!now.isEmpty())
        serviceCame();
}

void FreedesktopNotifications::serviceCame()
{
    m_capabilities.reset(); // possibly another program
    m_cameMeanwhile = m_asking > 0;
    if (std::ranges::any_of(m_slots, [](const Slot &slot) { return slot.wanted.has_value(); }))
        askService();
}

void FreedesktopNotifications::serviceWent()
{
    m_capabilities.reset();
    m_askedAnother = m_asking > 0;
    m_early.clear();
    const auto names = slotsInOrder();
    for (const auto &name : names) {
        const auto found = m_slots.find(name);
        if (found == m_slots.end()) // withdrawn by a slot during this loop
            continue;
        found->id = 0;
        if (found->wanted || found->calling)
            continue;
        if (found->shown.lasting) { // it was not closed, so the user has not seen it
            found->wanted = found->shown;
        } else {
            m_slots.erase(found);
            Q_EMIT closed(name);
        }
    }
}

QVariantList FreedesktopNotifications::arguments(const Slot &slot, const DesktopNotification &notification) const
{
    QStringList actions;
    if (m_capabilities->contains("actions"_L1) && !notification.buttons.empty()) {
        actions << kDefault << visibleLine(notification.buttons.front().label);
        for (std::size_t i = m_hidesDefault ? 0 : 1; i < notification.buttons.size(); ++i)
            actions << notification.buttons[i].id << visibleLine(notification.buttons[i].label);
    }
    QVariantMap hints{{u"urgency"_s, QVariant::fromValue(static_cast<uchar>(notification.urgency))},
                      {u"desktop-entry"_s, kDesktopId}};
    if (notification.sound.isEmpty())
        hints.insert(u"suppress-sound"_s, true);
    else
        hints.insert(u"sound-name"_s, notification.sound);
    const bool markup = m_capabilities->contains("body-markup"_L1);
    const auto plain = visibleText(notification.body);
    const auto body = markup ? plain.toHtmlEscaped() : plain;
    return {u"Lynceus"_s, slot.id, QString(kDesktopId), visibleLine(notification.title), body,
            actions,      hints,   kServersChoice};
}

QString FreedesktopNotifications::slotOf(uint id) const
{
    if (id == 0)
        return {};
    const auto found = std::find_if(m_slots.begin(), m_slots.end(), [id](const Slot &slot) { return slot.id == id; });
    return found == m_slots.end() ? QString() : found.key();
}

QStringList FreedesktopNotifications::slotsInOrder() const
{
    auto names = m_slots.keys();
    std::ranges::sort(names, {}, [this](const QString &name) { return m_slots.constFind(name)->order; });
    return names;
}

void FreedesktopNotifications::takeAction(uint id, const QString &button)
{
    const auto name = slotOf(id);
    if (name.isEmpty())
        return keepEarly({EarlySignal::Kind::Action, id, button, 0}); // possibly of another program
    auto &slot = m_slots[name];
    const auto &offered = slot.shown.buttons;
    const bool known = std::ranges::any_of(offered, [&button](const auto &each) { return each.id == button; });
    if (!known && (button != kDefault || offered.empty()))
        return;
    const auto token = std::exchange(slot.token, {});
    Q_EMIT activated(name, known ? button : offered.front().id, token);
}

void FreedesktopNotifications::takeToken(uint id, const QString &token)
{
    if (const auto name = slotOf(id); !name.isEmpty())
        m_slots[name].token = token;
    else
        keepEarly({EarlySignal::Kind::Token, id, token, 0});
}

void FreedesktopNotifications::takeClosed(uint id, uint reason)
{
    const auto name = slotOf(id);
    if (name.isEmpty())
        return keepEarly({EarlySignal::Kind::Closed, id, {}, reason});
    auto &slot = m_slots[name];
    slot.id = 0;
    if (slot.calling || slot.wanted)
        return; // the next one is being sent
    m_slots.remove(name);
    Q_EMIT closed(name);
}

} // namespace lynceus

#endif
