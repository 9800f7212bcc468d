// How a session stays alive: the part of InstanceSession that talks to provider and server.

#include "core/domain/auth/expiry.h"
#include "core/engine/signin/instancesession.h"
#include "core/engine/signin/sessionrules.h"

using namespace Qt::StringLiterals;

namespace lynceus {

namespace {

/// The session's own token as it is: its other source would wait for the answer to this very question.
class PresentToken final : public TokenSource
{
public:
    PresentToken(InstanceSession &session, BearerToken token)
        : m_session(&session)
        , m_token(std::move(token))
    { }

    void ask(std::optional<quint64> refused, QObject *context, Answer answer) override
    {
        Q_UNUSED(context);
        if (refused)
            answer(
                tl::unexpected(Error{Error::Kind::SignInNeeded, {}, u"the server rejected the token"_s, false, 401}));
        else
            answer(m_token);
    }
    void takeRenewed(quint64 generation, Secret token) override
    {
        if (m_session)
            m_session->takeRenewed(generation, std::move(token));
    }

private:
    QPointer<InstanceSession> m_session;
    BearerToken m_token;
};

/// "Could not be renewed" is no "signed out": whoever asked may ask again.
Error renewalTrouble(const Error &error)
{
    auto trouble = error;
    trouble.message = u"the sign-in could not be renewed, will retry: %1"_s.arg(error.message);
    trouble.retryable = true;
    return trouble;
}

Error heldElsewhere(const LockFailure &failure)
{
    const auto who =
        failure.holder > 0 ? u"another Lynceus process (%1)"_s.arg(failure.holder) : u"another Lynceus process"_s;
    return {Error::Kind::TimedOut,
            {},
            u"%1 has been renewing this sign-in for more than %2; end that process if it hangs"_s.arg(
                who, formatDuration(kLockLimit)),
            true,
            0};
}

} // namespace

bool InstanceSession::stillRenews(quint64 renewal) const
{
    return m_work == Work::Renewing && renewal == m_renewal;
}

void InstanceSession::renew()
{
    if (m_work != Work::None)
        return;
    if (m_isLeaving) {
        answerAll(Error{Error::Kind::SignInNeeded, {}, u"signed out"_s, false, 401});
        return;
    }
    m_work = Work::Renewing;
    ++m_renewal;
    if (!m_keychainTrouble.isEmpty()) {
        renewAtProvider(); // nobody else has this token
        return;
    }
    takeLock(signInLockFile(entry()), kLockLimit, this,
             [this, renewal = m_renewal](const tl::expected<HeldLock, LockFailure> &taken) {
                 if (!stillRenews(renewal))
                     return;
                 if (!taken && taken.error().kind == LockFailure::Kind::HeldElsewhere)
                     return renewalFailed(heldElsewhere(taken.error()));
                 m_renewalLock = taken.value_or(nullptr);
                 renewNewest();
             });
}

void InstanceSession::renewNewest()
{
    // Another process (a command beside the window) may have renewed already; the old refresh token is worth nothing
    // then, and a provider may end the whole sign-in when it is used twice.
    m_keychain.read(entry(), this, [this, renewal = m_renewal](const auto &stored) {
        if (!stillRenews(renewal) || takeNewer(stored))
            return;
        if (stored && !*stored)
            end(u"signed out by another program"_s); // a command beside the window
        else
            renewAtProvider();
    });
}

bool InstanceSession::takeNewer(const KeychainResult<std::optional<Secret>> &stored)
{
    if (!stored || !*stored || !m_credentials)
        return false;
    auto other = readCredentials(**stored);
    // Everybody stores with the lock what came last: what is not ours is newer, whatever the clocks say.
    if (!other || other->bearer.reveal() == m_credentials->bearer.reveal())
        return false;
    use(*std::move(other));
    if (isOver())
        return false; // it ended, too: its refresh token is the one that counts
    rest();
    setState(signedInState());
    answerAll();
    return true;
}

void InstanceSession::renewAtProvider()
{
    if (!isRenewable()) {
        rest();
        if (isOver())
            end(u"your sign-in expired at %1: sign in again"_s.arg(formatRfc3339(*m_end)));
        else
            check();
        return;
    }
    if (!m_provider || m_provider->issuer() != m_credentials->issuer)
        m_provider = std::make_unique<ProviderClient>(*m_http, m_instance.baseUrl, m_credentials->issuer);
    m_provider->renew(m_credentials->clientId, m_credentials->refreshToken, this,
                      [this, renewal = m_renewal](const Result<ReceivedGrant> &received) {
                          if (!stillRenews(renewal))
                              return;
                          if (received)
                              takeGrant(*received);
                          else if (received.error().kind == Error::Kind::SignInNeeded)
                              lookForNewer(received.error());
                          else
                              renewalFailed(received.error());
                      });
}

void InstanceSession::renewalFailed(const Error &error)
{
    rest();
    m_quietUntil = m_clock.steady() + kQuietAfterTrouble;
    m_trouble = renewalTrouble(error);
    answerAll(m_trouble);
}

void InstanceSession::takeGrant(const ReceivedGrant &received)
{
    const auto claims = readClaims(received.grant.idToken);
    const auto checked = claims.and_then([&](const TokenClaims &read) {
        return checkIdToken(
            read, {m_credentials->issuer, m_credentials->clientId, {}, m_provider->metadata().signingAlgorithms},
            received.issuerTime);
    });
    if (!checked) {
        end(u"the renewed token is not valid for Lynceus: %1"_s.arg(checked.error().message));
        return;
    }
    auto renewed = *m_credentials;
    renewed.bearer = received.grant.idToken;
    if (!received.grant.refreshToken.isEmpty()) // else the old one stays valid (RFC 6749 §6)
        renewed.refreshToken = received.grant.refreshToken;
    renewed.receivedAt = received.receivedAt;
    use(std::move(renewed));
    // Whoever waits goes on when the new one is stored: the old one is worth nothing after a crash.
    store([this, renewal = m_renewal] {
        if (!stillRenews(renewal))
            return;
        rest();
        answerAll();
    });
}

void InstanceSession::lookForNewer(const Error &refusal)
{
    if (!m_keychainTrouble.isEmpty()) {
        end(refusal.message);
        return;
    }
    m_keychain.read(entry(), this, [this, refusal, renewal = m_renewal, generation = m_generation](const auto &stored) {
        if (!stillRenews(renewal) || takeNewer(stored))
            return;
        if (m_generation == generation)
            end(refusal.message);
        else
            renewAtProvider(); // with a newer one
    });
}

InstanceAccess InstanceSession::checkAccess()
{
    auto access = m_access;
    access.tokens = std::make_shared<PresentToken>(*this, BearerToken{m_credentials->bearer, m_generation});
    return access;
}

void InstanceSession::check()
{
    if (m_work != Work::None || !m_credentials)
        return;
    m_work = Work::Checking;
    m_checkedAt = m_clock.steady();
    // With this very token: the session's own source would wait for us.
    m_client = std::make_unique<ArgoCdClient>(m_instance.id, checkAccess(), m_clock);
    std::ignore = m_client->userInfo(this).then(this, [this](const Result<Answer<UserInfo>> &user) { takeUser(user); });
}

void InstanceSession::takeUser(const Result<Answer<UserInfo>> &user)
{
    if (m_work != Work::Checking)
        return;
    m_work = Work::None;
    if (!user) {
        if (user.error().kind == Error::Kind::SignInNeeded) {
            if (isRenewable())
                renew();
            else
                end(u"the server no longer accepts your sign-in: sign in again"_s);
            return;
        }
        m_quietUntil = m_clock.steady() + kQuietAfterTrouble;
        // A gateway's refusal is not about this sign-in.
        m_trouble = user.error().kind == Error::Kind::NotArgoCd ? user.error() : renewalTrouble(user.error());
        answerAll(m_trouble);
        return;
    }
    if (user->value.loggedIn) {
        if (!user->value.username.isEmpty())
            m_user = user->value.username;
        if (m_credentials)
            setState(signedInState());
        if (isOver() && isRenewable()) // it ended while the answer was on its way
            renew();
        else
            answerAll();
    } else if (isRenewable()) {
        renew(); // a server that lets everybody read says nothing about expired tokens, it only shows less
    } else {
        end(u"the server no longer accepts your sign-in: sign in again"_s);
    }
}

} // namespace lynceus
