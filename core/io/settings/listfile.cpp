#include "core/io/settings/listfile.h"

#include "core/io/readfile.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QLockFile>
#include <QSaveFile>

using namespace Qt::StringLiterals;

namespace lynceus {

namespace {

constexpr qint64 kFileCap = 4 * 1024 * 1024;     // bytes; a thousand instances take half of one MiB
constexpr std::chrono::seconds kLockPatience{5}; // another process writes for some milliseconds

constexpr auto kOwnerOnly = QFileDevice::ReadOwner | QFileDevice::WriteOwner;

tl::unexpected<Error> about(const QString &fileName, const QString &what)
{
    return badInput(u"%1: %2"_s.arg(fileName, what));
}

/// For a shell.
QString quoted(QString fileName)
{
    return u'\'' + fileName.replace(u'\'', u"'\\''"_s) + u'\'';
}

} // namespace

bool SettingsFile::isThere() const
{
    return QFileInfo::exists(m_fileName) || QFileInfo(m_fileName).isSymLink();
}

Result<QByteArray> SettingsFile::content() const
{
    if (const auto problem = whyNoFile(m_fileName); !problem.isEmpty())
        return badInput(u"%1: move it away"_s.arg(problem));
    QFile file(m_fileName);
    if (!file.open(QIODevice::ReadOnly))
        return about(m_fileName, u"cannot be read: %1"_s.arg(file.errorString()));
    auto bytes = file.read(kFileCap + 1);
    if (file.error() != QFileDevice::NoError)
        return about(m_fileName, u"cannot be read: %1"_s.arg(file.errorString()));
    return bytes;
}

bool SettingsFile::isTooLarge(const QByteArray &content)
{
    return content.size() > kFileCap;
}

QString SettingsFile::tooLargeText()
{
    return u"it is larger than %1 MiB"_s.arg(kFileCap / (1024 * 1024));
}

QString SettingsFile::wayOut() const
{
    auto name = m_fileName + u".old"_s;
    for (int n = 2; QFileInfo::exists(name) || QFileInfo(name).isSymLink(); ++n)
        name = m_fileName + u".old-%1"_s.arg(n);
    return u"correct the file, or move it away: mv %1 %2"_s.arg(quoted(m_fileName), quoted(name));
}

Result<void> SettingsFile::write(const QByteArray &bytes) const
{
    QSaveFile file(m_fileName);
    const bool isWritten = file.open(QIODevice::WriteOnly) && file.setPermissions(kOwnerOnly)
        && file.write(bytes) == bytes.size() && file.commit();
    if (!isWritten)
        return about(m_fileName, u"cannot be written: %1; nothing was changed"_s.arg(file.errorString()));
    return {};
}

Result<void> SettingsFile::underLock(const std::function<Result<void>()> &work) const
{
    const auto folder = QFileInfo(m_fileName).absolutePath();
    if (!QDir().mkpath(folder))
        return about(folder, u"cannot create this folder; nothing was changed"_s);
    QLockFile lock(m_fileName + u".lock"_s);
    if (!lock.tryLock(kLockPatience))
        return about(m_fileName,
                     lock.error() == QLockFile::LockFailedError
                         ? u"another Lynceus process is writing it; try again"_s
                         : u"its lock file cannot be created (is the folder writable?); nothing was changed"_s);
    return work();
}

} // namespace lynceus
