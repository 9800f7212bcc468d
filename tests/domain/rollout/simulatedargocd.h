#pragma once

#include "tests/domain/rollout/simulatedcluster.h"

#include <vector>

namespace lynceus::simulation {

struct Commit
{
    Ms at = 0;
    std::array<Manifest, kMostWorkloads> manifests;
    int failingHooks = 0; ///< number of attempts in which the PreSync hook fails
    int refusals = 0;     ///< number of attempts in which the cluster refuses the first workload
};

struct ManualSync
{
    Ms at = kNever;
    int workloads = 0; ///< one bit per workload; all bits: a full sync
    bool saysRevision = true;
    int revision = -1; ///< rollback to this revision; -1: the last compared one
};

/// Settings of the application and commits in git.
struct Setup
{
    int workloads = 1;
    std::array<Kind, kMostWorkloads> kinds{};
    std::vector<Commit> commits; ///< the first is the baseline
    std::array<int, kMostWorkloads> wave{};
    bool autoSync = true;
    std::vector<ManualSync> manualSyncs;
    bool preSync = false;
    bool postSync = false;
    int retryLimit = 5;
    Ms mostPollGap = 4'000; ///< maximum time until a commit is noticed
    Ms errorAt = kNever;    ///< manifests cannot be rendered from then on
    Ms errorEnds = kNever;
    Ms stallAt = kNever; ///< the controller does nothing from then on
    Ms stallEnds = kNever;
    bool errorIsNetwork = false; ///< git or the repo-server is unreachable
    bool ignoresImages = false;  ///< ignoreDifferences for images, which syncs respect
    bool hasSteps = false;       ///< an ApplicationSet syncs it step by step
    bool resyncs = false;        ///< a second operation follows the first, as if the first had been missed
};

/// Argo CD's application controller for one application.
class ApplicationController final
{
public:
    ApplicationController(SimulatedState &state, Controllers &controllers, const Setup &setup, RandomGenerator &random)
        : m_state(state)
        , m_controllers(controllers)
        , m_setup(setup)
        , m_random(random)
    { }

    void settle();
    void tick(Ms now);
    [[nodiscard]] bool isStalled(Ms now) const { return now >= m_setup.stallAt && now < m_setup.stallEnds; }

private:
    enum class Stage { None, Begin, Hook, Apply, Healthy, PostHook, Finish, Retry };

    void pollGit(Ms now);
    void publish(Ms now);
    void compareResources();
    void maybeSync(Ms now);
    [[nodiscard]] bool isSame(const Manifest &wanted, const Workload &live) const;
    void applyOne(int workload, Ms now);
    void requestSync(int revision, int workloads, bool saysRevision, Ms now);
    void operate(Ms now);
    void begin(Ms now);
    void waitForHook(int hook, Ms now);
    void applyWave(Ms now);
    void waitForHealth(Ms now);
    void finish(Phase phase, Ms now);
    void fail(Ms now);
    void go(Stage stage, Ms at);
    void report(int of, ResultStatus status, HookPhase hook);
    [[nodiscard]] const Commit &commit(int revision) const
    {
        return m_setup.commits[static_cast<std::size_t>(revision)];
    }
    [[nodiscard]] bool isSelected(int workload) const { return ((m_selected >> workload) & 1) != 0; }
    [[nodiscard]] bool isFull() const { return m_selected == (1 << m_setup.workloads) - 1; }
    // A sync of selected resources runs no hooks.
    [[nodiscard]] bool runsPreSync() const { return m_setup.preSync && isFull(); }
    [[nodiscard]] bool runsPostSync() const { return m_setup.postSync && isFull(); }

    SimulatedState &m_state;
    Controllers &m_controllers;
    const Setup &m_setup;
    RandomGenerator &m_random;
    Stage m_stage = Stage::None;
    Ms m_stageAt = kNever;
    Ms m_pollAt = 0;
    int m_compared = 0; ///< revision of the last comparison, published or not
    Ms m_comparedAt = 0;
    Ms m_publishAt = kNever;
    Ms m_manifestsAt = kNever;
    int m_attempted = 0; ///< one bit for each revision that auto-sync has tried
    int m_revision = 0;  ///< of the operation
    int m_selected = 0;
    int m_wave = 0;
    int m_hookTries = 0;
    int m_refusals = 0;
    std::size_t m_manual = 0;
    bool m_resynced = false;
};

} // namespace lynceus::simulation
