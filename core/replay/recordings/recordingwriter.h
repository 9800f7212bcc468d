#pragma once

#include "core/domain/base/replacements.h"
#include "core/replay/recordings/recording.h"

namespace lynceus {

/// Makes the text of a recording (docs/recordings.md) from answers, without the secrets in them and without the values
/// of containers' variables. A path is repeated only when its answer changed.
class RecordingWriter final
{
public:
    RecordingWriter(RecordingHead head, Replacements replacements);

    /// The server's clock at t = 0, as exactly as it is known by now.
    void setRecorded(Instant recorded) { m_head.recorded = recorded; }

    /// An answer; @p body is JSON text. True if it differs from the one before.
    bool addAnswer(Duration at, const QString &path, int status, Duration took, const QByteArray &body);
    /// kind "stream-open", "stream-close", "keepalive".
    void addMark(Duration at, const QByteArray &kind, const QString &path);
    void addFrame(Duration at, const QString &path, const QByteArray &data);
    void addLogLine(Duration at, const QString &pod, const QString &container, bool previous, const QString &content);

    /// The head included.
    [[nodiscard]] qsizetype lines() const { return m_lines; }
    /// All lines so far, gzipped if the file's name ends in .gz, readable by its owner only.
    /// Error::Kind::BadInput: the file cannot be written, with the reason; what was there before stays.
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
