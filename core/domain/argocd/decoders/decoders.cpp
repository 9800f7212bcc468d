#include "core/domain/argocd/decoders/decoders.h"

#include "core/domain/argocd/decoders/decodersparser_p.h"
#include "core/domain/argocd/decoders/decoderstext_p.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace lynceus {

using detail::Fault;
using detail::Json;
using detail::TextParser;

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
        return json.fail(u"is not a known type"_s);
    return true;
}

constexpr std::size_t kMostBadItems = 100; // further messages are not useful

/// State while the items of a list are read.
class ListReading final
{
public:
    ListReading(DecodedApplicationList &list, ApplicationDetail detail, qsizetype textSize)
        : m_list(list)
        , m_detail(detail)
        , m_textSize(textSize)
    { }

    /// An unreadable item becomes an error beside the others, unless the text itself is invalid.
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
    /// Estimates the number of items from their mean size so far: growing by doubling would hold them twice, with as
    /// much spare room.
    void makeRoom(Json &item)
    {
        constexpr qsizetype kSample = 64;
        constexpr qsizetype kSmallest = 256; // bytes; smaller items are not realistic, so no room is reserved for them
        const auto *begin = item.token().data();
        if (m_position == 0)
            m_first = begin;
        auto &read = m_list.applications;
        if (m_position < kSample || read.size() < read.capacity())
            return;
        const auto mean = std::max((begin - m_first) / m_position, kSmallest);
        const auto expected = static_cast<size_t>(m_textSize / mean);
        read.reserve(std::max(expected, read.size()) + read.size() / 16 + kSample);
    }

    DecodedApplicationList &m_list;
    ApplicationDetail m_detail;
    qsizetype m_textSize;
    qsizetype m_position = 0;
    const char *m_first = nullptr;
};

bool readEvent(Json json, ResourceEvent &event)
{
    std::optional<Instant> eventTime;
    const auto series = [&](std::string_view field, Json value) {
        if (field == "count")
            return value.read(event.count);
        if (field == "lastObservedTime")
            return value.read(event.last);
        return true;
    };
    const auto fields = [&](std::string_view field, Json value) {
        if (field == "involvedObject")
            return value.fields(
                [&](std::string_view name, Json part) { return detail::readKeyField(name, part, event.involved); });
        if (field == "type")
            return value.read(event.type);
        if (field == "reason")
            return value.read(event.reason);
        if (field == "message")
            return value.readWords(event.message);
        if (field == "count")
            return value.read(event.count);
        if (field == "firstTimestamp")
            return value.read(event.first);
        if (field == "lastTimestamp")
            return value.read(event.last);
        if (field == "eventTime")
            return value.read(eventTime);
        if (field == "series")
            return value.fields(series);
        return true;
    };
    if (!json.fields(fields))
        return false;
    // Events of the newer API only have eventTime (Kubernetes events.k8s.io/v1, "deprecated*Timestamp").
    if (!event.first)
        event.first = eventTime;
    if (!event.last)
        event.last = event.first;
    return true;
}

bool readLogTime(Json json, std::optional<Instant> &time)
{
    const auto text = json.token();
    // The end mark and lines with an error have an empty time.
    return text == R"("")" || json.read(time);
}

bool readLogLine(Json json, LogLine &line)
{
    std::optional<Instant> rounded;
    const auto fields = [&](std::string_view field, Json value) {
        if (field == "content")
            return value.read(line.content);
        if (field == "podName")
            return value.read(line.pod);
        if (field == "timeStampStr")
            return readLogTime(value, line.time);
        if (field == "timeStamp")
            return readLogTime(value, rounded);
        if (field == "last")
            return value.read(line.last);
        return true;
    };
    if (!json.fields(fields))
        return false;
    if (!line.time)
        line.time = rounded;
    return true;
}

bool readMember(Json json, ApplicationSetProgress::Member &member)
{
    QString step;
    const auto fields = [&](std::string_view field, Json value) {
        if (field == "application")
            return value.read(member.application);
        if (field == "status")
            return value.read(member.status);
        if (field == "step")
            return value.read(step);
        return true;
    };
    if (!json.fields(fields))
        return false;
    member.step = std::max(0, step.toInt());
    return true;
}

