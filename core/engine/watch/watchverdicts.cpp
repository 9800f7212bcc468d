// What a watch says and how it ends: the part of WatchSession that asks the judge and tells the others.

#include "core/engine/watch/watchsession.h"

using namespace Qt::StringLiterals;

namespace lynceus {

namespace {

constexpr Duration kLastWords{700}; // how long a final verdict waits for its commit and log lines

/// What people are told about; evidence and wake-up times change all the time.
bool saysTheSame(const Verdict &left, const Verdict &right)
{
    return left.outcome == right.outcome && left.stage == right.stage && left.blocker == right.blocker
        && left.cause == right.cause && left.notes == right.notes && left.pods == right.pods;
}

} // namespace

void WatchSession::observe()
{
    const auto now = m_time.now();
    m_access.settle(now);
    if (!m_access.everGood())
        checkStart();
    if (m_closing)
        return;
    if (!m_expectation.oneOff && !m_time.isAnchored() && m_access.access() != Access::Gone)
        return sayWhatIsInTheWay();
    m_observation = m_sources.observation(now, m_access);
    const auto &verdict = m_judge.observe(m_observation);
    m_explanations.follow(verdict, m_sources, now);
    publish(verdict);
    if (verdict.outcome == Outcome::SignInNeeded)
        m_startError = m_access.trouble();
    if (verdict.outcome != Outcome::Waiting)
        close();
}

void WatchSession::publish(const Verdict &verdict)
{
    const bool same = saysTheSame(m_verdict, verdict);
    m_verdict = verdict;
    if (std::exchange(m_news, false) || !same)
        QMetaObject::invokeMethod(this, &WatchSession::observed, Qt::QueuedConnection);
    if (same)
        return;
    // Queued: whoever hears it may destroy us, and must not find us in the middle of something.
    QMetaObject::invokeMethod(
        this, [this, verdict] { Q_EMIT verdictChanged(verdict); }, Qt::QueuedConnection);
}

/// Before the server's time is known nothing can be judged: an earlier look may have been later by that clock than now
/// is by ours.
void WatchSession::sayWhatIsInTheWay()
{
    auto verdict = m_judge.verdict();
    const auto access = m_access.access();
    if (access == Access::SignIn)
        verdict.blocker = Blocker{Blocker::Kind::SignIn, {}, m_access.message(), std::nullopt};
    else if (access != Access::Connecting)
        verdict.blocker = Blocker{Blocker::Kind::Unreachable, {}, m_access.message(), std::nullopt};
    publish(verdict);
}

void WatchSession::checkStart()
{
    if (!m_expectation.oneOff)
        return; // a stored watch has time
    const auto &trouble = m_access.trouble();
    const bool askedToSignIn = trouble && trouble->kind == Error::Kind::SignInNeeded;
    if (m_closing || askedToSignIn || m_access.isMissing() || m_access.access() == Access::Gone
        || m_time.steady() - m_startedAt < m_options.startLimit)
        return;
    abort(trouble.value_or(Error{Error::Kind::TimedOut, u"GET /api/v1/applications/"_s + m_expectation.application.name,
                                 u"no response for %1"_s.arg(formatDuration(m_options.startLimit)), true, 0}));
}

void WatchSession::abort(const Error &error)
{
    m_startError = error;
    auto verdict = m_judge.verdict();
    verdict.outcome = Outcome::Aborted;
    verdict.blocker = Blocker{Blocker::Kind::Unreachable, {}, error.message, std::nullopt};
    verdict.decidedAt = m_time.now();
    verdict.wakeAt.reset();
    publish(verdict);
    close();
}

void WatchSession::close()
{
    if (m_closing)
        return;
    const auto now = m_time.steady();
    m_closing = true;
    m_timer.stop();
    dropStreams(now);
    const bool asksNow = m_explanations.wantsCommit() || m_explanations.wantsLogs();
    if (m_explanations.wantsCommit())
        send(Fetch::Commit, now);
    if (m_explanations.wantsLogs())
        send(Fetch::Logs, now);
    const bool awaits = asksNow || m_plan.isInFlight(Fetch::Commit) || m_plan.isInFlight(Fetch::Logs);
    QTimer::singleShot(awaits ? kLastWords : Duration{0}, this, &WatchSession::finish);
}

void WatchSession::finish()
{
    if (std::exchange(m_finished, true))
        return;
    QMetaObject::invokeMethod(
        this, [this] { Q_EMIT finished(m_verdict); }, Qt::QueuedConnection);
}

} // namespace lynceus
