#pragma once

#include "core/domain/rollout/memory.h"

namespace lynceus {

/// Argo CD's words when another application has some of the same resources, so that the two undo each other; empty:
/// none.
[[nodiscard]] QString sharedResourceText(const Application &application);

/// Tells operations apart: they have no id, but a start. Empty if there was none.
[[nodiscard]] QString operationKey(const std::optional<OperationState> &operation);

/// An operation waits to begin or runs.
[[nodiscard]] bool isOperationPending(const Application &application);

/// The expected images in an operation's result, hooks left out.
[[nodiscard]] ImageMatcher::Match imagesApplied(const OperationState &operation, ImageMatcher &matcher);

/// Whether this operation brings the expected images: its result says so, or its revision is one at which a target
/// manifest showed them (2.14 has no images in results, and a failed PreSync lists only the hook's).
[[nodiscard]] bool carriesImages(const OperationState &operation, RolloutMemory &memory);

/// An operation that leaves the expected images alone whatever becomes of it: a dry run, or one for other resources.
[[nodiscard]] bool sparesImages(const OperationState &operation, const Timestamped<ManagedResources> &managed,
                                ImageMatcher &matcher);

/// The ApplicationSet that owns it syncs it, step by step (strategy RollingSync): it switches automated sync off for
/// that.
[[nodiscard]] bool isSyncedInSteps(const Application &application);

/// The last operation brought an older deployment back, by its place in the history.
[[nodiscard]] bool wasRolledBack(const Application &application);

/// Whether the desired state cannot be computed because git or the repo-server is out of reach.
[[nodiscard]] bool isRepositoryTrouble(const ApplicationCondition &condition);

/// Conditions that say that the desired state could not be computed: ComparisonError, InvalidSpecError.
[[nodiscard]] const ApplicationCondition *comparisonProblem(const Application &application);

} // namespace lynceus
