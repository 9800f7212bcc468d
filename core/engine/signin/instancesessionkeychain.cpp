// What a session keeps in the keychain: the part of InstanceSession that reads, stores and forgets it.

#include "core/engine/signin/instancesession.h"
#include "core/engine/signin/sessionrules.h"

using namespace Qt::StringLiterals;

namespace lynceus {

namespace {

using Status = SessionState::Status;

} // namespace

void InstanceSession::load()
{
    m_work = Work::Reading;
    m_keychain.read(entry(), this, [this](auto stored) {
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
        // One that is not there, or damaged, will not tell more later.
        const bool isShut = stored.error().kind != KeychainProblem::Kind::Absent
            && stored.error().kind != KeychainProblem::Kind::Failed;
        m_quietUntil = m_clock.steady() + kQuietAfterTrouble;
        m_trouble = signInNeeded(stored.error().message);
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
    use(*std::move(credentials));
    if (isOver() && !isRenewable()) {
        end(u"your sign-in expired at %1: sign in again"_s.arg(formatRfc3339(*m_end)));
    } else if (isOver()) {
        renew();
    } else {
        setState(signedInState());
        answerAll();
        check();
    }
}

void InstanceSession::whenRead(std::function<void(const std::optional<Credentials> &)> read)
{
    if (m_isRead && m_state.status != Status::KeychainShut) {
        read(m_credentials);
        return;
    }
    m_whenRead.push_back([this, read = std::move(read)] { read(m_credentials); });
    if (m_work == Work::None)
        load();
}

void InstanceSession::store(std::function<void()> stored)
{
    if (m_renewalLock)
        return write({}, std::move(stored));
    // Without the lock after the limit: a new sign-in must not be lost because another process hangs.
    takeLock(signInLockFile(entry()), kLockLimit, this,
             [this, stored = std::move(stored)](tl::expected<HeldLock, LockFailure> taken) {
                 write(taken ? *taken : HeldLock(), stored);
             });
}

void InstanceSession::write(HeldLock lock, std::function<void()> stored)
{
    if (!m_credentials) // signed out while it waited
        return stored();
    m_keychain.write(entry(), writtenCredentials(*m_credentials), this,
                     [this, lock = std::move(lock), stored = std::move(stored)](const KeychainResult<void> &written) {
                         if (lock)
                             lock->unlock();
                         m_keychainTrouble = written ? QString() : written.error().message;
                         if (m_credentials)
                             setState(signedInState());
                         stored();
                     });
}

void InstanceSession::adopt(const Credentials &credentials, const QString &user, std::function<void()> stored)
{
    m_isRead = true;
    m_isLeaving = false;
    rest();
    buildClients(); // what was under way was about the old sign-in
    m_quietUntil.reset();
    if (credentials.bearer.isEmpty()) {
        m_credentials.reset();
        m_end.reset();
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
    // What the keychain does not let go of must not sign in again by itself.
    if (m_credentials)
        m_endedMark = markOf(m_credentials->bearer);
    m_credentials.reset();
    m_claims.reset();
    m_end.reset();
    m_user.clear();
    m_timer.stop();
    m_isRead = true;
    rest();
    buildClients(); // what was under way was about the old sign-in
    ++m_generation;
    SessionState state;
    state.status = m_instance.signIn == SignInMethod::Anonymous ? Status::Anonymous : Status::SignInNeeded;
    state.message = state.status == Status::Anonymous ? QString() : u"signed out"_s;
    setState(state);
    answerAll(signInNeeded(u"signed out"_s));
    // Another process that renews now would store its token after we removed ours.
    takeLock(signInLockFile(entry()), kLockLimit, this,
             [this, forgotten = std::move(forgotten)](tl::expected<HeldLock, LockFailure> taken) {
                 removeEntry(taken ? *taken : HeldLock(), forgotten);
             });
}

void InstanceSession::removeEntry(HeldLock lock, std::function<void(const QString &)> forgotten)
{
    m_keychain.remove(
        entry(), this,
        [this, lock = std::move(lock), forgotten = std::move(forgotten)](const KeychainResult<void> &removed) {
            if (lock)
                lock->unlock();
            const bool isFine = removed || removed.error().kind == KeychainProblem::Kind::Absent;
            if (isFine)
                m_endedMark.clear();
            forgotten(isFine ? QString() : removed.error().message);
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

} // namespace lynceus
