#include "app/cli/record/recordedanswer.h"

#include "core/replay/recordings/jsonslice.h"

using namespace Qt::StringLiterals;

namespace lynceus {

namespace {

/// Keeps `metadata`, which has the list's version, and the wanted items; drops `stats`, which count all applications.
template<typename IsWanted>
QByteArray listOf(QByteArrayView body, IsWanted isWanted)
{
    const auto metadata = jsonValue(body, {"metadata"});
    QByteArray out =
        "{\"metadata\":" + (metadata.isEmpty() ? QByteArray("{}") : metadata.toByteArray()) + ",\"items\":[";
    bool isFirst = true;
    for (JsonWalker items(jsonValue(body, {"items"})); items.next();) {
        if (!isWanted(items.value()))
            continue;
        if (!std::exchange(isFirst, false))
            out += ',';
        out += items.value();
    }
    return out + "]}";
}

} // namespace

bool isAbout(QByteArrayView application, const ApplicationKey &key)
{
    const auto nameSpace = jsonString(jsonValue(application, {"metadata", "namespace"}));
    return jsonString(jsonValue(application, {"metadata", "name"})) == key.name
        && (key.nameSpace.isEmpty() || nameSpace.isEmpty() || nameSpace == key.nameSpace);
}

QByteArray recordedAnswer(const ApiPath &path, const QByteArray &body, const ApplicationKey &application)
{
    if (path.path == "/api/v1/applications"_L1)
        return listOf(body, [&](QByteArrayView item) { return isAbout(item, application); });
    if (path.path.endsWith("/events"_L1)) {
        const auto uid = path.query.queryItemValue(u"resourceUID"_s, QUrl::FullyDecoded);
        return listOf(body, [&](QByteArrayView item) {
            const auto object = jsonValue(item, {"involvedObject"});
            return uid.isEmpty() ? jsonString(jsonValue(object, {"name"})) == application.name
                                 : jsonString(jsonValue(object, {"uid"})) == uid;
        });
    }
    // Drops templates and generators, which are about other applications; keeps the status, which watches use.
    if (path.path.startsWith("/api/v1/applicationsets/"_L1)) {
        const auto members = jsonValue(body, {"status", "applicationStatus"});
        return "{\"status\":{\"applicationStatus\":" + (members.isEmpty() ? QByteArray("[]") : members.toByteArray())
            + "}}";
    }
    const bool isApplication = path.path.startsWith("/api/v1/applications/"_L1) && path.path.count(u'/') == 4;
    return isApplication && !isAbout(body, application) ? QByteArray() : body;
}

} // namespace lynceus
