#include "core/domain/podimages/podimages.h"

#include "core/domain/rollout/workloads/podstate.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace lynceus {

namespace {

constexpr Duration kAgain{10'000}; ///< a container may not have started yet
constexpr int kMostTimes = 6;      ///< per pod
constexpr qsizetype kMostPods = 10'000;
constexpr qsizetype kMostRemembered = 4'096; ///< limits memory if a server sends new references all the time

bool isPod(const ResourceNode &node)
{
    return node.key.kind == "Pod"_L1 && !node.uid.isEmpty() && !isBeingDeleted(node);
}

/// Before that, its status names no image.
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
                              && !proves(expected, *actual, m_proxies);
                      });
    if (m_unclear.size() >= kMostRemembered)
        m_unclear.clear();
    m_unclear.insert(image, isIt);
    return isIt;
}

bool PodImages::isExpected(const ImageReference &actual) const
{
    return std::ranges::any_of(m_expected,
                               [&](const ImageReference &expected) { return satisfies(expected, actual, m_proxies); });
}

bool PodImages::isUnknown(const ResourceNode &node) const
{
    return isPod(node) && std::ranges::any_of(node.images, [&](const QString &image) {
               return isUnclear(image) && completed(node.uid, image) == image;
           });
}

bool PodImages::isUnclear(const ResourceNode &node) const
{
    if (isUnknown(node))
        return true;
    // Nodes may have the same content under different tags.
    return isPod(node) && !m_asked.contains(node.uid) && std::ranges::any_of(node.images, [&](const QString &image) {
               const auto tagged = m_tagged.constFind(image);
               return tagged != m_tagged.cend() && !tagged->isExpected && tagged->pods < kMostTimes;
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
        return hasStarted(node) && !m_asked.contains(node.uid) && isUnknown(node);
    });
}

void PodImages::asked(const Pod &pod, Duration now)
{
    if (m_asked.size() >= kMostPods) { // of an application that keeps creating pods
        m_asked.clear();
        m_digested.clear();
        m_tree.reset();
    }
    auto &asked = m_asked[pod.uid];
    asked.at = now;
    ++asked.times;
}

void PodImages::take(const Pod &pod, const std::vector<ContainerStatus> &containers)
{
    m_tree.reset();
    m_managed.reset();
    QHash<QString, QString> digested; // empty: the tag moved between two of them, and identifies neither
    for (const bool isInit : {false, true}) {
        QHash<QString, QString> ofKind;
        for (const auto &container : containers) {
            auto actual = parseImageReference(container.image);
            if (container.isInit != isInit || !actual || container.digest.isEmpty())
                continue;
            if (!actual->digest.isEmpty()) {
                takeTag(*actual, container);
                continue;
            }
            actual->digest = container.digest;
            const auto image = familiarName(*actual);
            const bool isContradicted = ofKind.value(container.image, image) != image;
            ofKind.insert(container.image, isContradicted ? QString() : image);
        }
        // An init container may have run an earlier image of the tag; what runs after it counts.
        for (auto known = ofKind.cbegin(); known != ofKind.cend(); ++known) {
            if (!digested.contains(known.key()))
                digested.insert(known.key(), *known);
        }
    }
    for (auto known = digested.cbegin(); known != digested.cend(); ++known) {
        if (known->isEmpty())
            m_digested[pod.uid].remove(known.key());
        else
            m_digested[pod.uid].insert(known.key(), *known);
    }
}

/// The tag of this content at the node, and no other.
void PodImages::takeTag(const ImageReference &actual, const ContainerStatus &container)
{
    const auto reported = parseImageReference(container.reported);
    if (!actual.tag.isEmpty() || actual.digest != container.digest || !reported || reported->tag.isEmpty()
        || !sameRepository(actual, *reported, m_proxies))
        return;
    if (m_tagged.size() >= kMostRemembered)
        m_tagged.clear();
    auto &tagged = m_tagged[container.image];
    if (tagged.isExpected)
        return;
    auto complete = actual;
    complete.tag = reported->tag;
    tagged.image = familiarName(complete);
    tagged.isExpected = isExpected(complete);
    ++tagged.pods;
}

QString PodImages::completed(const QString &uid, const QString &image) const
{
    const auto tagged = m_tagged.constFind(image);
    if (tagged != m_tagged.cend())
        return tagged->image;
    const auto pod = m_digested.constFind(uid);
    return pod == m_digested.cend() ? image : pod->value(image, image);
}

QStringList PodImages::completedAll(const QString &uid, const QStringList &images) const
{
    QStringList all;
    for (const auto &image : images)
        all += isUnclear(image) ? completed(uid, image) : image;
    return all;
}

std::shared_ptr<const ResourceTree> PodImages::completed(const std::shared_ptr<const ResourceTree> &tree) const
{
    if (!tree || (m_tagged.isEmpty() && m_digested.isEmpty()))
        return tree;
    if (m_tree == tree)
        return m_completedTree;
    std::shared_ptr<ResourceTree> copy; // trees are large, and most need none
    for (std::size_t i = 0; i < tree->nodes.size(); ++i) {
        const auto &node = tree->nodes[i];
        if (!isPod(node))
            continue;
        auto images = completedAll(node.uid, node.images);
        if (images == node.images)
            continue;
        if (!copy)
            copy = std::make_shared<ResourceTree>(*tree);
        copy->nodes[i].images = std::move(images);
    }
    m_tree = tree;
    m_completedTree = copy ? copy : tree;
    return m_completedTree;
}

std::shared_ptr<const ManagedResources> PodImages::completed(
    const std::shared_ptr<const ManagedResources> &managed) const
{
    if (!managed || m_tagged.isEmpty())
        return managed;
    if (m_managed == managed)
        return m_completedManaged;
    std::shared_ptr<ManagedResources> copy;
    for (std::size_t i = 0; i < managed->workloads.size(); ++i) {
        const auto &live = managed->workloads[i].live;
        auto images = live ? completedAll({}, live->images) : QStringList();
        if (!live || images == live->images)
            continue;
        if (!copy)
            copy = std::make_shared<ManagedResources>(*managed);
        copy->workloads[i].live->images = std::move(images);
    }
    m_managed = managed;
    m_completedManaged = copy ? copy : managed;
    return m_completedManaged;
}

} // namespace lynceus
