#include "app/gui/detail/logs/logpods.h"

#include "core/domain/outline/resourceoutline.h"

#include <algorithm>

namespace lynceus {

namespace {

std::vector<int> positionsBelow(const ResourceTree &tree, const std::optional<ResourceNode> &resource)
{
    if (!resource)
        return {};
    const int at = tree.indexOf(resource->key);
    if (at < 0)
        return {};
    return isPod(resource->key) ? std::vector{at} : tree.podsUnder(at);
}

bool isWell(const ResourceNode &pod)
{
    return pod.health.status == HealthStatus::Healthy;
}

} // namespace

std::vector<ResourceNode> podsToRead(const ResourceTree &tree, const std::optional<ResourceNode> &resource)
{
    std::vector<ResourceNode> pods;
    for (const int position : positionsBelow(tree, resource))
        pods.push_back(tree.nodes[std::size_t(position)]);
    if (!resource)
        std::ranges::copy_if(tree.nodes, std::back_inserter(pods),
                             [](const ResourceNode &node) { return isPod(node.key); });
    std::ranges::stable_sort(pods, [](const ResourceNode &left, const ResourceNode &right) {
        if (isWell(left) != isWell(right))
            return !isWell(left);
        return left.createdAt > right.createdAt;
    });
    return pods;
}

} // namespace lynceus
