#include "core/domain/fetch/watchsources.h"

#include <gtest/gtest.h>

using namespace Qt::StringLiterals;

namespace lynceus {

namespace {

using namespace std::chrono_literals;
using Taken = WatchSources::Taken;

Instant at(Duration since)
{
    return Instant{1'790'000'000s} + since;
}

std::shared_ptr<Application> application(const QString &version, SyncStatus sync = SyncStatus::Synced)
{
    auto made = std::make_shared<Application>();
    made->uid = u"uid"_s;
    made->resourceVersion = version;
    made->sync = sync;
    return made;
}

ResourceNode node(const QString &kind, const QString &name, HealthStatus health)
{
    ResourceNode made;
    made.key = {{}, kind, u"shop"_s, name};
    made.uid = name;
    made.health.status = health;
    return made;
}

std::shared_ptr<ResourceTree> tree(std::vector<ResourceNode> nodes)
{
    auto made = std::make_shared<ResourceTree>();
    made->nodes = std::move(nodes);
    return made;
}

TEST(WatchSources, NewerResourceVersionWins)
{
    WatchSources sources;
    EXPECT_EQ(sources.takeApplication(application(u"10"_s), at(1s)), Taken::Changed);
    EXPECT_EQ(sources.takeApplication(application(u"9"_s, SyncStatus::OutOfSync), at(2s)), Taken::Overtaken)
        << "numbers, not text";
    EXPECT_EQ(sources.application()->sync, SyncStatus::Synced);
    EXPECT_EQ(sources.observation(at(3s), {}).application.at, at(1s));
    EXPECT_EQ(sources.takeApplication(application(u"10"_s), at(4s)), Taken::Same);
    EXPECT_EQ(sources.observation(at(5s), {}).application.at, at(4s)) << "read again";
    EXPECT_EQ(sources.takeApplication(application(u"11"_s, SyncStatus::OutOfSync), at(3s)), Taken::Changed);
    EXPECT_EQ(sources.observation(at(5s), {}).application.at, at(4s)) << "the time does not go back";
}

TEST(WatchSources, RecreatedApplicationIsNotOlder)
{
    WatchSources sources;
    sources.takeApplication(application(u"10"_s), at(1s));
    auto other = application(u"3"_s);
    other->uid = u"other"_s;
    EXPECT_EQ(sources.takeApplication(other, at(2s)), Taken::Changed);
    EXPECT_EQ(sources.application()->uid, u"other"_s);
}

TEST(WatchSources, TimesAndLabelsAreNotChanges)
{
    WatchSources sources;
    sources.takeApplication(application(u"10"_s), at(1s));
    auto later = application(u"11"_s);
    later->reconciledAt = at(2s);
    later->labels[u"a"_s] = u"b"_s;
    EXPECT_EQ(sources.takeApplication(later, at(2s)), Taken::Same);
    EXPECT_EQ(sources.application()->reconciledAt, at(2s)) << "the new values are kept";
}

TEST(WatchSources, PodChangesDoNotTriggerOtherReads)
{
    WatchSources sources;
    const auto deployment = node(u"Deployment"_s, u"web"_s, HealthStatus::Progressing);
    sources.takeTree(tree({deployment}), at(1s));
    const auto pod = node(u"Pod"_s, u"web-1"_s, HealthStatus::Progressing);
    EXPECT_EQ(sources.takeTree(tree({deployment, pod}), at(2s)), Taken::Same);
    EXPECT_EQ(sources.tree()->nodes.size(), 2U) << "the new values are kept";
    const auto healthy = node(u"Deployment"_s, u"web"_s, HealthStatus::Healthy);
    EXPECT_EQ(sources.takeTree(tree({healthy, pod}), at(3s)), Taken::Changed);
    EXPECT_EQ(sources.takeTree(tree({healthy, node(u"Pod"_s, u"web-1"_s, HealthStatus::Degraded)}), at(4s)),
              Taken::Same);
    EXPECT_EQ(sources.takeTree(tree({deployment}), at(2s)), Taken::Overtaken);
    EXPECT_EQ(sources.tree()->nodes.size(), 2U);
    EXPECT_EQ(sources.takeTree(tree({healthy, pod, node(u"ReplicaSet"_s, u"web-2"_s, HealthStatus::Healthy)}), at(5s)),
              Taken::Changed);
}

TEST(WatchSources, RefreshIsAcceptedWhenAnsweredOrItsAnnotationIsRemoved)
{
    WatchSources sources;
    const auto takenUp = [&] { return sources.observation(at(0s), {}).refreshTakenUp; };
    sources.takeApplication(application(u"1"_s), at(0s));
    EXPECT_TRUE(takenUp());
    EXPECT_FALSE(sources.wasRefreshed());

    sources.refreshSent(at(1s));
    EXPECT_FALSE(takenUp());
    sources.takeApplication(application(u"2"_s), at(1s));
    EXPECT_FALSE(takenUp()) << "the server may not have set the annotation yet";
    auto annotated = application(u"3"_s);
    annotated->refreshAnnotation = u"normal"_s;
    sources.takeApplication(annotated, at(2s));
    EXPECT_FALSE(takenUp());
    sources.takeApplication(application(u"4"_s), at(3s));
    EXPECT_TRUE(takenUp());

    sources.refreshSent(at(60s));
    sources.refreshDone();
    EXPECT_TRUE(takenUp());

    sources.refreshSent(at(120s));
    sources.refreshLost(false);
    EXPECT_FALSE(takenUp());
    sources.takeApplication(application(u"5"_s), at(121s));
    EXPECT_TRUE(takenUp()) << "the lost refresh left no annotation";

    sources.refreshSent(at(180s));
    sources.refreshLost(true);
    EXPECT_TRUE(takenUp()) << "the server rejected the refresh";
    EXPECT_EQ(sources.observation(at(0s), {}).refreshAskedAt, at(180s));
}

TEST(WatchSources, ObservationContainsAllSources)
{
    WatchSources sources;
    AccessState access;
    access.answered(Fetch::Application, at(1s));
    sources.takeApplication(application(u"1"_s), at(1s));
    sources.takeManaged(std::make_shared<const ManagedResources>(), at(2s));
    EXPECT_EQ(sources.takeManaged(std::make_shared<const ManagedResources>(), at(3s)), Taken::Same);
    sources.takeSyncWindows(std::make_shared<const SyncWindows>(), at(4s));
    ResourceEvent event;
    event.reason = u"a"_s;
    sources.takeApplicationEvents({event});
    sources.takeResourceEvents({event, event});
    const auto seen = sources.observation(at(9s), access);
    EXPECT_EQ(seen.now, at(9s));
    EXPECT_EQ(seen.access, Access::Good);
    EXPECT_EQ(seen.accessSince, at(1s));
    EXPECT_EQ(seen.managed.at, at(3s));
    EXPECT_EQ(seen.syncWindows.at, at(4s));
    EXPECT_EQ(seen.events.size(), 3U);
    EXPECT_TRUE(seen.tree.isEmpty());
}

} // namespace

} // namespace lynceus
