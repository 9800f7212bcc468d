#include "core/replay/server/replayserver.h"

#include "core/domain/redaction/redact.h"
#include "core/replay/faults/selfsigned.h"
#include "core/replay/server/replayconnection.h"
#include "core/replay/server/replaylistener.h"

#include <QSslCertificate>
#include <QSslConfiguration>
#include <QSslKey>
#include <QSslSocket>
#include <QTimer>

#include <algorithm>

namespace lynceus {

using namespace Qt::StringLiterals;

namespace {

constexpr Duration kLongestWait{100}; ///< precision of faults and keepalives; frames are sent when due

} // namespace

class ReplayServer::Private final
{
public:
    Private(ReplayServer *server, std::vector<Recording> recordings, ReplayOptions options, const Clock &clock)
        : q(server)
        , player(std::move(recordings), std::move(options), clock)
        , listener([this](qintptr descriptor) { accept(descriptor); }, server)
        , timer(server)
    {
        timer.setTimerType(Qt::PreciseTimer);
        timer.setSingleShot(true);
        QObject::connect(&timer, &QTimer::timeout, server, [this] { advance(); });
    }

    ReplayServer *q;
    ReplayPlayer player;
    ReplayListener listener;
    QTimer timer;
    SelfSigned selfSigned;
    QSslConfiguration tls;
    quint16 port = 0;
    std::vector<ReplayConnection *> connections;
    QHash<QString, int> counts;

    Result<void> listen()
    {
        if (player.options().tls) {
            auto made = makeSelfSigned();
            if (!made)
                return tl::unexpected(std::move(made).error());
            selfSigned = *std::move(made);
            tls = QSslConfiguration::defaultConfiguration();
            tls.setLocalCertificate(QSslCertificate(selfSigned.certificate));
            tls.setPrivateKey(QSslKey(selfSigned.key, QSsl::Ec));
            tls.setPeerVerifyMode(QSslSocket::VerifyNone);
        }
        if (!listener.listen(QHostAddress::LocalHost, player.options().port))
            return tl::unexpected(Error{
                Error::Kind::Unreachable, u"port %1"_s.arg(player.options().port),
                u"cannot listen on 127.0.0.1 port %1: %2"_s.arg(player.options().port).arg(listener.errorString()),
                false, 0});
        port = listener.serverPort();
        // During these, no request can arrive to start the time.
        if (player.isFaultyAt(Fault::Kind::Refuse, Duration{0})
            || player.isFaultyAt(Fault::Kind::StallTls, Duration{0}))
            player.begin();
        advance();
        return {};
    }

    void accept(qintptr descriptor)
    {
        const bool stalls = player.isFaulty(Fault::Kind::StallTls);
        const bool encrypts = player.options().tls && !stalls;
        auto *socket = encrypts ? new QSslSocket : new QTcpSocket;
        if (!socket->setSocketDescriptor(descriptor)) {
            delete socket;
            return;
        }
        if (stalls) { // nothing is ever read
            socket->setParent(q);
            QObject::connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
            return;
        }
        if (auto *secure = qobject_cast<QSslSocket *>(socket)) {
            secure->setSslConfiguration(tls);
            secure->startServerEncryption();
        }
        adopt(new ReplayConnection(socket, player, q));
    }

    void adopt(ReplayConnection *connection)
    {
        connections.push_back(connection);
        QObject::connect(connection, &ReplayConnection::closed, q, [this, connection] {
            std::erase(connections, connection);
            connection->deleteLater();
        });
        QObject::connect(connection, &ReplayConnection::requestArrived, q,
                         [this](const QByteArray &method, const QString &target, const QString &path) {
                             ++counts[path];
                             Q_EMIT q->requestArrived(QString::fromLatin1(method) + u' ' + redactedUrl(QUrl(target)));
                             timer.start(0);
                         });
    }

    void advance()
    {
        keepDoor();
        for (ReplayConnection *connection : std::vector(connections))
            connection->advance();
        if (!player.hasBegun())
            return;
        const Duration next = player.untilNextChange().value_or(kLongestWait);
        timer.start(std::clamp(next, Duration{1}, kLongestWait));
    }

    /// A connection is refused if the socket does not listen.
    void keepDoor()
    {
        const bool refuses = player.isFaulty(Fault::Kind::Refuse);
        if (refuses && listener.isListening()) {
            listener.close();
            for (ReplayConnection *connection : std::vector(connections))
                connection->reset();
        } else if (!refuses && !listener.isListening()) {
            listener.listen(QHostAddress::LocalHost, port); // fails if another program uses the port; retried soon
        }
    }
};

ReplayServer::ReplayServer(std::vector<Recording> recordings, ReplayOptions options, const Clock &clock,
                           QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(this, std::move(recordings), std::move(options), clock))
{ }

ReplayServer::~ReplayServer()
{
    for (ReplayConnection *connection : std::vector(d->connections)) {
        disconnect(connection, nullptr, this, nullptr);
        delete connection;
    }
}

Result<void> ReplayServer::listen()
{
    return d->listen();
}

QUrl ReplayServer::baseUrl() const
{
    QUrl url;
    url.setScheme(d->player.options().tls ? u"https"_s : u"http"_s);
    url.setHost(u"127.0.0.1"_s);
    url.setPort(d->port);
    url.setPath(d->player.options().basePath);
    return url;
}

QByteArray ReplayServer::certificate() const
{
    return d->selfSigned.certificate;
}

Duration ReplayServer::position() const
{
    return d->player.position();
}

QHash<QString, int> ReplayServer::requestCounts() const
{
    return d->counts;
}

void ReplayServer::checkClock()
{
    d->advance();
}

int ReplayServer::openStreams() const
{
    return static_cast<int>(std::ranges::count_if(d->connections, &ReplayConnection::isStreaming));
}

} // namespace lynceus
