#include "core/replay/recordings/recordinginstance.h"

#include <cstdlib>

using namespace lynceus;

namespace {

/// Lines are sorted by time, and the end is not before the last line.
void check(const Recording &recording)
{
    Duration last{0};
    for (const RecordingLine &line : recording.lines) {
        if (line.at < last)
            std::abort();
        last = line.at;
    }
    if (recording.end < last)
        std::abort();
}

/// Any recording that can be read can be played at any time.
void play(const Recording &recording)
{
    std::vector<QString> paths = {QStringLiteral("/api/v1/applications?fields=items.metadata.name,items.status.health"),
                                  QStringLiteral("/api/v1/applications?selector=a%3Db&projects=p"),
                                  QStringLiteral("/api/v1/applications/a/managed-resources?kind=Pod")};
    for (const RecordingLine &line : recording.lines)
        paths.push_back(line.path);
    const RecordingInstance instance({recording, recording});
    for (const QString &path : paths) {
        const RecordingRequest request = parseRecordingRequest(path);
        for (const Duration at : {Duration{0}, recording.end / 2, recording.end})
            static_cast<void>(instance.answer(request, at));
        static_cast<void>(instance.treesBetween(request, Duration{-1}, recording.end));
    }
    for (const auto &event : instance.eventsBetween(Duration{-1}, recording.end))
        static_cast<void>(projectedEvent(event.text, QStringLiteral("result.application.metadata.name,result.type")));
    static_cast<void>(instance.applicationsAt(recording.end));
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const unsigned char *data, std::size_t size)
{
    const QByteArray bytes(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    const auto recording = parseRecording(bytes, QStringLiteral("fuzz"));
    if (!recording) {
        if (recording.error().message.isEmpty())
            std::abort();
        return 0;
    }
    check(*recording);
    play(*recording);
    return 0;
}
