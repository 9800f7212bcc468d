#include "core/io/ipc/ownersocket.h"

#include "core/io/ipc/peer.h"

#include <QFile>
#include <QLocalSocket>

#include <memory>
#include <tuple>

namespace lynceus {

using namespace Qt::StringLiterals;

QCborMap toCbor(const Error &error)
{
    return {{u"kind"_s, int(error.kind)},
            {u"asked"_s, error.asked},
            {u"message"_s, error.message},
            {u"retryable"_s, error.retryable},
            {u"httpStatus"_s, error.httpStatus}};
}

Error errorFrom(const QCborMap &map)
{
    // Both sides may have different versions: an unknown kind becomes Server.
    const qint64 kind = map.value(u"kind"_s).toInteger(int(Error::Kind::Server));
    const bool known = kind >= 0 && kind <= int(Error::Kind::Cancelled);
    return {known ? Error::Kind(kind) : Error::Kind::Server, map.value(u"asked"_s).toString(),
            map.value(u"message"_s).toString(), map.value(u"retryable"_s).toBool(),
            int(map.value(u"httpStatus"_s).toInteger())};
}

OwnerSocket::OwnerSocket(OwnerPlace place, QString role, QObject *parent)
    : QObject(parent)
    , m_place(std::move(place))
    , m_role(std::move(role))
{
    m_server.setSocketOptions(QLocalServer::UserAccessOption);
    connect(&m_server, &QLocalServer::newConnection, this, &OwnerSocket::accept);
    m_reopening.setInterval(kReopening);
    connect(&m_reopening, &QTimer::timeout, this, [this] {
        if (!m_server.isListening())
            std::ignore = listen(); // or the next time
    });
}

OwnerSocket::~OwnerSocket() = default;

Result<void> OwnerSocket::listen()
{
    QLocalServer::removeServer(m_place.socket);
    if (!m_server.listen(m_place.socket))
        return badInput(u"%1 cannot be opened: %2"_s.arg(m_place.socket, m_server.errorString()), m_place.socket);
    m_reopening.start();
    return {};
}

void OwnerSocket::close()
{
    m_reopening.stop();
    m_server.close();
}

void OwnerSocket::accept()
{
    while (auto *socket = m_server.nextPendingConnection()) {
        socket->setParent(this);
        connect(socket, &QLocalSocket::disconnected, socket, &QObject::deleteLater);
        if (!isPeerOurs(socket->socketDescriptor())) {
            socket->abort();
            continue;
        }
        socket->write(ipcFrame(
            {{u"lynceus"_s, kProtocol}, {u"version"_s, QStringLiteral(LYNCEUS_VERSION)}, {u"role"_s, m_role}}));
        auto splitter = std::make_shared<IpcFrameSplitter>();
        connect(socket, &QLocalSocket::readyRead, this, [this, socket, splitter] { take(socket, *splitter); });
        take(socket, *splitter);
    }
}

void OwnerSocket::take(QLocalSocket *socket, IpcFrameSplitter &splitter)
{
    const auto messages = splitter.feed(socket->readAll());
    if (!messages) {
        socket->abort();
        return;
    }
    for (const auto &message : *messages) {
        const auto id = message.value(u"id"_s);
        const auto reply = [asker = QPointer(socket), id](const Result<QCborMap> &result) {
            if (!asker)
                return;
            QCborMap answer{{u"id"_s, id}};
            if (result)
                answer.insert(u"result"_s, *result);
            else
                answer.insert(u"error"_s, toCbor(result.error()));
            asker->write(ipcFrame(answer));
            asker->flush();
        };
        const auto replyInParts = [asker = QPointer(socket), id](OwnerQuestion::NextPart next) {
            if (asker)
                new PartedAnswer(asker, id, std::move(next));
        };
        Q_EMIT asked({message.value(u"verb"_s).toString(), message.value(u"arguments"_s).toMap(), reply, replyInParts});
    }
}

} // namespace lynceus
