#pragma once

#include "tests/domain/rollout/simulatedworld.h"

namespace lynceus::simulation {

enum class Failure : std::int8_t { None, Pull, Crash, NeverReady, Unschedulable };

/// How this cluster behaves, the same during the whole sequence.
struct Habits
{
    Failure failure = Failure::None; ///< of pods of the template `fails`
    Template fails;
    Ms failureLasts = kNever; ///< from the first such pod on
    Ms progressDeadline = 12'000;
    Ms mostReaction = 600; ///< until a controller sees a new generation
    Ms mostStart = 1'200;
    Ms mostTermination = 2'000;
    bool mayLosePods = false; ///< maxUnavailable 1 instead of 0
    bool ordered = false;     ///< StatefulSets wait for each pod, also for an old one that is broken (OrderedReady)
    int canarySteps = 2;
    Ms canaryPause = 1'000; ///< kNever: until someone promotes
    Ms keepOldPods = 0;     ///< of Rollouts, after the switch
    bool customHasHealth = true;
    Ms jobTtl = kNever; ///< ttlSecondsAfterFinished
    bool jobsFail = false;
    Template failingJob; ///< of pods that make their Job fail, if jobsFail
};

/// The controllers of a Kubernetes cluster, Argo Rollouts and an operator or two.
class Controllers final
{
public:
    Controllers(Cluster &cluster, const Habits &habits, Dice &dice)
        : m_cluster(cluster)
        , m_habits(habits)
        , m_dice(dice)
    { }

    /// Everything was settled long ago.
    void settle(int workload);
    void tick(Ms now);
    /// kubectl apply.
    void apply(int workload, const Manifest &manifest, Ms now);
    /// kubectl set image.
    void setByHand(int workload, const Template &pods, Ms now);
    void scale(int workload, int replicas, Ms now);
    /// A node is drained: one of the pods goes.
    void evictOne(int workload, Ms now);
    /// One ready pod crashes for a while.
    void crashOne(int workload, Ms now, Ms lasts);
    void promote();
    /// Whether anybody can tell: an operator's kind often has no health check, and then nothing waits for its health.
    [[nodiscard]] bool hasHealth(int workload) const
    {
        const auto kind = m_cluster.workloads[static_cast<std::size_t>(workload)].kind;
        return m_habits.customHasHealth || (kind != Kind::CustomPods && kind != Kind::CustomReplicaSets);
    }
    void startHook(int hook, Ms now, Ms lasts);
    void endHook(int hook, bool well);

private:
    void movePods(Ms now);
    void movePod(Pod &pod, Ms now);
    void takeUpGeneration(Workload &workload, Ms now);
    void reconcile(int index, Ms now);
    void rollSets(int index, int newWanted, int oldWanted, Ms now);
    void rollSlots(int index, Ms now);
    void runJob(int index, Ms now);
    void stepCanary(int index, Ms now);
    void switchBlueGreen(int index, Ms now);
    void watchProgress(int index, Ms now);
    [[nodiscard]] State stateOf(int index) const;
    [[nodiscard]] int count(int index, bool newest, bool readyOnly) const;
    [[nodiscard]] bool isNewest(const Pod &pod) const;
    void addPod(int index, int slot, Ms now, int set = -1);
    void remove(Pod &pod, Ms now);

    Cluster &m_cluster;
    const Habits &m_habits;
    Dice &m_dice;
    int m_lastId = 0;
    Ms m_heals = kNever;
    bool m_promoted = false;
};

/// Whether a kind's pods belong to ReplicaSets.
[[nodiscard]] bool hasReplicaSets(Kind kind);

} // namespace lynceus::simulation
