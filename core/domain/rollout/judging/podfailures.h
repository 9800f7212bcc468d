#pragma once

#include "core/domain/rollout/judging/failures.h"

namespace lynceus {

/// Collects everything that may be failing in one observation.
struct FailureQuery
{
    RolloutMemory &memory;
    const Expectation &expectation;
    const Observation &observation;
    Instant treeTime; ///< until when the tree is valid
    Failure failure;
    std::vector<Cause> causes;

    void add(std::optional<Cause> cause)
    {
        if (cause)
            causes.push_back(*std::move(cause));
    }
    void endAfter(const SustainedCondition &evidence, Duration limit, Instant at)
    {
        if (!evidence.since)
            return;
        const auto end = *evidence.since + limit;
        failure.isFinal = failure.isFinal || at >= end;
        if (!failure.finalAt || end < *failure.finalAt)
            failure.finalAt = end;
    }
};

/// Adds pods of the release that cannot start, crash, are not ready or are not created.
void checkPods(FailureQuery &query, const std::vector<WorkloadView> &workloads, const std::vector<int> &targets);

} // namespace lynceus
