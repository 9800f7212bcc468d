#pragma once

#include "core/domain/http/requestparser.h"
#include "core/replay/recordings/recordinginstance.h"
#include "core/replay/server/httpresponse.h"
#include "core/replay/server/replayserver.h"

#include <QHash>

namespace lynceus {

/// Says what is answered to a request, and when it is: the part of the server that has no sockets.
class ReplayPlayer final
{
public:
    ReplayPlayer(std::vector<Recording> recordings, ReplayOptions options, const Clock &clock);

    [[nodiscard]] const ReplayOptions &options() const { return m_options; }
    [[nodiscard]] const RecordingInstance &instance() const { return m_instance; }
    [[nodiscard]] const Clock &clock() const { return m_clock; }

    /// Time begins; once is enough.
    void begin();
    [[nodiscard]] bool hasBegun() const { return m_begun.has_value(); }
    [[nodiscard]] Duration position() const;
    /// How often the recording began again.
    [[nodiscard]] int round() const;
    [[nodiscard]] Instant date() const;
    /// Real time until the recording's next line, its end included; nothing if there is none.
    [[nodiscard]] std::optional<Duration> untilNextChange() const;

    /// The first fault that is made now for this path.
    [[nodiscard]] const Fault *faultFor(const QString &path) const;
    [[nodiscard]] bool isFaulty(Fault::Kind kind) const;
    [[nodiscard]] bool isFaultyAt(Fault::Kind kind, Duration at) const;

    /// What a request is about, without the base path.
    struct Target
    {
        RecordingRequest request;
        bool below = false; ///< below the base path
        bool isApi = false; ///< below /api/, which starts the time
    };
    [[nodiscard]] Target target(const HttpRequest &request) const;
    /// Streams that begin and end with an error are answers too: nothing means that a stream is to be opened.
    [[nodiscard]] std::optional<HttpResponse> answer(const HttpRequest &request, const Target &target);
    /// The same, not compressed, for those who break it.
    [[nodiscard]] HttpResponse plainAnswer(const HttpRequest &request, const Target &target);
    /// 401 as Argo CD says it.
    [[nodiscard]] static HttpResponse unauthorized(bool asEvents, const QString &message);

private:
    struct Cached
    {
        qsizetype changes = -1;
        int round = 0;
        HttpResponse plain;
        HttpResponse gzip;
    };
    [[nodiscard]] std::optional<HttpResponse> refusal(const HttpRequest &request, const Target &target) const;
    [[nodiscard]] std::optional<HttpResponse> signInRefusal(const HttpRequest &request, const Target &target) const;
    [[nodiscard]] std::optional<HttpResponse> streamRefusal(const HttpRequest &request, const Target &target) const;
    [[nodiscard]] Cached &recorded(const HttpRequest &request, const Target &target);
    [[nodiscard]] Duration elapsed() const;

    RecordingInstance m_instance;
    ReplayOptions m_options;
    const Clock &m_clock;
    std::optional<Duration> m_begun; ///< steady time
    QHash<QByteArray, Cached> m_cache;
};

/// One event in the form of `text/event-stream` as Argo CD writes it.
[[nodiscard]] QByteArray eventLine(QByteArrayView json);

/// {"error":{"grpc_code","http_code","message","http_status"}}: how a stream says what went wrong.
[[nodiscard]] QByteArray streamError(int status, int code, const QString &message);

} // namespace lynceus
