#include "core/io/ipc/ownerclient.h"

#include "core/io/ipc/ownersocket.h"
#include "core/io/ipc/peer.h"

namespace lynceus {

using namespace Qt::StringLiterals;

namespace {

Error ownerError(Error::Kind kind, const QString &message)
{
    return {kind, u"the running Lynceus"_s, message, kind == Error::Kind::Unreachable, 0};
}

} // namespace

OwnerClient::OwnerClient(OwnerPlace place, QObject *parent)
    : QObject(parent)
    , m_place(std::move(place))
{
    // Before any byte is read or sent: another user may be listening at that path.
    connect(&m_socket, &QLocalSocket::connected, this, [this] {
        if (!isPeerOurs(m_socket.socketDescriptor()))
            fail(ownerError(
                Error::Kind::Forbidden,
                u"it belongs to another user and is not trusted; check the owner of %1"_s.arg(m_place.socket)));
    });
    connect(&m_socket, &QLocalSocket::readyRead, this, &OwnerClient::take);
    connect(&m_socket, &QLocalSocket::disconnected, this,
            [this] { fail(ownerError(Error::Kind::Unreachable, u"it ended before it responded"_s)); });
    connect(&m_socket, &QLocalSocket::errorOccurred, this, [this] {
        const auto why = m_role.isEmpty() ? u"no response at its socket: %1"_s.arg(m_socket.errorString())
                                          : u"it ended before it responded"_s;
        fail(ownerError(Error::Kind::Unreachable, why));
    });
    m_deadline.setSingleShot(true);
    m_deadline.setInterval(kDeadline);
    connect(&m_deadline, &QTimer::timeout, this,
            [this] { fail(ownerError(Error::Kind::TimedOut, u"it did not respond in time"_s)); });
    // Queued, so that signals can be connected before a refusal.
    QMetaObject::invokeMethod(this, &OwnerClient::connectToOwner, Qt::QueuedConnection);
}

OwnerClient::~OwnerClient()
{
    m_over = true; // suppresses signals when the socket is closed
    m_socket.disconnect(this);
}

void OwnerClient::connectToOwner()
{
    m_deadline.start();
    m_socket.connectToServer(m_place.socket);
}

void OwnerClient::ask(const QString &verb, const QCborMap &arguments, QObject *context, Then then)
{
    ask(verb, arguments, context, nullptr, std::move(then));
}

void OwnerClient::ask(const QString &verb, const QCborMap &arguments, QObject *context, Part part, Then then)
{
    const qint64 id = ++m_lastId;
    m_open.insert(id, {context, std::move(part), std::move(then)});
    if (m_over) {
        QMetaObject::invokeMethod(
            this, [this] { fail(ownerError(Error::Kind::Unreachable, u"it has ended"_s)); }, Qt::QueuedConnection);
        return;
    }
    QCborMap message{{u"id"_s, id}, {u"verb"_s, verb}, {u"arguments"_s, arguments}};
    m_deadline.start();
    if (m_role.isEmpty())
        m_waiting.push_back(std::move(message));
    else
        m_socket.write(ipcFrame(message));
}

void OwnerClient::take()
{
    const auto bytes = m_socket.readAll();
    m_received += bytes.size();
    if (m_received > kAnswerCap)
        return fail(ownerError(Error::Kind::TooLarge, u"its response exceeds the maximum size"_s));
    const auto messages = m_splitter.feed(bytes);
    if (!messages)
        return fail(messages.error());
    const QPointer<OwnerClient> alive(this); // an answer may destroy its receiver, and this object
    for (const auto &message : *messages) {
        takeMessage(message);
        if (!alive || m_over)
            return;
    }
}

void OwnerClient::takeMessage(const QCborMap &message)
{
    if (message.contains(u"lynceus"_s)) {
        const auto protocol = message.value(u"lynceus"_s).toInteger();
        if (protocol != OwnerSocket::kProtocol)
            return fail(
                ownerError(Error::Kind::Malformed,
                           u"it is version %1 with protocol %2, but this program uses protocol %3: quit it first"_s
                               .arg(message.value(u"version"_s).toString())
                               .arg(protocol)
                               .arg(OwnerSocket::kProtocol)));
        m_role = message.value(u"role"_s).toString();
        m_version = message.value(u"version"_s).toString();
        for (const auto &waiting : std::exchange(m_waiting, {}))
            m_socket.write(ipcFrame(waiting));
        if (m_open.isEmpty())
            m_deadline.stop();
        Q_EMIT greeted();
        return;
    }
    const auto id = message.value(u"id"_s).toInteger();
    if (message.contains(u"part"_s)) {
        m_deadline.start();
        const auto asked = m_open.value(id);
        if (asked.context && asked.part)
            asked.part(message.value(u"part"_s).toMap());
        return;
    }
    const auto open = m_open.take(id);
    if (m_open.isEmpty())
        m_deadline.stop();
    if (!open.context || !open.then)
        return;
    if (message.contains(u"error"_s))
        open.then(tl::unexpected(errorFrom(message.value(u"error"_s).toMap())));
    else
        open.then(message.value(u"result"_s).toMap());
}

void OwnerClient::fail(const Error &error)
{
    const bool isFirst = !std::exchange(m_over, true);
    m_deadline.stop();
    if (isFirst) {
        m_socket.disconnect(this); // otherwise the end of the socket would be reported as the reason
        m_socket.abort();
    }
    const QPointer<OwnerClient> alive(this);
    for (const auto &open : std::exchange(m_open, {})) {
        if (open.context && open.then)
            open.then(tl::unexpected(error));
        if (!alive)
            return;
    }
    if (isFirst)
        Q_EMIT lost(error);
}

} // namespace lynceus
