#include "core/domain/watch/timeline.h"

#include <gtest/gtest.h>

using namespace Qt::StringLiterals;

namespace lynceus {

namespace {

using Kind = TimelineEntry::Kind;

TimelineState checkAt(int second)
{
    TimelineState state;
    state.at = Instant{Duration{second * 1'000}};
    state.access = Access::Good;
    return state;
}

ResourceNode podNode(const QString &name, HealthStatus health, const QString &reason)
{
    ResourceNode node;
    node.key = {{}, u"Pod"_s, u"shop"_s, name};
    node.uid = name;
    node.health.status = health;
    node.statusReason = reason;
    node.images = {u"web:2"_s};
    node.containers = 1;
    node.readyContainers = health == HealthStatus::Healthy ? 1 : 0;
    return node;
}

std::shared_ptr<const ResourceTree> treeOf(std::vector<ResourceNode> nodes)
{
    auto tree = std::make_shared<ResourceTree>();
    tree->nodes = std::move(nodes);
    return tree;
}

QStringList textsOf(const std::vector<TimelineEntry> &timeline)
{
    QStringList texts;
    for (const auto &entry : timeline)
        texts += nameOf(entry.kind) + u' ' + entry.resource.name + u' ' + entry.text;
    return texts;
}

TEST(Timeline, UnchangedStateAddsNothing)
{
    std::vector<TimelineEntry> timeline;
    auto state = checkAt(1);
    state.stage = Stage::Noticed;
    state.tree = treeOf({podNode(u"a"_s, HealthStatus::Healthy, u"Running"_s)});
    appendDifferences(timeline, state, state);
    EXPECT_TRUE(timeline.empty());
}

TEST(Timeline, RecordsTheLifecycleOfAPod)
{
    std::vector<TimelineEntry> timeline;
    std::vector<TimelineState> states{checkAt(0), checkAt(1), checkAt(2), checkAt(3), checkAt(4)};
    states[0].tree = treeOf({});
    states[1].tree = treeOf({podNode(u"a"_s, HealthStatus::Progressing, u"ContainerCreating"_s)});
    states[2].tree = treeOf({podNode(u"a"_s, HealthStatus::Healthy, u"Running"_s)});
    states[3].tree = treeOf({podNode(u"a"_s, HealthStatus::Degraded, u"CrashLoopBackOff"_s)});
    states[4].tree = treeOf({});
    for (std::size_t at = 1; at < states.size(); ++at)
        appendDifferences(timeline, states[at - 1], states[at]);
    EXPECT_EQ(textsOf(timeline),
              (QStringList{u"resource a Progressing 0/1: ContainerCreating"_s, u"resource a Healthy 1/1"_s,
                           u"resource a Degraded 0/1: CrashLoopBackOff"_s, u"resource a gone"_s}));
    EXPECT_EQ(timeline[0].images, QStringList(u"web:2"_s));
    EXPECT_EQ(timeline[2].at, states[3].at);
}

TEST(Timeline, StartsWithTheFirstTree)
{
    std::vector<TimelineEntry> timeline;
    auto after = checkAt(1);
    after.tree = treeOf({podNode(u"old"_s, HealthStatus::Healthy, u"Running"_s)});
    appendDifferences(timeline, checkAt(0), after);
    EXPECT_TRUE(timeline.empty());
    // A tree that cannot be read for a while was not removed.
    appendDifferences(timeline, after, checkAt(2));
    EXPECT_TRUE(timeline.empty());
}

TEST(Timeline, RecordsStagesBlockersCausesAccessAndOutcome)
{
    std::vector<TimelineEntry> timeline;
    auto before = checkAt(1);
    before.blocker = u"not-noticed"_s;
    auto after = checkAt(2);
    after.access = Access::Unreachable;
    after.stage = Stage::Noticed;
    after.cause = Cause{.kind = Cause::Kind::ImagePull, .resource = {{}, u"Pod"_s, {}, u"a"_s}};
    after.outcome = Outcome::Failed;
    appendDifferences(timeline, before, after);
    EXPECT_EQ(textsOf(timeline),
              (QStringList{u"access  unreachable"_s, u"stage  noticed"_s, u"blocker  "_s, u"cause a image-pull"_s,
                           u"outcome  failed"_s}));
}

TEST(Timeline, IsBoundedDespiteFlapping)
{
    std::vector<TimelineEntry> timeline;
    auto before = checkAt(0);
    before.tree = treeOf({podNode(u"a"_s, HealthStatus::Healthy, u"Running"_s)});
    for (int second = 1; second < 5'000; ++second) {
        auto after = checkAt(second);
        after.access = second % 2 == 0 ? Access::Good : Access::Unreachable;
        after.tree =
            treeOf({podNode(u"a"_s, second % 2 == 0 ? HealthStatus::Healthy : HealthStatus::Degraded, u"Error"_s)});
        appendDifferences(timeline, before, after);
        before = after;
    }
    auto last = before;
    last.outcome = Outcome::TimedOut;
    appendDifferences(timeline, before, last);
    EXPECT_LE(timeline.size(), 2 * kMostTimelineEntries + 1);
    EXPECT_EQ(timeline.back().kind, Kind::Outcome) << "the end is always recorded";
}

} // namespace

} // namespace lynceus
