#include "core/io/replay/tapeinstance.h"

#include <cstdlib>

using namespace lynceus;

namespace {

/// Lines by time, and an end that fits.
void check(const Tape &tape)
{
    Duration last{0};
    for (const TapeLine &line : tape.lines) {
        if (line.at < last)
            std::abort();
        last = line.at;
    }
    if (tape.end < last)
        std::abort();
}

/// Whatever can be read as a tape can be played, at any time.
void play(const Tape &tape)
{
    std::vector<QString> paths = {QStringLiteral("/api/v1/applications?fields=items.metadata.name,items.status.health"),
                                  QStringLiteral("/api/v1/applications?selector=a%3Db&projects=p"),
                                  QStringLiteral("/api/v1/applications/a/managed-resources?kind=Pod")};
    for (const TapeLine &line : tape.lines)
        paths.push_back(line.path);
    const TapeInstance instance({tape, tape});
    for (const QString &path : paths) {
        const TapeRequest request = parseTapeRequest(path);
        for (const Duration at : {Duration{0}, tape.end / 2, tape.end})
            static_cast<void>(instance.answer(request, at));
        static_cast<void>(instance.treesBetween(request, Duration{-1}, tape.end));
    }
    for (const auto &event : instance.eventsBetween(Duration{-1}, tape.end))
        static_cast<void>(projectedEvent(event.text, QStringLiteral("result.application.metadata.name,result.type")));
    static_cast<void>(instance.applicationsAt(tape.end));
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const unsigned char *data, std::size_t size)
{
    const QByteArray bytes(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    const auto tape = parseTape(bytes, QStringLiteral("fuzz"));
    if (!tape) {
        if (tape.error().message.isEmpty())
            std::abort();
        return 0;
    }
    check(*tape);
    play(*tape);
    return 0;
}
