#pragma once

#include "core/domain/base/result.h"

#include <QString>

namespace lynceus {

/// What a process that holds a lock wrote into its file. For messages only: who holds the lock is known to the kernel.
struct LockHolder
{
    qint64 process = 0; ///< 0: nobody holds the lock, or the file does not say who does
    QString host;
    bool isOnThisComputer = true; ///< the same host, since the same boot
};

/// A lock on a file that at most one process holds. The kernel releases it when that process ends, however it ends,
/// also on a network file system; so a file that was left behind blocks nobody. The file is never removed.
class FileLock final
{
public:
    /// What stands behind an error of tryLock().
    enum class Trouble {
        None,
        NotWritable, ///< the file cannot be created or opened: read-only, disk full, no such folder
        Other,       ///< something else lies at that path, or its file system has no locks
    };

    explicit FileLock(QString fileName);
    ~FileLock();
    FileLock(const FileLock &) = delete;
    FileLock &operator=(const FileLock &) = delete;

    /// True: it is ours until release() or the end of this process. False: another one holds it.
    /// Error::Kind::BadInput: one sentence; trouble() tells the two kinds apart.
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
