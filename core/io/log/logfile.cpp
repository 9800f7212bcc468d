#include "core/io/log/logfile.h"

#include "core/domain/redaction/redact.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QLockFile>
#include <QStandardPaths>

using namespace Qt::StringLiterals;

namespace lynceus {

namespace {

constexpr qsizetype kLongestMessage = 2'000; // characters; a server's errors may be long
constexpr auto kPrivate = QFile::ReadOwner | QFile::WriteOwner;

QString stateFolder()
{
#if defined(Q_OS_LINUX) || defined(Q_OS_FREEBSD)
    const auto state = qEnvironmentVariable("XDG_STATE_HOME");
    // Relative paths must be ignored (XDG base directory specification).
    return QDir::isAbsolutePath(state) ? state : QDir::homePath() + u"/.local/state"_s;
#else
    return QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation);
#endif
}

} // namespace

LogFile::LogFile(QString fileName)
    : LogFile(std::move(fileName), Limits())
{ }

LogFile::LogFile(QString fileName, Limits limits)
    : m_fileName(std::move(fileName))
    , m_limits(limits)
{ }

QString LogFile::usualName()
{
    return stateFolder() + u"/lynceus/lynceus.log"_s;
}

QString LogFile::nameOf(int age) const
{
    return age == 0 ? m_fileName : m_fileName + u'.' + QString::number(age);
}

/// What is watched is confidential.
void LogFile::makeFolder() const
{
    const auto folder = QFileInfo(m_fileName).absolutePath();
    if (QFileInfo::exists(folder) || !QDir().mkpath(folder))
        return;
    QFile::setPermissions(folder, kPrivate | QFile::ExeOwner);
}

void LogFile::append(const QByteArray &line)
{
    const QMutexLocker locker(&m_mutex);
    rotate(line.size() + 1);
    if (QFileInfo(m_fileName).size() + line.size() + 1 > 2 * m_limits.size)
        return; // rotation failed
    // Opened for each line, because another process may have renamed the file.
    QFile file(m_fileName);
    const bool isNew = !file.exists();
    if (isNew)
        makeFolder();
    if (!file.open(QIODevice::WriteOnly | QIODevice::Append | QIODevice::Unbuffered))
        return;
    if (isNew)
        file.setPermissions(kPrivate);
    file.write(line + '\n'); // in one write, so that lines of two processes do not mix
}

void LogFile::rotate(qint64 coming) const
{
    const auto isFull = [this, coming] {
        const QFileInfo info(m_fileName);
        return info.exists() && info.size() + coming > m_limits.size;
    };
    if (!isFull())
        return;
    QLockFile lock(m_fileName + u".lock"_s);
    // Does not wait: the holder rotates the files.
    if (!lock.tryLock(0) || !isFull())
        return;
    QFile::remove(nameOf(m_limits.files - 1));
    for (int age = m_limits.files - 1; age > 0; --age)
        QFile::rename(nameOf(age - 1), nameOf(age));
}

QList<QByteArray> LogFile::lastLines(int most) const
{
    QList<QByteArray> lines;
    for (int age = 0; age < m_limits.files && lines.size() < most; ++age) {
        QFile file(nameOf(age));
        if (!file.open(QIODevice::ReadOnly))
            continue;
        auto older = file.read(2 * m_limits.size).split('\n');
        if (older.back().isEmpty())
            older.removeLast();
        lines = older + lines;
    }
    return lines.size() > most ? lines.last(most) : lines;
}

QByteArray logLine(Instant now, const char *level, const char *category, const QString &message)
{
    return u"%1 %2 %3 [%4] %5"_s
        .arg(formatRfc3339(now), QString::fromLatin1(level), QString::fromLatin1(category),
             QString::number(QCoreApplication::applicationPid()), redactedText(message, kLongestMessage))
        .toUtf8();
}

} // namespace lynceus
