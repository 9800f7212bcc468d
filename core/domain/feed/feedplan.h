#pragma once

#include "core/domain/base/result.h"
#include "core/domain/base/time.h"
#include "core/domain/model/connection.h"

#include <optional>

namespace lynceus {

/// When to list and when to stream, and what people are told of it. Pure: all times are monotonic and given by the
/// caller, as is each random number in [0, 1).
///
/// The list comes first, then the stream from its version. A stream is a hint: after it was opened everything is listed
/// again, because what happened between list and subscription is in neither (application.go, Watch), and every 5 to 10
/// minutes, because servers drop events of slow subscribers (#12214, #24750). While listing fails no stream is tried.
/// Where no stream is to be had (three never opened in a row), lists are read again and again.
class FeedPlan final
{
public:
    static constexpr Duration kSilence{45'000};

    explicit FeedPlan(Duration now);

    [[nodiscard]] bool isListDue(Duration now) const;
    [[nodiscard]] bool isStreamDue(Duration now) const;
    /// When to look again, if nothing happens before.
    [[nodiscard]] Duration nextAt(Duration now) const;

    void listSent(Duration now);
    /// @p doubtful: it may lack something, ask again soon.
    void listed(Duration now, bool doubtful, double random);
    void listFailed(const Error &error, Duration now, double random);

    void streamSent(Duration now);
    void streamOpened(Duration now);
    /// Any byte of the stream.
    void heard(Duration now);
    void streamEnded(const Error &error, Duration now, double random);

    /// A person asks, there is a newer token, or the computer slept: everything again, at once. The owner drops
    /// what is under way.
    void startAgain(Duration now);

    /// As far as the feed's own requests say: never Paused or KeychainShut.
    [[nodiscard]] Connection connection(Duration now) const;
    /// The error behind a connection that is in trouble; null otherwise.
    [[nodiscard]] const Error *trouble(Duration now) const;
    /// When it is tried again, while there is trouble.
    [[nodiscard]] std::optional<Duration> retryAt(Duration now) const;
    /// When the snapshot was last known to be true; nothing before the first answer.
    [[nodiscard]] std::optional<Duration> heardAt() const { return m_heardAt; }

private:
    enum class Stream { None, Sent, Open };

    [[nodiscard]] bool listCounts(Duration now) const;
    [[nodiscard]] std::optional<Duration> confirmAt() const;
    [[nodiscard]] bool polls() const;

    // Lists.
    std::optional<Duration> m_listAt; ///< due
    Duration m_listSentAt{0};
    bool m_listUnderWay = false;
    std::optional<Duration> m_listedAt; ///< the last good one was sent
    std::optional<Error> m_error;       ///< of the last list, if it failed
    int m_failures = 0;                 ///< in a row
    int m_refusals = 0;                 ///< 401 in a row
    int m_doubts = 0;                   ///< doubtful lists in a row

    // The stream.
    Stream m_stream = Stream::None;
    std::optional<Duration> m_streamAt; ///< due; nothing while lists fail
    Duration m_streamSentAt{0};
    bool m_confirmed = true; ///< listed since the subscription
    int m_unopened = 0;      ///< streams that never opened, in a row
    int m_cuts = 0;          ///< streams that ended early, in a row

    std::optional<Duration> m_heardAt;
};

} // namespace lynceus
