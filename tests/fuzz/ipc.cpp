#include "core/io/ipc/ipcframe.h"

#include <cstdlib>

using namespace lynceus;

namespace {

std::vector<QCborMap> messagesOf(QByteArrayView bytes, qsizetype piece)
{
    IpcFrameSplitter splitter;
    std::vector<QCborMap> messages;
    for (qsizetype at = 0; at < bytes.size(); at += piece) {
        const auto frames = splitter.feed(bytes.sliced(at, std::min(piece, bytes.size() - at)));
        if (!frames)
            break;
        messages.insert(messages.end(), frames->begin(), frames->end());
    }
    return messages;
}

} // namespace

/// Any bytes on the socket of the background service or window: no crash, and the messages do not depend on how the
/// bytes are split.
extern "C" int LLVMFuzzerTestOneInput(const unsigned char *data, std::size_t size)
{
    const QByteArrayView bytes(data, static_cast<qsizetype>(size));
    const auto one = messagesOf(bytes, 1);
    const auto three = messagesOf(bytes, 3);
    if (one != three)
        std::abort();
    for (const auto &message : one)
        static_cast<void>(ipcFrame(message));
    return 0;
}
