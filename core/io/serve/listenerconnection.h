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

/// What a listener accepts. Times are of silence or slowness, by the steady clock.
struct ListenerLimits
{
    qsizetype body = 64 * 1024; ///< bytes of one request
    int connections = 4'000;    ///< at one time
    Duration head{10'000};      ///< from the first byte of a request to the end of its header
    Duration request{30'000};   ///< from its first byte to the end of its body
    Duration idle{75'000};      ///< without a request
    Duration write{30'000};     ///< without a byte of the answer being taken; of a stream, for one piece of it
    Duration answer{20'000};    ///< for HttpReply::later; then it is 503
};

/// Answers the requests of a listener.
class HttpHandler
{
public:
    HttpHandler() = default;
    HttpHandler(const HttpHandler &) = delete;
    HttpHandler &operator=(const HttpHandler &) = delete;
    virtual ~HttpHandler() = default;

    /// @p peer: the address of the client, or of the proxy in front of it. For HEAD the answer to GET is right: the
    /// body is left out. The connection takes no further request before an answer that comes later.
    [[nodiscard]] virtual HttpReply reply(const HttpRequest &request, const QString &peer) = 0;
    /// The answer to what is no HTTP: @p status with @p problem, one clause.
    [[nodiscard]] virtual HttpReply refusal(int status, const QString &problem) = 0;
};

/// One connection of an HttpListener.
class ListenerConnection final : public QObject
{
    Q_OBJECT
public:
    /// Takes the socket over.
    ListenerConnection(QTcpSocket *socket, HttpHandler &handler, const ListenerLimits &limits, const Clock &clock);
    ~ListenerConnection() override;

    /// Since when it waits for its client: for a request or the rest of one, or until the client has taken an answer,
    /// or a piece of a stream. Steady. A client that moves one byte now and then does not wait for less. Nothing: it is
    /// the server's turn.
    [[nodiscard]] std::optional<Duration> waitsForClientSince() const;
    /// Ends if it has taken too long.
    void sweep();
    /// Ends after the answer under way, at once if there is none.
    void drain();
    /// At once; the client gets nothing more.
    void abort();

Q_SIGNALS:
    /// Once; the connection is to be deleted later.
    void closed();

private:
    enum class Phase {
        Reading,
        Waiting,    ///< for the answer of the handler
        Writing,    ///< an answer, or what refuses a request
        Streaming,  ///< an answer that goes on
        Discarding, ///< the answer was sent; the rest of what the client sends is read so that it sees the answer
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
    QSslSocket *m_tls; ///< the same; null: without TLS
    HttpHandler &m_handler;
    const ListenerLimits &m_limits;
    const Clock &m_clock;
    RequestParser m_parser;
    QString m_peer;
    /// Of what comes later. No continuation: Qt 6.4 runs it also when this is gone.
    std::unique_ptr<QFutureWatcher<HttpReply>> m_later;
    std::shared_ptr<BodySource> m_source; ///< while streaming
    Phase m_phase = Phase::Reading;
    Duration m_since;        ///< steady: of the phase; of a request's first byte; of the last byte that was taken
    Duration m_sentAt{0};    ///< steady: when the answer, or the piece of a stream, was given to the socket
    qint64 m_discarded = 0;  ///< bytes
    bool m_keepAlive = true; ///< after the answer under way
    bool m_isHead = false;   ///< it is one to HEAD
    bool m_inRead = false;
    bool m_isRefused = false; ///< the request under way: the client may still be sending it
    bool m_saidContinue = false;
    bool m_draining = false;
};

} // namespace lynceus
