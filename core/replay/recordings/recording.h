#pragma once

#include "core/domain/base/time.h"

#include <QByteArray>
#include <QHash>
#include <QString>
#include <QUrlQuery>

#include <vector>

namespace lynceus {

/// One line of a recording; see docs/recordings.md. Times are milliseconds since the recording's start.
struct RecordingLine
{
    enum class Kind { Get, StreamOpen, Frame, Keepalive, StreamClose, StreamError, Truth, Log, LogLine, Manifest };
    Kind kind = Kind::Get;
    Duration at{0};
    QString path; ///< with query, as recorded; LogLine: see logPath()
    int status = 200;
    QByteArray contentType;
    QByteArray body; ///< Get: body as JSON text (or raw text where it is a string); Frame: the `data`; Truth: the whole
                     ///< line; LogLine: what the container wrote
};

/// Whose line a LogLine is: "POD/CONTAINER", with "/previous" for the container before its last restart.
[[nodiscard]] QString logPath(const QString &pod, const QString &container, bool previous);

struct RecordingHead
{
    int version = 1;
    Instant recorded{}; ///< the server's clock at t = 0
    QString scenario;
    QString note;
    QString argocd; ///< server version
    QString application;
    QString applicationNamespace;
    QString project;
    QStringList images; ///< what was expected
};

struct Recording
{
    RecordingHead head;
    std::vector<RecordingLine> lines; ///< by time
    Duration end{0};                  ///< time of the last line
};

/// Reads a recording, gzipped or not. Error::Kind::BadInput names the file's line and what is wrong there;
/// @p name is how the recording is called in messages.
[[nodiscard]] Result<Recording> parseRecording(const QByteArray &bytes, const QString &name);

/// The same from a file; an unreadable file is BadInput with the system's reason.
[[nodiscard]] Result<Recording> readRecording(const QString &fileName);

} // namespace lynceus
