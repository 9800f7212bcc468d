#include "core/io/teamserver/taskreader.h"

#include <cstdlib>

using namespace lynceus;

namespace {

void check(const ServerTask &task)
{
    const bool isBounded = task.app.size() <= ServerTaskLimits::kMostText + 1
        && task.author.size() <= ServerTaskLimits::kMostText + 1
        && task.reason.size() <= ServerTaskLimits::kMostReason + 1
        && static_cast<qsizetype>(task.images.size()) <= ServerTaskLimits::kMostImages;
    if (task.id.isEmpty() || task.app.isEmpty() || task.stateName.isEmpty() || !isBounded)
        std::abort();
    // Only the name "deployed" means deployed.
    if ((task.state == TaskState::Deployed) != (task.stateName == QLatin1String("deployed")))
        std::abort();
    std::ignore = awaitedVersion(task);
    std::ignore = newTaskBody(task, std::nullopt);
}

} // namespace

/// Any answer of a team server: the tasks are bounded, and none is deployed by mistake.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QByteArray text(reinterpret_cast<const char *>(data), qsizetype(size));
    if (const auto tasks = readTasks(text)) {
        for (const auto &task : tasks->tasks)
            check(task);
    }
    if (const auto task = readTask(text))
        check(*task);
    std::ignore = readVerdict(text);
    std::ignore = readTeamServerConfig(text);
    std::ignore = readTeamServerVersion(text);
    std::ignore = readTeamServerDescription(text);
    std::ignore = isListReset(text);
    return 0;
}
