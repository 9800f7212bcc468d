#include "core/io/replay/tape.h"

#include <cstdlib>

using namespace lynceus;

/// Lines by time, an end that fits, and an error that says where.
extern "C" int LLVMFuzzerTestOneInput(const unsigned char *data, std::size_t size)
{
    const QByteArray bytes(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    const auto tape = parseTape(bytes, QStringLiteral("fuzz"));
    if (!tape) {
        if (tape.error().message.isEmpty())
            std::abort();
        return 0;
    }
    Duration last{0};
    for (const auto &line : tape->lines) {
        if (line.at < last)
            std::abort();
        last = line.at;
    }
    if (tape->end < last)
        std::abort();
    return 0;
}
