#pragma once

#include "core/domain/time/time.h"

#include <QByteArray>
#include <QHash>
#include <QSslCertificate>
#include <QSslKey>
#include <QTcpServer>
#include <QTcpSocket>
#include <QUrl>

#include <functional>
#include <optional>
#include <vector>

namespace lynceus::test {

/// One action on the socket. After the last one, the server waits for the next request.
struct WireStep
{
    enum class Kind {
        Send,   ///< all at once
        Drip,   ///< one byte per @p pause
        Finish, ///< FIN after all bytes are written
        Reset,  ///< RST after all bytes are written
        Pause,
    };
    Kind kind = Kind::Send;
    QByteArray bytes;
    Duration pause{0};
};
using Script = std::vector<WireStep>;

[[nodiscard]] WireStep send(const QByteArray &bytes);
[[nodiscard]] WireStep drip(const QByteArray &bytes, Duration pause);
[[nodiscard]] WireStep finish();
[[nodiscard]] WireStep reset();
[[nodiscard]] WireStep pause(Duration duration);

struct ReceivedRequest
{
    QByteArray line;                       ///< "GET /api/version HTTP/1.1"
    QHash<QByteArray, QByteArray> headers; ///< lower-case names
    int connection = 0;                    ///< number of the connection, from 1
    QByteArray body;                       ///< as long as Content-Length
};

/// Sends raw bytes, because HTTP libraries cannot produce invalid HTTP. Listens on 127.0.0.1 at a free port.
class RawServer final : public QTcpServer
{
    Q_OBJECT
public:
    struct Identity
    {
        QSslCertificate certificate;
        QSslKey key;
    };

    using Answer = std::function<Script(const ReceivedRequest &)>;

    explicit RawServer(Answer answer, std::optional<Identity> identity = {});
    ~RawServer() override;

    /// Responds to any received bytes, for clients with another protocol.
    void answerAnything() { m_answersAnything = true; }

    /// The handshake requires this client certificate from now on.
    void demandCertificate(const QSslCertificate &client) { m_demanded = client; }

    [[nodiscard]] QUrl url(const QString &host = QStringLiteral("127.0.0.1")) const;
    [[nodiscard]] const std::vector<ReceivedRequest> &requests() const { return m_requests; }
    [[nodiscard]] int connections() const { return m_connections; }
    /// Number of connections closed by either side.
    [[nodiscard]] int closedConnections() const { return m_closed; }
    /// Sends to all open connections.
    void broadcast(const QByteArray &bytes);
    void finishAll();

protected:
    void incomingConnection(qintptr descriptor) override;

private:
    class Connection;

    Answer m_answer;
    std::optional<Identity> m_identity;
    std::vector<ReceivedRequest> m_requests;
    std::vector<Connection *> m_open;
    int m_connections = 0;
    int m_closed = 0;
    bool m_answersAnything = false;
    QSslCertificate m_demanded;
};

} // namespace lynceus::test
