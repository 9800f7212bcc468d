#include "core/domain/podimages/podimages.h"

#include "core/domain/rollout/podstate.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace lynceus {

namespace {

constexpr Duration kAgain{10'000}; ///< a container may not have started yet
constexpr int kMostTimes = 6;      ///< for one pod
constexpr qsizetype kMostPods = 10'000;
constexpr qsizetype kMostRemembered = 4'096; ///< a server that sends ever new references must not fill the memory

bool isPod(const ResourceNode &node)
{
    return node.key.kind == "Pod"_L1 && !node.uid.isEmpty() && !isBeingDeleted(node);
}

/// Before that its status names no image.
bool hasStarted(const ResourceNode &pod)
{
    return pod.health.status == HealthStatus::Healthy || pod.readyContainers.value_or(0) > 0;
}

} // namespace

PodImages::PodImages(std::vector<ImageReference> expected, RegistryProxies proxies)
    : m_expected(std::move(expected))
    , m_proxies(std::move(proxies))
{ }

bool PodImages::isUnclear(const QString &image) const
{
    if (m_expected.empty())
        return false;
    if (const auto known = m_unclear.constFind(image); known != m_unclear.cend())
        return *known;
    const auto actual = parseImageReference(image);
    const bool isIt = actual && std::ranges::any_of(m_expected, [&](const ImageReference &expected) {
                          const bool isByDigest = actual->tag.isEmpty() && expected.digest.isEmpty();
                          const bool isByTag = actual->digest.isEmpty() && !expected.digest.isEmpty();
                          return (isByDigest || isByTag) && sameRepository(expected, *actual, m_proxies)
                              && !satisfies(expected, *actual, m_proxies);
                      });
    if (m_unclear.size() >= kMostRemembered)
        m_unclear.clear();
    m_unclear.insert(image, isIt);
    return isIt;
}

bool PodImages::isUnclear(const ResourceNode &node) const
{
    return isPod(node) && std::ranges::any_of(node.images, [&](const QString &image) {
               return isUnclear(image) && completed(node.uid, image) == image;
           });
}

std::optional<PodImages::Pod> PodImages::wanted(const ResourceTree &tree, Duration now) const
{
    const ResourceNode *next = nullptr;
    Asked asked;
    for (const auto &node : tree.nodes) {
        const auto before = m_asked.value(node.uid);
        const bool isDue = before.times == 0 || (before.times < kMostTimes && now - before.at >= kAgain);
        if (!isDue || (next && before.times >= asked.times) || !hasStarted(node) || !isUnclear(node))
            continue;
        next = &node;
        asked = before;
    }
    return next ? std::optional(Pod{next->key, next->version, next->uid}) : std::nullopt;
}

bool PodImages::hasUnread(const ResourceTree &tree) const
{
    return std::ranges::any_of(tree.nodes, [this](const ResourceNode &node) {
        return hasStarted(node) && !m_asked.contains(node.uid) && isUnclear(node);
    });
}

void PodImages::asked(const Pod &pod, Duration now)
{
    if (m_asked.size() >= kMostPods) { // of an application that makes ever new ones
        m_asked.clear();
        m_digested.clear();
    }
    auto &asked = m_asked[pod.uid];
    asked.at = now;
    ++asked.times;
}

void PodImages::take(const Pod &pod, const std::vector<ContainerStatus> &containers)
{
    for (const auto &container : containers) {
        auto actual = parseImageReference(container.image);
        if (!actual || container.digest.isEmpty())
            continue;
        if (actual->digest.isEmpty()) {
            actual->digest = container.digest;
            m_digested[pod.uid].insert(container.image, familiarName(*actual));
            continue;
        }
        // The tag under which the node has this content, and no other.
        const auto reported = parseImageReference(container.reported);
        if (actual->tag.isEmpty() && actual->digest == container.digest && reported && !reported->tag.isEmpty()
            && sameRepository(*actual, *reported, m_proxies)) {
            actual->tag = reported->tag;
            m_tagged.insert(container.image, familiarName(*actual));
        }
    }
}

QString PodImages::completed(const QString &uid, const QString &image) const
{
    const auto tagged = m_tagged.constFind(image);
    if (tagged != m_tagged.cend())
        return *tagged;
    const auto pod = m_digested.constFind(uid);
    return pod == m_digested.cend() ? image : pod->value(image, image);
}

bool PodImages::completeAll(const QString &uid, QStringList &images) const
{
    bool isChanged = false;
    for (auto &image : images) {
        if (!isUnclear(image))
            continue;
        auto known = completed(uid, image);
        isChanged = isChanged || known != image;
        image = std::move(known);
    }
    return isChanged;
}

std::shared_ptr<const ResourceTree> PodImages::completed(const std::shared_ptr<const ResourceTree> &tree) const
{
    if (!tree || (m_tagged.isEmpty() && m_digested.isEmpty()))
        return tree;
    auto copy = std::make_shared<ResourceTree>(*tree);
    bool isChanged = false;
    for (auto &node : copy->nodes) {
        if (isPod(node))
            isChanged = completeAll(node.uid, node.images) || isChanged;
    }
    return isChanged ? copy : tree;
}

std::shared_ptr<const ManagedResources> PodImages::completed(
    const std::shared_ptr<const ManagedResources> &managed) const
{
    if (!managed || m_tagged.isEmpty())
        return managed;
    auto copy = std::make_shared<ManagedResources>(*managed);
    bool isChanged = false;
    for (auto &workload : copy->workloads) {
        if (workload.live)
            isChanged = completeAll({}, workload.live->images) || isChanged;
    }
    return isChanged ? copy : managed;
}

} // namespace lynceus
