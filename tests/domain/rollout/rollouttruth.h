#pragma once

#include "tests/domain/rollout/rolloutgenerator.h"

#include <utility>

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

/// What late sources may still show of each workload.
struct Past
{
    std::array<Ms, kMostWorkloads> appliedAt{-1, -1, -1}; ///< last time that it was told its expected images
    std::array<int, kMostWorkloads> wanted{};
    std::array<int, kMostWorkloads> wantedBefore{};
    std::array<Ms, kMostWorkloads> scaledAt{};

    void noteWanted(int index, int replicas, Ms now)
    {
        const auto at = static_cast<std::size_t>(index);
        if (replicas == wanted[at])
            return;
        wantedBefore[at] = std::exchange(wanted[at], replicas);
        scaledAt[at] = now;
    }
    [[nodiscard]] int wantedSince(int index, Ms since, int replicas) const
    {
        const auto at = static_cast<std::size_t>(index);
        return scaledAt[at] >= since ? std::min(replicas, wantedBefore[at]) : replicas;
    }
};

/// What is really so in the simulated cluster, by the rules of docs/verdicts.md, without looking through any source.
struct Truth
{
    Spell running;           ///< every target workload runs what is expected, and nothing old is left
    Spell settled;           ///< that, and Argo CD has finished everything about it
    Spell broken;            ///< some pod with the expected images cannot start, pull or stay up
    Spell brokenAsRead;      ///< the same for somebody who does not look all the time
    Ms brokenAt = kNever;    ///< last time
    Spell degraded;          ///< a target workload says so
    Spell hook;              ///< a hook of the operation that carries the images failed and did not succeed since
    Spell failed;            ///< such an operation has ended badly
    Spell known;             ///< the operation's revision is the one that was compared, and that the manifests are of
    bool endedBadly = false; ///< at any time
    std::array<bool, 2> hookDown{};
    Ms operationBegan = kNever;
    Spell error;       ///< the desired state cannot be rendered
    Spell absent;      ///< nothing declares the repositories
    Spell noticed;     ///< the target manifests show the images
    int manifests = 0; ///< as in the world
    int earlierManifests = 0;
    Ms manifestsChangedAt = 0;
    Past past;
    int shownRevision = -1; ///< the newest at which a source showed the images
    Ms shownAt = kNever;    ///< first time that any source of the desired state showed them
    Ms movedAt = kNever;    ///< last time that the desired images moved away from the expected ones

    /// @param late how long the sources may go on showing the manifests of before.
    void update(const World &world, const Scenario &scenario, Ms now, Ms late);

private:
    void updateOperation(const World &world, const Scenario &scenario, Ms now);
};

} // namespace lynceus::simulation
