#pragma once

#include "app/cli/applications/inspection.h"
#include "core/domain/rollout/expectation/expectation.h"
#include "core/domain/rollout/verdict/verdict.h"

#include <vector>

namespace lynceus {

/// What is wrong with an application now, and what that rests on.
struct Diagnosis
{
    Expectation expectation; ///< what git wants now, or what the person asked for
    Verdict verdict;         ///< of the one look; its cause and blocker are those below
    std::optional<Cause> cause;
    std::optional<Blocker> blocker;    ///< why nothing moves, if nothing is broken
    bool isWell = false;               ///< neither, and nothing is on its way
    std::vector<ResourceEvent> events; ///< about the resource, newest last
    std::vector<LogLine> log;          ///< the last words of the failing container
    QString logError;                  ///< why they cannot be shown, if they were asked for
};

/// The images that git wants now, of all workloads; the live ones where nothing could be rendered.
[[nodiscard]] std::vector<ImageReference> desiredImages(const ManagedResources &managed);

/// Judges one look as if it had been like this for a while: nobody who asks "why" wants to wait for evidence to last.
/// @param images what should run; empty: desiredImages(). @param events known so far, they tell what pods cannot.
[[nodiscard]] Diagnosis diagnose(const Inspection &inspection, std::vector<ImageReference> images,
                                 const RegistryProxies &proxies, const std::vector<ResourceEvent> &events);

/// Whose events may tell more: the cause's resource, else what is not yet as it should be; positions in the tree.
[[nodiscard]] std::vector<int> worthAsking(const Inspection &inspection, const Diagnosis &diagnosis);

/// The pod whose container's last words explain the cause; -1 if none does.
[[nodiscard]] int podWithLastWords(const Inspection &inspection, const Cause &cause);

} // namespace lynceus
