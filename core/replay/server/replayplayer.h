#pragma once

#include "core/domain/http/requestparser.h"
#include "core/replay/recordings/recordinginstance.h"
#include "core/replay/server/httpresponse.h"
#include "core/replay/server/replayserver.h"

#include <QHash>

namespace lynceus {

/// Decides what a request is answered and when: the part of the server without sockets.
class ReplayPlayer final
{
public:
    ReplayPlayer(std::vector<Recording> recordings, ReplayOptions options, const Clock &clock);

    [[nodiscard]] const ReplayOptions &options() const { return m_options; }
    [[nodiscard]] const RecordingInstance &instance() const { return m_instance; }
    [[nodiscard]] const Clock &clock() const { return m_clock; }

    /// Starts the time. Further calls have no effect.
    void begin();
    [[nodiscard]] bool hasBegun() const { return m_begun.has_value(); }
    [[nodiscard]] Duration position() const;
    /// Number of repetitions of the recording.
    [[nodiscard]] int round() const;
    [[nodiscard]] Instant date() const;
    /// Real time to the next line of the recording, or its end; empty if there is none.
    [[nodiscard]] std::optional<Duration> untilNextChange() const;

    /// The first fault that applies to this path now.
    [[nodiscard]] const Fault *faultFor(const QString &path) const;
    [[nodiscard]] bool isFaulty(Fault::Kind kind) const;
    [[nodiscard]] bool isFaultyAt(Fault::Kind kind, Duration at) const;

    /// A parsed request, without base path.
    struct Target
    {
        RecordingRequest request;
        bool below = false; ///< within the base path
        bool isApi = false; ///< below /api/, which starts the time
    };
    [[nodiscard]] Target target(const HttpRequest &request) const;
    /// Includes streams that begin and end with an error. Empty: a stream must be opened.
    [[nodiscard]] std::optional<HttpResponse> answer(const HttpRequest &request, const Target &target);
    /// Like answer(), uncompressed, for faults.
    [[nodiscard]] HttpResponse plainAnswer(const HttpRequest &request, const Target &target);
    /// 401 as from Argo CD.
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
    std::optional<Duration> m_begun; ///< steady clock
    QHash<QByteArray, Cached> m_cache;
};

/// One `text/event-stream` event as Argo CD writes it.
[[nodiscard]] QByteArray eventLine(QByteArrayView json);

/// {"error":{"grpc_code","http_code","message","http_status"}}: an error in a stream.
[[nodiscard]] QByteArray streamError(int status, int code, const QString &message);

} // namespace lynceus
