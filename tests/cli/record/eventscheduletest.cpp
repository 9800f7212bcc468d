#include "app/cli/record/eventschedule.h"

#include <map>

#include <gtest/gtest.h>

namespace lynceus {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

ResourceNode node(const QString &kind, const QString &name, HealthStatus health, const QString &reason = {})
{
    ResourceNode node;
    node.key = {{}, kind, u"shop"_s, name};
    node.uid = name;
    node.health.status = health;
    node.statusReason = reason;
    return node;
}

/// How often each resource is due within @p time, checked four times per second.
std::map<QString, int> asked(EventSchedule &schedule, Duration time)
{
    std::map<QString, int> counts;
    for (Duration now{0}; now < time; now += 250ms) {
        for (const auto &resource : schedule.takeDue(now))
            ++counts[resource.uid];
    }
    return counts;
}

} // namespace

TEST(EventSchedule, RequestsDecisiveEventsOftenAndOthersRarely)
{
    EventSchedule schedule;
    EXPECT_TRUE(schedule.isEmpty());
    auto planned = node(u"Pod"_s, u"planned"_s, HealthStatus::Missing);
    planned.uid.clear(); // it does not exist yet, so it has no events
    schedule.take({{node(u"Pod"_s, u"pending"_s, HealthStatus::Progressing, u"Pending"_s),
                    node(u"Pod"_s, u"running"_s, HealthStatus::Progressing, u"Running"_s),
                    node(u"Pod"_s, u"broken"_s, HealthStatus::Degraded, u"Running"_s),
                    node(u"Pod"_s, u"well"_s, HealthStatus::Healthy, u"Running"_s),
                    node(u"ConfigMap"_s, u"config"_s, HealthStatus::None), planned}});
    EXPECT_FALSE(schedule.isEmpty());
    EXPECT_EQ(asked(schedule, 12s), (std::map<QString, int>{{u"pending"_s, 16}, {u"broken"_s, 16}, {u"running"_s, 3}}));
}

TEST(EventSchedule, RequestsManyResourcesInTurn)
{
    EventSchedule schedule;
    ResourceTree tree;
    for (int i = 0; i < 100; ++i)
        tree.nodes.push_back(node(u"Pod"_s, u"pod-%1"_s.arg(i), HealthStatus::Degraded));
    schedule.take(tree);
    const auto counts = asked(schedule, 25s); // two per check
    EXPECT_EQ(counts.size(), 100U);
    for (const auto &[pod, count] : counts)
        EXPECT_EQ(count, 2) << pod.toStdString();
}

TEST(EventSchedule, ForgetsRecoveredResources)
{
    EventSchedule schedule;
    schedule.take({{node(u"Pod"_s, u"web"_s, HealthStatus::Degraded)}});
    EXPECT_EQ(schedule.takeDue(0ms).size(), 1U);
    EXPECT_TRUE(schedule.takeDue(500ms).empty());
    schedule.take({{node(u"Pod"_s, u"web"_s, HealthStatus::Healthy)}});
    EXPECT_TRUE(schedule.isEmpty());
    EXPECT_TRUE(schedule.takeDue(10s).empty());
    schedule.take({{node(u"Pod"_s, u"web"_s, HealthStatus::Degraded)}});
    EXPECT_EQ(schedule.takeDue(10s).size(), 1U); // due at once, because it is a new problem
}

} // namespace lynceus
