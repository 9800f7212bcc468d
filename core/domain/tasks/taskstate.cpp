#include "core/domain/tasks/taskstate.h"

#include <algorithm>

namespace lynceus {

namespace {

struct Named
{
    TaskState state;
    const char *name;
};

constexpr std::array kNames{
    Named{TaskState::InProgress, "in progress"}, Named{TaskState::Deployed, "deployed"},
    Named{TaskState::Failed, "failed"},          Named{TaskState::AppNotFound, "app not found"},
    Named{TaskState::Aborted, "aborted"},        Named{TaskState::Cancelled, "cancelled"},
};

struct Mapped
{
    Outcome outcome;
    TaskState state;
};

// Argo Watcher's client shows the meaning: "failed" blames the release, "aborted" means unknown, "cancelled" that
// something newer replaced it.
constexpr std::array kMapping{
    Mapped{Outcome::Waiting, TaskState::InProgress},   Mapped{Outcome::Deployed, TaskState::Deployed},
    Mapped{Outcome::Failed, TaskState::Failed},        Mapped{Outcome::TimedOut, TaskState::Failed},
    Mapped{Outcome::Superseded, TaskState::Cancelled}, Mapped{Outcome::Aborted, TaskState::Aborted},
    Mapped{Outcome::Gone, TaskState::AppNotFound},     Mapped{Outcome::SignInNeeded, TaskState::Aborted},
    Mapped{Outcome::Cancelled, TaskState::Cancelled},
};

} // namespace

QString nameOf(TaskState state)
{
    const auto *found = std::ranges::find(kNames, state, &Named::state);
    return QString::fromLatin1(found->name);
}

std::optional<TaskState> taskStateFrom(const QString &name)
{
    const auto *found =
        std::ranges::find_if(kNames, [&](const Named &one) { return name == QLatin1StringView(one.name); });
    return found == kNames.end() ? std::nullopt : std::optional(found->state);
}

TaskState taskStateOf(Outcome outcome)
{
    const auto *found = std::ranges::find(kMapping, outcome, &Mapped::outcome);
    return found == kMapping.end() ? TaskState::Aborted : found->state;
}

} // namespace lynceus
