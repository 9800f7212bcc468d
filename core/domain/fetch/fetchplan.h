#pragma once

#include "core/domain/fetch/requestbudget.h"

#include <array>
#include <cstddef>
#include <optional>
#include <vector>

namespace lynceus {

/// Requests for one watch, most important first; each is one HTTP request.
enum class Fetch {
    Application,
    Tree,
    Managed,
    TreeStream,        ///< opens it
    ApplicationStream, ///< opens it
    Refresh,           ///< GET application with refresh=normal; blocks until the controller has taken it up
    SyncWindows,
    Logs,
    Commit,
    ResourceEvents,
    ApplicationEvents,
    PodManifest,    ///< image of a pod whose reference cannot be compared with the expected one
    ApplicationSet, ///< progress of its RollingSync
    Presence,       ///< whether the list contains the application, and whether the token is accepted
};
inline constexpr std::size_t kFetchCount = 14;

/// State of the watch that the plan needs besides its own history.
struct FetchConditions
{
    bool known = false;  ///< the application was read at least once: project and version are known
    bool over = false;   ///< the verdict is final; nothing more is read
    bool moving = false; ///< pods may change at any time: noticed, or an operation runs
    /// The target workloads have finished progressing: one complete observation may end the watch.
    bool nearlyThere = false;
    bool unmatched = false;       ///< no workload is known that should run the images
    bool refreshWanted = false;   ///< at registration, and until the image is noticed
    bool refreshDeclined = false; ///< --no-refresh: never request one
    bool held = false;            ///< OutOfSync without an operation: a sync window may be the reason
    bool stepAwaited = false;     ///< its ApplicationSet syncs it in a later step
    bool failing = false;         ///< there is failing evidence, which events explain
    bool resourceFailing = false; ///< …and its resource is known
    bool resourcePending = false; ///< …or the containers of a resource have not started, for an unknown reason
    bool still = false;           ///< no progress for some time although progress is expected
    bool podUnclear = false;      ///< the manifest of a pod would show what it runs, its reference does not
    bool commitWanted = false;
    bool logsWanted = false;
    bool missing = false;          ///< the application is reported missing: check list and token too
    bool awaited = false;          ///< …and it may be created at any time
    bool tokenIgnored = false;     ///< …and the server ignores our token; only the user can fix this
    bool applicationStream = true; ///< may be open; the server limits our streams
    bool treeStream = true;
    bool fed = false; ///< another component follows the application and sends hints, so frequent polling is not needed
    /// Minimum interval of reads without a hint and of refreshes: many watches share the server, and the feed reports
    /// changes of this application.
    Duration quietEvery{0};
};

struct FetchDecision
{
    std::vector<Fetch> due;         ///< to send now, in this order
    std::optional<Duration> wakeAt; ///< when to decide again if nothing happens before
};

/// How long to wait after a failure.
enum class FailureKind {
    /// Network error, 5xx, unreadable body: retry soon; everything else waits until the application can be read again.
    Trouble,
    Refused, ///< 403, 404, 501: unlikely to change soon
};

/// Decides what to read next for one watch, so that a change is detected within 2 s and the server receives at most
/// RequestBudget::kMost requests in any 60 s. Uses neither clock nor network: the caller passes monotonic times.
///
/// Streams are hints; slower reads find what they miss. Without streams, the same reads are more frequent. After the
/// newest change of one source, the other sources are read once more, because a verdict needs one complete observation
/// that is newer than the newest change.
class FetchPlan final
{
public:
    /// Maximum number of requests in progress per source. Before another one is sent, the oldest is abandoned, so that
    /// hanging requests do not occupy all connections.
    static constexpr int kMostInFlight = 2;

    void sent(Fetch fetch, Duration now);
    /// A successful answer to the request sent at @p sentAt. For a stream: the response head arrived.
    void succeeded(Fetch fetch, Duration sentAt, Duration now);
    /// A stream sent data; @p source: content of the frame, empty for a keepalive.
    void received(Fetch stream, std::optional<Fetch> source, Duration now);
    /// A failed request, or a stream that ended. @param random in [0, 1).
    void failed(Fetch fetch, FailureKind kind, Duration sentAt, Duration now, double random);
    /// The oldest of several requests for @p fetch was abandoned; see kMostInFlight.
    void abandoned(Fetch fetch);
    /// The data of @p source requested at @p askedAt differs from the previous data.
    void changed(Fetch source, Duration askedAt);
    /// Another component saw a change of @p source: read it now.
    void hint(Fetch source, Duration now);
    /// All data may be outdated (the computer slept): read everything again at once.
    void doubt(Duration now);

    [[nodiscard]] FetchDecision decide(const FetchConditions &conditions, Duration now) const;

    /// The stream is open and has sent data recently.
    [[nodiscard]] bool receives(Fetch stream, Duration now) const;
    [[nodiscard]] bool isInFlight(Fetch fetch) const { return line(fetch).inFlight > 0; }
    /// Since when this source cannot be read; empty if the last answer was successful.
    [[nodiscard]] std::optional<Duration> failingSince(Fetch fetch) const;

private:
    struct Line
    {
        std::optional<Duration> sentAt;   ///< last time
        std::optional<Duration> readAt;   ///< request time of the newest successful answer
        std::optional<Duration> wantedAt; ///< read again after this time
        std::optional<Duration> failingSince;
        std::optional<Duration> receivedAt; ///< for streams
        Duration retryAt{0};
        int failures = 0;
        int hangs = 0; ///< number of repeats while a request hangs
        int inFlight = 0;
        bool open = false; ///< for streams
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
    Duration m_manifestsSettleAt = Duration::min(); ///< until then, manifests may be those before the last change
};

} // namespace lynceus
