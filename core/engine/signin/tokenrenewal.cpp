#include "core/engine/signin/tokenrenewal.h"

#include "core/domain/auth/tokenclaims.h"
#include "core/engine/signin/sessionrules.h"

using namespace Qt::StringLiterals;

namespace lynceus {

namespace {

using Kind = TokenRenewal::Outcome::Kind;

Error heldElsewhere(const LockFailure &failure)
{
    const auto who =
        failure.holder > 0 ? u"another Lynceus process (%1)"_s.arg(failure.holder) : u"another Lynceus process"_s;
    return {Error::Kind::TimedOut,
            {},
            u"%1 has been renewing this sign-in for more than %2; end that process if it hangs"_s.arg(
                who, formatDuration(StoredSignIn::kLockLimit)),
            true,
            0};
}

} // namespace

TokenRenewal::TokenRenewal(Session session, Credentials present, std::function<void(const Outcome &)> ended,
                           QObject *parent)
    : QObject(parent)
    , m_session(std::move(session))
    , m_credentials(std::move(present))
    , m_ended(std::move(ended))
{ }

TokenRenewal::~TokenRenewal() = default;

void TokenRenewal::start(bool isStored)
{
    m_isStored = isStored;
    if (!m_isStored) {
        renewAtProvider(); // no other process has this token
        return;
    }
    m_session.stored.lock(this, [this](const tl::expected<HeldLock, LockFailure> &taken) { takeLockOf(taken); });
}

void TokenRenewal::cancel()
{
    m_ended = nullptr;
    m_lock.reset();
}

void TokenRenewal::end(Outcome outcome)
{
    if (const auto ended = std::exchange(m_ended, nullptr))
        ended(outcome);
}

void TokenRenewal::takeLockOf(const tl::expected<HeldLock, LockFailure> &taken)
{
    if (!m_ended)
        return;
    if (!taken && taken.error().kind == LockFailure::Kind::HeldElsewhere)
        return end({Kind::Failed, {}, heldElsewhere(taken.error())});
    m_lock = taken.value_or(nullptr);
    renewNewest();
}

void TokenRenewal::renewNewest()
{
    m_session.stored.read(this, [this](const auto &stored) {
        if (!m_ended)
            return;
        if (takeNewer(stored))
            end({Kind::Newer});
        else if (stored && !*stored)
            end({Kind::SignedOut}); // by a command, beside the window
        else
            renewAtProvider();
    });
}

bool TokenRenewal::takeNewer(const KeychainResult<std::optional<Secret>> &stored)
{
    if (!stored || !*stored)
        return false;
    auto other = readCredentials(**stored);
    // All processes store under the lock, so a token other than ours is newer, whatever the clocks say.
    if (!other || other->bearer.reveal() == m_credentials.bearer.reveal())
        return false;
    m_credentials = *std::move(other);
    return m_session.takeNewer(m_credentials);
}

void TokenRenewal::renewAtProvider()
{
    if (m_credentials.refreshToken.isEmpty())
        return end({Kind::NotRenewable});
    auto &provider = m_session.provider(m_credentials.issuer);
    provider.renew(m_credentials.clientId, m_credentials.refreshToken, this,
                   [this](const Result<ReceivedGrant> &received) {
                       if (!m_ended)
                           return;
                       if (received)
                           takeGrant(*received);
                       else if (received.error().kind == Error::Kind::SignInNeeded)
                           findNewer(received.error());
                       else
                           end({Kind::Failed, {}, received.error()});
                   });
}

void TokenRenewal::takeGrant(const ReceivedGrant &received)
{
    const auto &provider = m_session.provider(m_credentials.issuer);
    const auto claims = readClaims(received.grant.idToken);
    const auto checked = claims.and_then([&](const TokenClaims &read) {
        return checkIdToken(read,
                            {m_credentials.issuer, m_credentials.clientId, {}, provider.metadata().signingAlgorithms},
                            received.issuerTime);
    });
    if (!checked)
        return end({Kind::Refused,
                    {},
                    signInNeeded(u"the renewed token is not valid for Lynceus: %1"_s.arg(checked.error().message))});
    auto renewed = m_credentials;
    renewed.bearer = received.grant.idToken;
    if (!received.grant.refreshToken.isEmpty()) // otherwise the old one stays valid (RFC 6749 §6)
        renewed.refreshToken = received.grant.refreshToken;
    renewed.receivedAt = received.receivedAt;
    end({Kind::Renewed, std::move(renewed)});
}

/// A process without the lock may have used the refresh token before us; its stored credentials count.
void TokenRenewal::findNewer(const Error &refusal)
{
    if (!m_isStored)
        return end({Kind::Refused, {}, refusal});
    m_session.stored.read(this, [this, refusal](const auto &stored) {
        if (!m_ended)
            return;
        const auto before = m_credentials.bearer;
        if (takeNewer(stored))
            end({Kind::Newer});
        else if (m_credentials.bearer.reveal() == before.reveal())
            end({Kind::Refused, {}, refusal});
        else
            renewAtProvider(); // with the newer one
    });
}

} // namespace lynceus
