#include "core/io/readfile.h"

#include <QDir>
#include <QFile>

#include <cerrno>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace lynceus {

namespace {

constexpr qint64 kMebibyte = 1024 * 1024;

/// Empty for a regular file.
QString kindOf(mode_t mode)
{
    if (S_ISREG(mode))
        return {};
    if (S_ISDIR(mode))
        return u"a folder"_s;
    if (S_ISFIFO(mode))
        return u"a named pipe"_s;
    if (S_ISSOCK(mode))
        return u"a socket"_s;
    return u"a device"_s;
}

} // namespace

QString whyNoFile(const QString &fileName)
{
    struct stat status
    { };
    if (::stat(QFile::encodeName(fileName).constData(), &status) != 0)
        return {};
    const auto kind = kindOf(status.st_mode);
    return kind.isEmpty() ? QString() : u"%1 is %2, not a file"_s.arg(QDir::toNativeSeparators(fileName), kind);
}

Result<QByteArray> readFile(const QString &fileName, qint64 cap)
{
    // O_NONBLOCK: the file may have been replaced by a pipe since the check.
    const int descriptor = ::open(QFile::encodeName(fileName).constData(), O_RDONLY | O_NONBLOCK | O_CLOEXEC);
    if (descriptor < 0) {
        const int number = errno;
        if (number == ENOENT || number == ENOTDIR)
            return tl::unexpected(Error{Error::Kind::NotFound, fileName, u"the file does not exist"_s, false, 0});
        return badInput(u"it cannot be read: %1"_s.arg(qt_error_string(number)), fileName);
    }
    struct stat status
    { };
    const bool isKnown = ::fstat(descriptor, &status) == 0;
    const auto kind = isKnown ? kindOf(status.st_mode) : QString();
    QFile file;
    if (!isKnown || !kind.isEmpty() || !file.open(descriptor, QIODevice::ReadOnly, QFile::AutoCloseHandle)) {
        ::close(descriptor);
        return badInput(kind.isEmpty() ? u"it cannot be read"_s : u"it is %1, not a file"_s.arg(kind), fileName);
    }
    const auto tooLarge = [&] { return badInput(u"it is larger than %1 MiB"_s.arg(cap / kMebibyte), fileName); };
    if (status.st_size > cap)
        return tooLarge();
    auto bytes = file.read(cap + 1);
    if (file.error() != QFileDevice::NoError)
        return badInput(u"it cannot be read: %1"_s.arg(file.errorString()), fileName);
    if (bytes.size() > cap) // it grew, or its file system does not report its size
        return tooLarge();
    return bytes;
}

} // namespace lynceus