bool readSyncWindow(Json json, SyncWindow &window)
{
    return json.fields([&](std::string_view field, Json value) {
        if (field == "kind")
            return value.read(window.kind);
        if (field == "schedule")
            return value.read(window.schedule);
        if (field == "duration")
            return value.read(window.duration);
        if (field == "manualSync")
            return value.read(window.manualSync);
        return true;
    });
}

/// Argo CD writes "null" or nothing for a missing object.
bool readManifestText(std::string_view token, Json &item, QString &text)
{
    if (token.empty() || token == "null" || token == R"("null")")
        return true;
    const auto inside = detail::insideQuotes(token);
    if (!inside)
        return item.fail(u"is not a string"_s);
    text = detail::unescaped(*inside);
    return true;
}

bool readManifestsOf(Json item, const ResourceKey &wanted, std::optional<Manifests> &found)
{
    ResourceKey key;
    std::string_view live;
    std::string_view target;
    std::string_view normalized;
    std::string_view predicted;
    const auto fields = [&](std::string_view field, Json value) {
        if (field == "liveState")
            live = value.token();
        else if (field == "targetState")
            target = value.token();
        else if (field == "normalizedLiveState")
            normalized = value.token();
        else if (field == "predictedLiveState")
            predicted = value.token();
        else
            return detail::readKeyField(field, value, key);
        return true;
    };
    if (!item.fields(fields))
        return false;
    if (key != wanted)
        return true;
    auto &manifests = found.emplace();
    return readManifestText(live, item, manifests.live) && readManifestText(target, item, manifests.desired)
        && readManifestText(normalized, item, manifests.normalizedLive)
        && readManifestText(predicted, item, manifests.predictedLive);
}

bool readContainerNames(Json containers, QStringList &names)
{
    return containers.elements([&](Json container) {
        return container.fields(
            [&](std::string_view field, Json value) { return field != "name" || value.read(names.emplaceBack()); });
    });
}

/// "v3.6.0+37ee009": the two numbers that determine the server's features; both 0 if there are not two.
std::array<int, 2> majorAndMinor(QStringView version)
{
    if (version.startsWith(u'v'))
        version = version.sliced(1);
    const auto parts = version.split(u'.');
    bool isMajor = false;
    bool isMinor = false;
    const auto major = parts.front().toInt(&isMajor);
    const auto minor = parts.size() > 1 ? parts[1].toInt(&isMinor) : 0;
    return isMajor && isMinor && major >= 0 && minor >= 0 ? std::array{major, minor} : std::array{0, 0};
}

bool readOidc(detail::Json json, OidcSettings &oidc)
{
    return json.fields([&oidc](std::string_view field, detail::Json value) {
        if (field == "name")
            return value.read(oidc.name);
        if (field == "issuer")
            return value.read(oidc.issuer);
        if (field == "clientID")
            return value.read(oidc.clientId);
        if (field == "cliClientID")
            return value.read(oidc.cliClientId);
        if (field == "scopes")
            return value.read(oidc.scopes);
        if (field == "idTokenClaims")
            return value.readObjectText(oidc.idTokenClaims);
        return true;
    });
}

bool readConnector(detail::Json json, DexSettings &dex)
{
    return json.fields([&dex](std::string_view field, detail::Json value) {
        return field != "name" || value.read(dex.connectorNames.emplace_back());
    });
}

bool readDex(detail::Json json, DexSettings &dex)
{
    return json.fields([&dex](std::string_view field, detail::Json value) {
        if (field == "connectors")
            return value.elements([&dex](detail::Json connector) { return readConnector(connector, dex); });
        if (field == "dexAuthConnectorID")
            return value.read(dex.authConnectorId);
        return true;
    });
}

} // namespace

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
    // An empty list has `null`: an object without items is not a list.
    const auto isList = [&](Fault &fault) { return hasItems || fault.set(u"items"_s, u"is missing"_s); };
    return TextParser::ofThread().read(std::move(body), fields, isList).transform([&] { return std::move(list); });
}

