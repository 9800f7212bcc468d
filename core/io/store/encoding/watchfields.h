#pragma once

#include "core/domain/watch/historyquery.h"
#include "core/domain/watch/timelineentry.h"
#include "core/domain/watch/watchdetails.h"
#include "core/domain/watch/watchrecord.h"
#include "core/io/store/encoding/applicationfields.h"

namespace lynceus {

template<>
struct Fields<ImageReference>
{
    using T = ImageReference;
    static constexpr auto kList = std::tuple{field("registry", &T::registry), field("repository", &T::repository),
                                             field("tag", &T::tag), field("digest", &T::digest)};
};

template<>
struct Fields<ExpectedVersion>
{
    static constexpr auto kList =
        std::tuple{field("kind", &ExpectedVersion::kind), field("value", &ExpectedVersion::value)};
};

template<>
struct Fields<Expectation>
{
    using T = Expectation;
    static constexpr auto kList = std::tuple{field("application", &T::application),
                                             field("images", &T::images),
                                             field("version", &T::version),
                                             field("registeredAt", &T::registeredAt),
                                             field("deadline", &T::deadline),
                                             field("bake", &T::bake),
                                             field("failAfter", &T::failAfter),
                                             field("imageGrace", &T::imageGrace),
                                             field("acceptSuspended", &T::acceptSuspended),
                                             field("waitForApp", &T::waitForApp),
                                             field("registryProxies", &T::registryProxies),
                                             field("oneOff", &T::oneOff),
                                             field("usualNotice", &T::usualNotice)};
};

template<>
struct Fields<Blocker>
{
    using T = Blocker;
    static constexpr auto kList =
        std::tuple{field("kind", &T::kind),   field("resource", &T::resource), field("message", &T::message),
                   field("until", &T::until), field("image", &T::image),       field("detail", &T::detail),
                   field("since", &T::since), field("exceeds", &T::exceeds)};
};

template<>
struct Fields<Cause>
{
    using T = Cause;
    static constexpr auto kList =
        std::tuple{field("kind", &T::kind),           field("resource", &T::resource),    field("message", &T::message),
                   field("image", &T::image),         field("restarts", &T::restarts),    field("attempt", &T::attempt),
                   field("container", &T::container), field("candidates", &T::candidates)};
};

template<>
struct Fields<Note>
{
    static constexpr auto kList =
        std::tuple{field("kind", &Note::kind), field("resource", &Note::resource), field("detail", &Note::detail)};
};

template<>
struct Fields<PodCounts>
{
    using T = PodCounts;
    static constexpr auto kList =
        std::tuple{field("wanted", &T::wanted), field("updated", &T::updated), field("ready", &T::ready),
                   field("old", &T::old), field("oldUnready", &T::oldUnready)};
};

template<>
struct Fields<WorkloadEvidence>
{
    using T = WorkloadEvidence;
    static constexpr auto kList = std::tuple{field("key", &T::key), field("images", &T::images),
                                             field("health", &T::health), field("pods", &T::pods)};
};

template<>
struct Fields<PodEvidence>
{
    using T = PodEvidence;
    static constexpr auto kList = std::tuple{field("name", &T::name), field("images", &T::images),
                                             field("health", &T::health), field("reason", &T::reason)};
};

template<>
struct Fields<Evidence>
{
    using T = Evidence;
    static constexpr auto kList = std::tuple{field("observedAt", &T::observedAt), field("revisions", &T::revisions),
                                             field("workloads", &T::workloads), field("pods", &T::pods)};
};

template<>
struct Fields<Verdict>
{
    using T = Verdict;
    static constexpr auto kList =
        std::tuple{field("outcome", &T::outcome),   field("stage", &T::stage),         field("blocker", &T::blocker),
                   field("cause", &T::cause),       field("notes", &T::notes),         field("pods", &T::pods),
                   field("evidence", &T::evidence), field("decidedAt", &T::decidedAt), field("wakeAt", &T::wakeAt)};
};

template<>
struct Fields<RevisionMetadata>
{
    using T = RevisionMetadata;
    static constexpr auto kList =
        std::tuple{field("author", &T::author), field("message", &T::message), field("date", &T::date)};
};

template<>
struct Fields<WatchRequest>
{
    using T = WatchRequest;
    static constexpr auto kList = std::tuple{field("application", &T::application),
                                             field("project", &T::project),
                                             field("images", &T::images),
                                             field("version", &T::version),
                                             field("timeout", &T::timeout),
                                             field("bake", &T::bake),
                                             field("failAfter", &T::failAfter),
                                             field("imageGrace", &T::imageGrace),
                                             field("acceptSuspended", &T::acceptSuspended),
                                             field("waitForApp", &T::waitForApp),
                                             field("refresh", &T::refresh),
                                             field("withChildren", &T::withChildren),
                                             field("registryProxies", &T::registryProxies),
                                             field("release", &T::release),
                                             field("note", &T::note),
                                             field("who", &T::who)};
};

template<>
struct Fields<WatchRecord>
{
    using T = WatchRecord;
    static constexpr auto kList = std::tuple{field("id", &T::id),
                                             field("request", &T::request),
                                             field("expectation", &T::expectation),
                                             field("oldImages", &T::oldImages),
                                             field("verdict", &T::verdict),
                                             field("commit", &T::commit),
                                             field("logPod", &T::logPod),
                                             field("logLines", &T::logLines),
                                             field("registeredAt", &T::registeredAt),
                                             field("endedAt", &T::endedAt),
                                             field("children", &T::children),
                                             field("replacedBy", &T::replacedBy),
                                             field("snoozedUntil", &T::snoozedUntil),
                                             field("takenBy", &T::takenBy),
                                             field("argoInstance", &T::argoInstance),
                                             field("stageReachedAt", &T::stageReachedAt)};
};

template<>
struct Fields<TimelineEntry>
{
    using T = TimelineEntry;
    static constexpr auto kList =
        std::tuple{field("at", &T::at), field("kind", &T::kind), field("resource", &T::resource),
                   field("text", &T::text), field("images", &T::images)};
};

template<>
struct Fields<HistoryQuery>
{
    using T = HistoryQuery;
    static constexpr auto kList = std::tuple{
        field("text", &T::text),         field("instance", &T::instance), field("application", &T::application),
        field("outcomes", &T::outcomes), field("from", &T::from),         field("until", &T::until),
        field("limit", &T::limit)};
};

template<>
struct Fields<WatchDetails>
{
    static constexpr auto kList =
        std::tuple{field("watch", &WatchDetails::record), field("timeline", &WatchDetails::timeline)};
};

} // namespace lynceus
