#pragma once

#include "core/domain/time/time.h"

#include <QByteArray>
#include <QList>
#include <QMutex>
#include <QString>

namespace lynceus {

class Clock;

/// A text file that grows by lines up to its limit: a full file becomes NAME.1, that one NAME.2, and so on. Several
/// processes may append; lines stay intact. Disk errors only lose lines.
class LogFile final
{
public:
    struct Limits
    {
        qint64 size = 1024 * 1024; ///< bytes per file
        int files = 3;             ///< including the current one
    };

    explicit LogFile(QString fileName);
    LogFile(QString fileName, Limits limits);

    /// "lynceus/lynceus.log" in the user's state folder (XDG_STATE_HOME), or the platform's equivalent.
    [[nodiscard]] static QString usualName();

    [[nodiscard]] const QString &fileName() const { return m_fileName; }

    /// @p line without line break. Thread-safe.
    void append(const QByteArray &line);

    /// The newest lines of all files, oldest first.
    [[nodiscard]] QList<QByteArray> lastLines(int most) const;

private:
    [[nodiscard]] QString nameOf(int age) const;
    void makeFolder() const;
    void rotate(qint64 coming) const;

    QString m_fileName;
    Limits m_limits;
    QMutex m_mutex;
};

/// A log line: time, level, category, process, and the redacted message. Always one line.
[[nodiscard]] QByteArray logLine(Instant now, const char *level, const char *category, const QString &message);

} // namespace lynceus
