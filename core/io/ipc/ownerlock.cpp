#include "core/io/ipc/ownerlock.h"

namespace lynceus {

using namespace Qt::StringLiterals;

OwnerLock::OwnerLock(const OwnerPlace &place)
    : m_fileName(place.lockFile)
    , m_lock(place.lockFile)
{
    m_lock.setStaleLockTime(0); // by its process alone: an owner lives for days
}

Result<bool> OwnerLock::tryLock()
{
    if (m_lock.isLocked() || m_lock.tryLock(0))
        return true;
    if (m_lock.error() == QLockFile::LockFailedError)
        return false;
    return badInput(u"%1 cannot be written; are the disk full or the folder read-only?"_s.arg(m_fileName), m_fileName);
}

void OwnerLock::release()
{
    m_lock.unlock();
}

qint64 OwnerLock::holder() const
{
    qint64 process = 0;
    QString host;
    QString program;
    return m_lock.getLockInfo(&process, &host, &program) ? process : 0;
}

} // namespace lynceus
