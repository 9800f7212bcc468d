#pragma once

#include "core/domain/base/time.h"

#include <QByteArray>
#include <QList>
#include <QMutex>
#include <QString>

namespace lynceus {

class Clock;

/// A text file that grows by lines and never beyond its limits: a full one becomes NAME.1, that one NAME.2, and so on.
/// Several processes may append to it, each line whole. Whatever the disk says, nothing but lines are lost.
class LogFile final
{
public:
    struct Limits
    {
        qint64 size = 1024 * 1024; ///< bytes of one file
        int files = 3;             ///< with the one that is written
    };

    explicit LogFile(QString fileName);
    LogFile(QString fileName, Limits limits);

    /// "lynceus/lynceus.log" in the person's state folder (XDG_STATE_HOME), or what the platform has in its place.
    [[nodiscard]] static QString usualName();

    [[nodiscard]] const QString &fileName() const { return m_fileName; }

    /// @p line is one, without a line break. From any thread.
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

/// Text of a log line: time, level, category and process, the message redacted. One line, whatever is in it.
[[nodiscard]] QByteArray logLine(Instant now, const char *level, const char *category, const QString &message);

} // namespace lynceus
