#pragma once

#include "core/io/filelock.h"
#include "core/io/ipc/ownerplace.h"

namespace lynceus {

/// Who may own the engine and write the store: at most one process, on whatever computer. A lock whose process died is
/// nobody's, however it died.
class OwnerLock final
{
public:
    explicit OwnerLock(const OwnerPlace &place);

    /// True: it is ours until we let it go. False: another process has it.
    /// Error::Kind::BadInput: no lock can be had, with the reason and the way out.
    [[nodiscard]] Result<bool> tryLock();
    void release();
    [[nodiscard]] bool isOurs() const { return m_lock.isOurs() || m_spare.isOurs(); }
    /// The process that has it; its number is 0 if nobody has.
    [[nodiscard]] LockHolder holder() const;

private:
    FileLock m_lock;
    FileLock m_spare; ///< of those that cannot write beside the store: the window works then, and keeps nothing
};

} // namespace lynceus
