#pragma once

#include "core/domain/base/result.h"
#include "core/domain/model/connection.h"
#include "core/domain/time/time.h"

#include <optional>

namespace lynceus {

/// Decides when to list and when to stream, and derives the displayed connection. Pure: the caller passes monotonic
/// times and random numbers in [0, 1).
///
/// First a list, then the stream from its version. A stream is a hint: after it opens, everything is listed again,
/// because changes between list and subscription are in neither (application.go, Watch); and every 5 to 10 minutes,
/// because servers drop events of slow subscribers (#12214, #24750). While lists fail, no stream is opened. If no
/// stream is possible (three in a row never opened), lists are polled.
class FeedPlan final
{
public:
    static constexpr Duration kSilence{45'000};

    explicit FeedPlan(Duration now);

    [[nodiscard]] bool isListDue(Duration now) const;
    [[nodiscard]] bool isStreamDue(Duration now) const;
    /// Time of the next step if nothing happens before.
    [[nodiscard]] Duration nextAt(Duration now) const;

    void listSent(Duration now);
    /// @p doubtful: something may be missing; list again soon.
    void listed(Duration now, bool doubtful, double random);
    void listFailed(const Error &error, Duration now, double random);

    void streamSent(Duration now);
    void streamOpened(Duration now);
    /// Any byte of the stream.
    void received(Duration now);
    void streamEnded(const Error &error, Duration now, double random);

    /// Starts over at once: the user asked, the token is newer, or the computer slept. The owner must drop requests in
    /// progress.
    void startAgain(Duration now);

    /// From the feed's own requests; never Paused or KeychainShut.
    [[nodiscard]] Connection connection(Duration now) const;
    /// The error of the connection; null if there is none.
    [[nodiscard]] const Error *trouble(Duration now) const;
    /// Next attempt after an error.
    [[nodiscard]] std::optional<Duration> retryAt(Duration now) const;
    /// Whether a list confirmed the open stream, so that silence means no change.
    [[nodiscard]] bool reportsEveryChange() const { return m_stream != Stream::None && m_isComplete; }
    /// When the snapshot was last confirmed; empty before the first answer.
    [[nodiscard]] std::optional<Duration> receivedAt() const { return m_receivedAt; }

private:
    enum class Stream { None, Sent, Open };

    [[nodiscard]] bool listCounts(Duration now) const;
    [[nodiscard]] std::optional<Duration> confirmAt() const;
    [[nodiscard]] bool polls() const;

    // Lists.
    std::optional<Duration> m_listAt; ///< due
    Duration m_listSentAt{0};
    bool m_listUnderWay = false;
    std::optional<Duration> m_listedAt; ///< when the last successful one was sent
    std::optional<Error> m_error;       ///< of the last list, if it failed
    int m_failures = 0;                 ///< in a row
    int m_refusals = 0;                 ///< 401 in a row
    int m_doubts = 0;                   ///< doubtful lists in a row

    // Stream.
    Stream m_stream = Stream::None;
    std::optional<Duration> m_streamAt; ///< due; empty while lists fail
    Duration m_streamSentAt{0};
    bool m_confirmed = true;   ///< listed since the subscription
    bool m_confirms = false;   ///< the list under way was sent since the subscription
    bool m_isComplete = false; ///< such a list arrived
    int m_unopened = 0;        ///< streams in a row that never opened
    int m_cuts = 0;            ///< streams in a row that ended early

    std::optional<Duration> m_receivedAt;
};

} // namespace lynceus
