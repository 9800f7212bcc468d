#pragma once

#include "core/domain/rollout/verdict/memory.h"
#include "core/domain/rollout/workloads/workload.h"

namespace lynceus {

/// How long an application must be Synced at the expected version without an operation until nothing had to be applied.
/// A due operation starts within a second of the comparison.
inline constexpr Duration kIdleSettles{10'000};

/// How long the previous version must be desired again until it has replaced the expected one: replicas of the
/// repo-server may learn of a commit at different times.
inline constexpr Duration kReplacedSettles{10'000};

/// Whether one of @p revisions is @p version. @p sources: their sources, in the same order; commits are recognised
/// without them. Not for ExpectedVersion::Kind::Next, which depends on the baseline. @p except: sources whose name does
/// not count; see RevisionMemory::namedBefore.
[[nodiscard]] bool carriesVersion(const ExpectedVersion &version, const QStringList &revisions,
                                  const std::vector<ApplicationSource> &sources, const std::vector<int> &except = {});

/// Updates memory.revision and what depends on it: the matcher (images of the desired manifests), whether the version
/// was noticed, and which revisions carry it. Call before workloadsOf().
void followRevision(RolloutMemory &memory, const Expectation &expectation, Instant now);

/// The workloads that a revision is judged by: all in the desired manifests.
[[nodiscard]] std::vector<int> workloadsOfRevision(const std::vector<WorkloadView> &workloads);

/// The cause if the version from before the watch has replaced the expected one.
[[nodiscard]] std::optional<Cause> revisionReplaced(const RolloutMemory &memory, Instant now);

/// Why the expected version cannot be proven, or is not known yet.
[[nodiscard]] Blocker revisionAwaited(const RolloutMemory &memory);

} // namespace lynceus
