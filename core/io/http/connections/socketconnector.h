#pragma once

#include "core/domain/time/time.h"

#include <QHostAddress>
#include <QHostInfo>
#include <QList>
#include <QObject>
#include <QTcpSocket>
#include <QTimer>

#include <memory>
#include <vector>

namespace lynceus {

/// Opens a TCP connection to the host's address that answers first (RFC 8305): the next address is tried when one
/// fails, or after a short delay. Does not block; destroying it aborts at once.
class SocketConnector final : public QObject
{
    Q_OBJECT
public:
    static constexpr Duration kHeadStart{250};        ///< delay before the next address is tried as well
    static constexpr qsizetype kMostAddresses = 8;    ///< per name; more would not help
    static constexpr qint64 kReadBuffer = 256 * 1024; ///< bytes that a socket buffers before they are read

    /// @param host name or address. @param mayEncrypt the socket will be a QSslSocket.
    SocketConnector(QString host, quint16 port, bool mayEncrypt, QObject *parent = nullptr);
    ~SocketConnector() override;

    /// Call once.
    void start();

    /// Call after connected(); the caller owns the socket.
    [[nodiscard]] std::unique_ptr<QTcpSocket> takeSocket();

Q_SIGNALS:
    /// Exactly one of these is emitted, once, never during start().
    void connected();
    void failed(const QString &reason);

private:
    void takeAddresses(const QHostInfo &info);
    void tryNext();
    void takeConnected(QTcpSocket *socket);
    void takeError(QTcpSocket *socket);

    QString m_host;
    quint16 m_port;
    bool m_mayEncrypt;
    QList<QHostAddress> m_addresses;
    std::vector<std::unique_ptr<QTcpSocket>> m_attempts;
    std::unique_ptr<QTcpSocket> m_socket;
    QTimer m_headStart;
    QString m_reason; // of the first failed attempt
    bool m_isOver = false;
};

} // namespace lynceus
