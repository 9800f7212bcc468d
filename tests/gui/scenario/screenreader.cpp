#include "tests/gui/scenario/screenreader.h"

#ifdef LYNCEUS_DBUS

#include "tests/support/virtualdisplay.h"
#include "tests/support/waiting.h"

#include <QDBusArgument>
#include <QDBusObjectPath>
#include <QDBusPendingCallWatcher>
#include <QDBusVariant>
#include <QUuid>

#include <gtest/gtest.h>

using namespace Qt::StringLiterals;

namespace lynceus::test {

namespace {

constexpr auto kLauncher = "/usr/libexec/at-spi-bus-launcher"_L1;
constexpr auto kAccessible = "org.a11y.atspi.Accessible"_L1;
constexpr auto kRoot = "/org/a11y/atspi/accessible/root"_L1;
constexpr auto kRegistry = "org.a11y.atspi.Registry"_L1;
constexpr int kDeepest = 24;           // levels; a window has about 15
constexpr quint32 kShowing = 1U << 25; // ATSPI_STATE_SHOWING
constexpr quint32 kFocused = 1U << 12; // ATSPI_STATE_FOCUSED

} // namespace

ScreenReader::ScreenReader(PrivateBus &bus)
    : m_session(bus.connection())
{
    auto environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"DBUS_SESSION_BUS_ADDRESS"_s, bus.address());
    environment.insert(u"GSETTINGS_BACKEND"_s, u"memory"_s);
    environment.remove(u"DISPLAY"_s);
    m_launcher.setProcessEnvironment(environment);
    m_launcher.start(QString(kLauncher), {u"--launch-immediately"_s});
    QString address;
    const auto hasAddress = [this, &address] {
        const auto answer = ask(
            m_session,
            QDBusMessage::createMethodCall(u"org.a11y.Bus"_s, u"/org/a11y/bus"_s, u"org.a11y.Bus"_s, u"GetAddress"_s));
        address = answer ? answer->value(0).toString() : QString();
        return !address.isEmpty() || m_launcher.state() == QProcess::NotRunning;
    };
    EXPECT_TRUE(waitUntil(hasAddress));
    EXPECT_FALSE(address.isEmpty()) << m_launcher.readAllStandardError().constData();
    m_busName = QUuid::createUuid().toString();
    m_bus = QDBusConnection::connectToBus(address, m_busName);
    EXPECT_TRUE(
        m_bus->connect({}, {}, u"org.a11y.atspi.Event.Object"_s, u"StateChanged"_s, this, SLOT(receive(QDBusMessage))));
    // Programs send only events that are registered.
    for (const auto &event :
         {u"object:state-changed:showing"_s, u"object:state-changed:focused"_s, u"object:property-change"_s})
        std::ignore = ask({QString(kRegistry), u"/org/a11y/atspi/registry"_s}, QString(kRegistry), u"RegisterEvent"_s,
                          {event, QStringList(), QString()});
}

ScreenReader::~ScreenReader()
{
    m_bus.reset();
    QDBusConnection::disconnectFromBus(m_busName);
    end(m_launcher);
}

std::optional<QVariantList> ScreenReader::ask(const QDBusConnection &bus, const QDBusMessage &question) const
{
    const QDBusPendingCallWatcher answer(bus.asyncCall(question));
    if (!waitUntil([&answer] { return answer.isFinished(); }) || answer.isError())
        return {};
    return answer.reply().arguments();
}

QVariantList ScreenReader::ask(const AccessiblePlace &place, const QString &interface, const QString &method,
                               const QVariantList &arguments) const
{
    auto question = QDBusMessage::createMethodCall(place.service, place.path, interface, method);
    question.setArguments(arguments);
    return ask(*m_bus, question).value_or(QVariantList());
}

std::vector<AccessiblePlace> ScreenReader::childrenOf(const AccessiblePlace &place) const
{
    std::vector<AccessiblePlace> children;
    const auto answer = ask(place, QString(kAccessible), u"GetChildren"_s);
    if (answer.isEmpty())
        return children;
    const auto argument = answer.front().value<QDBusArgument>(); // a(so)
    argument.beginArray();
    while (!argument.atEnd()) {
        AccessiblePlace child;
        QDBusObjectPath path;
        argument.beginStructure();
        argument >> child.service >> path;
        argument.endStructure();
        child.path = path.path();
        children.push_back(child);
    }
    argument.endArray();
    return children;
}

bool ScreenReader::isShown(const AccessiblePlace &place) const
{
    const auto answer = ask(place, QString(kAccessible), u"GetState"_s);
    const auto states = answer.isEmpty() ? QList<uint>() : qdbus_cast<QList<uint>>(answer.front());
    return !states.isEmpty() && (states.front() & kShowing);
}

QString ScreenReader::nameOf(const AccessiblePlace &place)
{
    const auto answer = ask(place, u"org.freedesktop.DBus.Properties"_s, u"Get"_s, {QString(kAccessible), u"Name"_s});
    return answer.isEmpty() ? QString() : answer.front().value<QDBusVariant>().variant().toString();
}

AccessiblePlace ScreenReader::findBelow(const AccessiblePlace &place, const QString &role, const QString &name,
                                        int depth)
{
    const auto children = depth < kDeepest ? childrenOf(place) : std::vector<AccessiblePlace>();
    for (const auto &child : children) {
        const auto is = ask(child, QString(kAccessible), u"GetRoleName"_s).value(0).toString();
        const bool isProgram = is == "application"_L1;
        if (!isProgram && !isShown(child))
            continue;
        if (is == role && nameOf(child) == name)
            return child;
        if (is == "tree table"_L1 || is == "table"_L1 || is == "tree"_L1)
            continue; // contains thousands of cells; namesIn() reads them on request
        if (auto found = findBelow(child, role, name, depth + 1); !found.isNull())
            return found;
    }
    return {};
}

