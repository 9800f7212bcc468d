#include "core/io/settings/preferencesjson.h"

#include "core/io/settings/environmentsjson.h"

#include <QJsonArray>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace lynceus {

namespace {

constexpr auto kFormat = "lynceus-preferences"_L1;
constexpr auto kClock = "HH:mm"_L1;
constexpr qsizetype kMostShortcuts = 500; // there are some dozens of actions

/// Reads the fields of one object; an invalid one has its default and is reported.
class Fields final
{
public:
    Fields(const QJsonObject &object, QString path, QStringList &faults)
        : m_object(object)
        , m_path(std::move(path))
        , m_faults(faults)
    { }

    [[nodiscard]] QJsonObject object(QLatin1StringView name)
    {
        return checked(name, m_object.value(name).isObject(), u"is not an object"_s).toObject();
    }
    void flag(QLatin1StringView name, bool &value)
    {
        value = checked(name, m_object.value(name).isBool(), u"is not true or false"_s).toBool(value);
    }
    void number(QLatin1StringView name, int &value, int least, int most)
    {
        const auto field = m_object.value(name);
        // A value that is not a whole number is out of range too.
        const auto number = field.toInteger(qint64(least) - 1);
        checked(name, number >= least && number <= most, u"is not a number from %1 to %2"_s.arg(least).arg(most));
        if (number >= least && number <= most)
            value = static_cast<int>(number);
    }
    void time(QLatin1StringView name, QTime &value)
    {
        const auto time = QTime::fromString(m_object.value(name).toString(), kClock);
        checked(name, time.isValid(), u"is not a time such as 20:00"_s);
        if (time.isValid())
            value = time;
    }
    [[nodiscard]] QJsonArray array(QLatin1StringView name)
    {
        return checked(name, m_object.value(name).isArray(), u"is not a list"_s).toArray();
    }
    /// Index of the value in @p names.
    template<typename Choice>
    void choice(QLatin1StringView name, Choice &value, const QStringList &names)
    {
        const auto word = text(name);
        const auto at = names.indexOf(word);
        if (at >= 0)
            value = Choice(at);
        else if (!word.isEmpty())
            complain(name, u"is not "_s + names.join(u" or "_s));
    }
    [[nodiscard]] QString text(QLatin1StringView name)
    {
        return checked(name, m_object.value(name).isString(), u"is not a string"_s).toString();
    }
    [[nodiscard]] QStringList texts(QLatin1StringView name, const QStringList &otherwise)
    {
        const auto array = m_object.value(name).toArray();
        const bool right = m_object.value(name).isArray()
            && std::ranges::all_of(array, [](const QJsonValue &each) { return each.isString(); });
        if (!right) {
            checked(name, right, u"is not a list of strings"_s);
            return otherwise;
        }
        return QVariant(array.toVariantList()).toStringList();
    }
    void complain(QLatin1StringView name, const QString &what) { m_faults.append(m_path + name + u' ' + what); }

private:
    /// The field if it is valid; otherwise undefined, and reported unless it is missing.
    QJsonValue checked(QLatin1StringView name, bool right, const QString &what)
    {
        const auto value = m_object.value(name);
        if (right || value.isUndefined())
            return value;
        complain(name, what);
        return QJsonValue(QJsonValue::Undefined);
    }

