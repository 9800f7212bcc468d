#include "core/engine/signin/instancesession.h"

#include "core/domain/auth/expiry.h"
#include "core/domain/auth/keychainentry.h"
#include "core/domain/base/redact.h"
#include "core/engine/signin/sessionrules.h"
#include "core/io/http/networkrequest.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace lynceus {

namespace {

using Status = SessionState::Status;

constexpr Duration kLongestTimer{3'600'000};   // the wall clock may jump, and timers stand still during sleep
constexpr Duration kBetweenChecks{30'000};     // while a server is to send its newer token
constexpr Duration kServerRenewalLead{60'000}; // into the server's last five minutes, so that clocks may differ

/// What requests ask; it may outlive the session.
class SessionTokens final : public TokenSource
{
public:
    explicit SessionTokens(InstanceSession &session)
        : m_session(&session)
    { }

    void ask(std::optional<quint64> refused, QObject *context, Answer answer) override
    {
        if (m_session)
            m_session->ask(refused, context, std::move(answer));
        else
            answer(tl::unexpected(signInNeeded(u"this instance was removed or changed"_s)));
    }
    void takeRenewed(quint64 generation, Secret token) override
    {
        if (m_session)
            m_session->takeRenewed(generation, std::move(token));
    }

private:
    QPointer<InstanceSession> m_session;
};

} // namespace

InstanceSession::InstanceSession(const Instance &instance, InstanceAccess access, Keychain &keychain,
                                 const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_instance(instance)
    , m_access(withToken(std::move(access), {}))
    , m_keychain(keychain)
    , m_clock(clock)
{
    m_access.tokens = std::make_shared<SessionTokens>(*this);
    m_state.status = instance.signIn == SignInMethod::Anonymous ? Status::Anonymous : Status::Reading;
    m_isRead = instance.signIn == SignInMethod::Anonymous;
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &InstanceSession::timeIsUp);
    buildClients();
}

InstanceSession::~InstanceSession()
{
    m_work = Work::None; // what ends with us says nothing about the sign-in
    m_client.reset();
    answerAll(signInNeeded(u"this instance was removed or changed"_s));
}

void InstanceSession::buildClients()
{
    m_provider.reset();
    m_http = std::make_unique<SignInHttp>(m_access, m_clock);
    m_client = std::make_unique<ArgoCdClient>(m_instance.id, m_access, m_clock);
}

void InstanceSession::update(const Instance &instance, InstanceAccess access)
{
    auto tokens = m_access.tokens;
    m_instance = instance;
    m_access = withToken(std::move(access), {});
    m_access.tokens = std::move(tokens);
    const auto work = m_work;
    buildClients(); // what was under way is gone
    if (work == Work::Renewing || work == Work::Checking) {
        rest();
        renew();
    }
}

QString InstanceSession::entry() const
{
    return keychainEntryName(m_instance, KeychainKind::SignIn);
}

QString InstanceSession::awaited() const
{
    switch (m_work) {
    case Work::Reading:
        return u"the keychain"_s;
    case Work::Renewing:
        return m_credentials && !m_credentials->issuer.isEmpty()
            ? u"renewing the sign-in at %1"_s.arg(redactedUrl(QUrl(m_credentials->issuer)))
            : u"renewing the sign-in"_s;
    case Work::None:
    case Work::Checking:
        break;
    }
    return {};
}

// --- asking -----------------------------------------------------------------------------------------------------

void InstanceSession::ask(std::optional<quint64> refused, QObject *context, TokenSource::Answer answer)
{
    Waiting waiting{context, std::move(answer)};
    // Somebody may have opened the keychain, or signed in by another process.
    const bool mayReadAgain =
        !m_credentials && m_state.status != Status::Anonymous && (!m_quietUntil || m_clock.steady() >= *m_quietUntil);
    if (m_work != Work::None && (!m_credentials || refused == m_generation || isOver())) {
        m_waiting.push_back(std::move(waiting));
        return;
    }
    if (!m_isRead || mayReadAgain) {
        m_waiting.push_back(std::move(waiting));
        load();
        return;
    }
    decide(refused && *refused == m_generation, std::move(waiting));
}

Result<BearerToken> InstanceSession::token() const
{
    if (m_credentials)
        return BearerToken{m_credentials->bearer, m_generation};
    if (m_state.status == Status::Anonymous)
        return BearerToken{{}, m_generation};
    return tl::unexpected(signInNeeded(m_state.message));
}

void InstanceSession::decide(bool isRefused, Waiting waiting)
{
    if (!m_credentials) {
        if (isRefused && m_state.status == Status::Anonymous)
            waiting.answer(tl::unexpected(signInNeeded(u"this server does not allow anonymous access"_s)));
        else
            waiting.answer(token());
        return;
    }
    if (!isRefused && !isOver()) {
        waiting.answer(token());
        if (const auto at = renewAt(); at && m_clock.now() >= *at)
            timeIsUp(); // early enough that nobody waits
        return;
    }
    if (m_quietUntil && m_clock.steady() < *m_quietUntil) {
        waiting.answer(tl::unexpected(m_trouble));
        return;
    }
    m_waiting.push_back(std::move(waiting));
    if (isRenewable())
        renew();
    else if (isOver())
        end(u"your sign-in expired at %1: sign in again"_s.arg(formatRfc3339(*m_end)));
    else
        check(); // one refusal may be a slip of a server that restarts; its userinfo says what is true
}

void InstanceSession::answerAll(const std::optional<Error> &error)
{
    // Given as it is, also one that seems to be over: a renewal that changed nothing must not become a loop.
    for (auto &waiting : std::exchange(m_waiting, {})) {
        if (waiting.context)
            waiting.answer(error ? Result<BearerToken>(tl::unexpected(*error)) : token());
    }
}

// --- the token --------------------------------------------------------------------------------------------------

void InstanceSession::use(Credentials credentials)
{
    m_credentials = std::move(credentials);
    const auto claims = readClaims(m_credentials->bearer);
    m_claims = claims ? std::optional(*claims) : std::nullopt;
    m_end = m_claims ? endOfToken(*m_claims, m_credentials->receivedAt) : std::nullopt;
    // Over when it came: the clocks cannot be compared, and the server will say when it is.
    if (m_end && m_credentials->receivedAt && *m_end <= *m_credentials->receivedAt + kLeastLife)
        m_end.reset();
    if (m_claims && m_user.isEmpty())
        m_user = m_claims->name;
    ++m_generation;
    schedule();
}

bool InstanceSession::isRenewable() const
{
    return m_credentials && !m_credentials->refreshToken.isEmpty();
}

bool InstanceSession::isOver() const
{
    return m_end && m_clock.now() + kLeastLife >= *m_end;
}

std::optional<Instant> InstanceSession::renewAt() const
{
    if (!m_end || !m_credentials)
        return std::nullopt;
    if (isRenewable()) {
        const bool knowsLife = m_claims && m_claims->issuedAt && m_claims->expiresAt;
        return renewalTime(*m_end,
                           knowsLife ? std::optional(*m_claims->expiresAt - *m_claims->issuedAt) : std::nullopt);
    }
    if (tokenKind(m_claims) == TokenKind::LocalSession)
        return *m_end - kServerRenewal + kServerRenewalLead;
    return std::nullopt;
}

void InstanceSession::schedule()
{
    m_timer.stop();
    const auto at = renewAt().has_value() ? renewAt() : m_end;
    if (!at)
        return;
    const auto wait = std::clamp<Duration>(*at - m_clock.now(), kLeastLife, kLongestTimer);
    m_timer.start(wait);
}

void InstanceSession::timeIsUp()
{
    if (!m_credentials || m_work != Work::None)
        return;
    schedule();
    const auto at = renewAt();
    if (isRenewable()) {
        if (at && m_clock.now() >= *at && (!m_quietUntil || m_clock.steady() >= *m_quietUntil))
            renew();
    } else if (isOver()) {
        end(u"your sign-in expired at %1: sign in again"_s.arg(formatRfc3339(*m_end)));
    } else if (at && m_clock.now() >= *at && (!m_checkedAt || m_clock.steady() >= *m_checkedAt + kBetweenChecks)) {
        check(); // the server sends a newer token with any answer now
    }
}

void InstanceSession::takeRenewed(quint64 generation, Secret token)
{
    if (!m_credentials || generation != m_generation || tokenKind(m_claims) != TokenKind::LocalSession)
        return;
    const auto claims = readClaims(token);
    // Only ever a longer life for the same account.
    if (!claims || claims->subject != m_claims->subject || tokenKind(*claims) != TokenKind::LocalSession)
        return;
    auto renewed = *m_credentials;
    renewed.bearer = std::move(token);
    renewed.receivedAt = m_clock.now();
    use(std::move(renewed));
    store([] {});
}

// --- state ------------------------------------------------------------------------------------------------------

SessionState InstanceSession::signedInState() const
{
    SessionState state;
    state.status = Status::SignedIn;
    state.user = m_user;
    state.signedInUntil = m_end;
    state.renewable = isRenewable() || tokenKind(m_claims) == TokenKind::LocalSession;
    state.tokenForThisRunOnly = !m_keychainTrouble.isEmpty();
    state.message = m_keychainTrouble;
    return state;
}

void InstanceSession::setState(SessionState state)
{
    if (state == m_state)
        return;
    m_state = std::move(state);
    Q_EMIT changed(m_state);
}

void InstanceSession::rest()
{
    m_work = Work::None;
    m_renewalLock.reset();
}

void InstanceSession::end(const QString &message)
{
    rest();
    if (m_credentials)
        m_endedMark = markOf(m_credentials->bearer);
    m_quietUntil = m_clock.steady() + kQuietAfterTrouble;
    m_credentials.reset();
    m_claims.reset();
    m_end.reset();
    m_timer.stop();
    ++m_generation;
    SessionState state;
    state.status = Status::SignInNeeded;
    state.message = message;
    state.user = m_user;
    setState(state);
    answerAll(signInNeeded(message));
}

} // namespace lynceus