AccessiblePlace ScreenReader::find(const QString &role, const QString &name)
{
    AccessiblePlace found;
    EXPECT_TRUE(waitUntil([&] {
        found = findBelow({QString(kRegistry), QString(kRoot)}, role, name, 0);
        return !found.isNull();
    })) << role.toStdString()
        << ' ' << name.toStdString() << '\n'
        << picture().toStdString();
    return found;
}

QStringList ScreenReader::namesIn(const AccessiblePlace &place)
{
    QStringList names;
    const auto children = childrenOf(place);
    for (const auto &child : children)
        names.append(nameOf(child));
    return names;
}

bool ScreenReader::act(const AccessiblePlace &place, const QString &action)
{
    constexpr int kMostActions = 8;
    for (int at = 0; at < kMostActions; ++at) {
        const auto name = ask(place, u"org.a11y.atspi.Action"_s, u"GetName"_s, {at}).value(0).toString();
        if (name.compare(action, Qt::CaseInsensitive) == 0)
            return ask(place, u"org.a11y.atspi.Action"_s, u"DoAction"_s, {at}).value(0).toBool();
    }
    return false;
}

bool ScreenReader::type(const AccessiblePlace &place, const QString &text)
{
    return ask(place, u"org.a11y.atspi.EditableText"_s, u"SetTextContents"_s, {text}).value(0).toBool();
}

void ScreenReader::receive(const QDBusMessage &message)
{
    const AccessiblePlace place{message.service(), message.path()};
    if (message.arguments().value(0) == u"focused"_s && message.arguments().value(1) == 1)
        return announceFocus(place);
    if (message.arguments().value(0) != u"showing"_s || message.arguments().value(1) != 1)
        return;
    auto question = QDBusMessage::createMethodCall(place.service, place.path, QString(kAccessible), u"GetRoleName"_s);
    auto *answer = new QDBusPendingCallWatcher(m_bus->asyncCall(question), this);
    ++m_asked;
    connect(answer, &QDBusPendingCallWatcher::finished, this, [this, answer, place] {
        answer->deleteLater();
        --m_asked;
        if (!answer->isError() && answer->reply().arguments().value(0).toString() == "notification"_L1)
            m_announcements.append(nameOf(place));
    });
}

/// D-Bus delivers the replies of one program in the order of the calls.
void ScreenReader::announceFocus(const AccessiblePlace &place)
{
    const auto event = m_events.size();
    m_events.emplace_back();
    auto question =
        QDBusMessage::createMethodCall(place.service, place.path, u"org.freedesktop.DBus.Properties"_s, u"Get"_s);
    question.setArguments({QString(kAccessible), u"Name"_s});
    follow(question, [this, event](const QVariantList &arguments) {
        const auto name = arguments.value(0).value<QDBusVariant>().variant().toString();
        m_focused.append(name);
        if (event < m_events.size())
            m_events[event].name = name;
    });
    follow(QDBusMessage::createMethodCall(place.service, place.path, QString(kAccessible), u"GetRoleName"_s),
           [this, event](const QVariantList &arguments) {
               if (event < m_events.size())
                   m_events[event].role = arguments.value(0).toString();
           });
    follow(QDBusMessage::createMethodCall(place.service, place.path, QString(kAccessible), u"GetState"_s),
           [this, event](const QVariantList &arguments) {
               const auto states = qdbus_cast<QList<uint>>(arguments.value(0));
               if (event >= m_events.size() || states.isEmpty())
                   return;
               m_events[event].isFocused = states.front() & kFocused;
               m_events[event].isShown = states.front() & kShowing;
           });
}

void ScreenReader::follow(const QDBusMessage &question, const std::function<void(const QVariantList &)> &take)
{
    auto *answer = new QDBusPendingCallWatcher(m_bus->asyncCall(question), this);
    ++m_asked;
    connect(answer, &QDBusPendingCallWatcher::finished, this, [this, answer, take] {
        answer->deleteLater();
        --m_asked;
        if (!answer->isError())
            take(answer->reply().arguments());
    });
}

void ScreenReader::settle()
{
    // Events are sent before the replies, but may be delivered after them.
    for (int turn = 0; turn < 2; ++turn) {
        const auto programs = childrenOf({QString(kRegistry), QString(kRoot)});
        for (const auto &program : programs)
            std::ignore = nameOf(program);
        drainEvents();
        EXPECT_TRUE(waitUntil([this] { return m_asked == 0; }));
    }
}

QString ScreenReader::picture()
{
    QString picture;
    draw({QString(kRegistry), QString(kRoot)}, 0, picture);
    return picture;
}

void ScreenReader::draw(const AccessiblePlace &place, int depth, QString &picture)
{
    const auto role = ask(place, QString(kAccessible), u"GetRoleName"_s).value(0).toString();
    picture +=
        QString(depth * 2, u' ') + role + u" “"_s + nameOf(place) + (isShown(place) ? u"”\n"_s : u"” (hidden)\n"_s);
    if (depth > kDeepest)
        return;
    const auto children = childrenOf(place);
    for (const auto &child : children)
        draw(child, depth + 1, picture);
}

} // namespace lynceus::test

#endif
