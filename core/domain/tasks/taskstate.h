#pragma once

#include "core/domain/rollout/verdict.h"

#include <QString>

#include <array>
#include <optional>

namespace lynceus {

/// How a task of a team server is doing, in the words of Argo Watcher's API.
enum class TaskState { InProgress, Deployed, Failed, AppNotFound, Aborted, Cancelled };

inline constexpr std::array kTaskStates{TaskState::InProgress,  TaskState::Deployed, TaskState::Failed,
                                        TaskState::AppNotFound, TaskState::Aborted,  TaskState::Cancelled};

/// "in progress", "deployed", "failed", "app not found", "aborted", "cancelled": part of the API and of the store.
[[nodiscard]] QString nameOf(TaskState state);
/// Nothing for any other text.
[[nodiscard]] std::optional<TaskState> taskStateFrom(const QString &name);

/// What a task is called whose watch has this outcome. Only Outcome::Deployed is called deployed.
[[nodiscard]] TaskState taskStateOf(Outcome outcome);

} // namespace lynceus
