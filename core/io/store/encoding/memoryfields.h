#pragma once

#include "core/domain/rollout/verdict/memory.h"
#include "core/io/store/encoding/applicationfields.h"
#include "core/io/store/encoding/watchfields.h"

namespace lynceus {

template<typename T>
struct Fields<Timestamped<T>>
{
    static constexpr auto kList = std::tuple{field("value", &Timestamped<T>::value), field("at", &Timestamped<T>::at)};
};

template<>
struct Fields<SustainedCondition>
{
    static constexpr auto kList = std::tuple{field("since", &SustainedCondition::since)};
};

template<>
struct Fields<ShownBy>
{
    static constexpr auto kList =
        std::tuple{field("images", &ShownBy::images), field("shown", &ShownBy::shown), field("moved", &ShownBy::moved)};
};

template<>
struct Fields<FailedHook>
{
    using T = FailedHook;
    static constexpr auto kList =
        std::tuple{field("since", &T::since), field("uid", &T::uid), field("attempt", &T::attempt),
                   field("message", &T::message), field("afterPreSync", &T::isAfterPreSync)};
};

template<>
struct Fields<DegradedWorkload>
{
    static constexpr auto kList =
        std::tuple{field("since", &DegradedWorkload::since), field("ready", &DegradedWorkload::ready)};
};

template<>
struct Fields<RefusedResource>
{
    static constexpr auto kList =
        std::tuple{field("since", &RefusedResource::since), field("message", &RefusedResource::message)};
};

template<>
struct Fields<RevisionMemory>
{
    using T = RevisionMemory;
    static constexpr auto kList = std::tuple{field("isBaselineKnown", &T::isBaselineKnown),
                                             field("baseline", &T::baseline),
                                             field("baselineDeployment", &T::baselineDeployment),
                                             field("namedBefore", &T::namedBefore),
                                             field("desired", &T::desired),
                                             field("wasDesired", &T::wasDesired),
                                             field("moved", &T::moved),
                                             field("syncBegan", &T::syncBegan),
                                             field("brokenBefore", &T::brokenBefore),
                                             field("degradedBefore", &T::degradedBefore),
                                             field("idle", &T::idle)};
};

/// All except the matcher, which is derived from the expectation.
template<>
struct Fields<RolloutMemory>
{
    using T = RolloutMemory;
    static constexpr auto kList = std::tuple{field("application", &T::application),
                                             field("revision", &T::revision),
                                             field("tree", &T::tree),
                                             field("managed", &T::managed),
                                             field("uid", &T::uid),
                                             field("baselineOperation", &T::baselineOperation),
                                             field("baselineImages", &T::baselineImages),
                                             field("baselineLive", &T::baselineLive),
                                             field("baselinePods", &T::baselinePods),
                                             field("notShownAt", &T::notShownAt),
                                             field("lackedAt", &T::lackedAt),
                                             field("noticed", &T::noticed),
                                             field("noticedAt", &T::noticedAt),
                                             field("manifests", &T::manifests),
                                             field("operation", &T::operation),
                                             field("showingOperation", &T::showingOperation),
                                             field("imageRevisions", &T::imageRevisions),
                                             field("revisions", &T::revisions),
                                             field("revisionsSince", &T::revisionsSince),
                                             field("otherImages", &T::otherImages),
                                             field("absent", &T::absent),
                                             field("changeMark", &T::changeMark),
                                             field("changedAt", &T::changedAt),
                                             field("manifestsChangedAt", &T::manifestsChangedAt),
                                             field("completeAt", &T::completeAt),
                                             field("appliedOnce", &T::appliedOnce),
                                             field("applied", &T::applied),
                                             field("deploymentBefore", &T::deploymentBefore),
                                             field("stillMark", &T::stillMark),
                                             field("stillSince", &T::stillSince),
                                             field("podsWereSeen", &T::podsWereSeen),
                                             field("hadPods", &T::hadPods),
                                             field("ranAtFirst", &T::ranAtFirst),
                                             field("tagCameAgain", &T::tagCameAgain),
                                             field("wellAfterApplied", &T::wellAfterApplied),
                                             field("runningSince", &T::runningSince),
                                             field("baked", &T::baked),
                                             field("bakedUntil", &T::bakedUntil),
                                             field("bakeDoneAt", &T::bakeDoneAt),
                                             field("treeSeenAt", &T::treeSeenAt),
                                             field("podsBroken", &T::podsBroken),
                                             field("brokenSince", &T::brokenSince),
                                             field("mostReady", &T::mostReady),
                                             field("degradedWorkloads", &T::degraded),
                                             field("conditions", &T::conditions),
                                             field("operationFailed", &T::operationFailed),
                                             field("unreadySince", &T::unreadySince),
                                             field("podWords", &T::podText),
                                             field("podContainers", &T::podContainers),
                                             field("eventCauses", &T::eventCauses),
                                             field("usualStart", &T::usualStart),
                                             field("hooksOperation", &T::hooksOperation),
                                             field("failedHooks", &T::failedHooks),
                                             field("refusalsOperation", &T::refusalsOperation),
                                             field("refusals", &T::refusals),
                                             field("jobsDone", &T::jobsDone),
                                             field("otherJobsOperation", &T::otherJobsOperation),
                                             field("otherJobs", &T::otherJobs),
                                             field("liveDiffers", &T::liveDiffers),
                                             field("rewritten", &T::rewritten)};
};

} // namespace lynceus
