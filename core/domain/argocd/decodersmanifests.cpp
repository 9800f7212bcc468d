// Whole manifests, for people to read; what rollouts depend on is read by decodersmanaged.cpp.
#include "core/domain/argocd/decodersparser_p.h"
#include "core/domain/argocd/decoderstext_p.h"

namespace lynceus {

using namespace Qt::StringLiterals;
using detail::Json;

namespace {

/// Argo CD writes "null" or nothing where an object does not exist.
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

} // namespace

Result<std::optional<Manifests>> Decoder::manifests(QByteArray body, const ResourceKey &key)
{
    std::optional<Manifests> found;
    const auto fields = [&](std::string_view field, Json value) {
        if (field != "items")
            return true;
        return value.elements([&](Json item) { return readManifestsOf(item, key, found); });
    };
    return m_parser->read(std::move(body), fields).transform([&] { return std::move(found); });
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
    return m_parser->read(std::move(body), fields, isThere).transform([&] { return std::move(manifest); });
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
    return m_parser->read(std::move(podManifest), fields).transform([&] { return containers + initContainers; });
}

} // namespace lynceus
