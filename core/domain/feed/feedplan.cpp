#include "core/domain/feed/feedplan.h"

#include "core/domain/time/backoff.h"

#include <algorithm>

namespace lynceus {

namespace {

constexpr Duration kRelistLeast{300'000}; // argocd-api §2.3: every 5 to 10 minutes
constexpr Duration kRelistMost{600'000};
// Without a stream; below kSilence, so that the data does not become stale between two lists.
constexpr Duration kPollLeast{20'000};
constexpr Duration kPollMost{30'000};
constexpr BackoffPolicy kDoubtGap{Duration{2'000}, Duration{60'000}, 4.0, 0.0};
// The server subscribes soon after the request, but sends the head with the first event or keepalive, up to 15 s later.
constexpr Duration kSubscribed{2'000};
constexpr Duration kLongLife{60'000};     // streams of this age are cut by gateways: routine
constexpr Duration kRoutineGap{1'000};    // clients of a restarted server must not return all at once
constexpr Duration kStreamAgain{300'000}; // while polling: a gateway may have been fixed
constexpr Duration kRefusedAgain{1'000};  // a restarting server may send a single 401
constexpr Duration kSignInAgain{300'000}; // only the user can help; startAgain() reports that
constexpr int kRefusalsThatCount = 2;
constexpr int kFailuresThatCount = 2; // one lost answer is not reported
constexpr int kUnopenedThatCount = 3;
constexpr Duration kOldList{900'000}; // a list is not valid for longer, even with a stream

constexpr BackoffPolicy kListBackoff{Duration{500}, Duration{30'000}, 2.0, 0.5};
constexpr BackoffPolicy kStreamBackoff{Duration{500}, Duration{60'000}, 2.0, 0.5};
// Certificate, or another server at the address.
constexpr BackoffPolicy kMendBackoff{Duration{5'000}, Duration{60'000}, 2.0, 0.3};
constexpr BackoffPolicy kRightsBackoff{Duration{30'000}, Duration{300'000}, 2.0, 0.3}; // permissions change rarely

Duration between(Duration least, Duration most, double random)
{
    return least + std::chrono::duration_cast<Duration>((most - least) * std::clamp(random, 0.0, 1.0));
}

Connection connectionAfter(Error::Kind kind)
{
    switch (kind) {
    case Error::Kind::SignInNeeded:
        return Connection::SignInNeeded;
    case Error::Kind::Certificate:
        return Connection::Certificate;
    case Error::Kind::NotArgoCd:
        return Connection::NotArgoCd;
    case Error::Kind::Forbidden:
        return Connection::Forbidden;
    case Error::Kind::BadInput:
    case Error::Kind::Unreachable:
    case Error::Kind::TimedOut:
    case Error::Kind::TooLarge:
    case Error::Kind::NotFound:
    case Error::Kind::Server:
    case Error::Kind::Malformed:
    case Error::Kind::NotAllowed:
    case Error::Kind::Cancelled:
        return Connection::Unreachable;
    }
    return Connection::Unreachable;
}

Duration againAfter(const Error &error, int failures, int refusals, double random)
{
    switch (connectionAfter(error.kind)) {
    case Connection::SignInNeeded:
        return refusals < kRefusalsThatCount ? kRefusedAgain : kSignInAgain;
    case Connection::Certificate:
    case Connection::NotArgoCd:
        return backoffDelay(kMendBackoff, failures, random);
    case Connection::Forbidden:
        return backoffDelay(kRightsBackoff, failures, random);
    case Connection::Paused:
    case Connection::Connecting:
    case Connection::Live:
    case Connection::Polling:
    case Connection::Stale:
    case Connection::KeychainShut:
    case Connection::Unreachable:
        break;
    }
    return backoffDelay(kListBackoff, failures, random);
}

} // namespace

FeedPlan::FeedPlan(Duration now)
    : m_listAt(now)
{ }

bool FeedPlan::polls() const
{
    return m_stream == Stream::None && m_unopened >= kUnopenedThatCount;
}

std::optional<Duration> FeedPlan::confirmAt() const
{
    if (m_stream == Stream::None || m_confirmed || m_error)
        return std::nullopt;
    return m_stream == Stream::Open ? m_streamSentAt : m_streamSentAt + kSubscribed;
}

bool FeedPlan::isListDue(Duration now) const
{
    if (m_listUnderWay)
        return false;
    const auto confirm = confirmAt();
    return (m_listAt && *m_listAt <= now) || (confirm && *confirm <= now);
}

bool FeedPlan::isStreamDue(Duration now) const
{
    return m_stream == Stream::None && m_streamAt && *m_streamAt <= now;
}

Duration FeedPlan::nextAt(Duration now) const
{
    auto next = now + kRelistMost;
    const auto consider = [&](std::optional<Duration> at) {
        if (at)
            next = std::min(next, std::max(*at, now));
    };
    if (!m_listUnderWay) {
        consider(m_listAt);
        consider(confirmAt());
    }
    if (m_stream == Stream::None)
        consider(m_streamAt);
    if (m_receivedAt && *m_receivedAt + kSilence > now)
        consider(*m_receivedAt + kSilence);
    if (m_listedAt && m_error && *m_listedAt + kOldList > now)
        consider(*m_listedAt + kOldList);
    return next;
}

void FeedPlan::listSent(Duration now)
{
    m_listUnderWay = true;
    m_listSentAt = now;
    m_listAt.reset();
    m_confirms = m_stream == Stream::Open || (m_stream == Stream::Sent && now >= m_streamSentAt + kSubscribed);
    m_confirmed = m_confirmed || m_confirms;
}

void FeedPlan::listed(Duration now, bool doubtful, double random)
{
    m_listUnderWay = false;
    m_listedAt = m_listSentAt;
    m_isComplete = m_isComplete || (m_confirms && !doubtful);
    m_receivedAt = std::max(m_receivedAt.value_or(m_listSentAt), m_listSentAt);
    m_error.reset();
    m_failures = m_refusals = 0;
    m_doubts = doubtful ? m_doubts + 1 : 0;
    if (doubtful)
        m_listAt = now + backoffDelay(kDoubtGap, m_doubts, random);
    else
        m_listAt =
            now + (polls() ? between(kPollLeast, kPollMost, random) : between(kRelistLeast, kRelistMost, random));
    if (m_stream == Stream::None && !m_streamAt)
        m_streamAt = polls() ? now + kStreamAgain : now;
}

void FeedPlan::listFailed(const Error &error, Duration now, double random)
{
    m_listUnderWay = false;
    m_error = error;
    ++m_failures;
    m_refusals = error.kind == Error::Kind::SignInNeeded ? m_refusals + 1 : 0;
    m_listAt = now + againAfter(error, m_failures, m_refusals, random);
    if (m_stream == Stream::None)
        m_streamAt.reset();
}

void FeedPlan::streamSent(Duration now)
{
    m_stream = Stream::Sent;
    m_streamSentAt = now;
    m_streamAt.reset();
    m_confirmed = m_confirms = m_isComplete = false;
}

void FeedPlan::streamOpened(Duration now)
{
    m_stream = Stream::Open;
    m_unopened = 0;
    received(now);
}

void FeedPlan::received(Duration now)
{
    m_receivedAt = std::max(m_receivedAt.value_or(now), now);
}

void FeedPlan::streamEnded(const Error &error, Duration now, double random)
{
    const bool opened = m_stream == Stream::Open;
    const bool routine = opened && now - m_streamSentAt >= kLongLife && error.kind == Error::Kind::Unreachable;
    m_stream = Stream::None;
    m_unopened = opened ? 0 : m_unopened + 1;
    m_cuts = routine ? 0 : m_cuts + 1;
    if (polls())
        m_streamAt = now + kStreamAgain;
    else
        m_streamAt = now + (routine ? between({}, kRoutineGap, random) : backoffDelay(kStreamBackoff, m_cuts, random));
    // The list shows whether the server is available and accepts the token; after it, the stream is opened again.
    if (!routine && !m_error)
        m_listAt = std::min(m_listAt.value_or(now), now);
    if (m_error)
        m_streamAt.reset();
}

void FeedPlan::startAgain(Duration now)
{
    m_stream = Stream::None;
    m_streamAt.reset();
    m_listUnderWay = false;
    m_confirmed = true;
    m_unopened = m_cuts = 0;
    m_listAt = now;
}

bool FeedPlan::listCounts(Duration now) const
{
    return m_listedAt && now - *m_listedAt < kOldList;
}

const Error *FeedPlan::trouble(Duration now) const
{
    if (!m_error)
        return nullptr;
    if (m_error->kind == Error::Kind::SignInNeeded) // a stream outlives its token
        return m_refusals >= kRefusalsThatCount ? &*m_error : nullptr;
    if (!m_listedAt)
        return &*m_error;
    const bool streams = m_stream == Stream::Open && m_receivedAt && now - *m_receivedAt < kSilence;
    const bool reports = m_failures >= kFailuresThatCount && !(streams && listCounts(now));
    return reports ? &*m_error : nullptr;
}

Connection FeedPlan::connection(Duration now) const
{
    if (const auto *error = trouble(now))
        return connectionAfter(error->kind);
    if (!m_listedAt)
        return Connection::Connecting;
    if (!m_receivedAt || now - *m_receivedAt >= kSilence)
        return Connection::Stale;
    return polls() ? Connection::Polling : Connection::Live;
}

std::optional<Duration> FeedPlan::retryAt(Duration now) const
{
    const auto state = connection(now);
    if (state == Connection::Live || state == Connection::Polling || m_listUnderWay)
        return std::nullopt;
    return m_listAt;
}

} // namespace lynceus
