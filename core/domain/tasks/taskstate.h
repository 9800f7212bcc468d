#pragma once

#include "core/domain/rollout/verdict/verdict.h"

#include <QString>

#include <array>
#include <optional>

namespace lynceus {

/// State of a team server's task, as in Argo Watcher's API.
enum class TaskState { InProgress, Deployed, Failed, AppNotFound, Aborted, Cancelled };

inline constexpr std::array kTaskStates{TaskState::InProgress,  TaskState::Deployed, TaskState::Failed,
                                        TaskState::AppNotFound, TaskState::Aborted,  TaskState::Cancelled};

/// "in progress", "deployed", "failed", "app not found", "aborted", "cancelled"; used in the API and in the store.
[[nodiscard]] QString nameOf(TaskState state);
/// Empty for any other text.
[[nodiscard]] std::optional<TaskState> taskStateFrom(const QString &name);

/// State of a task whose watch has this outcome. Only Outcome::Deployed becomes Deployed.
[[nodiscard]] TaskState taskStateOf(Outcome outcome);

} // namespace lynceus
