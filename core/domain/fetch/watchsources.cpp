#include "core/domain/fetch/watchsources.h"

#include "core/domain/model/diff.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace lynceus {

namespace {

constexpr FieldMask bit(ApplicationField field)
{
    return static_cast<FieldMask>(field);
}

// Fields that verdicts depend on; versions, times and labels do not matter.
constexpr FieldMask kApplicationMask = bit(ApplicationField::Sync) | bit(ApplicationField::Health)
    | bit(ApplicationField::Revisions) | bit(ApplicationField::Operation) | bit(ApplicationField::Conditions)
    | bit(ApplicationField::Resources) | bit(ApplicationField::Sources) | bit(ApplicationField::Identity);
bool isPod(const ResourceNode &node)
{
    return node.key.kind == "Pod"_L1;
}

/// Pods change without a change of the application or its manifests: only a change above pods requires reading these
/// again.
bool differAbovePods(const ResourceTree &before, const ResourceTree &after)
{
    constexpr auto kMask = static_cast<FieldMask>(NodeField::Identity) | static_cast<FieldMask>(NodeField::Revision);
    const auto diff = diffTrees(before, after);
    const auto isAbove = [](const ResourceTree &tree, int index) {
        return !isPod(tree.nodes[static_cast<std::size_t>(index)]);
    };
    const auto moved = [&](const TreeDiff::Changed &changed) {
        const auto &old = before.nodes[static_cast<std::size_t>(changed.before)];
        const auto &young = after.nodes[static_cast<std::size_t>(changed.after)];
        return !isPod(young) && ((changed.mask & kMask) != 0 || old.health.status != young.health.status);
    };
    return std::ranges::any_of(diff.removed, [&](int index) { return isAbove(before, index); })
        || std::ranges::any_of(diff.added, [&](int index) { return isAbove(after, index); })
        || std::ranges::any_of(diff.changed, moved);
}

} // namespace

WatchSources::Taken WatchSources::takeApplication(std::shared_ptr<const Application> application, Instant at)
{
    const auto known = m_application.value;
    if (known && isOlder(*application, *known))
        return Taken::Overtaken;
    const bool changed = !known || (changedFields(*known, *application) & kApplicationMask) != 0;
    if (!application->refreshAnnotation.isEmpty())
        m_annotationSeen = true;
    else if (m_annotationSeen || m_refreshLost)
        m_refreshTakenUp = true;
    m_application = {std::move(application), std::max(at, m_application.at)};
    return changed ? Taken::Changed : Taken::Same;
}

WatchSources::Taken WatchSources::takeTree(std::shared_ptr<const ResourceTree> tree, Instant at)
{
    if (m_tree.value && at < m_tree.at)
        return Taken::Overtaken;
    const bool changed = !m_tree.value || differAbovePods(*m_tree.value, *tree);
    m_tree = {std::move(tree), at};
    return changed ? Taken::Changed : Taken::Same;
}

WatchSources::Taken WatchSources::takeManaged(std::shared_ptr<const ManagedResources> managed, Instant at)
{
    if (m_managed.value && at < m_managed.at)
        return Taken::Overtaken;
    const bool changed = !m_managed.value || *m_managed.value != *managed;
    m_managed = {std::move(managed), at};
    return changed ? Taken::Changed : Taken::Same;
}

void WatchSources::takeSyncWindows(std::shared_ptr<const SyncWindows> windows, Instant at)
{
    m_windows = {std::move(windows), at};
}

void WatchSources::takeApplicationSet(std::shared_ptr<const ApplicationSetProgress> progress, Instant at)
{
    m_applicationSet = {std::move(progress), at};
}

void WatchSources::takeApplicationEvents(std::vector<ResourceEvent> events)
{
    m_applicationEvents = std::move(events);
}

void WatchSources::takeResourceEvents(std::vector<ResourceEvent> events)
{
    m_resourceEvents = std::move(events);
}

void WatchSources::refreshSent(Instant at)
{
    m_refreshAskedAt = at;
    m_refreshTakenUp = false;
    m_refreshLost = false;
    m_annotationSeen = false;
}

void WatchSources::refreshDone()
{
    m_refreshTakenUp = true;
}

void WatchSources::refreshLost(bool refused)
{
    m_refreshLost = true;
    if (refused)
        m_refreshTakenUp = true;
}

Observation WatchSources::observation(Instant now, const AccessState &access) const
{
    Observation observation;
    observation.now = now;
    observation.access = access.access();
    observation.accessMessage = access.message();
    observation.lacksToken = access.isTokenLacking();
    observation.accessSince = access.since();
    if (access.access() == Access::NotCreated)
        observation.missingAt = access.missingAt();
    observation.application = m_application;
    observation.tree = m_tree;
    observation.managed = m_managed;
    observation.syncWindows = m_windows;
    observation.applicationSet = m_applicationSet;
    observation.events = m_applicationEvents;
    observation.events.insert(observation.events.end(), m_resourceEvents.begin(), m_resourceEvents.end());
    observation.refreshAskedAt = m_refreshAskedAt;
    observation.refreshTakenUp = m_refreshTakenUp;
    return observation;
}

} // namespace lynceus
