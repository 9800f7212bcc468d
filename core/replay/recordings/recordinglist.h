#pragma once

#include "core/replay/recordings/recording.h"

#include <QByteArrayView>

namespace lynceus {

/// The recorded server's answer to one request.
struct RecordingAnswer
{
    int status = 200;
    QByteArray contentType;
    QByteArray body;
};

/// An error as from Argo CD's gateway: {"error","code","message"}. @p code: gRPC code.
[[nodiscard]] RecordingAnswer gatewayError(int status, int code, const QString &message);

/// The parts of "v3.6.0+37ee009" that the behaviour depends on.
struct RecordingServerVersion
{
    int major = 0;
    int minor = 0;

    friend auto operator<=>(const RecordingServerVersion &, const RecordingServerVersion &) = default;
};
[[nodiscard]] RecordingServerVersion recordingServerVersion(const QString &text);

/// An application as an item of a list or as an answer: a view into its recording.
struct RecordingApplication
{
    QByteArrayView name;
    QByteArrayView nameSpace;
    QByteArrayView json;
};

/// Removes `status.resources[].health`, which lists lack since Argo CD 3.0.
[[nodiscard]] QByteArray withoutResourceHealth(QByteArrayView application);

/// Applies the list's filters like Argo CD: `projects` (and its old name `project`), `name` (the first match only),
/// `selector`, `appNamespace`, `repo`. Ignores other parameters, like servers. Error::Kind::BadInput for an invalid
/// selector.
[[nodiscard]] Result<std::vector<RecordingApplication>> filtered(std::vector<RecordingApplication> applications,
                                                                 const QUrlQuery &query);

/// The body of a list, projected onto `fields` if the query has them: exact names from the table of this server's
/// version (server/application, appFields); a leading "-" selects all except those.
[[nodiscard]] QByteArray listBody(const std::vector<RecordingApplication> &applications,
                                  const QByteArray &resourceVersion, const QUrlQuery &query,
                                  RecordingServerVersion version);

/// The filtered and projected list for the query. An invalid selector is a 500, as in Argo CD.
[[nodiscard]] RecordingAnswer listAnswer(std::vector<RecordingApplication> applications, qint64 resourceVersion,
                                         const QUrlQuery &query, RecordingServerVersion version);

/// An event of the list's stream projected onto `fields`: any path that starts with "result."; ancestors are compared
/// as string prefixes, like on the server.
[[nodiscard]] QByteArray projectedEvent(QByteArrayView event, const QString &fields);

} // namespace lynceus
