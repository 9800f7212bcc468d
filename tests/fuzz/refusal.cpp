#include "core/domain/argocd/responses/refusal.h"

#include <QList>

#include <cstdlib>

using namespace lynceus;

/// Input: one byte for status and content type, then a line with the challenge, a line with the server's name, and the
/// body.
extern "C" int LLVMFuzzerTestOneInput(const unsigned char *data, std::size_t size)
{
    if (size < 1)
        return 0;
    static constexpr const char *kTypes[] = {"application/json", "text/event-stream", "text/html", "text/plain", ""};
    constexpr qsizetype kLongest = 1'000; // characters, more than any gateway text may have
    const auto parts =
        QByteArray(reinterpret_cast<const char *>(data + 1), static_cast<qsizetype>(size) - 1).split('\n');
    TransportOutcome outcome;
    outcome.httpStatus = (data[0] & 1) != 0 ? 401 : 403;
    outcome.contentType = kTypes[(data[0] >> 1) % 5];
    outcome.authenticate = parts.value(0);
    outcome.server = parts.value(1);
    outcome.body = parts.mid(2).join('\n');
    const auto refusal = refusalOf(outcome);
    const bool isNamed = refusal.by == Refusal::By::Gateway;
    if (refusal.gateway.size() > kLongest || (!isNamed && !refusal.gateway.isEmpty()))
        std::abort();
    const auto answer = classifyAnswer(outcome, QStringLiteral("GET x"));
    if (answer || (isNamed && answer.error().kind != Error::Kind::NotArgoCd))
        std::abort();
    return 0;
}
