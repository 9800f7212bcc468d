#include "core/domain/http/requestparser.h"

#include <algorithm>
#include <cstdlib>

using namespace lynceus;

namespace {

constexpr qsizetype kMostBody = 1024;

void require(bool isTrue)
{
    if (!isTrue)
        std::abort();
}

struct Outcome
{
    RequestParser::State state{};
    HttpRequest request;
    int status = 0;
    qsizetype used = 0;
};

Outcome outcomeOf(QByteArrayView bytes, qsizetype piece)
{
    RequestParser parser(kMostBody);
    Outcome outcome;
    for (qsizetype at = 0; at < bytes.size(); at += piece) {
        auto rest = bytes.sliced(at, std::min(piece, bytes.size() - at));
        while (!rest.isEmpty()) {
            const bool takes =
                parser.state() == RequestParser::State::Head || parser.state() == RequestParser::State::Body;
            const auto used = parser.take(rest);
            require(takes ? used > 0 : used == 0);
            require(used <= rest.size());
            outcome.used += used;
            if (used == 0)
                break;
            rest = rest.sliced(used);
        }
    }
    outcome.state = parser.state();
    outcome.status = parser.status();
    outcome.request = parser.request();
    return outcome;
}

} // namespace

/// The request does not depend on how the bytes are split, and two parsers cannot read it differently.
extern "C" int LLVMFuzzerTestOneInput(const unsigned char *data, std::size_t size)
{
    if (size < 2)
        return 0;
    const QByteArrayView bytes(data + 1, static_cast<qsizetype>(size) - 1);
    const auto piece = static_cast<qsizetype>(data[0] % 64) + 1;
    const auto whole = outcomeOf(bytes, std::max<qsizetype>(bytes.size(), 1));
    const auto pieces = outcomeOf(bytes, piece);
    require(whole.state == pieces.state && whole.status == pieces.status);
    require(whole.status == 0 || whole.state == RequestParser::State::Broken);
    if (whole.state != RequestParser::State::Complete)
        return 0;
    const auto &request = whole.request;
    require(whole.used == pieces.used && request.target == pieces.request.target);
    require(request.headers == pieces.request.headers && request.body == pieces.request.body);
    require(isHttpToken(request.method) && request.target.startsWith('/'));
    require(request.body.size() <= kMostBody && !request.headers.contains("Transfer-Encoding"));
    require(request.body.isEmpty() || request.header("Content-Length").toLongLong() == request.body.size());
    for (const auto &field : request.headers.fields())
        require(isHttpToken(field.name) && isHttpFieldValue(field.value));
    return 0;
}
