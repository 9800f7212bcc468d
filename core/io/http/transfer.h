#pragma once

#include "core/io/http/connectionpool.h"
#include "core/io/http/credentialscrubber.h"

#include <QObject>
#include <QTimer>

#include <memory>
#include <optional>

namespace lynceus {

/// One request on its way and its response, in bounded memory: what nobody takes waits in the network. It has no
/// limits in time and size of its own, except those of ResponseParser. Redirects are not followed, nothing is stored.
///
/// Destroying it ends the connection at once. Slots of its signals may do that.
class Transfer final : public QObject
{
    Q_OBJECT
public:
    /// @param pool where to take a connection from and where to leave it; null: one of its own, closed afterwards.
    /// A GET whose connection came from the pool and was closed before a byte of the response is sent once more, over a
    /// new one.
    explicit Transfer(OutgoingRequest request, ConnectionPool *pool = nullptr, QObject *parent = nullptr);
    ~Transfer() override;

    /// Sends it; once.
    void start();

    [[nodiscard]] const OutgoingRequest &request() const { return m_request; }
    [[nodiscard]] bool hasHead() const { return m_parser.hasHead(); }
    [[nodiscard]] const ResponseHead &head() const { return m_parser.head(); }
    [[nodiscard]] bool isFinished() const { return m_isFinished; }
    /// After finished(): what the transport says against the response; no failure: it is whole, as far as HTTP tells.
    [[nodiscard]] const TransportProblem &problem() const { return m_problem; }
    [[nodiscard]] const PeerReport &peer() const { return m_peer; }
    /// Everything secret that was sent.
    [[nodiscard]] CredentialScrubber echo() const;

    /// Takes no more bytes from the connection until resume(). Those that were taken are still given.
    void pause() { m_isPaused = true; }
    void resume();

Q_SIGNALS:
    /// The connection is there, TLS included. Not for one from the pool.
    void connected();
    /// The head is whole; interim responses are skipped. No signal ever comes inside start().
    void headArrived();
    /// The next bytes of the body, transfer coding removed; they are valid inside the slot only.
    void bodyArrived(QByteArrayView bytes);
    /// Exactly once; nothing comes behind it.
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
    QTimer m_again; // what is left to read in the next round of the event loop, so that others have their turn
    PeerReport m_peer;
    TransportProblem m_problem;
    bool m_isFromPool = false;
    bool m_hasBytes = false; // of the response
    bool m_isPaused = false;
    bool m_isFinished = false;
};

} // namespace lynceus