    QJsonObject m_object;
    QString m_path;
    QStringList &m_faults;
};

// In the order of their enumerations.
QStringList densityNames()
{
    return {u"comfortable"_s, u"compact"_s};
}
QStringList themeNames()
{
    return {u"system"_s, u"light"_s, u"dark"_s};
}
QStringList deadlineNames()
{
    return {u"5m"_s, u"15m"_s, u"1h"_s, u"end-of-day"_s};
}
QStringList observingNames()
{
    return {u"0m"_s, u"5m"_s, u"30m"_s};
}
QStringList directionNames()
{
    return {u"system"_s, u"left-to-right"_s, u"right-to-left"_s};
}

QStringList namesOf(const std::array<bool, kNoticeKindCount> &kinds)
{
    QStringList names;
    for (std::size_t i = 0; i < kNoticeKindCount; ++i) {
        if (kinds[i])
            names.append(nameOf(static_cast<NoticeKind>(i)));
    }
    return names;
}

QStringList allKinds()
{
    QStringList names;
    for (std::size_t i = 0; i < kNoticeKindCount; ++i)
        names.append(nameOf(static_cast<NoticeKind>(i)));
    return names;
}

/// Kinds in files without a list of known kinds: these are from before NeedsAttention, which the user cannot have
/// switched off.
QStringList kindsOfOldFiles()
{
    auto names = allKinds();
    names.removeAll(nameOf(NoticeKind::NeedsAttention));
    return names;
}

void readNotifications(const QJsonObject &object, NotificationSettings &settings, QStringList &faults)
{
    Fields fields(object, u"notifications."_s, faults);
    const auto offered = fields.texts("offeredKinds"_L1, kindsOfOldFiles());
    const auto read = [&](QLatin1StringView key, std::array<bool, kNoticeKindCount> &kinds) {
        const auto names = fields.texts(key, namesOf(kinds)); // unknown ones are from a newer program
        for (std::size_t i = 0; i < kNoticeKindCount; ++i) {
            if (const auto name = nameOf(static_cast<NoticeKind>(i)); offered.contains(name))
                kinds[i] = names.contains(name);
        }
    };
    read("kinds"_L1, settings.kinds);
    read("sounds"_L1, settings.sounds);
    read("inQuietHours"_L1, settings.inQuietHours);
    fields.number("bannersPerTenMinutes"_L1, settings.bannersPerTenMinutes, 0, Preferences::kMostBanners);
    settings.authors = fields.texts("authors"_L1, {});
    if (const auto until = fields.text("mutedUntil"_L1); !until.isEmpty()) {
        settings.mutedUntil = parseRfc3339(until.toLatin1());
        if (!settings.mutedUntil)
            fields.complain("mutedUntil"_L1, u"is not a time such as 2026-11-23T08:32:52Z"_s);
    }
    Fields quiet(fields.object("quietHours"_L1), u"notifications.quietHours."_s, faults);
    quiet.flag("enabled"_L1, settings.quietHours.enabled);
    quiet.time("from"_L1, settings.quietHours.from);
    quiet.time("until"_L1, settings.quietHours.until);
}

QMap<QString, QString> shortcutsFrom(const QJsonObject &object, QStringList &faults)
{
    QMap<QString, QString> shortcuts;
    for (auto each = object.begin(); each != object.end() && shortcuts.size() < kMostShortcuts; ++each) {
        if (each.value().isString())
            shortcuts.insert(each.key(), each.value().toString());
        else
            faults.append(u"shortcuts."_s + each.key() + u" is not a string"_s);
    }
    return shortcuts;
}

} // namespace

QTimeZone Preferences::zone() const
{
    // Not isValid(), which accepts any word as a zone with POSIX rules.
    return QTimeZone::isTimeZoneIdAvailable(timeZone) ? QTimeZone(timeZone) : QTimeZone::systemTimeZone();
}

