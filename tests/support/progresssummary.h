#pragma once

#include "core/domain/rollout/verdict/verdict.h"

namespace lynceus::test {

/// Stage, pod counts and states of the pods: the changes that a user sees.
[[nodiscard]] inline QString progressSummary(const Verdict &verdict)
{
    using namespace Qt::StringLiterals;
    const auto &pods = verdict.pods;
    auto summary = u"%1 %2/%3/%4/%5"_s.arg(static_cast<int>(verdict.stage))
                       .arg(pods.wanted)
                       .arg(pods.updated)
                       .arg(pods.ready)
                       .arg(pods.old);
    for (const auto &pod : verdict.evidence.pods)
        summary += pod.name + pod.reason + QString::number(static_cast<int>(pod.health.status));
    return summary;
}

} // namespace lynceus::test
