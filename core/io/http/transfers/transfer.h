#pragma once

#include "core/io/http/connections/connectionpool.h"
#include "core/io/http/transfers/credentialscrubber.h"

#include <QObject>
#include <QTimer>

#include <memory>
#include <optional>

namespace lynceus {

/// One request and its response, with limited memory: unread data waits in the network. No timeouts and size limits
/// except those of ResponseParser. Redirects are not followed.
///
/// Destroying it closes the connection at once; slots of its signals may do that.
class Transfer final : public QObject
{
    Q_OBJECT
public:
    /// @param pool provides and keeps the connection; null: uses its own, which is closed afterwards. A GET on a pooled
    /// connection that was closed before the first byte of the response is sent once more on a new one.
    explicit Transfer(OutgoingRequest request, ConnectionPool *pool = nullptr, QObject *parent = nullptr);
    ~Transfer() override;

    /// Sends the request. Call once.
    void start();

    [[nodiscard]] const OutgoingRequest &request() const { return m_request; }
    [[nodiscard]] bool hasHead() const { return m_parser.hasHead(); }
    [[nodiscard]] const ResponseHead &head() const { return m_parser.head(); }
    [[nodiscard]] bool isFinished() const { return m_isFinished; }
    /// After finished(): error of the transport; no failure: complete as far as HTTP can tell.
    [[nodiscard]] const TransportProblem &problem() const { return m_problem; }
    [[nodiscard]] const PeerReport &peer() const { return m_peer; }
    /// For all secrets in the request.
    [[nodiscard]] CredentialScrubber scrubber() const;

    /// Stops reading from the connection until resume(). Data already read is still emitted.
    void pause() { m_isPaused = true; }
    void resume();

Q_SIGNALS:
    /// The connection is established, including TLS. Not emitted for pooled connections.
    void connected();
    /// The response head is complete; interim responses are skipped. No signal is emitted during start().
    void headArrived();
    /// The next bytes of the body, without transfer coding; valid only during the slot.
    void bodyArrived(QByteArrayView bytes);
    /// Emitted exactly once, as the last signal.
    void finished();

private:
    void takeProxy(Result<std::optional<ProxyServer>> proxy);
    void connectAgain();
    void send();
    void readOn();
    [[nodiscard]] bool feed(QByteArrayView bytes);
    void connectionEnded();
    void finish(const TransportProblem &problem);
    void finishLater(const TransportProblem &problem);
    void releaseConnection(bool isReusable);

    OutgoingRequest m_request;
    ConnectionPool *m_pool;
    HttpRoute m_route;
    std::unique_ptr<HttpConnection> m_connection;
    ResponseParser m_parser;
    QByteArray m_buffer;
    QTimer m_again; // continues reading in the next iteration of the event loop, so that others can run
    PeerReport m_peer;
    TransportProblem m_problem;
    bool m_isFromPool = false;
    bool m_hasBytes = false; // of the response
    bool m_isPaused = false;
    bool m_isFinished = false;
};

} // namespace lynceus
