#include "tests/support/fakepanel.h"

#ifdef LYNCEUS_DBUS

#include "tests/support/waiting.h"

#include <QDBusArgument>
#include <QDBusMessage>
#include <QDBusObjectPath>
#include <QDBusPendingCallWatcher>
#include <QDBusServiceWatcher>
#include <QDBusVariant>

#include <algorithm>

#include <gtest/gtest.h>

using namespace Qt::StringLiterals;

namespace lynceus::test {

namespace {

constexpr auto kItemPath = "/StatusNotifierItem"_L1;
constexpr auto kItem = "org.kde.StatusNotifierItem"_L1;
constexpr auto kMenu = "com.canonical.dbusmenu"_L1;

/// (ia{sv}av): an entry with its subentries.
void readEntries(const QDBusArgument &argument, std::vector<FakePanel::MenuEntry> &entries)
{
    FakePanel::MenuEntry entry;
    QVariantMap properties;
    QVariantList below;
    argument.beginStructure();
    argument >> entry.id >> properties >> below;
    argument.endStructure();
    entry.label = properties.value(u"label"_s).toString();
    entry.enabled = properties.value(u"enabled"_s, true).toBool();
    if (!entry.label.isEmpty())
        entries.push_back(entry);
    for (const auto &each : below)
        readEntries(each.value<QDBusArgument>(), entries);
}

/// a(iiay): widths; checks that each picture has the right number of bytes.
std::vector<int> readPictures(const QDBusArgument &argument)
{
    std::vector<int> widths;
    argument.beginArray();
    while (!argument.atEnd()) {
        int width = 0;
        int height = 0;
        QByteArray picture;
        argument.beginStructure();
        argument >> width >> height >> picture;
        argument.endStructure();
        EXPECT_EQ(picture.size(), 4LL * width * height);
        widths.push_back(width);
    }
    argument.endArray();
    return widths;
}

} // namespace

FakePanel::FakePanel(const QDBusConnection &bus)
    : m_bus(bus)
{
    m_bus.registerObject(u"/StatusNotifierWatcher"_s, this, QDBusConnection::ExportScriptableContents);
    auto *watcher = new QDBusServiceWatcher(u"org.kde.StatusNotifierItem*"_s, m_bus,
                                            QDBusServiceWatcher::WatchForUnregistration, this);
    connect(watcher, &QDBusServiceWatcher::serviceUnregistered, this,
            [this](const QString &service) { m_items.removeAll(service); });
}

void FakePanel::appear()
{
    m_isThere = true;
    EXPECT_TRUE(m_bus.registerService(u"org.kde.StatusNotifierWatcher"_s));
    Q_EMIT StatusNotifierHostRegistered();
}

void FakePanel::vanish()
{
    m_isThere = false;
    m_items.clear();
    EXPECT_TRUE(m_bus.unregisterService(u"org.kde.StatusNotifierWatcher"_s));
}

void FakePanel::removeHost()
{
    m_isThere = false;
    Q_EMIT StatusNotifierHostUnregistered();
}

void FakePanel::RegisterStatusNotifierItem(const QString &service)
{
    m_items.append(service);
    Q_EMIT StatusNotifierItemRegistered(service);
}

void FakePanel::RegisterStatusNotifierHost(const QString &)
{
    Q_EMIT StatusNotifierHostRegistered();
}

std::optional<QVariantList> FakePanel::ask(const QDBusMessage &question)
{
    const QDBusPendingCallWatcher answer(m_bus.asyncCall(question));
    if (!waitUntil([&answer] { return answer.isFinished(); }) || answer.isError())
        return {};
    return answer.reply().arguments();
}

QVariant FakePanel::property(const QString &name)
{
    auto question =
        QDBusMessage::createMethodCall(m_items.value(0), kItemPath, u"org.freedesktop.DBus.Properties"_s, u"Get"_s);
    question << QString(kItem) << name;
    const auto answer = ask(question);
    return answer ? answer->value(0).value<QDBusVariant>().variant() : QVariant();
}

QString FakePanel::status()
{
    return property(u"Status"_s).toString();
}

QString FakePanel::toolTip()
{
    const auto tip = property(u"ToolTip"_s);
    if (!tip.canConvert<QDBusArgument>())
        return {};
    const auto argument = tip.value<QDBusArgument>(); // (sa(iiay)ss)
    QString icon;
    QString title;
    QString more;
    argument.beginStructure();
    argument >> icon;
    readPictures(argument);
    argument >> title >> more;
    argument.endStructure(); // Qt never frees unfinished structures
    return title;
}

std::vector<int> FakePanel::pictures()
{
    const auto pictures = property(u"IconPixmap"_s);
    return pictures.canConvert<QDBusArgument>() ? readPictures(pictures.value<QDBusArgument>()) : std::vector<int>();
}

std::vector<FakePanel::MenuEntry> FakePanel::menu()
{
    const auto path = property(u"Menu"_s).value<QDBusObjectPath>().path();
    if (path.isEmpty())
        return {};
    auto question = QDBusMessage::createMethodCall(m_items.value(0), path, kMenu, u"GetLayout"_s);
    question << 0 << -1 << QStringList();
    const auto answer = ask(question);
    std::vector<MenuEntry> entries;
    if (answer && answer->size() == 2)
        readEntries(answer->at(1).value<QDBusArgument>(), entries);
    return entries;
}

bool FakePanel::click(const QString &label)
{
    const auto entries = menu();
    const auto entry = std::ranges::find(entries, label, &MenuEntry::label);
    if (entry == entries.end())
        return false;
    const auto path = property(u"Menu"_s).value<QDBusObjectPath>().path();
    auto question = QDBusMessage::createMethodCall(m_items.value(0), path, kMenu, u"Event"_s);
    question << entry->id << u"clicked"_s << QVariant::fromValue(QDBusVariant(0)) << 0U;
    m_bus.asyncCall(question);
    return true;
}

void FakePanel::activate()
{
    auto question = QDBusMessage::createMethodCall(m_items.value(0), kItemPath, kItem, u"Activate"_s);
    question << 0 << 0;
    m_bus.asyncCall(question);
}

} // namespace lynceus::test

#endif
