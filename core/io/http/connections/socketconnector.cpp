#include "core/io/http/connections/socketconnector.h"

#include <QNetworkProxy>
#include <QSslSocket>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace lynceus {

namespace {

/// The resolver's order with the address families alternating: if one family does not work, the other is next.
QList<QHostAddress> interleaved(const QList<QHostAddress> &addresses)
{
    QList<QHostAddress> first;
    QList<QHostAddress> second;
    for (const auto &address : addresses)
        (address.protocol() == addresses.constFirst().protocol() ? first : second).append(address);
    QList<QHostAddress> all;
    for (qsizetype i = 0; i < qMax(first.size(), second.size()); ++i) {
        if (i < first.size())
            all.append(first[i]);
        if (i < second.size())
            all.append(second[i]);
    }
    return all;
}

QString reasonOf(const QTcpSocket &socket)
{
    if (socket.error() == QAbstractSocket::SocketResourceError)
        return u"this process has no file descriptors left (see ulimit -n)"_s;
    return socket.errorString();
}

} // namespace

SocketConnector::SocketConnector(QString host, quint16 port, bool mayEncrypt, QObject *parent)
    : QObject(parent)
    , m_host(std::move(host))
    , m_port(port)
    , m_mayEncrypt(mayEncrypt)
{
    m_headStart.setSingleShot(true);
    m_headStart.setInterval(kHeadStart);
    connect(&m_headStart, &QTimer::timeout, this, &SocketConnector::tryNext);
}

SocketConnector::~SocketConnector() = default;

void SocketConnector::start()
{
    if (const QHostAddress address(m_host); !address.isNull()) {
        m_addresses = {address};
        tryNext();
        return;
    }
    QHostInfo::lookupHost(m_host, this, &SocketConnector::takeAddresses);
}

void SocketConnector::takeAddresses(const QHostInfo &info)
{
    m_addresses = info.addresses().isEmpty() ? QList<QHostAddress>() : interleaved(info.addresses());
    m_addresses = m_addresses.first(qMin(m_addresses.size(), kMostAddresses));
    if (!m_addresses.isEmpty()) {
        tryNext();
        return;
    }
    m_isOver = true;
    Q_EMIT failed(info.error() == QHostInfo::HostNotFound || info.error() == QHostInfo::NoError
                      ? u"host %1 not found"_s.arg(m_host)
                      : u"host %1 not found: %2"_s.arg(m_host, info.errorString()));
}

void SocketConnector::tryNext()
{
    if (m_isOver || m_addresses.isEmpty())
        return;
    auto &attempt =
        m_attempts.emplace_back(m_mayEncrypt ? std::make_unique<QSslSocket>() : std::make_unique<QTcpSocket>());
    auto *socket = attempt.get();
    socket->setProxy(QNetworkProxy(QNetworkProxy::NoProxy)); // HttpConnection talks to proxies itself
    socket->setReadBufferSize(kReadBuffer);
    // Queued, so that sockets are never destroyed during their own signals.
    connect(
        socket, &QAbstractSocket::connected, this, [this, socket] { takeConnected(socket); }, Qt::QueuedConnection);
    connect(
        socket, &QAbstractSocket::errorOccurred, this, [this, socket] { takeError(socket); }, Qt::QueuedConnection);
    m_headStart.start();
    socket->connectToHost(m_addresses.takeFirst().toString(), m_port);
}

void SocketConnector::takeConnected(QTcpSocket *socket)
{
    const auto attempt = std::ranges::find(m_attempts, socket, &std::unique_ptr<QTcpSocket>::get);
    if (m_isOver || attempt == m_attempts.end() || socket->state() != QAbstractSocket::ConnectedState)
        return;
    m_isOver = true;
    m_headStart.stop();
    m_socket = std::move(*attempt);
    m_attempts.clear();
    socket->disconnect(this);
    socket->setSocketOption(QAbstractSocket::LowDelayOption, 1);
    socket->setSocketOption(QAbstractSocket::KeepAliveOption, 1);
    Q_EMIT connected();
}

void SocketConnector::takeError(QTcpSocket *socket)
{
    const auto attempt = std::ranges::find(m_attempts, socket, &std::unique_ptr<QTcpSocket>::get);
    if (m_isOver || attempt == m_attempts.end())
        return;
    if (m_reason.isEmpty())
        m_reason = reasonOf(*socket);
    m_attempts.erase(attempt);
    if (!m_addresses.isEmpty()) {
        tryNext();
    } else if (m_attempts.empty()) {
        m_isOver = true;
        Q_EMIT failed(m_reason);
    }
}

std::unique_ptr<QTcpSocket> SocketConnector::takeSocket()
{
    return std::move(m_socket);
}

} // namespace lynceus
