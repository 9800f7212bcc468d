#pragma once

#include "core/domain/http/requestparser.h"
#include "core/io/clock.h"
#include "core/io/serve/httpreply.h"

#include <QFutureWatcher>
#include <QObject>
#include <QString>

#include <memory>
#include <optional>

class QSslSocket;
class QTcpSocket;

namespace lynceus {

/// Limits of a listener. Times are by the steady clock.
struct ListenerLimits
{
    qsizetype body = 64 * 1024; ///< bytes per request
    int connections = 4'000;    ///< at one time
    Duration head{10'000};      ///< from the first byte of a request to the end of its header
    Duration request{30'000};   ///< from its first byte to the end of its body
    Duration idle{75'000};      ///< without a request
    Duration write{30'000};     ///< without the client taking a byte of the answer; for a stream, per piece
    Duration answer{20'000};    ///< for HttpReply::later; then 503
};

/// Answers the requests of a listener.
class HttpHandler
{
public:
    HttpHandler() = default;
    HttpHandler(const HttpHandler &) = delete;
    HttpHandler &operator=(const HttpHandler &) = delete;
    virtual ~HttpHandler() = default;

    /// @p peer: address of the client, or of the proxy in front of it. For HEAD, return the answer to GET: the body is
    /// omitted. The connection takes no further request before an answer that comes later.
    [[nodiscard]] virtual HttpReply reply(const HttpRequest &request, const QString &peer) = 0;
    /// The answer to an invalid request: @p status with @p problem, one clause.
    [[nodiscard]] virtual HttpReply refusal(int status, const QString &problem) = 0;
};

/// One connection of an HttpListener.
class ListenerConnection final : public QObject
{
    Q_OBJECT
public:
    /// Takes ownership of the socket.
    ListenerConnection(QTcpSocket *socket, HttpHandler &handler, const ListenerLimits &limits, const Clock &clock);
    ~ListenerConnection() override;

    /// Since when it waits for its client: for a request or the rest of one, or for the client to take an answer or a
    /// piece of a stream. Steady clock. Single bytes of a slow client do not reset it. Empty: it is the server's turn.
    [[nodiscard]] std::optional<Duration> waitsForClientSince() const;
    /// Closes the connection if it exceeds a time limit.
    void sweep();
    /// Closes the connection after the current answer, at once if there is none.
    void drain();
    /// Closes the connection at once; nothing more is sent.
    void abort();

Q_SIGNALS:
    /// Emitted once; delete the connection later.
    void closed();

private:
    enum class Phase {
        Reading,
        Waiting,    ///< for the answer of the handler
        Writing,    ///< an answer, or the rejection of a request
        Streaming,  ///< an answer with a source
        Discarding, ///< the answer was sent; the rest of the client's data is read so that it receives the answer
        Closed
    };

    [[nodiscard]] bool isIdle() const { return m_phase == Phase::Reading && m_parser.isFresh(); }
    void read();
    void takeWritten();
    void answer();
    void wait(const QFuture<HttpReply> &later);
    void takeLater();
    void refuse();
    void send(HttpReply reply, bool isHead, bool keepAlive);
    void stream(std::shared_ptr<BodySource> source);
    [[nodiscard]] qint64 unsent() const;
    void pump();
    void endStream();
    void finish();
    void discard();
    [[nodiscard]] bool isShakingHands() const;
    void close();

    QTcpSocket *m_socket;
    QSslSocket *m_tls; ///< the same object; null without TLS
    HttpHandler &m_handler;
    const ListenerLimits &m_limits;
    const Clock &m_clock;
    RequestParser m_parser;
    QString m_peer;
    /// For HttpReply::later. Not a continuation: Qt 6.4 would run it after this is destroyed.
    std::unique_ptr<QFutureWatcher<HttpReply>> m_later;
    std::shared_ptr<BodySource> m_source; ///< while streaming
    Phase m_phase = Phase::Reading;
    Duration m_since; ///< steady clock: start of the phase, first byte of a request, or last byte taken by the client
    Duration m_sentAt{0};    ///< steady clock: when the answer, or the piece of a stream, was given to the socket
    qint64 m_discarded = 0;  ///< bytes
    bool m_keepAlive = true; ///< after the current answer
    bool m_isHead = false;   ///< the answer is to HEAD
    bool m_inRead = false;
    bool m_isRefused = false; ///< for the current request: the client may still be sending it
    bool m_saidContinue = false;
    bool m_draining = false;
};

} // namespace lynceus
