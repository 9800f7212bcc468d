#include "core/io/ipc/ownerlock.h"

namespace lynceus {

OwnerLock::OwnerLock(const OwnerPlace &place)
    : m_lock(place.lockFile)
    , m_spare(place.spareLockFile)
{ }

Result<bool> OwnerLock::tryLock()
{
    if (m_spare.isOurs())
        return true;
    auto locked = m_lock.tryLock();
    const bool hasSpare = m_spare.fileName() != m_lock.fileName() && !m_spare.fileName().isEmpty();
    if (locked || !hasSpare || m_lock.trouble() != FileLock::Trouble::NotWritable)
        return locked;
    return m_spare.tryLock();
}

void OwnerLock::release()
{
    m_lock.release();
    m_spare.release();
}

LockHolder OwnerLock::holder() const
{
    const auto holder = m_lock.holder();
    return holder.process == 0 ? m_spare.holder() : holder;
}

} // namespace lynceus
