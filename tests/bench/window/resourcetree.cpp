#include "app/gui/detail/resources/resourcestab.h"
#include "tests/support/fakeclock.h"

#include <benchmark/benchmark.h>

// Promise: a tree of 14,000 nodes is opened and painted within 500 ms.

namespace lynceus {
namespace {

using namespace Qt::StringLiterals;

constexpr int kNodes = 14'000;

enum class Shape {
    Steady,    ///< 200 Deployments of 68 healthy pods; one pod crashes
    OneParent, ///< one ReplicaSet with healthy pods, except one that crashes
    AllRolls,  ///< nothing is healthy, so that nothing is grouped or collapsed: the worst case
};

ResourceNode nodeOf(const QString &kind, const QString &name, HealthStatus health)
{
    ResourceNode node;
    node.key = {kind == "Pod"_L1 ? QString() : u"apps"_s, kind, u"web"_s, name};
    node.uid = kind + name;
    node.health.status = health;
    node.createdAt = Instant(Duration(1'794'000'000'000));
    if (kind == "Pod"_L1) {
        node.images = {u"ghcr.io/acme/shop-web:1.5.0"_s};
        node.containers = 2;
        node.readyContainers = 2;
    }
    return node;
}

std::shared_ptr<const ResourceTree> treeOf(Shape shape, int restarts = 0)
{
    const int deployments = shape == Shape::OneParent ? 1 : 200;
    const int pods = kNodes / deployments - 2;
    const auto health = shape == Shape::AllRolls ? HealthStatus::Progressing : HealthStatus::Healthy;
    std::vector<UnlinkedNode> nodes;
    for (int d = 0; d < deployments; ++d) {
        const auto deployment = nodeOf(u"Deployment"_s, u"web-%1"_s.arg(d), health);
        const auto set = nodeOf(u"ReplicaSet"_s, u"web-%1-86bf"_s.arg(d), health);
        nodes.push_back({deployment, {}, {}});
        nodes.push_back({set, deployment.uid, {}});
        for (int p = 0; p < pods; ++p)
            nodes.push_back({nodeOf(u"Pod"_s, u"web-%1-86bf-%2"_s.arg(d).arg(p), health), set.uid, {}});
    }
    auto &failingPod = nodes.back().node;
    failingPod.health.status = HealthStatus::Degraded;
    failingPod.statusReason = u"CrashLoopBackOff"_s;
    failingPod.restarts = restarts;
    return std::make_shared<const ResourceTree>(linkTree(std::move(nodes)));
}

void openTree(benchmark::State &state)
{
    const test::FakeClock clock;
    const auto tree = treeOf(Shape(state.range(0)));
    for (auto _ : state) {
        ResourcesTab tab(clock);
        tab.resize(1'100, 500);
        tab.QWidget::show();
        tab.showTree(nullptr, tree);
        benchmark::DoNotOptimize(tab.grab());
    }
}
BENCHMARK(openTree)->DenseRange(0, 2)->Unit(benchmark::kMillisecond);

/// The cost of an event in the stream: one pod restarts.
void changeTree(benchmark::State &state)
{
    const test::FakeClock clock;
    const std::shared_ptr<const ResourceTree> trees[] = {treeOf(Shape(state.range(0)), 1),
                                                         treeOf(Shape(state.range(0)), 2)};
    ResourcesTab tab(clock);
    tab.resize(1'100, 500);
    tab.QWidget::show();
    tab.showTree(nullptr, trees[0]);
    std::size_t turn = 0;
    for (auto _ : state) {
        tab.showTree(nullptr, trees[++turn % 2]);
        benchmark::DoNotOptimize(tab.grab());
    }
}
BENCHMARK(changeTree)->DenseRange(0, 2)->Unit(benchmark::kMillisecond);

} // namespace
} // namespace lynceus
