#pragma once

#include "core/domain/rollout/memory.h"
#include "core/domain/rollout/workload.h"

namespace lynceus {

/// For how long Argo CD must call an application Synced at the expected version, without an operation, until nothing
/// had to be applied. An operation that is due begins within a second of the comparison.
inline constexpr Duration kIdleSettles{10'000};

/// For how long what was before must be desired again until it took the place of the expected version: replicas of the
/// repo-server may know of a commit at different times.
inline constexpr Duration kReplacedSettles{10'000};

/// Whether one of @p revisions is what @p version names. @p sources: those that they were taken from, in the same
/// order; a commit is also known without them. Not for ExpectedVersion::Kind::Next, which depends on what was before.
/// @p except: sources whose name does not count, see RevisionMemory::namedBefore.
[[nodiscard]] bool carriesVersion(const ExpectedVersion &version, const QStringList &revisions,
                                  const std::vector<ApplicationSource> &sources, const std::vector<int> &except = {});

/// Brings memory.revision up to date, and what follows from it: the matcher (images of the desired manifests), whether
/// the version was noticed, and which revisions carry it. Before workloadsOf().
void followRevision(RolloutMemory &memory, const Expectation &expectation, Instant now);

/// The workloads that a revision is judged by: all that the desired manifests have.
[[nodiscard]] std::vector<int> workloadsOfRevision(const std::vector<WorkloadView> &workloads);

/// What was there before the watch took the place of the expected version again.
[[nodiscard]] std::optional<Cause> revisionReplaced(const RolloutMemory &memory, Instant now);

/// Why the expected version cannot be proven, or that it is not known yet.
[[nodiscard]] Blocker revisionAwaited(const RolloutMemory &memory);

} // namespace lynceus
