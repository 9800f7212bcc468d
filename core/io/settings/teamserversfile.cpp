#include "core/io/settings/teamserversfile.h"

#include "core/domain/instances/instancerules.h"
#include "core/domain/redaction/redact.h"
#include "core/io/settings/instancesjson.h"

#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace lynceus {

namespace {

constexpr int kVersion = 1;

Result<TeamServerInstance> teamServerFrom(const QJsonValue &value, InstanceChecker &before)
{
    const auto object = value.toObject();
    const auto kind = teamServerKindFrom(object.value("kind"_L1).toString());
    if (!kind) {
        QStringList allowed;
        for (const auto each : kTeamServerKinds)
            allowed.append(nameOf(each));
        return badInput(u"kind has an unknown value: \"%1\"; use one of %2"_s.arg(
            redactedText(object.value("kind"_L1).toString(), 40), allowed.join(u' ')));
    }
    auto place = instanceFromJson(value, before);
    if (!place)
        return tl::unexpected(place.error());
    return checkedTeamServer({*kind, *std::move(place), object.value("credentialHeader"_L1).toString()}, {});
}

} // namespace

TeamServersFile teamServersFile(const QString &fileName)
{
    return {fileName, {u"team servers"_s, &teamServersFromJson, &teamServersToJson}};
}

QString teamServersFileBeside(const QString &instancesFile)
{
    return QFileInfo(instancesFile).absolutePath() + u"/team-servers.json"_s;
}

Result<ListText<TeamServerInstance>> teamServersFromJson(const QByteArray &text)
{
    const auto object = settingsObject(text, {}, kVersion);
    if (!object)
        return tl::unexpected(object.error());
    const auto list = object->value("teamServers"_L1);
    if (!list.isArray())
        return badInput(u"it has no list \"teamServers\""_s);
    ListText<TeamServerInstance> result;
    qsizetype position = 0;
    InstanceChecker before({});
    for (const auto &value : list.toArray()) {
        auto server = teamServerFrom(value, before);
        if (server)
            result.entries.push_back(*std::move(server));
        else
            result.faults.append(u"teamServers[%1]: "_s.arg(position) + server.error().message);
        ++position;
    }
    return result;
}

QByteArray teamServersToJson(const std::vector<TeamServerInstance> &servers)
{
    QJsonArray list;
    for (const auto &server : servers) {
        auto object = instanceToJson(server.place);
        object.insert(u"kind"_s, nameOf(server.kind));
        if (!server.credentialHeader.isEmpty())
            object.insert(u"credentialHeader"_s, server.credentialHeader);
        list.append(object);
    }
    return QJsonDocument(QJsonObject{{u"version"_s, kVersion}, {u"teamServers"_s, list}})
        .toJson(QJsonDocument::Indented);
}

} // namespace lynceus
