#pragma once

#include "app/cli/applications/inspection.h"
#include "core/domain/rollout/expectation/expectation.h"
#include "core/domain/rollout/verdict/verdict.h"

#include <vector>

namespace lynceus {

/// The current problem of an application, and the evidence for it.
struct Diagnosis
{
    Expectation expectation; ///< what git requires now, or what the user asked for
    Verdict verdict;         ///< of this single check; contains the cause and blocker below
    std::optional<Cause> cause;
    std::optional<Blocker> blocker;    ///< why nothing progresses, if nothing is broken
    bool isWell = false;               ///< no cause, no blocker, and nothing in progress
    std::vector<ResourceEvent> events; ///< about the resource, newest last
    std::vector<LogLine> log;          ///< last lines of the failing container
    QString logError;                  ///< why the log cannot be shown, if it was requested
};

/// The images that git requires now, of all workloads; the live images if there are no rendered manifests.
[[nodiscard]] std::vector<ImageReference> desiredImages(const ManagedResources &managed);

/// Judges a single snapshot as if it had lasted for a while, because the user of `explain` does not want to wait for
/// sustained evidence. @param images the expected images; empty: desiredImages(). @param events known so far; they
/// explain what pods cannot.
[[nodiscard]] Diagnosis diagnose(const Inspection &inspection, std::vector<ImageReference> images,
                                 const RegistryProxies &proxies, const std::vector<ResourceEvent> &events);

/// Resources whose events may explain more: that of the cause, otherwise those that are not ready; indexes into the
/// tree.
[[nodiscard]] std::vector<int> worthAsking(const Inspection &inspection, const Diagnosis &diagnosis);

/// The pod whose container log may explain the cause; -1 if there is none.
[[nodiscard]] int podWithLastWords(const Inspection &inspection, const Cause &cause);

} // namespace lynceus
