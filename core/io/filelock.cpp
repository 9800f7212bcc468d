#include "core/io/filelock.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QSysInfo>

#include <array>
#include <cerrno>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace lynceus {

namespace {

constexpr std::size_t kMostBytes = 1'024; // of the holder's data

QByteArray thisHolder()
{
    return QByteArray::number(QCoreApplication::applicationPid()) + '\n' + QSysInfo::machineHostName().toUtf8() + '\n'
        + QSysInfo::bootUniqueId() + '\n';
}

LockHolder holderFrom(const QByteArray &content)
{
    const auto lines = content.split('\n');
    if (lines.size() < 3)
        return {};
    const bool isHere = lines[1] == QSysInfo::machineHostName().toUtf8() && lines[2] == QSysInfo::bootUniqueId();
    return {lines[0].toLongLong(), QString::fromUtf8(lines[1]), isHere};
}

/// The path is not writable now, as opposed to not being a file.
bool isMissingRight(int number)
{
    return number == EACCES || number == EPERM || number == EROFS || number == ENOSPC || number == EDQUOT
        || number == ENOENT || number == ENOTDIR;
}

bool isOfAnotherUser(const QByteArray &name)
{
    struct stat status
    { };
    return ::lstat(name.constData(), &status) == 0 && status.st_uid != ::geteuid();
}

/// The lock belongs to the open file, not to the process: two objects in one process exclude each other, and closing
/// another descriptor of the file releases nothing.
int lockWhole(int descriptor)
{
#ifdef F_OFD_SETLK
    struct flock whole
    { };
    whole.l_type = F_WRLCK;
    whole.l_whence = SEEK_SET;
    return ::fcntl(descriptor, F_OFD_SETLK, &whole);
#else
    return ::flock(descriptor, LOCK_EX | LOCK_NB);
#endif
}

bool isLockedByAnother(int descriptor)
{
#ifdef F_OFD_SETLK
    struct flock whole
    { };
    whole.l_type = F_WRLCK;
    whole.l_whence = SEEK_SET;
    return ::fcntl(descriptor, F_OFD_GETLK, &whole) == 0 && whole.l_type != F_UNLCK;
#else
    const bool isFree = ::flock(descriptor, LOCK_SH | LOCK_NB) == 0;
    return !isFree && errno == EWOULDBLOCK;
#endif
}

} // namespace

FileLock::FileLock(QString fileName)
    : m_fileName(std::move(fileName))
{ }

FileLock::~FileLock()
{
    release();
}

Result<bool> FileLock::tryLock()
{
    if (isOurs())
        return true;
    m_trouble = Trouble::None;
    // O_NONBLOCK: opening a named pipe must not block. Not inherited: programs that we start would keep the lock.
    const auto name = QFile::encodeName(m_fileName);
    const int descriptor =
        ::open(name.constData(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK, S_IRUSR | S_IWUSR);
    if (descriptor < 0) {
        const int number = errno;
        const auto reason = qt_error_string(number);
        if (isOfAnotherUser(name))
            return fail(Trouble::Other, u"cannot be locked: it belongs to another user"_s, u"remove it"_s);
        return isMissingRight(number)
            ? fail(Trouble::NotWritable, u"cannot be written: %1"_s.arg(reason),
                   u"make its folder writable and check the free disk space"_s)
            : fail(Trouble::Other, u"cannot be used as a lock: %1"_s.arg(reason), u"move it away"_s);
    }
    struct stat status
    { };
    if (::fstat(descriptor, &status) != 0 || !S_ISREG(status.st_mode)) {
        ::close(descriptor);
        return fail(Trouble::Other, u"cannot be used as a lock: it is not a regular file"_s, u"move it away"_s);
    }
    if (lockWhole(descriptor) != 0) {
        const int number = errno;
        ::close(descriptor);
        if (number == EAGAIN || number == EACCES)
            return false;
        return fail(Trouble::Other, u"cannot be locked: %1"_s.arg(qt_error_string(number)),
                    u"set XDG_DATA_HOME to a folder on a local disk"_s);
    }
    m_descriptor = descriptor;
    // A failure (a full disk) only affects the messages of other processes.
    const auto content = thisHolder();
    if (::ftruncate(descriptor, 0) == 0)
        std::ignore = ::pwrite(descriptor, content.constData(), std::size_t(content.size()), 0);
    return true;
}

tl::unexpected<Error> FileLock::fail(Trouble trouble, const QString &what, const QString &remedy)
{
    m_trouble = trouble;
    return badInput(u"%1 %2; %3"_s.arg(QDir::toNativeSeparators(m_fileName), what, remedy), m_fileName);
}

void FileLock::release()
{
    if (isOurs())
        ::close(m_descriptor);
    m_descriptor = -1;
}

LockHolder FileLock::holder() const
{
    const int descriptor =
        ::open(QFile::encodeName(m_fileName).constData(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK);
    if (descriptor < 0)
        return {};
    LockHolder holder;
    if (isOurs() || isLockedByAnother(descriptor)) {
        std::array<char, kMostBytes> content{};
        const auto size = ::pread(descriptor, content.data(), content.size(), 0);
        if (size > 0)
            holder = holderFrom(QByteArray(content.data(), size));
    }
    ::close(descriptor);
    return holder;
}

} // namespace lynceus
