#include "core/io/process/processlock.h"

#include <QCoreApplication>
#include <QFile>

#ifdef Q_OS_UNIX
#include <cerrno>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>
#else
#include <QLockFile>
#endif

namespace lynceus {

ProcessLock::ProcessLock(QString fileName)
    : m_fileName(std::move(fileName))
{ }

ProcessLock::~ProcessLock()
{
    unlock();
}

#ifdef Q_OS_UNIX

// flock() locks the open file, not the process: two holders in one process exclude each other too.

ProcessLock::Outcome ProcessLock::tryLock()
{
    if (m_descriptor >= 0)
        return Outcome::Taken;
    const auto name = QFile::encodeName(m_fileName);
    // Not inherited: a browser that we start would hold the lock while it runs.
    const int descriptor = ::open(name.constData(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, S_IRUSR | S_IWUSR);
    if (descriptor < 0)
        return Outcome::Unusable;
    if (::flock(descriptor, LOCK_EX | LOCK_NB) != 0) {
        const bool isHeld = errno == EWOULDBLOCK || errno == EINTR;
        ::close(descriptor);
        return isHeld ? Outcome::HeldElsewhere : Outcome::Unusable;
    }
    // If a clean-up of temporary folders has removed the file, the next process would lock another one.
    struct stat ours = {};
    struct stat there = {};
    const bool isSame = ::fstat(descriptor, &ours) == 0 && ::stat(name.constData(), &there) == 0
        && ours.st_ino == there.st_ino && ours.st_dev == there.st_dev;
    if (!isSame) {
        ::close(descriptor);
        return Outcome::HeldElsewhere;
    }
    m_descriptor = descriptor;
    const auto process = QByteArray::number(QCoreApplication::applicationPid()) + '\n';
    // For holder() only; the lock works without it.
    if (::ftruncate(descriptor, 0) == 0)
        std::ignore = ::pwrite(descriptor, process.constData(), size_t(process.size()), 0);
    return Outcome::Taken;
}

void ProcessLock::unlock()
{
    if (m_descriptor < 0)
        return;
    ::close(m_descriptor);
    m_descriptor = -1;
}

bool ProcessLock::isLocked() const
{
    return m_descriptor >= 0;
}

qint64 ProcessLock::holder() const
{
    constexpr qint64 kLongest = 24; // bytes of a process id and its line end
    QFile file(m_fileName);
    return file.open(QIODevice::ReadOnly) ? file.read(kLongest).trimmed().toLongLong() : 0;
}

#else

ProcessLock::Outcome ProcessLock::tryLock()
{
    if (!m_file) {
        m_file = std::make_unique<QLockFile>(m_fileName);
        m_file->setStaleLockTime(0); // stale if its process is gone, not by age
    }
    if (m_file->isLocked() || m_file->tryLock(0))
        return Outcome::Taken;
    return m_file->error() == QLockFile::LockFailedError ? Outcome::HeldElsewhere : Outcome::Unusable;
}

void ProcessLock::unlock()
{
    if (m_file)
        m_file->unlock();
}

bool ProcessLock::isLocked() const
{
    return m_file && m_file->isLocked();
}

qint64 ProcessLock::holder() const
{
    qint64 process = 0;
    QString host;
    QString program;
    return QLockFile(m_fileName).getLockInfo(&process, &host, &program) ? process : 0;
}

#endif

} // namespace lynceus
