#include "tests/support/biglist.h"

#include "core/replay/recordings/jsonslice.h"
#include "core/replay/recordings/recordinglist.h"

#include <QUrlQuery>

namespace lynceus {

using namespace Qt::StringLiterals;

namespace {

QByteArray recordedList(const Recording &recording)
{
    const auto line = std::ranges::find_if(recording.lines, [](const RecordingLine &candidate) {
        return candidate.kind == RecordingLine::Kind::Get && candidate.path == "/api/v1/applications"_L1;
    });
    return line == recording.lines.end() ? QByteArray() : line->body;
}

/// Replaces "shop-web" with "shop-web-00042" everywhere.
QByteArray renamed(QByteArrayView json, QByteArrayView name, int number)
{
    const auto suffix = '-' + QByteArray::number(number).rightJustified(5, '0');
    return json.toByteArray().replace(name.toByteArray(), name.toByteArray() + suffix);
}

} // namespace

QByteArray bigApplicationList(int count, const QString &fields)
{
    const auto recording =
        readRecording(QStringLiteral(LYNCEUS_TEST_DATA) + u"/recordings/rollout-canary-ok.jsonl.gz"_s);
    if (!recording)
        qFatal("%s", qPrintable(recording.error().message));
    const auto body = recordedList(*recording);

    std::vector<QByteArray> texts;
    std::vector<RecordingApplication> applications;
    texts.reserve(static_cast<size_t>(count));
    for (int round = 0; std::ssize(texts) < count; ++round) {
        JsonWalker items(jsonValue(body, {"items"}));
        while (items.next() && std::ssize(texts) < count) {
            const auto name = jsonString(jsonValue(items.value(), {"metadata", "name"})).toUtf8();
            const auto &text = texts.emplace_back(renamed(items.value(), name, round));
            applications.push_back({jsonValue(text, {"metadata", "name"}), "argocd", text});
        }
        if (texts.empty())
            qFatal("the recording has no list of applications");
    }
    std::ranges::sort(applications, [](const RecordingApplication &left, const RecordingApplication &right) {
        return std::ranges::lexicographical_compare(left.name, right.name);
    });
    QUrlQuery query;
    if (!fields.isEmpty())
        query.addQueryItem(u"fields"_s, fields);
    const auto version = recordingServerVersion(recording->head.argocd);
    return listBody(applications, "4711", query, version);
}

} // namespace lynceus
