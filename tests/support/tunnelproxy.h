#pragma once

#include <QByteArray>
#include <QByteArrayList>
#include <QTcpServer>
#include <QTcpSocket>
#include <QUrl>

namespace lynceus::test {

/// A proxy that connects every tunnel to one port of this computer, for any requested host.
class TunnelProxy final : public QTcpServer
{
    Q_OBJECT
public:
    enum class Kind { Connect, Socks5 };

    TunnelProxy(Kind kind, quint16 target);

    /// Tunnels require this user and password. ASCII, without ":".
    void demand(const QByteArray &user, const QByteArray &password);

    /// "http://127.0.0.1:…" or "socks5h://…".
    [[nodiscard]] QUrl url() const;
    /// Requested targets: "argocd.invalid:443".
    [[nodiscard]] const QByteArrayList &asked() const { return m_asked; }
    /// Bytes received from all clients before the tunnel was open.
    [[nodiscard]] const QByteArray &received() const { return m_reached; }

private:
    struct Client;

    void take(QTcpSocket *socket);
    void readConnect(Client &client);
    void readSocks(Client &client);
    void tunnel(Client &client, const QByteArray &answer);

    Kind m_kind;
    quint16 m_target;
    QByteArray m_user;
    QByteArray m_password;
    QByteArrayList m_asked;
    QByteArray m_reached;
};

} // namespace lynceus::test
