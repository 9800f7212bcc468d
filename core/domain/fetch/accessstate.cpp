#include "core/domain/fetch/accessstate.h"

#include <algorithm>
#include <array>

namespace lynceus {

namespace {

constexpr int kRefusalsThatCount = 2;    // a restarting server may send a single 401
constexpr Duration kOutage{1'000};       // one lost answer is requested again at once and not reported
constexpr Duration kSourceOutage{5'000}; // a tree that is being rebuilt returns 500 for a short time

/// Before the first answer, `at` was by this computer's clock, which may be ahead of the server's.
Instant earlier(const std::optional<Instant> &since, Instant at)
{
    return std::min(since.value_or(at), at);
}

} // namespace

bool lacksToken(const Error &error)
{
    return error.kind == Error::Kind::SignInNeeded && error.httpStatus == 0;
}

AccessState::Source &AccessState::source(Fetch fetch)
{
    return fetch == Fetch::Tree ? m_tree : fetch == Fetch::Managed ? m_managed : m_application;
}

void AccessState::answered(Fetch fetch, Instant at)
{
    source(fetch).error.reset();
    if (fetch == Fetch::Application) {
        thereAgain();
        m_ignoredToken.reset();
        m_refusals = 0;
        m_everGood = true;
    }
    settle(at);
}

void AccessState::received(Fetch fetch)
{
    auto &state = source(fetch);
    if (state.error && state.error->kind != Error::Kind::SignInNeeded)
        state.error.reset();
    if (fetch == Fetch::Application)
        thereAgain();
}

void AccessState::thereAgain()
{
    m_absentSince.reset();
    m_absentAt.reset();
    m_unlistedSince.reset();
    m_unlistedAt.reset();
    m_isListed = false;
}

bool AccessState::isNotCreated() const
{
    return m_awaitsCreation && !m_everGood && !m_isListed && m_application.error
        && (m_application.error->kind == Error::Kind::NotFound || m_application.error->kind == Error::Kind::Forbidden);
}

void AccessState::listed(bool shows, Instant at)
{
    if (!m_absentSince)
        return;             // only asked about its presence
    m_ignoredToken.reset(); // the token is accepted again
    m_isListed = shows;
    if (shows) {
        // List and application contradict each other: from now on, both must report it again.
        m_absentSince = at;
        m_unlistedSince.reset();
        m_unlistedAt.reset();
    } else {
        m_unlistedSince = earlier(m_unlistedSince, at);
        m_unlistedAt = at;
    }
    settle(at);
}

void AccessState::tokenIgnored(const Error &error, Instant at)
{
    m_ignoredToken = error;
    settle(at);
}

bool AccessState::agreesThatItIsGone() const
{
    return m_absentSince && m_absentAt && m_unlistedSince && m_unlistedAt && *m_absentAt - *m_absentSince >= kGoneAfter
        && *m_unlistedAt - *m_unlistedSince >= kGoneAfter;
}

void AccessState::failed(Fetch fetch, const Error &error, Instant at)
{
    auto &broken = source(fetch);
    if (!broken.error)
        broken.since = at;
    broken.error = error;
    if (fetch == Fetch::Application) {
        m_refusals = error.kind == Error::Kind::SignInNeeded ? m_refusals + 1 : 0;
        if (error.kind == Error::Kind::NotFound || error.kind == Error::Kind::Forbidden) {
            m_absentSince = earlier(m_absentSince, at);
            m_absentAt = at;
        }
    }
    settle(at);
}

void AccessState::deleted(Instant at)
{
    m_gone = QString();
    settle(at);
}

Access AccessState::accessAt(Instant now, QString &message) const
{
    if (m_gone) {
        message = *m_gone;
        return Access::Gone;
    }
    if (m_ignoredToken) {
        message = m_ignoredToken->message;
        return Access::SignIn;
    }
    if (m_application.error) {
        message = m_application.error->message;
        if (m_application.error->kind == Error::Kind::SignInNeeded)
            return m_refusals >= kRefusalsThatCount ? Access::SignIn : m_access;
        if (isNotCreated())
            return Access::NotCreated;
        if (!m_everGood || now - m_application.since >= kOutage)
            return Access::Unreachable;
        return m_access; // too short to report; unchanged
    }
    if (!m_everGood)
        return Access::Connecting;
    for (const auto *part : std::array{&m_tree, &m_managed}) {
        if (part->error && part->error->kind == Error::Kind::Forbidden) {
            message = part->error->message;
            return Access::Permission;
        }
    }
    for (const auto *part : std::array{&m_tree, &m_managed}) {
        if (part->error && now - part->since >= kSourceOutage) {
            message = part->error->message;
            return Access::Unreachable;
        }
    }
    return Access::Good;
}

void AccessState::settle(Instant now)
{
    const bool mayCome = m_awaitsCreation && !m_everGood;
    if (!m_gone && !m_ignoredToken && m_application.error && !mayCome && agreesThatItIsGone())
        m_gone = m_application.error->message;
    QString message;
    const auto access = accessAt(now, message);
    if (access == Access::Good || access == Access::Connecting)
        message.clear();
    if (access != m_access || m_since == Instant{})
        m_since = now;
    m_access = access;
    m_message = message;
}

} // namespace lynceus
