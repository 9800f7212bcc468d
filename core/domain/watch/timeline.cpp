#include "core/domain/watch/timeline.h"

#include "core/domain/model/diff.h"

using namespace Qt::StringLiterals;

namespace lynceus {

namespace {

constexpr qsizetype kMostText = 160; // characters; the first sentence of a pull error, which names the image
// These kinds are rare in a rollout, unless something flaps.
constexpr std::size_t kMostWithDecisions = 2 * kMostTimelineEntries;

QString joined(const QString &state, const QString &words)
{
    const auto text = words.isEmpty() ? state : state.isEmpty() ? words : u"%1: %2"_s.arg(state, words);
    return text.size() <= kMostText ? text : text.left(kMostText - 1) + u'…';
}

QString textOf(const ResourceNode &node)
{
    const bool pod = node.key.kind == "Pod"_L1;
    // The reason of a running pod is "Running", which does not include its health.
    const bool says = pod && !node.statusReason.isEmpty() && node.statusReason != "Running"_L1;
    const auto words = says                            ? node.statusReason
        : node.health.status == HealthStatus::Degraded ? node.health.message
                                                       : QString();
    const bool counts = pod && node.containers && node.readyContainers;
    const auto state = nameOf(node.health.status);
    return joined(counts ? u"%1 %2/%3"_s.arg(state).arg(*node.readyContainers).arg(*node.containers) : state, words);
}

QString operationText(const std::shared_ptr<const Application> &application)
{
    if (!application || !application->operationState)
        return {};
    const auto &operation = *application->operationState;
    return joined(nameOf(operation.phase), operation.message);
}

QString accessText(Access access)
{
    switch (access) {
    case Access::Good:
    case Access::Permission:
    case Access::Connecting:
    case Access::NotCreated: // its blocker reports this
        return {};
    case Access::Unreachable:
        return u"unreachable"_s;
    case Access::SignIn:
        return u"sign-in"_s;
    case Access::Gone:
        return u"gone"_s;
    }
    return {};
}

class Writer final
{
public:
    Writer(std::vector<TimelineEntry> &timeline, Instant at)
        : m_timeline(timeline)
        , m_at(at)
    { }

    void add(TimelineEntry::Kind kind, const ResourceKey &resource, const QString &text, const QStringList &images = {})
    {
        const bool resourceOnly = kind == TimelineEntry::Kind::Resource;
        const auto most = resourceOnly ? kMostTimelineEntries : kMostWithDecisions;
        if (m_timeline.size() < most || kind == TimelineEntry::Kind::Outcome)
            m_timeline.push_back({m_at, kind, resource, text, images});
    }

private:
    std::vector<TimelineEntry> &m_timeline;
    Instant m_at;
};

void addTreeDifferences(Writer &writer, const ResourceTree &before, const ResourceTree &after)
{
    const auto nodeAt = [](const ResourceTree &tree, int index) -> const ResourceNode & {
        return tree.nodes[static_cast<std::size_t>(index)];
    };
    const auto diff = diffTrees(before, after);
    for (const int index : diff.removed) {
        const auto &node = nodeAt(before, index);
        if (node.health.status != HealthStatus::None)
            writer.add(TimelineEntry::Kind::Resource, node.key, u"gone"_s);
    }
    for (const int index : diff.added) {
        const auto &node = nodeAt(after, index);
        if (node.health.status != HealthStatus::None)
            writer.add(TimelineEntry::Kind::Resource, node.key, textOf(node), node.images);
    }
    for (const auto &changed : diff.changed) {
        const auto &node = nodeAt(after, changed.after);
        const auto words = textOf(node);
        if (words != textOf(nodeAt(before, changed.before)))
            writer.add(TimelineEntry::Kind::Resource, node.key, words);
    }
}

} // namespace

TimelineState timelineStateOf(const Observation &observation, const Verdict &verdict)
{
    TimelineState state;
    state.at = observation.now;
    state.access = observation.access;
    state.application = observation.application.value;
    state.tree = observation.tree.value;
    state.stage = verdict.stage;
    state.outcome = verdict.outcome;
    state.blocker = verdict.blocker ? nameOf(verdict.blocker->kind) : QString();
    state.cause = verdict.cause;
    return state;
}

void appendDifferences(std::vector<TimelineEntry> &timeline, const TimelineState &before, const TimelineState &after)
{
    using Kind = TimelineEntry::Kind;
    Writer writer(timeline, after.at);
    if (accessText(before.access) != accessText(after.access))
        writer.add(Kind::Access, {}, accessText(after.access));
    // An application or tree that was not read yet is not a removal.
    if (after.application && operationText(before.application) != operationText(after.application)
        && before.application)
        writer.add(Kind::Operation, {}, operationText(after.application));
    if (before.tree && after.tree && before.tree != after.tree)
        addTreeDifferences(writer, *before.tree, *after.tree);
    if (before.stage != after.stage)
        writer.add(Kind::Stage, {}, nameOf(after.stage));
    if (before.blocker != after.blocker)
        writer.add(Kind::Blocker, {}, after.blocker);
    const auto kindOf = [](const TimelineState &state) { return state.cause ? nameOf(state.cause->kind) : QString(); };
    if (kindOf(before) != kindOf(after))
        writer.add(Kind::Cause, after.cause ? after.cause->resource : ResourceKey{}, kindOf(after));
    if (before.outcome != after.outcome)
        writer.add(Kind::Outcome, {}, nameOf(after.outcome));
}

} // namespace lynceus
