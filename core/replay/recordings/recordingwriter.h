#pragma once

#include "core/domain/redaction/replacements.h"
#include "core/replay/recordings/recording.h"

namespace lynceus {

/// Creates the text of a recording (docs/recordings.md) from answers, without secrets and without the values of
/// container variables. Repeats a path only when its answer has changed.
class RecordingWriter final
{
public:
    RecordingWriter(RecordingHead head, Replacements replacements);

    /// The server's clock at t = 0, as precisely as known.
    void setRecorded(Instant recorded) { m_head.recorded = recorded; }

    /// Adds an answer; @p body is JSON text. Returns true if it differs from the previous one.
    bool addAnswer(Duration at, const QString &path, int status, Duration took, const QByteArray &body);
    /// @p kind: "stream-open", "stream-close", "keepalive".
    void addMark(Duration at, const QByteArray &kind, const QString &path);
    void addFrame(Duration at, const QString &path, const QByteArray &data);
    void addLogLine(Duration at, const QString &pod, const QString &container, bool previous, const QString &content);

    /// Including the head.
    [[nodiscard]] qsizetype lines() const { return m_lines; }
    /// Writes all lines so far, gzipped if the file name ends in .gz, readable by the owner only.
    /// Error::Kind::BadInput: the file cannot be written, with the reason; the old content stays.
    [[nodiscard]] Result<void> write(const QString &fileName) const;
    [[nodiscard]] QByteArray text() const { return headLine() + m_text; }

private:
    [[nodiscard]] QByteArray line(Duration at, const QByteArray &kind, const QByteArray &members) const;
    [[nodiscard]] QByteArray headLine() const;
    void add(Duration at, const QByteArray &kind, const QByteArray &members);

    RecordingHead m_head;
    Replacements m_replacements;
    QByteArray m_text; ///< without the head
    qsizetype m_lines = 1;
    QHash<QString, QByteArray> m_newest; ///< digest of the answer by path
};

} // namespace lynceus
