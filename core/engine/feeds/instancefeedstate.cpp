// What an InstanceFeed says of itself.
#include "core/engine/feeds/instancefeed.h"

namespace lynceus {

namespace {

InstanceState::Connection connectionOf(FeedCondition condition)
{
    using Connection = InstanceState::Connection;
    switch (condition) {
    case FeedCondition::Connecting:
        return Connection::Connecting;
    case FeedCondition::Live:
        return Connection::Live;
    case FeedCondition::Polling:
        return Connection::Polling;
    case FeedCondition::Stale:
        return Connection::Stale;
    case FeedCondition::Unreachable:
        return Connection::Unreachable;
    case FeedCondition::SignInNeeded:
        return Connection::SignInNeeded;
    case FeedCondition::Certificate:
        return Connection::Certificate;
    case FeedCondition::NotArgoCd:
        return Connection::NotArgoCd;
    case FeedCondition::Forbidden:
        return Connection::Forbidden;
    }
    return Connection::Connecting;
}

} // namespace

Instant InstanceFeed::wallAt(Duration steady) const
{
    return Instant(steady + m_drift);
}

void InstanceFeed::updateState()
{
    m_state.applications = m_snapshot.size();
    m_state.heardAt = m_plan.heardAt() ? std::optional(wallAt(*m_plan.heardAt())) : m_cachedAt;
    updateConnection();
    if (m_state == m_told)
        return;
    auto fresher = m_told;
    fresher.heardAt = m_state.heardAt;
    if (m_state != fresher)
        tellState();
    else if (!m_telling.isActive())
        m_telling.start();
}

void InstanceFeed::updateConnection()
{
    using Connection = InstanceState::Connection;
    m_state.retryAt.reset();
    m_state.message.clear();
    if (m_state.instance.paused) {
        m_state.connection = Connection::Paused;
    } else if (const auto &obstacle = m_obstacle ? m_obstacle : m_badFilter) {
        m_state.connection =
            obstacle->kind == Error::Kind::SignInNeeded ? Connection::SignInNeeded : Connection::Unreachable;
        m_state.message = obstacle->message;
    } else if (!m_client) {
        m_state.connection = Connection::Connecting; // the way there is still being looked for
    } else {
        const auto now = m_clock.steady();
        m_state.connection = connectionOf(m_plan.condition(now));
        if (const auto *trouble = m_plan.trouble(now))
            m_state.message = trouble->message;
        if (const auto retry = m_plan.retryAt(now))
            m_state.retryAt = wallAt(*retry);
    }
}

void InstanceFeed::tellState()
{
    m_telling.stop();
    m_told = m_state;
    Q_EMIT stateChanged(m_state);
}

} // namespace lynceus
