#include "app/cli/record/eventschedule.h"

#include "core/engine/watches/explanations.h"

#include <algorithm>
#include <array>

namespace lynceus {

using namespace Qt::StringLiterals;

namespace {

constexpr Duration kPromptEvery{750};  ///< a verdict may depend on it, and times must be correct to a second
constexpr Duration kUsualEvery{4'000}; ///< only explains a verdict
constexpr std::size_t kMostAtOnce = 2;

bool isToExplain(const ResourceNode &node)
{
    static constexpr std::array kWorkers{"Pod"_L1, "Job"_L1, "ReplicaSet"_L1, "StatefulSet"_L1, "DaemonSet"_L1};
    const auto status = node.health.status;
    const bool isWorker = std::ranges::any_of(kWorkers, [&](QLatin1StringView kind) { return node.key.kind == kind; });
    return !node.uid.isEmpty() && status != HealthStatus::Healthy && (isWorker || status != HealthStatus::None);
}

Duration intervalOf(const ResourceNode &node)
{
    const bool decides = node.health.status == HealthStatus::Degraded || isBeforeContainers(node);
    return decides ? kPromptEvery : kUsualEvery;
}

} // namespace

void EventSchedule::take(const ResourceTree &tree)
{
    m_resources.clear();
    QHash<QString, Duration> askedAt;
    for (const auto &node : tree.nodes) {
        if (!isToExplain(node))
            continue;
        m_resources.push_back({{node.key, node.uid}, intervalOf(node)});
        if (const auto known = m_askedAt.constFind(node.uid); known != m_askedAt.cend())
            askedAt.insert(node.uid, *known);
    }
    m_askedAt = std::move(askedAt);
}

std::vector<EventSchedule::Resource> EventSchedule::takeDue(Duration now)
{
    const auto dueAt = [this](const Waiting &waiting) {
        const auto asked = m_askedAt.constFind(waiting.resource.uid);
        return asked == m_askedAt.cend() ? Duration::min() : *asked + waiting.every;
    };
    std::vector<const Waiting *> due;
    for (const auto &waiting : m_resources) {
        if (dueAt(waiting) <= now)
            due.push_back(&waiting);
    }
    std::ranges::stable_sort(due, {},
                             [&](const Waiting *waiting) { return std::pair(waiting->every, dueAt(*waiting)); });
    std::vector<Resource> asked;
    for (const auto *waiting : due) {
        if (asked.size() == kMostAtOnce)
            break;
        asked.push_back(waiting->resource);
        m_askedAt.insert(waiting->resource.uid, now);
    }
    return asked;
}

} // namespace lynceus
