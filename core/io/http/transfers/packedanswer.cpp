#include "core/io/http/transfers/packedanswer.h"

#include "core/io/http/transfers/bodyreader.h"

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace lynceus {

Result<QByteArray> unpacked(PackedAnswer answer, MemoryShare *share)
{
    constexpr qsizetype kPiece = 1024; // bytes; at most a thousand times as many when decompressed
    auto &outcome = answer.outcome;
    const auto packed = std::exchange(outcome.body, {});
    BodyReader reader("gzip", -1, answer.cap);
    for (qsizetype at = 0; at < packed.size() && outcome.failure == TransportOutcome::Failure::None; at += kPiece) {
        outcome.failure = reader.take(QByteArrayView(packed).sliced(at, std::min(kPiece, packed.size() - at)));
        if (outcome.failure == TransportOutcome::Failure::None && share
            && !share->resize(packed.size() + reader.size())) {
            outcome.failure = TransportOutcome::Failure::Reset;
            outcome.detail = share->problem();
        }
    }
    if (outcome.failure == TransportOutcome::Failure::None)
        outcome.failure = reader.finish();
    if (outcome.detail.isEmpty())
        outcome.detail = reader.problem();
    if (outcome.failure == TransportOutcome::Failure::None)
        outcome.body = reader.takeBody();
    auto body = classifyAnswer(outcome, answer.asked);
    outcome.body.clear(); // so that the receiver of the body is its only owner
    return body;
}

} // namespace lynceus
