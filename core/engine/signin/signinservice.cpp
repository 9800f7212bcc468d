#include "core/engine/signin/signinservice.h"

#include "core/engine/signin/instancesession.h"
#include "core/engine/signin/signinattempt.h"
#include "core/engine/signin/signout.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace lynceus {

namespace {

/// Destroys the object later, because it may have called this.
template<typename T>
void drop(std::unique_ptr<T> &object)
{
    if (!object)
        return;
    object->disconnect();
    object.release()->deleteLater();
}

/// Another address or method: the old sign-in is not valid for it.
bool isAnother(const InstanceSession &session, const Instance &now)
{
    const auto isAnonymous = [](const Instance &instance) { return instance.signIn == SignInMethod::Anonymous; };
    const auto &before = session.instance();
    if (before.baseUrl != now.baseUrl)
        return true;
    // The user signed in to an anonymous instance, and the method is stored now.
    const bool caughtUp = isAnonymous(before) && session.state().status == SessionState::Status::SignedIn;
    return isAnonymous(before) != isAnonymous(now) && !caughtUp;
}

} // namespace

struct SignInService::Holding
{
    std::unique_ptr<InstanceSession> session;
    std::unique_ptr<SignInAttempt> attempt;
    std::unique_ptr<SignOut> signOut;
    quint64 signIns = 0; ///< completed
};

