#pragma once

#include "tests/domain/rollout/rolloutgenerator.h"

namespace lynceus::simulation {

/// How long a fact has held without interruption.
struct Spell
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
struct Truth
{
    Spell running;      ///< every target workload runs the expected images, and no old pods are left
    Spell settled;      ///< `running`, and Argo CD has finished
    Spell held;         ///< an operation applied the images again, no automated sync follows, and they run
    Spell refused;      ///< the cluster refuses the images in an operation that carries them, with each attempt
    Spell refusedShown; ///< `refused`, and visible while the revision of the operation was known
    bool refusedNow = false;
    Spell broken;            ///< a pod with the expected images cannot start, pull or stay up
    Spell unscheduled;       ///< no node accepts such a pod, as reported by the scheduler
    Spell brokenAsRead;      ///< `broken` as seen by a judge that does not observe all the time
    Ms brokenAt = kNever;    ///< last time
    Spell degraded;          ///< a target workload is Degraded
    Spell hook;              ///< a hook of the operation that carries the images failed and has not succeeded since
    Spell hookShown;         ///< `hook`, and visible while the revision of the operation was known
    Spell failed;            ///< an operation that carries the images has failed
    Spell known;             ///< operation, comparison and manifests have the same revision
    bool endedBadly = false; ///< `failed` at any time
    std::array<Spell, kMostWorkloads> jobDone; ///< a Job that carries the images exists and has succeeded
    std::array<bool, 2> hookDown{};
    Ms operationBegan = kNever;
    Spell error;            ///< the manifests cannot be rendered
    Spell absent;           ///< no manifest has the expected repositories
    Spell noticed;          ///< the target manifests have the images
    int shownRevision = -1; ///< newest revision at which a source showed the images
    Ms shownAt = kNever;    ///< first time that a source of the desired state showed the images
    Ms movedAt = kNever;    ///< last time that the desired images changed to others

    /// @param late how long sources may still show the previous manifests.
    void update(const World &world, const Scenario &scenario, Ms now, Ms late);

private:
    void updateJobs(const World &world, const Scenario &scenario, Ms now);
    [[nodiscard]] bool areJobsKnown(const World &world, int revision, const Scenario &scenario, Ms late) const;
    void updateOperation(const World &world, const Scenario &scenario, Ms now, Ms late);
};

/// The only right blocker of a world in which nothing changes. Nothing if several are right.
[[nodiscard]] std::optional<Blocker::Kind> awaitedIn(const World &world, const Scenario &scenario);

/// Whether the expected images ran in one of @p worlds, the states that the sources may still show.
[[nodiscard]] bool ranWithin(const std::vector<const World *> &worlds, const Scenario &scenario);

} // namespace lynceus::simulation
