#pragma once

#include "core/domain/board/stagemarks.h"
#include "core/domain/deployments/deployment.h"
#include "core/domain/watch/watchrecord.h"

namespace lynceus {

/// Whether the watch has a verdict on its version: one that was cancelled, or lost its server, judges nothing.
[[nodiscard]] bool hasJudged(const WatchRecord &watch);

/// Whether what the watch expects is what this deployment brings: the same application, a time in common, and the
/// version, as far as it is known by now. One that failed or was superseded by itself before the watch saw the version
/// deployed is not what the watch saw.
[[nodiscard]] bool isAbout(const WatchRecord &watch, const Deployment &deployment);

/// The verdict of a watch that is about it and has judged takes the place of what was observed.
void takeVerdict(Deployment &deployment, const WatchRecord &watch);

/// What a watch that ended is in a list of deployments where none is known that it is about: from its registration to
/// its end, with what it expected as the change. Its outcome is Unknown where it has judged nothing.
[[nodiscard]] Deployment deploymentOf(const WatchRecord &watch);

/// How far a deployment in progress is, by what its application says: noticed when its sync begins, applied when the
/// sync succeeded, and rolling from then on. A watch of it knows more.
[[nodiscard]] StageMarks observedMarks(const Deployment &deployment);

} // namespace lynceus