Result<PreferencesText> preferencesFromJson(const QJsonObject &object)
{
    if (object.value("format"_L1).toString() != kFormat)
        return badInput(u"it does not contain settings of Lynceus"_s);
    const auto version = object.value("version"_L1).toInteger(0);
    if (version < 1)
        return badInput(u"its version is missing"_s);
    if (version > kPreferencesVersion)
        return badInput(u"it has version %1, written by a newer Lynceus"_s.arg(version));
    PreferencesText read;
    auto &preferences = read.preferences;
    Fields fields(object, {}, read.faults);
    readNotifications(fields.object("notifications"_L1), preferences.notifications, read.faults);
    fields.choice("density"_L1, preferences.density, densityNames());
    fields.choice("theme"_L1, preferences.theme, themeNames());
    fields.choice("newWatchDeadline"_L1, preferences.deadline, deadlineNames());
    fields.choice("newWatchObserveFor"_L1, preferences.observing, observingNames());
    fields.choice("direction"_L1, preferences.direction, directionNames());
    preferences.language = fields.text("language"_L1); // an unavailable language may be supported by a newer program
    const auto zone = fields.text("timeZone"_L1).toLatin1();
    if (zone.isEmpty() || QTimeZone::isTimeZoneIdAvailable(zone))
        preferences.timeZone = zone;
    else
        fields.complain("timeZone"_L1, u"is not a time zone such as Europe/Berlin"_s);
    fields.number("keepDays"_L1, preferences.keepDays, Preferences::kLeastDays, Preferences::kMostDays);
    fields.number("keepMegabytes"_L1, preferences.keepMegabytes, Preferences::kLeastMegabytes,
                  Preferences::kMostMegabytes);
    fields.flag("watchesGoOn"_L1, preferences.watchesGoOn);
    fields.flag("askedOnQuit"_L1, preferences.askedOnQuit);
    fields.flag("toldOfTray"_L1, preferences.trayExplained);
    auto environments = environmentsFromJson(fields.array("environments"_L1));
    preferences.environments = std::move(environments.environments);
    read.faults += environments.faults;
    preferences.shortcuts = shortcutsFrom(fields.object("shortcuts"_L1), read.faults);
    preferences.notifications.zone = preferences.zone();
    return read;
}

QJsonObject preferencesToJson(const Preferences &preferences)
{
    const auto &quiet = preferences.notifications.quietHours;
    QJsonObject notifications{
        {u"kinds"_s, QJsonArray::fromStringList(namesOf(preferences.notifications.kinds))},
        {u"sounds"_s, QJsonArray::fromStringList(namesOf(preferences.notifications.sounds))},
        {u"inQuietHours"_s, QJsonArray::fromStringList(namesOf(preferences.notifications.inQuietHours))},
        {u"offeredKinds"_s, QJsonArray::fromStringList(allKinds())},
        {u"bannersPerTenMinutes"_s, preferences.notifications.bannersPerTenMinutes},
        {u"authors"_s, QJsonArray::fromStringList(preferences.notifications.authors)},
        {u"quietHours"_s,
         QJsonObject{{u"enabled"_s, quiet.enabled},
                     {u"from"_s, quiet.from.toString(kClock)},
                     {u"until"_s, quiet.until.toString(kClock)}}},
    };
    if (preferences.notifications.mutedUntil)
        notifications.insert("mutedUntil"_L1, formatRfc3339(*preferences.notifications.mutedUntil));
    QJsonObject shortcuts;
    for (auto each = preferences.shortcuts.begin(); each != preferences.shortcuts.end(); ++each)
        shortcuts.insert(each.key(), each.value());
    return {
        {u"format"_s, QString(kFormat)},
        {u"version"_s, kPreferencesVersion},
        {u"notifications"_s, notifications},
        {u"density"_s, densityNames().at(int(preferences.density))},
        {u"theme"_s, themeNames().at(int(preferences.theme))},
        {u"newWatchDeadline"_s, deadlineNames().at(int(preferences.deadline))},
        {u"newWatchObserveFor"_s, observingNames().at(int(preferences.observing))},
        {u"direction"_s, directionNames().at(int(preferences.direction))},
        {u"language"_s, preferences.language},
        {u"timeZone"_s, QString::fromLatin1(preferences.timeZone)},
        {u"keepDays"_s, preferences.keepDays},
        {u"keepMegabytes"_s, preferences.keepMegabytes},
        {u"watchesGoOn"_s, preferences.watchesGoOn},
        {u"askedOnQuit"_s, preferences.askedOnQuit},
        {u"toldOfTray"_s, preferences.trayExplained},
        {u"environments"_s, environmentsToJson(preferences.environments)},
        {u"shortcuts"_s, shortcuts},
    };
}

} // namespace lynceus
