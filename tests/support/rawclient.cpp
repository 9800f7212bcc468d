#include "tests/support/rawclient.h"

#include <QCoreApplication>
#include <QDeadlineTimer>

#include <arpa/inet.h>
#include <array>
#include <cerrno>
#include <fcntl.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

namespace lynceus::test {

namespace {

constexpr int kPatience = 10'000; ///< ms; reached only by failing tests

} // namespace

bool waitUntil(const std::function<bool()> &holds)
{
    const QDeadlineTimer deadline(kPatience);
    while (!holds()) {
        if (deadline.hasExpired())
            return false;
        QCoreApplication::processEvents(QEventLoop::AllEvents, 2);
    }
    return true;
}

RawClient::RawClient(const QUrl &server)
{
    const int descriptor = ::socket(AF_INET, SOCK_STREAM, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(static_cast<quint16>(server.port()));
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    if (::connect(descriptor, reinterpret_cast<const sockaddr *>(&address), sizeof address) == 0) {
        ::fcntl(descriptor, F_SETFL, O_NONBLOCK);
        m_descriptor = descriptor;
    } else {
        ::close(descriptor);
    }
}

RawClient::~RawClient()
{
    if (m_descriptor >= 0)
        ::close(m_descriptor);
}

void RawClient::send(const QByteArray &bytes)
{
    ::send(m_descriptor, bytes.constData(), static_cast<std::size_t>(bytes.size()), MSG_NOSIGNAL);
}

void RawClient::get(const QByteArray &path, const QByteArray &headers)
{
    send("GET " + path + " HTTP/1.1\r\nHost: localhost\r\n" + headers + "\r\n");
}

void RawClient::receive()
{
    std::array<char, 65536> piece{};
    while (m_descriptor >= 0 && m_end == End::Open) {
        const ssize_t got = ::recv(m_descriptor, piece.data(), piece.size(), 0);
        if (got > 0)
            m_bytes.append(piece.data(), got);
        else if (got == 0)
            m_end = End::Fin;
        else if (errno == ECONNRESET)
            m_end = End::Reset;
        else
            return;
    }
}

const QByteArray &RawClient::received()
{
    receive();
    return m_bytes;
}

bool RawClient::readUntil(const std::function<bool(const QByteArray &)> &isEnough)
{
    bool enough = false;
    waitUntil([&] {
        receive();
        enough = isEnough(m_bytes);
        return enough || m_end != End::Open;
    });
    return enough;
}

bool RawClient::readUntil(const QByteArray &part)
{
    return readUntil([&](const QByteArray &bytes) { return bytes.contains(part); });
}

RawClient::End RawClient::readToEnd()
{
    readUntil([](const QByteArray &) { return false; });
    return m_end;
}

QByteArray RawClient::header(const QByteArray &name) const
{
    for (const QByteArray &line : m_head.split('\n')) {
        if (line.toLower().startsWith(name.toLower() + ':'))
            return line.sliced(name.size() + 1).trimmed();
    }
    return {};
}

bool RawClient::takeAnswer()
{
    const qsizetype split = m_bytes.indexOf("\r\n\r\n");
    if (split < 0)
        return false;
    m_head = m_bytes.first(split);
    const QByteArray rest = m_bytes.sliced(split + 4);
    if (header("Transfer-Encoding") == "chunked") {
        qsizetype end = 0;
        const auto body = unchunked(rest, &end);
        if (!body)
            return false;
        m_body = *body;
        m_bytes = rest.sliced(end);
        return true;
    }
    const qsizetype length = header("Content-Length").toLongLong();
    if (rest.size() < length)
        return false;
    m_body = rest.first(length);
    m_bytes = rest.sliced(length);
    return true;
}

bool RawClient::readAnswer()
{
    return readUntil([&](const QByteArray &) { return takeAnswer(); });
}

std::optional<QByteArray> unchunked(const QByteArray &wire, qsizetype *end)
{
    QByteArray body;
    for (qsizetype from = 0;;) {
        const qsizetype line = wire.indexOf("\r\n", from);
        bool ok = false;
        const qlonglong size = line < 0 ? 0 : wire.sliced(from, line - from).toLongLong(&ok, 16);
        if (!ok || wire.size() < line + 2 + size + 2)
            return std::nullopt;
        if (end)
            *end = line + 2 + size + 2;
        if (size == 0)
            return body;
        body += wire.sliced(line + 2, size);
        from = line + 2 + size + 2;
    }
}

} // namespace lynceus::test
