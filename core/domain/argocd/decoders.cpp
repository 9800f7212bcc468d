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

constexpr std::size_t kMostBadItems = 100; // more sentences say nothing more

/// The items of a list while they are read.
class ListReading final
{
public:
    ListReading(DecodedApplicationList &list, ApplicationDetail detail, qsizetype textSize)
        : m_list(list)
        , m_detail(detail)
        , m_textSize(textSize)
    { }

    /// One that cannot be read becomes an error beside the others, unless the text itself is broken.
    bool take(Json item)
    {
        makeRoom(item);
        auto &added = m_list.applications.emplace_back();
        if (detail::readApplication(item, added, m_detail)) {
            ++m_position;
            return true;
        }
        m_list.applications.pop_back();
        auto &fault = item.fault();
        if (fault.broken)
            return false;
        fault.prepend(m_position++);
        fault.prepend("items");
        if (m_list.badItems.size() < kMostBadItems)
            m_list.badItems.push_back(detail::malformed(fault));
        fault.clear();
        return true;
    }

private:
    /// The mean size of the first items tells how many will come: growing step by step would hold them twice.
    void makeRoom(Json &item)
    {
        constexpr qsizetype kSample = 64;
        constexpr qsizetype kSmallest = 256; // bytes; smaller ones are made up, and room for them is not our worry
        const auto *begin = item.token().data();
        if (m_position == 0)
            m_first = begin;
        if (m_position != kSample)
            return;
        const auto mean = std::max((begin - m_first) / kSample, kSmallest);
        m_list.applications.reserve(static_cast<size_t>(m_textSize / mean + kSample));
    }

    DecodedApplicationList &m_list;
    ApplicationDetail m_detail;
    qsizetype m_textSize;
    qsizetype m_position = 0;
    const char *m_first = nullptr;
};

} // namespace

Decoder::Decoder()
    : m_parser(std::make_unique<Parser>())
{ }
Decoder::~Decoder() = default;

Result<DecodedApplicationList> Decoder::applicationList(QByteArray body, ApplicationDetail detail)
{
    DecodedApplicationList list;
    const auto textSize = body.size();
    bool hasItems = false;
    const auto fields = [&](std::string_view field, Json value) {
        if (field == "metadata")
            return value.fields([&](std::string_view name, Json text) {
                return name != "resourceVersion" || text.read(list.resourceVersion);
            });
        if (field != "items")
            return true;
        hasItems = true;
        list.applications.clear();
        list.badItems.clear();
        ListReading reading(list, detail, textSize);
        return value.elements([&](Json item) { return reading.take(item); });
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

Result<ApplicationEvent> Decoder::applicationEvent(QByteArray frame, ApplicationDetail depth)
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
            return detail::readApplication(value, application, depth);
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
