// How the services reach the instances, and who is signed in there.
#include "core/engine/answerpromise.h"
#include "core/engine/doctor/rightsquestion.h"
#include "core/engine/local/engineservices.h"

using namespace Qt::StringLiterals;

namespace lynceus {

void EngineServices::contact(const Instance &instance)
{
    if (instance.paused)
        return reach(instance, accessWithoutSecrets(instance)); // not contacted, so nothing secret is needed
    m_feeds.add(instance);
    m_gateways.access(instance, [this, instance](const Result<InstanceAccess> &access) {
        const auto *stored = m_book.withId(instance.id);
        if (stored && *stored == instance) // else another answer is on its way
            reach(instance, access);
    });
}

void EngineServices::reach(const Instance &instance, Result<InstanceAccess> access)
{
    if (access) {
        m_signIns.setInstance(instance, *access);
        access = m_signIns.access(instance.id);
    }
    m_feeds.set(instance, access);
}

void EngineServices::takeSession(const QString &instance, const SessionState &session)
{
    const auto before = m_sessions.value(instance, SessionState::Status::Reading);
    m_sessions.insert(instance, session.status);
    auto *feed = m_feeds.feed(instance);
    if (!feed)
        return;
    const bool signedIn = session.status == SessionState::Status::SignedIn;
    const bool wasNeeded = before == SessionState::Status::SignInNeeded || before == SessionState::Status::KeychainShut;
    if (signedIn && wasNeeded)
        feed->startAgain();
    tellState(feed->state());
}

/// What the sign-in knows of it.
InstanceState EngineServices::withSession(InstanceState state) const
{
    using Connection = InstanceState::Connection;
    using Status = SessionState::Status;
    const auto session = m_signIns.session(state.instance.id);
    if (!session.user.isEmpty())
        state.user = session.user;
    state.signedInUntil = session.signedInUntil;
    state.renewable = session.renewable;
    state.tokenForThisRunOnly = session.tokenForThisRunOnly;
    const bool isReached = state.connection != Connection::Paused && state.connection != Connection::Certificate
        && state.connection != Connection::NotArgoCd;
    if (isReached && (session.status == Status::SignInNeeded || session.status == Status::KeychainShut)) {
        state.connection = session.status == Status::KeychainShut ? Connection::KeychainShut : Connection::SignInNeeded;
        state.message = session.message;
    }
    if (state.connection == Connection::SignInNeeded && m_gateways.isShut(state.instance.id))
        state.connection = Connection::KeychainShut;
    return state;
}

void EngineServices::tellState(const InstanceState &fed)
{
    const auto state = withSession(fed);
    // A quiet stream vouches for what it does not say; a list that is read again and again does not.
    if (m_watches)
        m_watches->setFed(state.instance.id, state.connection == InstanceState::Connection::Live);
    Q_EMIT instanceChanged(state);
}

Result<InstanceSnapshot> EngineServices::snapshot(const QString &instance) const
{
    const auto *feed = m_feeds.feed(instance);
    if (!feed)
        return tl::unexpected(Error{Error::Kind::NotFound, instance, u"no such instance"_s, false, 0});
    return InstanceSnapshot{withSession(feed->state()), feed->snapshot().entries(), feed->isComplete()};
}

QFuture<Result<InstanceProbe>> EngineServices::probe(const Instance &instance, QObject *context)
{
    const auto *stored = m_book.withId(instance.id);
    if (instance.headerNames.isEmpty() || !stored || *stored != instance)
        return m_book.probe(instance, context); // nothing secret goes to an address that is not kept yet
    const auto promise = std::make_shared<AnswerPromise<Result<InstanceProbe>>>(context);
    auto future = promise->future();
    m_gateways.headers(
        instance, [this, instance, promise, asker = QPointer<QObject>(context)](const Result<HeaderValues> &headers) {
            if (!asker)
                return;
            if (!headers)
                return promise->settle(tl::unexpected(headers.error()));
            std::ignore = m_book.probe(instance, {{}, *headers}, asker)
                              .then(asker, [promise](const Result<InstanceProbe> &found) { promise->settle(found); });
        });
    return future;
}

void EngineServices::askRights(const QString &instance, QObject *context,
                               std::function<void(Result<AccountRights>)> answer)
{
    const auto *stored = m_book.withId(instance);
    auto *client = m_clients.client(instance);
    if (!stored || !client)
        return answer(
            tl::unexpected(Error{Error::Kind::NotFound, {}, u"no such instance, or it is paused"_s, false, 0}));
    const auto look = [this, instance](QObject *, const RightsQuestion::Seen &seen) {
        const auto *feed = m_feeds.feed(instance);
        if (!feed)
            return seen(std::nullopt);
        RightsQuestion::Visible visible; // what it lists is what may be read: nothing is asked again
        for (const auto &entry : feed->snapshot().entries())
            visible.add(*entry.application);
        seen(visible);
    };
    auto *question = new RightsQuestion(*client, stored->projects, look, context);
    connect(question, &RightsQuestion::answered, context, [answer](const AccountRights &rights) { answer(rights); });
    connect(question, &RightsQuestion::failed, context,
            [answer](const Error &error) { answer(tl::unexpected(error)); });
    question->ask();
}

// --- signing in and out

void EngineServices::signIn(const QString &instance, SignInMethod method, const QString &userName, Secret secret)
{
    const auto *stored = m_book.withId(instance);
    if (!stored || stored->headerNames.isEmpty()) {
        m_wishes.insert(instance, {method, userName});
        m_signIns.signIn(instance, method, userName, std::move(secret));
        return;
    }
    // Behind a gateway nobody can be asked without its headers.
    m_gateways.access(
        *stored,
        [this, stored = *stored, method, userName, secret = std::move(secret)](const Result<InstanceAccess> &access) {
            if (access) {
                reach(stored, *access);
                m_wishes.insert(stored.id, {method, userName});
                m_signIns.signIn(stored.id, method, userName, secret);
                return;
            }
            SignInProgress progress;
            progress.instance = stored.id;
            progress.step = SignInProgress::Step::Failed;
            progress.error = access.error();
            Q_EMIT signInChanged(progress);
        });
}

void EngineServices::takeProgress(const SignInProgress &progress)
{
    if (progress.step == SignInProgress::Step::Done)
        keepWay(progress.instance);
    if (progress.step == SignInProgress::Step::Done || progress.step == SignInProgress::Step::Failed)
        m_wishes.remove(progress.instance);
    Q_EMIT signInChanged(progress);
}

/// So that the next sign-in is offered as this one went.
void EngineServices::keepWay(const QString &instance)
{
    const auto wish = m_wishes.constFind(instance);
    const auto *stored = m_book.withId(instance);
    if (wish == m_wishes.constEnd() || !stored)
        return;
    auto changed = *stored;
    changed.signIn = wish->first;
    if (wish->first == SignInMethod::Password)
        changed.userName = wish->second;
    if (changed == *stored)
        return;
    if (const auto saved = m_book.save(changed); !saved)
        Q_EMIT noticeRaised(
            u"the sign-in method of %1 could not be stored: %2"_s.arg(changed.name, saved.error().message));
}

void EngineServices::takeSignedOut(const QString &instance, const QString &trouble, bool isForgotten)
{
    const auto *stored = m_book.withId(instance);
    const auto name = stored ? stored->name : instance;
    if (!isForgotten)
        Q_EMIT noticeRaised(
            u"%1: the token could not be removed from the keychain, sign out again when the keychain is unlocked: %2"_s
                .arg(name, trouble));
    else if (!trouble.isEmpty())
        Q_EMIT noticeRaised(u"%1: %2"_s.arg(name, trouble));
}

// --- when one goes

void EngineServices::forgetInstance(const QString &id)
{
    if (m_watches)
        m_watches->cancelAllOf(id);
    m_feeds.remove(id);
    m_signIns.removeInstance(id);
    m_gateways.forget(id);
    m_sessions.remove(id);
    m_wishes.remove(id);
    m_unkept.remove(id);
    if (m_cache)
        std::ignore = m_cache->forget(id);
    Q_EMIT instanceRemoved(id);
}

Result<void> EngineServices::removeInstance(const QString &id)
{
    return m_book.remove(id).map([this](const Instance &removed) {
        if (removed.headerNames.isEmpty())
            return;
        storeGatewayHeaders(*m_keychain, removed, {}, this, [this, removed](const KeychainResult<void> &forgotten) {
            if (!forgotten)
                Q_EMIT noticeRaised(u"the gateway headers of %1 could not be removed from the keychain: %2"_s.arg(
                    removed.name, forgotten.error().message));
        });
    });
}

void EngineServices::retry(const QString &instance)
{
    auto *feed = m_feeds.feed(instance);
    if (!feed)
        return;
    if (const auto *stored = m_book.withId(instance); stored && !m_clients.client(instance))
        return contact(Instance(*stored)); // a certificate's file may be there now
    m_signIns.retry(instance);
    feed->startAgain();
}

} // namespace lynceus
