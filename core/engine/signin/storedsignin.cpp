#include "core/engine/signin/storedsignin.h"

#include "core/io/ipc/ownerplace.h"

#include <QCryptographicHash>

using namespace Qt::StringLiterals;

namespace lynceus {

StoredSignIn::StoredSignIn(Keychain &keychain, QString entry)
    : m_keychain(&keychain)
    , m_entry(std::move(entry))
{ }

QString StoredSignIn::lockFile() const
{
    const auto folder = runtimeFolder();
    const auto mark = QCryptographicHash::hash(m_entry.toUtf8(), QCryptographicHash::Sha256).toHex().first(32);
    return folder ? *folder + u"/sign-in-"_s + QString::fromLatin1(mark) + u".lock"_s : QString();
}

void StoredSignIn::read(QObject *context, Keychain::Answer<std::optional<Secret>> answer) const
{
    m_keychain->read(m_entry, context, std::move(answer));
}

void StoredSignIn::lock(QObject *context, std::function<void(tl::expected<HeldLock, LockFailure>)> take) const
{
    takeLock(lockFile(), kLockLimit, context, std::move(take));
}

void StoredSignIn::write(QObject *context, std::function<std::optional<Credentials>()> newest, Done done) const
{
    lock(context,
         [self = *this, context, newest = std::move(newest),
          done = std::move(done)](const tl::expected<HeldLock, LockFailure> &taken) {
             self.write(taken.value_or(nullptr), context, newest(), done);
         });
}

void StoredSignIn::writeLocked(QObject *context, const std::optional<Credentials> &newest, Done done) const
{
    write(HeldLock(), context, newest, std::move(done));
}

void StoredSignIn::write(HeldLock lock, QObject *context, const std::optional<Credentials> &newest, Done done) const
{
    if (!newest) // signed out in the meantime
        return done({});
    m_keychain->write(m_entry, writtenCredentials(*newest), context,
                      [lock = std::move(lock), done = std::move(done)](const KeychainResult<void> &written) {
                          if (lock)
                              lock->unlock();
                          done(written ? QString() : written.error().message);
                      });
}

void StoredSignIn::remove(QObject *context, Done done) const
{
    lock(context, [self = *this, context, done = std::move(done)](const tl::expected<HeldLock, LockFailure> &taken) {
        self.remove(taken.value_or(nullptr), context, done);
    });
}

void StoredSignIn::remove(HeldLock lock, QObject *context, Done done) const
{
    m_keychain->remove(m_entry, context,
                       [lock = std::move(lock), done = std::move(done)](const KeychainResult<void> &removed) {
                           if (lock)
                               lock->unlock();
                           const bool isGone = removed || removed.error().kind == KeychainProblem::Kind::Absent;
                           done(isGone ? QString() : removed.error().message);
                       });
}

} // namespace lynceus
