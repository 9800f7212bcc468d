#pragma once

#include "tests/domain/rollout/rolloutgenerator.h"

namespace lynceus::simulation {

/// How long a fact has held without interruption.
struct SustainedPeriod
{
    Ms since = kNever; ///< kNever: does not hold now
    Ms longest = 0;

    void keep(bool holds, Ms now)
    {
        if (!holds)
            since = kNever;
        else if (since == kNever)
            since = now;
        if (since != kNever)
            longest = std::max(longest, now - since);
    }
    [[nodiscard]] Ms lasts(Ms now) const { return since == kNever ? 0 : now - since; }
};

/// The actual state of the simulated cluster by the rules of docs/verdicts.md, independent of the sources.
struct GroundTruth
{
    SustainedPeriod running; ///< every target workload runs the expected images, and no old pods are left
    SustainedPeriod settled; ///< `running`, and Argo CD has finished
    SustainedPeriod held;    ///< an operation applied the images again, no automated sync follows, and they run
    SustainedPeriod refused; ///< the cluster refuses the images in an operation that carries them, with each attempt
    SustainedPeriod refusedShown; ///< `refused`, and visible while the revision of the operation was known
    bool refusedNow = false;
    SustainedPeriod broken;       ///< a pod with the expected images cannot start, pull or stay up
    SustainedPeriod unscheduled;  ///< no node accepts such a pod, as reported by the scheduler
    SustainedPeriod brokenAsRead; ///< `broken` as seen by a judge that does not observe all the time
    Ms brokenAt = kNever;         ///< last time
    SustainedPeriod degraded;     ///< a target workload is Degraded
    SustainedPeriod hook;      ///< a hook of the operation that carries the images failed and has not succeeded since
    SustainedPeriod hookShown; ///< `hook`, and visible while the revision of the operation was known
    SustainedPeriod failed;    ///< an operation that carries the images has failed
    SustainedPeriod known;     ///< operation, comparison and manifests have the same revision
    bool hasFailed = false;    ///< `failed` at any time
    std::array<SustainedPeriod, kMostWorkloads> jobDone; ///< a Job that carries the images exists and has succeeded
    std::array<bool, 2> failedHooks{};
    Ms operationBegan = kNever;
    SustainedPeriod error;   ///< the manifests cannot be rendered
    SustainedPeriod absent;  ///< no manifest has the expected repositories
    SustainedPeriod noticed; ///< the target manifests have the images
    int shownRevision = -1;  ///< newest revision at which a source showed the images
    Ms shownAt = kNever;     ///< first time that a source of the desired state showed the images
    Ms movedAt = kNever;     ///< last time that the desired images changed to others

    /// @param late how long sources may still show the previous manifests.
    void update(const SimulatedState &snapshot, const Scenario &scenario, Ms now, Ms late);

private:
    void updateJobs(const SimulatedState &snapshot, const Scenario &scenario, Ms now);
    [[nodiscard]] bool areJobsKnown(const SimulatedState &snapshot, int revision, const Scenario &scenario,
                                    Ms late) const;
    void updateOperation(const SimulatedState &snapshot, const Scenario &scenario, Ms now, Ms late);
};

/// The only right blocker of a state in which nothing changes. Nothing if several are right.
[[nodiscard]] std::optional<Blocker::Kind> awaitedIn(const SimulatedState &snapshot, const Scenario &scenario);

/// Whether the expected images ran in one of @p snapshots, the states that the sources may still show.
[[nodiscard]] bool ranWithin(const std::vector<const SimulatedState *> &snapshots, const Scenario &scenario);

} // namespace lynceus::simulation