Result<Application> Decoder::application(QByteArray body)
{
    Application application;
    const auto fields = [&](std::string_view field, Json value) {
        return detail::readApplicationField(field, value, application, ApplicationDetail::Full);
    };
    const auto hasName = [&](Fault &fault) { return detail::checkIdentity(application, fault); };
    return TextParser::ofThread().read(std::move(body), fields, hasName).transform([&] {
        return std::move(application);
    });
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
    return TextParser::ofThread().readFrame(std::move(frame), result).transform([&] {
        return ApplicationEvent{*type, std::move(application)};
    });
}

Result<ResourceTree> Decoder::resourceTree(QByteArray body)
{
    std::vector<UnlinkedNode> nodes;
    const auto fields = [&](std::string_view field, Json value) { return detail::readTreeField(field, value, nodes); };
    return TextParser::ofThread().read(std::move(body), fields).transform([&] { return linkTree(std::move(nodes)); });
}

Result<ResourceTree> Decoder::resourceTreeEvent(QByteArray frame)
{
    std::vector<UnlinkedNode> nodes;
    const auto result = [&](Json json) {
        return json.fields(
            [&](std::string_view field, Json value) { return detail::readTreeField(field, value, nodes); });
    };
    return TextParser::ofThread().readFrame(std::move(frame), result).transform([&] {
        return linkTree(std::move(nodes));
    });
}

Result<ManagedResources> Decoder::managedResources(QByteArray body)
{
    ManagedResources resources;
    resources.targetsEmpty = true;
    const auto fields = [&](std::string_view field, Json value) {
        if (field != "items")
            return true;
        return value.elements(
            [&](Json item) { return detail::readManagedItem(item, TextParser::ofThread().manifests, resources); });
    };
    return TextParser::ofThread().read(std::move(body), fields).transform([&] {
        resources.targetsEmpty = resources.targetsEmpty && resources.items > 0;
        return std::move(resources);
    });
}

Result<std::vector<ResourceEvent>> Decoder::events(QByteArray body)
{
    std::vector<ResourceEvent> events;
    const auto fields = [&](std::string_view field, Json value) {
        return field != "items" || value.list(events, readEvent);
    };
    return TextParser::ofThread().read(std::move(body), fields).transform([&] { return std::move(events); });
}

Result<LogLine> Decoder::logLine(QByteArray frame)
{
    LogLine line;
    const auto result = [&](Json json) { return readLogLine(json, line); };
    return TextParser::ofThread().readFrame(std::move(frame), result).transform([&] {
        line.content = m_logSecrets.cleaned(line.content);
        return std::move(line);
    });
}

Result<SyncWindows> Decoder::syncWindows(QByteArray body)
{
    SyncWindows windows;
    const auto fields = [&](std::string_view field, Json value) {
        if (field == "activeWindows")
            return value.list(windows.active, readSyncWindow);
        if (field == "assignedWindows")
            return value.list(windows.assigned, readSyncWindow);
        if (field == "canSync")
            return value.read(windows.canSync);
        return true;
    };
    return TextParser::ofThread().read(std::move(body), fields).transform([&] { return std::move(windows); });
}

Result<ApplicationSetProgress> Decoder::applicationSet(QByteArray body)
{
    ApplicationSetProgress progress;
    const auto status = [&](std::string_view field, Json value) {
        return field != "applicationStatus" || value.list(progress.members, readMember);
    };
    const auto fields = [&](std::string_view field, Json value) { return field != "status" || value.fields(status); };
    return TextParser::ofThread().read(std::move(body), fields).transform([&] { return std::move(progress); });
}

Result<RevisionMetadata> Decoder::revisionMetadata(QByteArray body)
{
    RevisionMetadata metadata;
    const auto fields = [&](std::string_view field, Json value) {
        if (field == "author")
            return value.read(metadata.author);
        if (field == "message")
            return value.readWords(metadata.message);
        if (field == "date")
            return value.read(metadata.date);
        return true;
    };
    return TextParser::ofThread().read(std::move(body), fields).transform([&] { return std::move(metadata); });
}

