#include "core/engine/signin/instancesession.h"

#include "core/domain/auth/expiry.h"
#include "core/domain/auth/keychainentry.h"
#include "core/domain/redaction/redact.h"
#include "core/engine/signin/sessionrules.h"
#include "core/io/http/requests/networkrequest.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace lynceus {

namespace {

using Status = SessionState::Status;

constexpr Duration kLongestTimer{3'600'000}; // the wall clock may jump, and timers stop during sleep
constexpr Duration kBetweenChecks{30'000};   // while the server should send its newer token

/// TokenSource for requests; may outlive the session.
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

/// The session's current token: its other source would wait for the answer to this request.
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

/// A failed renewal is not a sign-out: callers may retry.
Error renewalTrouble(const Error &error)
{
    auto trouble = error;
    trouble.message = u"the sign-in could not be renewed, will retry: %1"_s.arg(error.message);
    trouble.retryable = true;
    return trouble;
}

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
    m_work = Work::None; // destroying requests proves nothing about the sign-in
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
    buildClients(); // requests in progress are gone
    if (work == Work::Renewing || work == Work::Checking) {
        rest();
        renew();
    }
}

StoredSignIn InstanceSession::storedSignIn() const
{
    return {m_keychain, keychainEntryName(m_instance, KeychainKind::SignIn)};
}

QString InstanceSession::awaited() const
{
    switch (m_work) {
    case Work::Reading:
        return u"the keychain"_s;
    case Work::Renewing:
        return m_credentials && !m_credentials->credentials().issuer.isEmpty()
            ? u"renewing the sign-in at %1"_s.arg(redactedUrl(QUrl(m_credentials->credentials().issuer)))
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
    // The keychain may have been unlocked, or another process may have signed in.
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
        return BearerToken{m_credentials->bearer(), m_generation};
    if (m_state.status == Status::Anonymous)
        return BearerToken{{}, m_generation};
    return tl::unexpected(m_state.status == Status::KeychainShut ? tokenUnreadable(m_state.message)
                                                                 : signInNeeded(m_state.message));
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
        // The receiver of the answer may have signed out.
        if (const auto at = m_credentials ? m_credentials->renewAt() : std::nullopt; at && m_clock.now() >= *at)
            timeIsUp(); // early, so that requests do not wait
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
        expire();
    else
        check(); // a single refusal may come from a restarting server; userinfo decides
}

void InstanceSession::answerAll(const std::optional<Error> &error)
{
    // Passed on even if it seems expired: a renewal without effect must not cause a loop.
    for (auto &waiting : std::exchange(m_waiting, {})) {
        if (waiting.context)
            waiting.answer(error ? Result<BearerToken>(tl::unexpected(*error)) : token());
    }
}

// --- the token --------------------------------------------------------------------------------------------------

void InstanceSession::use(Credentials credentials)
{
    m_credentials.emplace(std::move(credentials));
    if (m_user.isEmpty())
        m_user = m_credentials->user();
    ++m_generation;
    schedule();
}

bool InstanceSession::isRenewable() const
{
    return m_credentials && m_credentials->isRenewable();
}

bool InstanceSession::isOver() const
{
    return m_credentials && m_credentials->isOver(m_clock.now());
}

void InstanceSession::schedule()
{
    m_timer.stop();
    const auto renewal = m_credentials->renewAt();
    const auto at = renewal ? renewal : m_credentials->end();
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
    const auto at = m_credentials->renewAt();
    if (isRenewable()) {
        if (at && m_clock.now() >= *at && (!m_quietUntil || m_clock.steady() >= *m_quietUntil))
            renew();
    } else if (isOver()) {
        expire();
    } else if (at && m_clock.now() >= *at && (!m_checkedAt || m_clock.steady() >= *m_checkedAt + kBetweenChecks)) {
        check(); // the server sends a newer token with any answer now
    }
}

void InstanceSession::takeRenewed(quint64 generation, Secret token)
{
    if (!m_credentials || generation != m_generation)
        return;
    auto renewed = m_credentials->renewedByServer(std::move(token), m_clock.now());
    if (!renewed)
        return;
    use(*std::move(renewed));
    store([] {});
}

// --- state ------------------------------------------------------------------------------------------------------

SessionState InstanceSession::signedInState() const
{
    SessionState state;
    state.status = Status::SignedIn;
    state.user = m_user;
    state.signedInUntil = m_credentials->end();
    state.renewable = m_credentials->isRenewable() || m_credentials->isRenewedByServer();
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
    if (!m_renewal)
        return;
    m_renewal->cancel();
    m_renewal.release()->deleteLater(); // this may be called by it
}

void InstanceSession::expire()
{
    end(u"your sign-in expired at %1: sign in again"_s.arg(formatRfc3339(*m_credentials->end())));
}

void InstanceSession::end(const QString &message)
{
    rest();
    if (m_credentials)
        m_endedMark = markOf(m_credentials->bearer());
    m_quietUntil = m_clock.steady() + kQuietAfterTrouble;
    m_credentials.reset();
    m_timer.stop();
    ++m_generation;
    SessionState state;
    state.status = Status::SignInNeeded;
    state.message = message;
    state.user = m_user;
    setState(state);
    answerAll(signInNeeded(message));
}

void InstanceSession::load()
{
    m_work = Work::Reading;
    storedSignIn().read(this, [this](auto stored) {
        if (m_work == Work::Reading)
            takeStored(std::move(stored));
        for (const auto &read : std::exchange(m_whenRead, {}))
            read();
    });
}

void InstanceSession::takeStored(KeychainResult<std::optional<Secret>> stored)
{
    m_work = Work::None;
    m_isRead = true;
    if (!stored) {
        // A missing or damaged entry will not become readable later.
        const bool isShut = stored.error().kind != KeychainProblem::Kind::Absent
            && stored.error().kind != KeychainProblem::Kind::Failed;
        m_quietUntil = m_clock.steady() + kQuietAfterTrouble;
        m_trouble = isShut ? tokenUnreadable(stored.error().message) : signInNeeded(stored.error().message);
        SessionState state;
        state.status = isShut ? Status::KeychainShut : Status::SignInNeeded;
        state.message = stored.error().message;
        setState(state);
        answerAll(m_trouble);
        return;
    }
    m_quietUntil = m_clock.steady() + kQuietAfterTrouble;
    auto credentials = *stored ? readCredentials(**stored) : Result<Credentials>(tl::unexpected(signInNeeded({})));
    if (!credentials) {
        SessionState state;
        state.status = Status::SignInNeeded;
        state.message = *stored ? credentials.error().message : u"not signed in"_s;
        setState(state);
        answerAll(signInNeeded(state.message));
        return;
    }
    if (markOf(credentials->bearer) == m_endedMark) {
        answerAll(signInNeeded(m_state.message));
        return;
    }
    m_quietUntil.reset();
    m_keychainTrouble.clear();
    use(*std::move(credentials));
    if (isOver() && !isRenewable()) {
        expire();
    } else if (isOver()) {
        renew();
    } else {
        setState(signedInState());
        answerAll();
        check();
    }
}

std::optional<Credentials> InstanceSession::present() const
{
    return m_credentials ? std::optional(m_credentials->credentials()) : std::nullopt;
}

void InstanceSession::whenRead(std::function<void(const std::optional<Credentials> &)> read)
{
    if (m_isRead && m_state.status != Status::KeychainShut) {
        read(present());
        return;
    }
    m_whenRead.push_back([this, read = std::move(read)] { read(present()); });
    if (m_work == Work::None)
        load();
}

void InstanceSession::store(std::function<void()> stored)
{
    const auto done = [this, stored = std::move(stored)](const QString &trouble) {
        m_keychainTrouble = m_credentials ? trouble : QString();
        if (m_credentials)
            setState(signedInState());
        stored();
    };
    if (m_renewal && m_renewal->hasLock())
        storedSignIn().writeLocked(this, present(), done);
    else
        storedSignIn().write(
            this, [this] { return present(); }, done);
}

void InstanceSession::adopt(const Credentials &credentials, const QString &user, std::function<void()> stored)
{
    m_isRead = true;
    m_isLeaving = false;
    rest();
    buildClients(); // requests in progress were about the old sign-in
    m_quietUntil.reset();
    if (credentials.bearer.isEmpty()) {
        m_credentials.reset();
        SessionState state;
        state.status = Status::Anonymous;
        setState(state);
        answerAll();
        stored();
        return;
    }
    use(credentials);
    m_user = user;
    store([this, stored = std::move(stored)] {
        answerAll();
        stored();
    });
}

void InstanceSession::forget(std::function<void(const QString &)> forgotten)
{
    m_isLeaving = false;
    // A token that the keychain failed to delete must not sign in again.
    if (m_credentials)
        m_endedMark = markOf(m_credentials->bearer());
    m_credentials.reset();
    m_keychainTrouble.clear();
    m_user.clear();
    m_timer.stop();
    m_isRead = true;
    rest();
    buildClients(); // requests in progress were about the old sign-in
    ++m_generation;
    SessionState state;
    state.status = m_instance.signIn == SignInMethod::Anonymous ? Status::Anonymous : Status::SignInNeeded;
    state.message = state.status == Status::Anonymous ? QString() : u"signed out"_s;
    setState(state);
    answerAll(signInNeeded(u"signed out"_s));
    storedSignIn().remove(this, [this, forgotten = std::move(forgotten)](const QString &trouble) {
        if (trouble.isEmpty())
            m_endedMark.clear();
        forgotten(trouble);
    });
}

void InstanceSession::retry()
{
    m_quietUntil.reset();
    m_endedMark.clear();
    if (m_work == Work::None && !m_credentials && m_instance.signIn != SignInMethod::Anonymous)
        load();
    else if (m_work == Work::None && m_credentials)
        check();
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
    const auto takeNewer = [this](const Credentials &newer) {
        use(newer);
        return !isOver();
    };
    m_renewal = std::make_unique<TokenRenewal>(
        TokenRenewal::Session{
            storedSignIn(), [this](const QString &issuer) -> ProviderClient & { return provider(issuer); }, takeNewer},
        m_credentials->credentials(), [this](const TokenRenewal::Outcome &outcome) { takeRenewal(outcome); }, this);
    m_renewal->start(m_keychainTrouble.isEmpty());
}

ProviderClient &InstanceSession::provider(const QString &issuer)
{
    if (!m_provider || m_provider->issuer() != issuer)
        m_provider = std::make_unique<ProviderClient>(*m_http, m_instance.baseUrl, issuer);
    return *m_provider;
}

void InstanceSession::takeRenewal(const TokenRenewal::Outcome &outcome)
{
    using Kind = TokenRenewal::Outcome::Kind;
    switch (outcome.kind) {
    case Kind::Newer:
        rest();
        setState(signedInState());
        answerAll();
        return;
    case Kind::Renewed:
        use(*outcome.credentials);
        // Waiting requests continue only when the new token is stored: after a crash, the keychain would otherwise
        // contain an invalid one.
        store([this, renewal = QPointer(m_renewal.get())] {
            if (!renewal || renewal != m_renewal.get())
                return; // it was replaced
            rest();
            answerAll();
        });
        return;
    case Kind::SignedOut:
        return end(u"signed out by another program"_s);
    case Kind::Refused:
        return end(outcome.error.message);
    case Kind::Failed:
        return renewalFailed(outcome.error);
    case Kind::NotRenewable:
        rest();
        if (isOver())
            expire();
        else
            check();
        return;
    }
}

void InstanceSession::renewalFailed(const Error &error)
{
    rest();
    m_quietUntil = m_clock.steady() + kQuietAfterTrouble;
    m_trouble = renewalTrouble(error);
    answerAll(m_trouble);
}

InstanceAccess InstanceSession::checkAccess()
{
    auto access = m_access;
    access.tokens = std::make_shared<PresentToken>(*this, BearerToken{m_credentials->bearer(), m_generation});
    return access;
}

void InstanceSession::check()
{
    if (m_work != Work::None || !m_credentials)
        return;
    m_work = Work::Checking;
    m_checkedAt = m_clock.steady();
    // With this token: the session's own source would wait for us.
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
        if (isOver() && isRenewable()) // it expired while the answer was in transit
            renew();
        else
            answerAll();
    } else if (isRenewable()) {
        renew(); // with anonymous access, a server does not reject expired tokens but shows less
    } else {
        end(u"the server no longer accepts your sign-in: sign in again"_s);
    }
}

} // namespace lynceus
