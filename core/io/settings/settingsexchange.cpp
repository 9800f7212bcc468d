#include "core/io/settings/settingsexchange.h"

#include "core/io/settings/instancesjson.h"
#include "core/io/settings/preferencesjson.h"

#include <QFile>
#include <QJsonDocument>
#include <QSaveFile>

using namespace Qt::StringLiterals;

namespace lynceus {

namespace {

constexpr auto kFormat = "lynceus-settings"_L1;
constexpr int kVersion = 1;
constexpr qint64 kFileCap = 8 * 1024 * 1024; // bytes; a thousand instances take half of one MiB

} // namespace

QByteArray settingsToJson(const Preferences &preferences, const std::vector<Instance> &instances)
{
    auto exchanged = preferences;
    exchanged.notifications.mutedUntil.reset(); // applies only to this time and computer
    exchanged.trayExplained = false;
    const QJsonObject object{{u"format"_s, QString(kFormat)},
                             {u"version"_s, kVersion},
                             {u"preferences"_s, preferencesToJson(exchanged)},
                             {u"instances"_s, QJsonDocument::fromJson(instancesToJson(instances)).object()}};
    return QJsonDocument(object).toJson();
}

Result<ExchangedSettings> settingsFromJson(const QByteArray &text)
{
    QJsonParseError error;
    const auto document = QJsonDocument::fromJson(text, &error);
    if (!document.isObject())
        return badInput(u"it is not a JSON object (%1)"_s.arg(error.errorString()));
    const auto object = document.object();
    if (object.value("format"_L1).toString() != kFormat)
        return badInput(u"it does not contain settings of Lynceus"_s);
    if (const auto version = object.value("version"_L1).toInteger(0); version != kVersion)
        return badInput(u"it has version %1, written by a newer Lynceus"_s.arg(version));
    auto preferences = preferencesFromJson(object.value("preferences"_L1).toObject());
    if (!preferences)
        return badInput(u"preferences: "_s + preferences.error().message);
    auto instances = instancesFromJson(QJsonDocument(object.value("instances"_L1).toObject()).toJson());
    if (!instances)
        return badInput(u"instances: "_s + instances.error().message);
    return ExchangedSettings{preferences->preferences, std::move(instances->instances),
                             preferences->faults + instances->faults};
}

Result<void> exportSettings(const QString &fileName, const Preferences &preferences,
                            const std::vector<Instance> &instances)
{
    QSaveFile file(fileName);
    const auto bytes = settingsToJson(preferences, instances);
    const bool isWritten = file.open(QIODevice::WriteOnly)
        && file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner) && file.write(bytes) == bytes.size()
        && file.commit();
    if (!isWritten)
        return badInput(u"%1: cannot be written: %2"_s.arg(fileName, file.errorString()));
    return {};
}

Result<ExchangedSettings> importSettings(const QString &fileName)
{
    QFile file(fileName);
    if (!file.open(QIODevice::ReadOnly))
        return badInput(u"%1: cannot be read: %2"_s.arg(fileName, file.errorString()));
    const auto bytes = file.read(kFileCap + 1);
    if (bytes.size() > kFileCap)
        return badInput(u"%1: it is larger than %2 MiB"_s.arg(fileName).arg(kFileCap / (1024 * 1024)));
    return settingsFromJson(bytes).map_error([&fileName](Error error) {
        error.message.prepend(fileName + u": "_s);
        return error;
    });
}

} // namespace lynceus
