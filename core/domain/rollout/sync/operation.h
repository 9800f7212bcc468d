#pragma once

#include "core/domain/rollout/verdict/memory.h"

namespace lynceus {

/// Argo CD's message if another application manages some of the same resources, so that both overwrite each other;
/// otherwise empty.
[[nodiscard]] QString sharedResourceText(const Application &application);

/// Identifies an operation by its start, because operations have no id. Empty if there was none.
[[nodiscard]] QString operationKey(const std::optional<OperationState> &operation);

/// An operation is waiting or running.
[[nodiscard]] bool isOperationPending(const Application &application);

/// The expected images in the result of an operation, without hooks.
[[nodiscard]] ImageMatcher::Match imagesApplied(const OperationState &operation, ImageMatcher &matcher);

/// Whether the operation applies the expected images: its result contains them, or a target manifest showed them at its
/// revision (2.14 has no images in results, and a failed PreSync lists only the hook's).
[[nodiscard]] bool carriesImages(const OperationState &operation, RolloutMemory &memory);

/// Whether the operation cannot affect the expected images: a dry run, or limited to other resources.
[[nodiscard]] bool sparesImages(const OperationState &operation, const Timestamped<ManagedResources> &managed,
                                ImageMatcher &matcher);

/// Whether the owning ApplicationSet syncs it in steps (strategy RollingSync), which disables automated sync.
[[nodiscard]] bool isSyncedInSteps(const Application &application);

/// Whether the last operation restored an older deployment of the history.
[[nodiscard]] bool wasRolledBack(const Application &application);

/// Whether the desired state cannot be computed because git or the repo-server is not reachable.
[[nodiscard]] bool isRepositoryTrouble(const ApplicationCondition &condition);

/// The condition that the desired state could not be computed: ComparisonError, InvalidSpecError.
[[nodiscard]] const ApplicationCondition *comparisonProblem(const Application &application);

} // namespace lynceus
