#pragma once

#include "core/domain/base/result.h"

#include <QString>

namespace lynceus {

/// What the holder of a lock wrote into its file. For messages only: the kernel decides who holds the lock.
struct LockHolder
{
    qint64 process = 0; ///< 0: the lock is free, or the file does not name the holder
    QString host;
    bool isOnThisComputer = true; ///< same host, since the same boot
};

/// A lock on a file that at most one process holds. The kernel releases it when that process ends in any way, also on
/// network file systems, so a leftover file does not block. The file is never removed.
class FileLock final
{
public:
    /// Reason for an error of tryLock().
    enum class Trouble {
        None,
        NotWritable, ///< the file cannot be created or opened: read-only, disk full, missing folder
        Other,       ///< the path is not a regular file, or its file system has no locks
    };

    explicit FileLock(QString fileName);
    ~FileLock();
    FileLock(const FileLock &) = delete;
    FileLock &operator=(const FileLock &) = delete;

    /// True: held until release() or the end of this process. False: another process holds it. Error::Kind::BadInput:
    /// one sentence; trouble() has the kind.
    [[nodiscard]] Result<bool> tryLock();
    void release();
    [[nodiscard]] Trouble trouble() const { return m_trouble; } ///< of the last tryLock()
    [[nodiscard]] bool isOurs() const { return m_descriptor >= 0; }
    [[nodiscard]] LockHolder holder() const;
    [[nodiscard]] const QString &fileName() const { return m_fileName; }

private:
    QString m_fileName;
    int m_descriptor = -1;
    Trouble m_trouble = Trouble::None;

    [[nodiscard]] tl::unexpected<Error> fail(Trouble trouble, const QString &what, const QString &remedy);
};

} // namespace lynceus
