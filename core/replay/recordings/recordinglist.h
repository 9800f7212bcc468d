#pragma once

#include "core/replay/recordings/recording.h"

#include <QByteArrayView>

namespace lynceus {

/// What the recorded server answers to one request.
struct RecordingAnswer
{
    int status = 200;
    QByteArray contentType;
    QByteArray body;
};

/// An error in the form of Argo CD's gateway: {"error","code","message"}. @p code is gRPC's.
[[nodiscard]] RecordingAnswer gatewayError(int status, int code, const QString &message);

/// Argo CD's "v3.6.0+37ee009" as far as behaviour depends on it.
struct RecordingServerVersion
{
    int major = 0;
    int minor = 0;

    friend auto operator<=>(const RecordingServerVersion &, const RecordingServerVersion &) = default;
};
[[nodiscard]] RecordingServerVersion recordingServerVersion(const QString &text);

/// An application as one item of a list or as one answer: a view into its recording.
struct RecordingApplication
{
    QByteArrayView name;
    QByteArrayView nameSpace;
    QByteArrayView json;
};

/// `status.resources[].health` is absent in lists since Argo CD 3.0; here it is taken away.
[[nodiscard]] QByteArray withoutResourceHealth(QByteArrayView application);

/// The list's filters as Argo CD understands them: `projects` (and its old name `project`), `name` (the first
/// match only), `selector`, `appNamespace`, `repo`. Other parameters are ignored, as servers do.
/// Error::Kind::BadInput for a selector that cannot be parsed.
[[nodiscard]] Result<std::vector<RecordingApplication>> filtered(std::vector<RecordingApplication> applications,
                                                                 const QUrlQuery &query);

/// The body of a list, projected onto `fields` if the query has them: exact names from the table of this server's
/// version (server/application, appFields), a leading "-" for all but those.
[[nodiscard]] QByteArray listBody(const std::vector<RecordingApplication> &applications,
                                  const QByteArray &resourceVersion, const QUrlQuery &query,
                                  RecordingServerVersion version);

/// The list as the query wants it, filtered and projected. A selector that cannot be parsed is a 500, as with Argo CD.
[[nodiscard]] RecordingAnswer listAnswer(std::vector<RecordingApplication> applications, qint64 resourceVersion,
                                         const QUrlQuery &query, RecordingServerVersion version);

/// One event of the list's stream projected onto `fields`: any path that begins with "result.", ancestors
/// compared by their letters as the server does.
[[nodiscard]] QByteArray projectedEvent(QByteArrayView event, const QString &fields);

} // namespace lynceus
