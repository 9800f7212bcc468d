#pragma once

#include "core/domain/time/time.h"

#include <QByteArray>
#include <QHash>
#include <QString>
#include <QUrlQuery>

#include <vector>

namespace lynceus {

/// One line of a recording; see docs/recordings.md. Times are milliseconds since the start of the recording.
struct RecordingLine
{
    enum class Kind { Get, StreamOpen, Frame, Keepalive, StreamClose, StreamError, Truth, Log, LogLine, Manifest };
    Kind kind = Kind::Get;
    Duration at{0};
    QString path; ///< with query, as recorded; LogLine: see logPath()
    int status = 200;
    QByteArray contentType;
    /// Get: body as JSON text (or raw text if it is a string); Frame: the `data`; Truth: the whole line; LogLine: what
    /// the container wrote.
    QByteArray body;
};

/// Path of a LogLine: "POD/CONTAINER", with "/previous" for the container before its last restart.
[[nodiscard]] QString logPath(const QString &pod, const QString &container, bool previous);

struct RecordingHead
{
    int version = 1;
    Instant recorded{}; ///< server's clock at t = 0
    QString scenario;
    QString note;
    QString argocd; ///< server version
    QString application;
    QString applicationNamespace;
    QString project;
    QStringList images; ///< the expected images
};

struct Recording
{
    RecordingHead head;
    std::vector<RecordingLine> lines; ///< by time
    Duration end{0};                  ///< time of the last line
};

/// Parses a recording, gzipped or not. Error::Kind::BadInput with line and problem; @p name: of the recording, for
/// messages.
[[nodiscard]] Result<Recording> parseRecording(const QByteArray &bytes, const QString &name);

/// Reads and parses a file; an unreadable file is BadInput with the system's reason.
[[nodiscard]] Result<Recording> readRecording(const QString &fileName);

} // namespace lynceus
