#include "core/domain/podimages/containerstatus.h"

#include "core/domain/argocd/decoders/decodersread_p.h"
#include "core/domain/images/imagereference.h"

#include <QHash>

using namespace Qt::StringLiterals;

namespace lynceus {

using detail::Json;

namespace {

constexpr std::size_t kMostContainers = 1'000; // more would not fit into etcd

/// A member of `spec.containers` or `status.containerStatuses`.
struct Container
{
    QString name;
    QString image;
    QString imageId;
    bool isInit = false;
};

bool readContainer(Json json, Container &container)
{
    return json.fields([&](std::string_view field, Json value) {
        if (field == "name")
            return value.read(container.name);
        if (field == "image")
            return value.read(container.image);
        return field != "imageID" || value.read(container.imageId);
    });
}

bool readContainers(Json json, bool isInit, std::vector<Container> &containers)
{
    return json.elements([&](Json item) {
        Container container;
        container.isInit = isInit;
        if (!readContainer(item, container))
            return false;
        if (containers.size() < kMostContainers)
            containers.push_back(std::move(container));
        return true;
    });
}

/// "ghcr.io/acme/web@sha256:…", with "docker-pullable://" before it for dockershim. "sha256:…" alone is the id of the
/// image configuration, which is unknown to registries.
QString digestIn(QString imageId)
{
    imageId = imageId.sliced(imageId.indexOf("://"_L1) < 0 ? 0 : imageId.indexOf("://"_L1) + 3);
    if (!imageId.contains(u'@'))
        return {};
    const auto reference = parseImageReference(imageId);
    return reference ? reference->digest : QString();
}

} // namespace

Result<std::vector<ContainerStatus>> containerStatuses(QByteArray podManifest)
{
    if (podManifest.size() > Decoder::kBodyCap)
        return tl::unexpected(detail::tooLarge(podManifest.size()));
    std::vector<Container> containers;
    std::vector<Container> statuses;
    const auto fields = [&](std::string_view field, Json value) {
        if (field == "spec")
            return value.fields([&](std::string_view part, Json list) {
                const bool isInit = part == "initContainers";
                return !(isInit || part == "containers") || readContainers(list, isInit, containers);
            });
        if (field == "status")
            return value.fields([&](std::string_view part, Json list) {
                const bool isInit = part == "initContainerStatuses";
                return !(isInit || part == "containerStatuses") || readContainers(list, isInit, statuses);
            });
        return true;
    };
    simdjson::ondemand::parser parser;
    detail::StringPool strings;
    detail::Reading reading{strings};
    if (!detail::readDocument(parser, podManifest, reading, fields))
        return tl::unexpected(detail::malformed(reading.fault));
    QHash<QString, const Container *> byName;
    for (const auto &status : statuses)
        byName.insert(status.name, &status);
    std::vector<ContainerStatus> result;
    for (const auto &container : containers) {
        const auto *status = byName.value(container.name);
        result.push_back({container.image, status ? status->image : QString(),
                          status ? digestIn(status->imageId) : QString(), container.isInit});
    }
    return result;
}

} // namespace lynceus
