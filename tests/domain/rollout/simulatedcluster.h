#pragma once

#include "tests/domain/rollout/simulatedstate.h"

namespace lynceus::simulation {

enum class Failure : std::int8_t { None, Pull, Crash, NeverReady, Unschedulable };

/// Behavior of the cluster, constant during a sequence.
struct ClusterBehaviour
{
    Failure failure = Failure::None; ///< of pods with the template `fails`
    Template fails;
    Ms failureLasts = kNever; ///< from the first such pod on
    Ms progressDeadline = 12'000;
    Ms mostReaction = 600; ///< maximum time until a controller observes a new generation
    Ms mostStart = 1'200;
    Ms mostTermination = 2'000;
    bool mayLosePods = false; ///< maxUnavailable is 1, otherwise 0
    bool ordered = false;     ///< OrderedReady: StatefulSets wait for each pod, also for a broken old one
    int canarySteps = 2;
    Ms canaryPause = 1'000; ///< kNever: until the canary is promoted
    Ms keepOldPods = 0;     ///< of Rollouts, after the switch
    bool customHasHealth = true;
    Ms jobTtl = kNever; ///< ttlSecondsAfterFinished
    bool jobsFail = false;
    Template failingJob; ///< template of the pods that fail, if jobsFail
};

/// The controllers of Kubernetes, Argo Rollouts and operators.
class Controllers final
{
public:
    Controllers(Cluster &cluster, const ClusterBehaviour &behaviour, RandomGenerator &random)
        : m_cluster(cluster)
        , m_behaviour(behaviour)
        , m_random(random)
    { }

    /// Creates the workload as it is long after its last rollout.
    void settle(int workload);
    void tick(Ms now);
    /// As `kubectl apply`.
    void apply(int workload, const Manifest &manifest, Ms now);
    /// As `kubectl set image`.
    void setByHand(int workload, const Template &pods, Ms now);
    void scale(int workload, int replicas, Ms now);
    /// Deletes one pod, as when its node is drained.
    void evictOne(int workload, Ms now);
    /// One ready pod crashes for @p lasts.
    void crashOne(int workload, Ms now, Ms lasts);
    void promote();
    /// Whether Argo CD knows the health. Custom kinds often have no health check, and then a sync does not wait for
    /// them.
    [[nodiscard]] bool hasHealth(int workload) const
    {
        const auto kind = m_cluster.workloads[static_cast<std::size_t>(workload)].kind;
        return m_behaviour.customHasHealth || (kind != Kind::CustomPods && kind != Kind::CustomReplicaSets);
    }
    void startHook(int hook, Ms now, Ms lasts);
    void endHook(int hook, bool succeeded);

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
    const ClusterBehaviour &m_behaviour;
    RandomGenerator &m_random;
    int m_lastId = 0;
    Ms m_heals = kNever;
    bool m_promoted = false;
};

/// Whether the pods of the kind belong to ReplicaSets.
[[nodiscard]] bool hasReplicaSets(Kind kind);

} // namespace lynceus::simulation
