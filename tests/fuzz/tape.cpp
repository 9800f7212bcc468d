#include "core/io/replay/tapeinstance.h"

#include <cstddef>
#include <cstdint>

using namespace lynceus;

/// Whatever can be read as a tape must be playable too, at any time.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *bytes, std::size_t size)
{
    const QByteArray input(reinterpret_cast<const char *>(bytes), static_cast<qsizetype>(size));
    auto tape = parseTape(input, QStringLiteral("fuzz"));
    if (!tape)
        return 0;
    const QString own = tape->head.application;
    const Duration end = tape->end;
    std::vector<QString> paths = {
        QStringLiteral("/api/v1/applications?fields=items.metadata.name,items.status.operationState.phase"),
        QStringLiteral("/api/v1/applications?selector=a%3Db&projects=p"),
        QStringLiteral("/api/v1/applications/%1/resource-tree").arg(own),
        QStringLiteral("/api/v1/applications/%1/managed-resources?kind=Pod").arg(own)};
    for (const TapeLine &line : tape->lines)
        paths.push_back(line.path);
    const TapeInstance instance({*tape, *std::move(tape)});
    for (const QString &path : paths) {
        const TapeRequest request = parseTapeRequest(path);
        for (const Duration at : {Duration{0}, end / 2, end})
            (void)instance.answer(request, at);
        (void)instance.treesBetween(request, Duration{0}, end);
    }
    for (const auto &event : instance.eventsBetween(Duration{-1}, end))
        (void)projectedEvent(event.text, QStringLiteral("result.application.metadata.name,result.type"));
    (void)instance.applicationsAt(end);
    return 0;
}
