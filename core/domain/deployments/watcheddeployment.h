#pragma once

#include "core/domain/board/stagemarks.h"
#include "core/domain/deployments/deployment.h"
#include "core/domain/watch/watchrecord.h"

namespace lynceus {

/// Whether the watch has a verdict about its version: a watch that was cancelled or lost its server has none.
[[nodiscard]] bool hasJudged(const WatchRecord &watch);

/// Whether the watch expects what this deployment brings: same application, overlapping times, and same version as far
/// as known. False for a deployment that failed or was superseded before the watch saw the version deployed.
[[nodiscard]] bool isAbout(const WatchRecord &watch, const Deployment &deployment);

/// Replaces the observed outcome by the verdict of a watch that is about the deployment and has judged.
void takeVerdict(Deployment &deployment, const WatchRecord &watch);

/// An ended watch as an entry in a list of deployments, for watches without a known deployment: from registration to
/// end, with the expected version as change. Outcome Unknown if it has no verdict.
[[nodiscard]] Deployment deploymentOf(const WatchRecord &watch);

/// Progress of a deployment without a watch, from the application's data: noticed when its sync starts, applied when
/// the sync succeeded, then rolling. A watch has more detail.
[[nodiscard]] StageMarks observedMarks(const Deployment &deployment);

} // namespace lynceus
