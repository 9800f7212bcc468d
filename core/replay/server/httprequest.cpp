#include "core/replay/server/httprequest.h"

#include <QHostAddress>
#include <QList>

#include <algorithm>

namespace lynceus {

namespace {

constexpr qsizetype kMostHead = 64 * 1024;   ///< tokens of SSO logins have up to 16 KiB
constexpr qsizetype kMostBody = 1024 * 1024; ///< bodies are only skipped: the player takes no orders

/// What could end a line for one reader of the head and not for another.
bool hasControlCharacter(const QByteArray &line)
{
    return std::ranges::any_of(line, [](char letter) {
        const auto code = static_cast<unsigned char>(letter);
        return (code < 0x20 && letter != '\t') || code == 0x7f;
    });
}

std::optional<HttpRequest> parseHead(const QByteArray &head)
{
    QList<QByteArray> lines = head.split('\n');
    for (auto &line : lines) {
        if (line.endsWith('\r'))
            line.chop(1);
        if (hasControlCharacter(line))
            return std::nullopt;
    }
    const QList<QByteArray> first = lines.first().trimmed().split(' ');
    if (first.size() != 3 || !first.at(2).startsWith("HTTP/1.") || !first.at(1).startsWith('/'))
        return std::nullopt;
    HttpRequest request;
    request.method = first.at(0);
    request.target = first.at(1);
    for (qsizetype i = 1; i < lines.size(); ++i) {
        const qsizetype colon = lines.at(i).indexOf(':');
        if (colon > 0)
            request.headers.emplace_back(lines.at(i).first(colon).toLower(), lines.at(i).sliced(colon + 1).trimmed());
    }
    if (std::ranges::count(request.headers, QByteArray("host"), &std::pair<QByteArray, QByteArray>::first) > 1)
        return std::nullopt;
    const QByteArray connection = request.header("connection").toLower();
    request.keepAlive = first.at(2) == "HTTP/1.0" ? connection == "keep-alive" : connection != "close";
    return request;
}

} // namespace

QByteArray HttpRequest::header(const QByteArray &name) const
{
    const auto found = std::ranges::find(headers, name, &std::pair<QByteArray, QByteArray>::first);
    return found == headers.end() ? QByteArray() : found->second;
}

bool isForLoopback(const HttpRequest &request)
{
    auto host = request.header("host").toLower();
    if (host.startsWith('[')) {
        const auto end = host.indexOf(']');
        return end > 0 && QHostAddress(QString::fromLatin1(host.first(end).sliced(1))).isLoopback();
    }
    if (const auto colon = host.indexOf(':'); colon >= 0)
        host.truncate(colon);
    if (host.endsWith('.'))
        host.chop(1);
    return host.isEmpty() || host == "localhost" || host.endsWith(".localhost")
        || QHostAddress(QString::fromLatin1(host)).isLoopback();
}

bool HttpRequest::accepts(const QByteArray &name, const QByteArray &word) const
{
    const QList<QByteArray> offers = header(name).toLower().split(',');
    return std::ranges::any_of(offers, [&](const QByteArray &offer) {
        const QList<QByteArray> parts = offer.split(';');
        return parts.first().trimmed() == word && !(parts.size() > 1 && parts.at(1).trimmed() == "q=0");
    });
}

TakenRequest takeRequest(QByteArray &buffer)
{
    using State = TakenRequest::State;
    const qsizetype end = buffer.indexOf("\r\n\r\n");
    if (end < 0)
        return {buffer.size() > kMostHead ? State::Broken : State::Incomplete, {}};
    auto request = parseHead(buffer.first(end));
    if (!request || end > kMostHead)
        return {State::Broken, {}};
    bool ok = true;
    const QByteArray length = request->header("content-length");
    const qlonglong body = length.isEmpty() ? 0 : length.toLongLong(&ok);
    // A chunked body would have to be understood to be skipped; nobody sends one to a read-only API.
    if (!ok || body < 0 || body > kMostBody || !request->header("transfer-encoding").isEmpty())
        return {State::Broken, {}};
    const qsizetype whole = end + 4 + body;
    if (buffer.size() < whole)
        return {State::Incomplete, {}};
    buffer.remove(0, whole);
    return {State::Whole, *std::move(request)};
}

} // namespace lynceus