SignInService::SignInService(Keychain &keychain, Browser &browser, const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_keychain(keychain)
    , m_browser(browser)
    , m_clock(clock)
{ }

SignInService::~SignInService() = default;

SignInService::Holding *SignInService::holding(const QString &id) const
{
    const auto found = m_holdings.find(id);
    return found == m_holdings.end() ? nullptr : found->second.get();
}

void SignInService::addSession(const QString &id, Holding &holding, const Instance &instance,
                               const InstanceAccess &access)
{
    holding.session = std::make_unique<InstanceSession>(instance, access, m_keychain, m_clock);
    connect(holding.session.get(), &InstanceSession::changed, this,
            [this, id](const SessionState &state) { Q_EMIT sessionChanged(id, state); });
}

void SignInService::setInstance(const Instance &instance, const InstanceAccess &access)
{
    auto &place = m_holdings[instance.id];
    if (!place)
        place = std::make_unique<Holding>();
    auto *held = place.get();
    if (held->session && !isAnother(*held->session, instance)) {
        held->session->update(instance, access);
        return;
    }
    const bool isNew = !held->session;
    if (!isNew) {
        endAttempt(*held);
        // Otherwise the entry of the old address would remain. An anonymous instance that was just signed in has none.
        if (held->session->instance().baseUrl != instance.baseUrl) {
            finishAlone(instance.id, *held);
            retire(std::move(held->session));
        }
    }
    drop(held->session);
    addSession(instance.id, *held, instance, access);
    if (!isNew)
        Q_EMIT sessionChanged(instance.id, held->session->state());
}

void SignInService::removeInstance(const QString &id)
{
    const auto found = m_holdings.find(id);
    if (found == m_holdings.end())
        return;
    auto held = std::move(found->second);
    m_holdings.erase(found);
    endAttempt(*held);
    drop(held->signOut);
    retire(std::move(held->session));
}

/// Keeps the session until the keychain has answered.
void SignInService::retire(std::unique_ptr<InstanceSession> session)
{
    auto *going = session.release();
    going->disconnect();
    going->setParent(this);
    going->forget([this, going](const QString &trouble) {
        going->deleteLater();
        if (!trouble.isEmpty())
            Q_EMIT leftBehind(going->instance().name, trouble);
    });
}

InstanceAccess SignInService::access(const QString &id) const
{
    const auto *held = holding(id);
    Q_ASSERT(held);
    return held->session->access();
}

QString SignInService::awaited(const QString &id) const
{
    const auto *held = holding(id);
    return held && held->session ? held->session->awaited() : QString();
}

SessionState SignInService::session(const QString &id) const
{
    const auto *held = holding(id);
    return held ? held->session->state() : SessionState();
}

void SignInService::endAttempt(Holding &holding)
{
    auto *ending = holding.attempt.get();
    drop(holding.attempt);
    if (ending)
        connect(ending, &QObject::destroyed, this, &SignInService::startNext); // its port is free then
}

/// SSO uses the same port for all instances, because Dex accepts no other. So one sign-in at a time.
void SignInService::startOrWait(const QString &id, Holding &holding)
{
    const auto port = holding.session->instance().callbackPort;
    if (holding.attempt->method() != SignInMethod::Sso || port == 0) {
        holding.attempt->start();
        return;
    }
    const auto owner = m_ports.value(port);
    if (!owner) {
        m_ports.insert(port, holding.attempt.get());
        holding.attempt->start();
        return;
    }
    m_queue.push_back(id);
    const auto other = std::ranges::find_if(
        m_holdings, [&owner](const auto &entry) { return entry.second->attempt.get() == owner.data(); });
    if (other == m_holdings.end())
        return; // it is about to end
    SignInProgress progress;
    progress.instance = id;
    progress.note = u"waiting for the sign-in to %1 to finish: both need port %2"_s.arg(
        other->second->session->instance().name, QString::number(port));
    Q_EMIT progressed(progress);
}

void SignInService::startNext()
{
    for (const auto &id : std::exchange(m_queue, {})) {
        if (auto *held = holding(id); held && held->attempt && !held->attempt->isStarted())
            startOrWait(id, *held); // those whose port is in use keep waiting, in order
    }
}

void SignInService::signIn(const QString &id, SignInMethod method, const QString &userName, Secret secret)
{
    auto *held = holding(id);
    if (!held) {
        reportFailed(id, {Error::Kind::NotFound, u"sign-in"_s, u"no such instance"_s, false, 0});
        return;
    }
    endAttempt(*held);
    held->attempt = std::make_unique<SignInAttempt>(held->session->instance(), held->session->access(), m_browser,
                                                    m_clock, SignInWish{method, userName, std::move(secret)});
    auto *attempt = held->attempt.get();
    connect(attempt, &SignInAttempt::progressed, this, &SignInService::progressed);
    connect(attempt, &SignInAttempt::done, this, [this, id](const Credentials &credentials, const QString &user) {
        takeCredentials(id, credentials, user);
    });
    connect(attempt, &SignInAttempt::failed, this, [this, id](const Error &error) {
        if (auto *failed = holding(id))
            endAttempt(*failed);
        reportFailed(id, error);
    });
    startOrWait(id, *held);
}

void SignInService::takeCredentials(const QString &id, const Credentials &credentials, const QString &user)
{
    auto *held = holding(id);
    if (!held)
        return;
    endAttempt(*held);
    if (!credentials.bearer.isEmpty()) { // otherwise the keychain entry must still be deleted
        ++held->signIns;
        finishAlone(id, *held);
    }
    held->session->adopt(credentials, user, [this, id, user] {
        SignInProgress progress;
        progress.instance = id;
        progress.step = SignInProgress::Step::Done;
        progress.user = user;
        progress.tokenForThisRunOnly = session(id).tokenForThisRunOnly;
        Q_EMIT progressed(progress);
    });
}

void SignInService::reportFailed(const QString &id, const Error &error)
{
    SignInProgress progress;
    progress.instance = id;
    progress.step = SignInProgress::Step::Failed;
    progress.error = error;
    Q_EMIT progressed(progress);
}

void SignInService::cancelSignIn(const QString &id)
{
    auto *held = holding(id);
    if (!held || !held->attempt)
        return;
    endAttempt(*held);
    reportFailed(id, {Error::Kind::Cancelled, u"sign-in"_s, u"the sign-in was cancelled"_s, false, 0});
}

void SignInService::pasteSignInAddress(const QString &id, const QString &address)
{
    if (auto *held = holding(id); held && held->attempt)
        held->attempt->pasteAddress(address);
}

/// The sign-out in progress still revokes its token, but no longer deletes credentials: they are newer or of another
/// address.
void SignInService::finishAlone(const QString &id, Holding &held)
{
    auto *ending = held.signOut.release();
    if (!ending)
        return;
    ending->disconnect(this);
    ending->setParent(this);
    connect(ending, &SignOut::done, this, [this, id, ending](const QString &trouble) {
        ending->deleteLater();
        if (holding(id))
            Q_EMIT signedOut(id, trouble, true);
    });
}

void SignInService::signOut(const QString &id)
{
    auto *held = holding(id);
    if (!held)
        return;
    endAttempt(*held);
    held->session->whenRead([this, id, signIns = held->signIns](const std::optional<Credentials> &credentials) {
        auto *found = holding(id);
        if (!found)
            return;
        if (found->signIns != signIns) {
            Q_EMIT signedOut(
                id, u"a new sign-in replaced the token before it was revoked: it stays valid until it expires"_s, true);
            return;
        }
        const auto forget = [this, id](const QString &before) {
            auto *last = holding(id);
            if (!last)
                return;
            drop(last->signOut);
            last->session->forget([this, id, before](const QString &trouble) {
                const bool isBoth = !before.isEmpty() && !trouble.isEmpty();
                Q_EMIT signedOut(id, isBoth ? before + u"; "_s + trouble : before + trouble, trouble.isEmpty());
            });
        };
        if (!credentials) {
            forget({});
            return;
        }
        drop(found->signOut);
        found->session->leave();
        found->signOut =
            std::make_unique<SignOut>(found->session->instance(), found->session->access(), *credentials, m_clock);
        connect(found->signOut.get(), &SignOut::done, this, forget);
        found->signOut->start();
    });
}

void SignInService::retry(const QString &id)
{
    if (auto *held = holding(id))
        held->session->retry();
}

} // namespace lynceus
