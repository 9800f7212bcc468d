#pragma once

#include "core/io/keychain/keychain.h"
#include "core/io/process/lockwait.h"
#include "core/io/signin/credentials.h"

#include <functional>
#include <optional>

namespace lynceus {

/// The keychain entry of one sign-in, and the lock under which all processes change it.
///
/// A value: an operation in progress does not need it. The keychain must outlive all operations; destroying their
/// context cancels the answer.
class StoredSignIn final
{
public:
    /// @p trouble: the keychain's error; empty if there was none.
    using Done = std::function<void(const QString &trouble)>;

    /// How long a process waits while another one changes the same sign-in. Shorter than the timeout of a request, so
    /// that the request fails with this reason.
    static constexpr Duration kLockLimit{30'000};

    /// @p entry: see keychainEntryName().
    StoredSignIn(Keychain &keychain, QString entry);

    /// Empty if locks are not possible here.
    [[nodiscard]] QString lockFile() const;

    void read(QObject *context, Keychain::Answer<std::optional<Secret>> answer) const;
    void lock(QObject *context, std::function<void(tl::expected<HeldLock, LockFailure>)> take) const;

    /// Takes the lock, then stores what @p newest returns. If that is empty, stores nothing and reports success. After
    /// kLockLimit, stores without the lock: a new sign-in must not be lost because another process hangs.
    void write(QObject *context, std::function<std::optional<Credentials>()> newest, Done done) const;
    /// For a caller that has the lock.
    void writeLocked(QObject *context, const std::optional<Credentials> &newest, Done done) const;
    /// Takes the lock like write(): otherwise another process that is renewing would store its token after the removal.
    /// Succeeds if there is no entry.
    void remove(QObject *context, Done done) const;

private:
    void write(HeldLock lock, QObject *context, const std::optional<Credentials> &newest, Done done) const;
    void remove(HeldLock lock, QObject *context, Done done) const;

    Keychain *m_keychain;
    QString m_entry;
};

} // namespace lynceus
