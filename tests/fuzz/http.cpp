#include "core/domain/http/proxyenvironment.h"
#include "core/domain/http/responseparser.h"
#include "core/domain/http/socks5.h"

#include <cstdlib>

using namespace lynceus;

namespace {

struct Outcome
{
    ResponseParser::State state{};
    ResponseHead head;
    QByteArray body;
    qsizetype used = 0;
    bool keepsConnection = false;
    bool isCutShort = false;
};

void require(bool isTrue)
{
    if (!isTrue)
        std::abort();
}

Outcome outcomeOf(QByteArrayView bytes, qsizetype piece)
{
    ResponseParser parser;
    Outcome outcome;
    for (qsizetype at = 0; at < bytes.size(); at += piece) {
        auto rest = bytes.sliced(at, std::min(piece, bytes.size() - at));
        while (!rest.isEmpty()) {
            const auto before = parser.state();
            const auto taken = parser.take(rest);
            const bool takes = before == ResponseParser::State::Head || before == ResponseParser::State::Body;
            require(takes ? taken.bytes > 0 : taken.bytes == 0);
            require(taken.bytes <= rest.size() && taken.body.size() <= taken.bytes);
            outcome.body += taken.body;
            outcome.used += taken.bytes;
            if (taken.bytes == 0)
                break;
            rest = rest.sliced(taken.bytes);
        }
    }
    parser.end();
    outcome.state = parser.state();
    if (parser.hasHead())
        outcome.head = parser.head();
    outcome.keepsConnection = parser.keepsConnection();
    outcome.isCutShort = parser.isCutShort();
    return outcome;
}

/// The response does not depend on how the bytes are split, and it is consistent.
void checkResponse(QByteArrayView bytes, qsizetype piece)
{
    const auto whole = outcomeOf(bytes, std::max<qsizetype>(bytes.size(), 1));
    const auto pieces = outcomeOf(bytes, piece);
    require(whole.state == ResponseParser::State::Complete || whole.state == ResponseParser::State::Broken);
    require(whole.state == pieces.state && whole.body == pieces.body && whole.head.status == pieces.head.status);
    require(whole.head.headers == pieces.head.headers && whole.keepsConnection == pieces.keepsConnection);
    require(whole.isCutShort == pieces.isCutShort);
    require(qsizetype(whole.head.headers.fields().size()) <= ResponseParser::kMostFields);
    if (whole.state == ResponseParser::State::Complete) {
        require(whole.used == pieces.used && whole.head.status >= 200);
        require(whole.head.contentLength < 0 || whole.head.contentLength == whole.body.size());
    } else {
        require(!whole.keepsConnection);
    }
    for (const auto &field : whole.head.headers.fields())
        require(isHttpToken(field.name) && isHttpFieldValue(field.value));
}

void checkSocks(QByteArrayView bytes, qsizetype piece)
{
    const auto stateAfter = [bytes](qsizetype size) {
        Socks5Handshake handshake("h.example", 443, "user", "password");
        (void)handshake.takeOutput();
        for (qsizetype at = 0; at < bytes.size(); at += size) {
            const auto rest = bytes.sliced(at, std::min(size, bytes.size() - at));
            require(handshake.take(rest) == rest.size() || handshake.state() != Socks5Handshake::State::Waiting);
        }
        return handshake.state();
    };
    require(stateAfter(std::max<qsizetype>(bytes.size(), 1)) == stateAfter(piece));
}

void checkProxies(QByteArrayView bytes)
{
    const auto text = QString::fromUtf8(bytes);
    (void)isExempt(QUrl(QStringLiteral("https://argocd.acme.example:8443")), text);
    (void)isExempt(QUrl(QStringLiteral("https://[2001:db8::1]")), text);
    if (const auto proxy = parseProxy(text))
        require(!proxy->host.isEmpty() && proxy->port > 0);
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const unsigned char *data, std::size_t size)
{
    if (size < 2)
        return 0;
    const QByteArrayView bytes(data + 1, static_cast<qsizetype>(size) - 1);
    const auto piece = static_cast<qsizetype>(data[0] % 64) + 1;
    checkResponse(bytes, piece);
    checkSocks(bytes, piece);
    checkProxies(bytes);
    return 0;
}
