#include "core/domain/argocd/responses/streamsplitter.h"

#include <cstdlib>

using namespace lynceus;

namespace {

constexpr qsizetype kCap = 4096; // bytes; small, so that inputs reach the cap

/// The frames before the first error.
std::vector<StreamFrame> framesOf(QByteArrayView bytes, qsizetype piece)
{
    StreamSplitter splitter(kCap);
    std::vector<StreamFrame> frames;
    for (qsizetype at = 0; at < bytes.size(); at += piece) {
        auto more = splitter.feed(bytes.sliced(at, std::min(piece, bytes.size() - at)));
        if (!more)
            break;
        frames.insert(frames.end(), more->begin(), more->end());
    }
    if (splitter.pendingBytes() < 0)
        std::abort();
    return frames;
}

} // namespace

/// The frames do not depend on how the bytes are split. Only inputs shorter than the cap are compared, because an error
/// discards earlier frames of the same feed.
extern "C" int LLVMFuzzerTestOneInput(const unsigned char *data, std::size_t size)
{
    if (size < 2)
        return 0;
    const QByteArrayView bytes(data + 1, static_cast<qsizetype>(size) - 1);
    const auto piece = static_cast<qsizetype>(data[0] % 64) + 1;
    const auto whole = framesOf(bytes, bytes.size());
    const auto pieces = framesOf(bytes, piece);
    if (bytes.size() < kCap && (whole != pieces || whole != framesOf(bytes, 1)))
        std::abort();
    return 0;
}
