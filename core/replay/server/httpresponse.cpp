#include "core/replay/server/httpresponse.h"

#include "core/domain/http/httpsyntax.h"

#include <algorithm>

namespace lynceus {

namespace {

constexpr qsizetype kChunk = 256 * 1024; ///< bytes; large enough to keep the overhead for a list of 50 MB small

/// Up to the first control character: an untrusted recording must not inject a header.
QByteArray oneLine(const QByteArray &text)
{
    const auto end = std::ranges::find_if(text, [](char letter) {
        const auto code = static_cast<unsigned char>(letter);
        return (code < 0x20 && letter != '\t') || code == 0x7f;
    });
    return text.first(end - text.begin());
}

} // namespace

QByteArray responseHead(const HttpResponse &response, Instant date, bool keepAlive)
{
    QByteArray head = "HTTP/1.1 " + QByteArray::number(response.status) + ' ' + reasonPhrase(response.status) + "\r\n";
    if (!response.contentType.isEmpty())
        head += "Content-Type: " + oneLine(response.contentType) + "\r\n";
    if (response.fromGrpc)
        head += "Grpc-Metadata-Content-Type: application/grpc\r\n";
    if (response.gzip)
        head += "Content-Encoding: gzip\r\n";
    for (const auto &[name, value] : response.headers)
        head += oneLine(name) + ": " + oneLine(value) + "\r\n";
    head += "Date: " + formatHttpDate(date) + "\r\n";
    switch (response.framing) {
    case Framing::Length:
        head += "Content-Length: " + QByteArray::number(response.length < 0 ? response.body.size() : response.length)
            + "\r\n";
        break;
    case Framing::Chunked:
        head += "Transfer-Encoding: chunked\r\n";
        break;
    case Framing::Close:
        break;
    }
    if (!keepAlive || response.framing == Framing::Close)
        head += "Connection: close\r\n";
    return head + "\r\n";
}

QByteArray chunk(QByteArrayView bytes)
{
    QByteArray out = QByteArray::number(bytes.size(), 16) + "\r\n";
    out.reserve(out.size() + bytes.size() + 2);
    out += bytes;
    return out += "\r\n";
}

QByteArray chunked(QByteArrayView body)
{
    QByteArray out;
    out.reserve(body.size() + (body.size() / kChunk + 2) * 16);
    for (qsizetype from = 0; from < body.size(); from += kChunk) {
        const QByteArrayView piece = body.sliced(from, std::min(kChunk, body.size() - from));
        out += QByteArray::number(piece.size(), 16);
        out += "\r\n";
        out += piece;
        out += "\r\n";
    }
    return out += "0\r\n\r\n";
}

} // namespace lynceus
