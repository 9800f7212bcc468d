#pragma once

#include "core/domain/watch/requestbudget.h"

#include <array>
#include <cstddef>
#include <optional>
#include <vector>

namespace lynceus {

/// What can be asked of the server for one watch, the most important first: each costs one request.
enum class Fetch {
    Application,
    Tree,
    Managed,
    TreeStream,        ///< opening it
    ApplicationStream, ///< opening it
    Refresh,           ///< GET application with refresh=normal; blocks until the controller has taken it up
    SyncWindows,
    Logs,
    Commit,
    ResourceEvents,
    ApplicationEvents,
    PodManifest,    ///< what a pod runs whose reference cannot be compared with the expected one
    ApplicationSet, ///< how far its RollingSync has got
    Presence,       ///< whether the list still shows the application, and whether the token counts
};
inline constexpr std::size_t kFetchCount = 14;

/// What the plan must know about the watch besides its own history.
struct FetchConditions
{
    bool known = false;         ///< the application was read at least once: its project and version are known
    bool over = false;          ///< the verdict is final: nothing more is read
    bool moving = false;        ///< pods may change any moment: noticed, or an operation runs
    bool nearlyThere = false;   ///< the target workloads are no longer progressing: one complete look may end the watch
    bool unmatched = false;     ///< no workload is known that is meant to run the images
    bool refreshWanted = false; ///< at registration, and while the image is not noticed
    bool refreshDeclined = false; ///< --no-refresh: whatever else is true, none is requested
    bool held = false;            ///< OutOfSync without an operation: a sync window may be why
    bool stepAwaited = false;     ///< its ApplicationSet syncs it in a later step
    bool failing = false;         ///< there is failing evidence, which events explain
    bool resourceFailing = false; ///< …and its resource is known
    bool resourcePending = false; ///< …or one has not come as far as its containers, and nothing says why
    bool still = false;           ///< nothing has moved for a while although something should
    bool podUnclear = false;      ///< a pod's manifest would tell what it runs, and its reference does not
    bool commitWanted = false;
    bool logsWanted = false;
    bool missing = false;          ///< the application is said not to be there: list and token are asked, too
    bool awaited = false;          ///< …and it may be created any moment
    bool tokenIgnored = false;     ///< …and the server ignores our token: only the user can change that
    bool applicationStream = true; ///< it may be held open: a server gets few streams from us
    bool treeStream = true;
    bool fed = false; ///< somebody else hears of the application and gives hints: it need not be polled often
    /// What is read without a hint, and refreshes, are at least so far apart: many watches share the server, and
    /// nothing can happen to this one that the feed would not hear of.
    Duration quietEvery{0};
};

struct FetchDecision
{
    std::vector<Fetch> due;         ///< to be sent now, in this order
    std::optional<Duration> wakeAt; ///< when to decide again if nothing happens before
};

/// How long to wait after a failed answer.
enum class FailureKind {
    Trouble, ///< network, 5xx, unreadable: soon, and everything else waits until the application can be read again
    Refused, ///< 403, 404, 501: it will not be better soon
};

/// Decides what to read next for one watch, so that a change is seen within 2 s and the server gets at most
/// RequestBudget::kMost requests in any 60 s. No clock and no network: times are monotonic and come from the caller.
///
/// Streams are hints: what they miss, slower reads find. Without streams the same reads come faster.
/// After the newest change of one source the other sources are read once more, because a verdict needs one
/// complete look that is newer than the newest change.
class FetchPlan final
{
public:
    /// Questions about one source under way at once. Before one more is sent the oldest is given up, so that those that
    /// hang do not take all connections.
    static constexpr int kMostInFlight = 2;

    void sent(Fetch fetch, Duration now);
    /// A good answer to what was sent at @p sentAt. For a stream: its head came.
    void succeeded(Fetch fetch, Duration sentAt, Duration now);
    /// A stream said something; @p source is what a frame showed, nothing for a keepalive.
    void heard(Fetch stream, std::optional<Fetch> source, Duration now);
    /// An answer that was no good, or a stream that ended. @param random in [0, 1).
    void failed(Fetch fetch, FailureKind kind, Duration sentAt, Duration now, double random);
    /// The oldest question of several about @p fetch was given up: see kMostInFlight.
    void abandoned(Fetch fetch);
    /// What was asked of @p source at @p askedAt differs from what it said before.
    void changed(Fetch source, Duration askedAt);
    /// Somebody else saw a change of @p source: it is worth reading now.
    void hint(Fetch source, Duration now);
    /// Nothing known is certain any more (the computer slept): read all again, at once.
    void doubt(Duration now);

    [[nodiscard]] FetchDecision decide(const FetchConditions &conditions, Duration now) const;

    /// The stream is open and was heard lately.
    [[nodiscard]] bool hears(Fetch stream, Duration now) const;
    [[nodiscard]] bool isInFlight(Fetch fetch) const { return line(fetch).inFlight > 0; }
    /// Since when this source cannot be read; nothing if its last answer was good.
    [[nodiscard]] std::optional<Duration> failingSince(Fetch fetch) const;

private:
    struct Line
    {
        std::optional<Duration> sentAt;   ///< the last time
        std::optional<Duration> readAt;   ///< when the newest good answer was asked for
        std::optional<Duration> wantedAt; ///< it must be read again after this moment
        std::optional<Duration> failingSince;
        std::optional<Duration> heardAt; ///< streams
        Duration retryAt{0};
        int failures = 0;
        int hangs = 0; ///< how often it was asked again beside a question that hangs
        int inFlight = 0;
        bool open = false; ///< streams
    };

    [[nodiscard]] const Line &line(Fetch fetch) const { return m_lines[static_cast<std::size_t>(fetch)]; }
    [[nodiscard]] Line &line(Fetch fetch) { return m_lines[static_cast<std::size_t>(fetch)]; }
    void want(Fetch fetch, Duration now);
    void mend(Fetch fetch, Duration now);
    [[nodiscard]] std::optional<Duration> dueAt(Fetch fetch, const FetchConditions &conditions, Duration now) const;
    [[nodiscard]] std::optional<Duration> wishedAt(Fetch fetch, const FetchConditions &conditions, Duration now) const;
    [[nodiscard]] std::optional<Duration> sourceAt(Fetch fetch, Duration every, const FetchConditions &conditions,
                                                   Duration now) const;
    [[nodiscard]] std::optional<Duration> streamAt(Fetch fetch, const FetchConditions &conditions) const;
    [[nodiscard]] Duration sourceInterval(Fetch fetch, const FetchConditions &conditions, Duration now) const;

    std::array<Line, kFetchCount> m_lines;
    RequestBudget m_budget;
    Duration m_manifestsSettleAt = Duration::min(); ///< until then manifests may still be those before the last change
};

} // namespace lynceus
