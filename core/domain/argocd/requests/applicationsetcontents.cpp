#include "core/domain/argocd/requests/applicationsetcontents.h"

#include "core/domain/argocd/decoders/decodersread_p.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace lynceus {

using detail::Json;

namespace {

/// The message of a condition that reports a failure of the ApplicationSet.
bool readCondition(Json json, QString &error)
{
    QString type;
    QString status;
    QString message;
    const auto fields = [&](std::string_view field, Json value) {
        if (field == "type")
            return value.read(type);
        if (field == "status")
            return value.read(status);
        return field != "message" || value.readWords(message);
    };
    if (!json.fields(fields))
        return false;
    if (type == "ErrorOccurred"_L1 && status == "True"_L1)
        error = message.isEmpty() ? type : message;
    return true;
}

} // namespace

Result<ApplicationSetContents> applicationSetContents(QByteArray body)
{
    if (body.size() > Decoder::kBodyCap)
        return tl::unexpected(detail::tooLarge(body.size()));
    ApplicationSetContents contents;
    std::vector<ManagedResourceStatus> resources;
    bool hasResources = false;
    int count = 0; // if larger than the list, the server has truncated it
    const auto status = [&](std::string_view field, Json value) {
        if (field == "conditions")
            return value.elements([&](Json condition) { return readCondition(condition, contents.error); });
        if (field == "resourcesCount")
            return value.read(count);
        if (field != "resources")
            return true;
        hasResources = !value.isNull();
        return value.list(resources, detail::readManagedResourceStatus);
    };
    const auto fields = [&](std::string_view field, Json value) { return field != "status" || value.fields(status); };
    simdjson::ondemand::parser parser;
    detail::StringPool strings;
    detail::Reading reading{strings};
    if (!detail::readDocument(parser, body, reading, fields))
        return tl::unexpected(detail::malformed(reading.fault));
    if (hasResources && count <= int(resources.size())) {
        auto &applications = contents.applications.emplace();
        std::ranges::transform(resources, std::back_inserter(applications), &ManagedResourceStatus::key);
    }
    return contents;
}

ApiPath ownersPath(const ListFilter &filter)
{
    auto path = listPath({}, ApplicationDetail::Summary, filter);
    path.query.removeQueryItem(u"fields"_s);
    return path;
}

} // namespace lynceus
