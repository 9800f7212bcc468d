#pragma once

#include "core/domain/base/time.h"

#include <QHostAddress>
#include <QHostInfo>
#include <QList>
#include <QObject>
#include <QTcpSocket>
#include <QTimer>

#include <memory>
#include <vector>

namespace lynceus {

/// Opens a TCP connection to the address of a host that answers first (RFC 8305): the next one is tried when one
/// fails, or after a moment. Nothing of it ever waits; destroying it gives up at once.
class SocketConnector final : public QObject
{
    Q_OBJECT
public:
    static constexpr Duration kHeadStart{250};        ///< of an address before the next one is tried as well
    static constexpr qsizetype kMostAddresses = 8;    ///< of a name; whoever has more of them has some that work
    static constexpr qint64 kReadBuffer = 256 * 1024; ///< bytes that a socket takes before somebody reads them

    /// @param host name or address. @param mayEncrypt the socket will be a QSslSocket.
    SocketConnector(QString host, quint16 port, bool mayEncrypt, QObject *parent = nullptr);
    ~SocketConnector() override;

    /// Once.
    void start();

    /// After connected(): the socket, which is the caller's from now on.
    [[nodiscard]] std::unique_ptr<QTcpSocket> takeSocket();

Q_SIGNALS:
    /// One of both comes, once, never inside start().
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
    QString m_reason; // of the first attempt that failed
    bool m_isOver = false;
};

} // namespace lynceus
