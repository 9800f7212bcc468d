#pragma once

#include "tests/domain/rollout/rolloutgenerator.h"

namespace lynceus::simulation {

/// A fact that is of interest for how long it holds without a break.
struct Spell
{
    Ms since = kNever; ///< kNever: does not hold
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

/// What is really so in the simulated cluster, by the rules of docs/verdicts.md, without looking through any source.
struct Truth
{
    Spell running;      ///< every target workload runs what is expected, and nothing old is left
    Spell settled;      ///< that, and Argo CD has finished everything about it
    Spell held;         ///< an operation brought it back, nothing syncs by itself, and it runs
    Spell refused;      ///< the cluster refuses it in an operation that carries the images, attempt after attempt
    Spell refusedShown; ///< that, and it was to be seen while it was known whose operation it is
    bool refusedNow = false;
    Spell broken;            ///< some pod with the expected images cannot start, pull or stay up
    Spell unscheduled;       ///< the scheduler says of such a pod that no node takes it
    Spell brokenAsRead;      ///< the same for somebody who does not look all the time
    Ms brokenAt = kNever;    ///< last time
    Spell degraded;          ///< a target workload says so
    Spell hook;              ///< a hook of the operation that carries the images failed and did not succeed since
    Spell hookShown;         ///< that, and it was to be seen while it was known whose operation it is
    Spell failed;            ///< such an operation has ended badly
    Spell known;             ///< the operation's revision is the one that was compared, and that the manifests are of
    bool endedBadly = false; ///< at any time
    std::array<Spell, kMostWorkloads> jobDone; ///< a Job that carries the images is there and has succeeded
    std::array<bool, 2> hookDown{};
    Ms operationBegan = kNever;
    Spell error;            ///< the desired state cannot be rendered
    Spell absent;           ///< nothing declares the repositories
    Spell noticed;          ///< the target manifests show the images
    int shownRevision = -1; ///< the newest at which a source showed the images
    Ms shownAt = kNever;    ///< first time that any source of the desired state showed them
    Ms movedAt = kNever;    ///< last time that the desired images moved away from the expected ones

    /// @param late how long the sources may go on showing the manifests of before.
    void update(const World &world, const Scenario &scenario, Ms now, Ms late);

private:
    void updateJobs(const World &world, const Scenario &scenario, Ms now);
    [[nodiscard]] bool areJobsKnown(const World &world, int revision, const Scenario &scenario, Ms late) const;
    void updateOperation(const World &world, const Scenario &scenario, Ms now, Ms late);
};

/// What a release waits for in a world in which nothing moves; nothing where more than one answer is right.
[[nodiscard]] std::optional<Blocker::Kind> awaitedIn(const World &world, const Scenario &scenario);

/// Whether the cluster ran what is expected in one of these worlds, each of which the sources may still show a part of.
[[nodiscard]] bool ranWithin(const std::vector<const World *> &worlds, const Scenario &scenario);

} // namespace lynceus::simulation
