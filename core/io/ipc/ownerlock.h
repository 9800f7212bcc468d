#pragma once

#include "core/io/filelock.h"
#include "core/io/ipc/ownerplace.h"

namespace lynceus {

/// Decides which process may own the engine and write the store: at most one, across computers. The lock of a process
/// that ended in any way is free.
class OwnerLock final
{
public:
    explicit OwnerLock(const OwnerPlace &place);

    /// True: held until released. False: another process has it. Error::Kind::BadInput: locking is not possible, with
    /// reason and remedy.
    [[nodiscard]] Result<bool> tryLock();
    void release();
    [[nodiscard]] bool isOurs() const { return m_lock.isOurs() || m_spare.isOurs(); }
    /// The process that holds it; its number is 0 if none does.
    [[nodiscard]] LockHolder holder() const;

private:
    FileLock m_lock;
    FileLock m_spare; ///< used if the store's folder is not writable: the window then works without storing anything
};

} // namespace lynceus
