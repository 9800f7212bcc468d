#include "core/domain/argocd/decoders.h"

#include "core/domain/argocd/decodersparser_p.h"

namespace lynceus {

using namespace Qt::StringLiterals;
using detail::Fault;
using detail::Json;

namespace {

bool readEventType(Json json, std::optional<ApplicationEvent::Type> &type)
{
    QString word;
    if (!json.read(word))
        return false;
    if (word == "ADDED"_L1)
        type = ApplicationEvent::Type::Added;
    else if (word == "MODIFIED"_L1)
        type = ApplicationEvent::Type::Modified;
    else if (word == "DELETED"_L1)
        type = ApplicationEvent::Type::Deleted;
    else
        return json.fail(u"is no known type"_s);
    return true;
}

/// Reads one application of a list. One that cannot be read becomes an error beside the others, unless the text
/// itself is broken.
bool readListItem(Json json, qsizetype position, ApplicationDetail detail, DecodedApplicationList &list)
{
    auto &added = list.applications.emplace_back();
    if (detail::readApplication(json, added, detail))
        return true;
    list.applications.pop_back();
    auto &fault = json.fault();
    if (fault.broken)
        return false;
    fault.prepend(position);
    fault.prepend("items");
    list.badItems.push_back(detail::malformed(fault));
    fault.clear();
    return true;
}

} // namespace

Decoder::Decoder()
    : m_parser(std::make_unique<Parser>())
{ }
Decoder::~Decoder() = default;

Result<DecodedApplicationList> Decoder::applicationList(QByteArray body, ApplicationDetail detail)
{
    DecodedApplicationList list;
    bool hasItems = false;
    const auto fields = [&](std::string_view field, Json value) {
        if (field == "metadata")
            return value.fields([&](std::string_view name, Json text) {
                return name != "resourceVersion" || text.read(list.resourceVersion);
            });
        if (field != "items")
            return true;
        hasItems = true;
        qsizetype position = 0;
        return value.elements([&](Json item) { return readListItem(item, position++, detail, list); });
    };
    // An empty list says `null`: an object without items is something else, not a server without applications.
    const auto isList = [&](Fault &fault) { return hasItems || fault.set(u"items"_s, u"is missing"_s); };
    return m_parser->read(std::move(body), fields, isList).transform([&] { return std::move(list); });
}

Result<Application> Decoder::application(QByteArray body)
{
    Application application;
    const auto fields = [&](std::string_view field, Json value) {
        return detail::readApplicationField(field, value, application, ApplicationDetail::Full);
    };
    const auto hasName = [&](Fault &fault) { return detail::checkIdentity(application, fault); };
    return m_parser->read(std::move(body), fields, hasName).transform([&] { return std::move(application); });
}

Result<ApplicationEvent> Decoder::applicationEvent(QByteArray frame)
{
    Application application;
    bool hasApplication = false;
    std::optional<ApplicationEvent::Type> type;
    const auto result = [&](Json json) {
        const auto fields = [&](std::string_view field, Json value) {
            if (field == "type")
                return readEventType(value, type);
            if (field != "application")
                return true;
            hasApplication = true;
            return detail::readApplication(value, application, ApplicationDetail::Full);
        };
        if (!json.fields(fields))
            return false;
        auto &fault = json.fault();
        return (type || fault.set(u"type"_s, u"is missing"_s))
            && (hasApplication || fault.set(u"application"_s, u"is missing"_s));
    };
    return m_parser->readFrame(std::move(frame), result).transform([&] {
        return ApplicationEvent{*type, std::move(application)};
    });
}

Result<ResourceTree> Decoder::resourceTree(QByteArray body)
{
    std::vector<UnlinkedNode> nodes;
    const auto fields = [&](std::string_view field, Json value) { return detail::readTreeField(field, value, nodes); };
    return m_parser->read(std::move(body), fields).transform([&] { return linkTree(std::move(nodes)); });
}

Result<ResourceTree> Decoder::resourceTreeEvent(QByteArray frame)
{
    std::vector<UnlinkedNode> nodes;
    const auto result = [&](Json json) {
        return json.fields(
            [&](std::string_view field, Json value) { return detail::readTreeField(field, value, nodes); });
    };
    return m_parser->readFrame(std::move(frame), result).transform([&] { return linkTree(std::move(nodes)); });
}

Result<ManagedResources> Decoder::managedResources(QByteArray body)
{
    ManagedResources resources;
    resources.targetsEmpty = true;
    const auto fields = [&](std::string_view field, Json value) {
        if (field != "items")
            return true;
        return value.elements([&](Json item) { return detail::readManagedItem(item, m_parser->manifests, resources); });
    };
    return m_parser->read(std::move(body), fields).transform([&] {
        resources.targetsEmpty = resources.targetsEmpty && resources.items > 0;
        return std::move(resources);
    });
}

} // namespace lynceus
