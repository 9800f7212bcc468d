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

/// One thing that the server does on the socket. After the last one it waits for the next request.
struct WireStep
{
    enum class Kind {
        Send,   ///< all at once
        Drip,   ///< one byte each @p pause
        Finish, ///< FIN after everything is written
        Reset,  ///< RST after everything is written
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
    QHash<QByteArray, QByteArray> headers; ///< names in lower case
    int connection = 0;                    ///< which one, from 1
    QByteArray body;                       ///< as long as Content-Length says
};

/// Plays bytes as they are written, because a library cannot break HTTP on purpose. 127.0.0.1, the system chooses the
/// port.
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

    /// Answers as soon as any bytes come, whatever they are: for a client that speaks another language.
    void answerAnything() { m_answersAnything = true; }

    /// From now on only clients that show this certificate get through the handshake.
    void demandCertificate(const QSslCertificate &client) { m_demanded = client; }

    [[nodiscard]] QUrl url(const QString &host = QStringLiteral("127.0.0.1")) const;
    [[nodiscard]] const std::vector<ReceivedRequest> &requests() const { return m_requests; }
    [[nodiscard]] int connections() const { return m_connections; }
    /// Connections that ended, by whichever side.
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
