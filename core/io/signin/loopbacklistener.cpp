#include "core/io/signin/loopbacklistener.h"

#include "core/domain/auth/callback.h"
#include "core/io/signin/portowner.h"

using namespace Qt::StringLiterals;

namespace lynceus {

namespace {

constexpr qint64 kHeadCap = 32 * 1024; // bytes of a request's head; browsers also send cookies of other local servers
constexpr int kMostConnections = 16;   // browsers open some in advance
constexpr Duration kPatience{10'000};  // for a complete head
constexpr Duration kNextTry{500};      // after a connection that could not be accepted

QByteArray pageOf(const QString &sentence)
{
    const auto page = u"<!doctype html><html><head><meta charset=\"utf-8\"><title>Lynceus</title></head>"
                      "<body><p>%1</p></body></html>"_s.arg(sentence.toHtmlEscaped());
    return page.toUtf8();
}

} // namespace

LoopbackListener::LoopbackListener(QObject *parent, Duration holdLimit)
    : QObject(parent)
{
    m_holdLimit.setSingleShot(true);
    m_holdLimit.setInterval(holdLimit);
    connect(&m_holdLimit, &QTimer::timeout, this, &LoopbackListener::releaseHeld);
    for (auto *server : {&m_ipv4, &m_ipv6}) {
        server->setMaxPendingConnections(kMostConnections);
        connect(server, &QTcpServer::newConnection, this, [this, server] { take(*server); });
        // Qt stops accepting after an error, as when the process has no file descriptors left.
        connect(server, &QTcpServer::acceptError, server,
                [server] { QTimer::singleShot(kNextTry, server, [server] { server->resumeAccepting(); }); });
    }
}

LoopbackListener::~LoopbackListener()
{
    releaseHeld();
}

Result<void> LoopbackListener::listen(quint16 port)
{
    close();
    const bool isListening = m_ipv4.listen(QHostAddress(QHostAddress::LocalHost), port);
    // Without IPv6, no browser can use it. If its port is in use, another program would get the code.
    const bool isWhole = isListening
        && (m_ipv6.listen(QHostAddress(QHostAddress::LocalHostIPv6), m_ipv4.serverPort())
            || m_ipv6.serverError() != QAbstractSocket::AddressInUseError);
    if (isWhole)
        return {};
    const auto reason = isListening ? m_ipv6.errorString() : m_ipv4.errorString();
    const auto error = isListening ? m_ipv6.serverError() : m_ipv4.serverError();
    close();
    if (error != QAbstractSocket::AddressInUseError)
        return tl::unexpected(Error{Error::Kind::Unreachable, u"port %1"_s.arg(port),
                                    u"cannot listen for the browser's response: %1"_s.arg(reason), true, 0});
    const auto owner = ownerOfPort(port);
    return tl::unexpected(
        Error{Error::Kind::Unreachable, u"port %1"_s.arg(port),
              u"browser sign-in needs port %1, which is used by %2; end that program, then try again"_s.arg(port).arg(
                  owner.isEmpty() ? u"another program (possibly of another user)"_s : owner),
              true, 0});
}

void LoopbackListener::close()
{
    m_ipv4.close();
    m_ipv6.close();
}

void LoopbackListener::hold()
{
    Q_ASSERT(m_asking);
    m_held = m_asking;
    m_holdLimit.start();
    close();
}

void LoopbackListener::conclude(bool isSignedIn, const QString &sentence)
{
    m_holdLimit.stop();
    if (auto *socket = m_held.data()) {
        m_held.clear();
        answer(*socket, isSignedIn ? "200 OK" : "400 Bad Request", sentence);
    }
}

/// The result is unknown: it takes too long, or was cancelled.
void LoopbackListener::releaseHeld()
{
    conclude(true, tr("Return to Lynceus to see whether the sign-in succeeded. You can close this page."));
}

void LoopbackListener::reject(const QString &reason)
{
    Q_ASSERT(m_asking);
    answer(*m_asking, "400 Bad Request", reason);
}

void LoopbackListener::take(QTcpServer &server)
{
    while (auto *socket = server.nextPendingConnection()) {
        socket->setParent(this); // it must still send a page after the server is closed
        connect(socket, &QTcpSocket::readyRead, this, [this, socket] { read(*socket); });
        connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
        QTimer::singleShot(kPatience, socket, [this, socket] {
            if (socket != m_held)
                socket->abort();
        });
    }
}

void LoopbackListener::read(QTcpSocket &socket)
{
    const auto head = socket.peek(kHeadCap);
    const auto end = head.indexOf("\r\n\r\n");
    if (end < 0) {
        if (head.size() >= kHeadCap)
            answer(socket, "431 Request Header Fields Too Large", u"Lynceus: request too long"_s);
        return;
    }
    socket.disconnect(this); // one request per connection
    const auto words = head.first(head.indexOf("\r\n")).split(' ');
    const bool isCallback = words.size() == 3 && words[0] == "GET" && isCallbackTarget(words[1]);
    if (!isCallback || !isListening()) {
        answer(socket, "404 Not Found", u"Lynceus: not found"_s);
        return;
    }
    m_asking = &socket;
    const QPointer<LoopbackListener> alive(this);
    Q_EMIT returned(words[1]);
    if (alive)
        m_asking = nullptr;
}

void LoopbackListener::answer(QTcpSocket &socket, const QByteArray &status, const QString &sentence)
{
    const auto page = pageOf(sentence);
    socket.write("HTTP/1.1 " + status
                 + "\r\nContent-Type: text/html; charset=utf-8\r\nCache-Control: no-store\r\nReferrer-Policy: "
                   "no-referrer\r\nContent-Security-Policy: default-src 'none'\r\nConnection: close\r\nContent-Length: "
                 + QByteArray::number(page.size()) + "\r\n\r\n" + page);
    socket.flush(); // the program may exit now: the system delivers what it has
    socket.disconnectFromHost();
}

} // namespace lynceus
