#include "core/domain/model/lastsync.h"

namespace lynceus {

std::optional<Instant> lastSyncOf(const Application &application)
{
    if (const auto &operation = application.operationState)
        return operation->finishedAt ? operation->finishedAt : operation->startedAt;
    return application.history.empty() ? std::nullopt : application.history.back().deployedAt;
}

} // namespace lynceus