Result<std::optional<Manifests>> Decoder::manifests(QByteArray body, const ResourceKey &key)
{
    std::optional<Manifests> found;
    const auto fields = [&](std::string_view field, Json value) {
        if (field != "items")
            return true;
        return value.elements([&](Json item) { return readManifestsOf(item, key, found); });
    };
    return TextParser::ofThread().read(std::move(body), fields).transform([&] { return std::move(found); });
}

Result<QString> Decoder::resourceManifest(QByteArray body)
{
    QString manifest;
    const auto fields = [&](std::string_view field, Json value) {
        return field != "manifest" || readManifestText(value.token(), value, manifest);
    };
    const auto isThere = [&](detail::Fault &fault) {
        return !manifest.isEmpty() || fault.set(u"manifest"_s, u"is missing"_s);
    };
    return TextParser::ofThread().read(std::move(body), fields, isThere).transform([&] { return std::move(manifest); });
}

Result<QStringList> Decoder::containerNames(QByteArray podManifest)
{
    QStringList containers;
    QStringList initContainers;
    const auto fields = [&](std::string_view field, Json value) {
        if (field != "spec")
            return true;
        return value.fields([&](std::string_view part, Json list) {
            if (part == "containers")
                return readContainerNames(list, containers);
            return part != "initContainers" || readContainerNames(list, initContainers);
        });
    };
    return TextParser::ofThread().read(std::move(podManifest), fields).transform([&] {
        return containers + initContainers;
    });
}

Result<ServerVersion> Decoder::version(QByteArray body)
{
    ServerVersion version;
    const auto fields = [&](std::string_view field, detail::Json value) {
        return field != "Version" || value.read(version.version);
    };
    const auto isThere = [&](detail::Fault &fault) {
        return !version.version.isEmpty() || fault.set(u"Version"_s, u"is missing"_s);
    };
    return TextParser::ofThread().read(std::move(body), fields, isThere).transform([&] {
        const auto [major, minor] = majorAndMinor(version.version);
        version.major = major;
        version.minor = minor;
        return std::move(version);
    });
}

Result<ServerSettings> Decoder::settings(QByteArray body)
{
    ServerSettings settings;
    const auto fields = [&](std::string_view field, detail::Json value) {
        if (field == "url")
            return value.read(settings.url);
        if (field == "appsInAnyNamespaceEnabled")
            return value.read(settings.appsInAnyNamespace);
        if (field == "controllerNamespace")
            return value.read(settings.controllerNamespace);
        if (field == "userLoginsDisabled")
            return value.read(settings.userLoginsDisabled);
        if (field == "oidcConfig")
            return value.optional(settings.oidc, readOidc);
        if (field == "dexConfig")
            return value.optional(settings.dex, readDex);
        return true;
    };
    return TextParser::ofThread().read(std::move(body), fields).transform([&] { return std::move(settings); });
}

Result<UserInfo> Decoder::userInfo(QByteArray body)
{
    UserInfo user;
    const auto fields = [&](std::string_view field, detail::Json value) {
        if (field == "loggedIn")
            return value.read(user.loggedIn);
        if (field == "username")
            return value.read(user.username);
        if (field == "iss")
            return value.read(user.issuer);
        return true;
    };
    return TextParser::ofThread().read(std::move(body), fields).transform([&] { return std::move(user); });
}

Result<bool> Decoder::canI(QByteArray body)
{
    QString value;
    const auto fields = [&](std::string_view field, detail::Json json) { return field != "value" || json.read(value); };
    const auto isAnswer = [&](detail::Fault &fault) {
        return value == "yes"_L1 || value == "no"_L1 || fault.set(u"value"_s, u"is not \"yes\" or \"no\""_s);
    };
    return TextParser::ofThread().read(std::move(body), fields, isAnswer).transform([&] { return value == "yes"_L1; });
}

} // namespace lynceus
