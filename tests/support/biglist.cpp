#include "tests/support/biglist.h"

#include "core/io/replay/jsonslice.h"
#include "core/io/replay/tapelist.h"

#include <QUrlQuery>

namespace lynceus {

using namespace Qt::StringLiterals;

namespace {

QByteArray recordedList(const Tape &tape)
{
    const auto line = std::ranges::find_if(tape.lines, [](const TapeLine &candidate) {
        return candidate.kind == TapeLine::Kind::Get && candidate.path == "/api/v1/applications"_L1;
    });
    return line == tape.lines.end() ? QByteArray() : line->body;
}

/// "shop-web" becomes "shop-web-00042" wherever it stands.
QByteArray renamed(QByteArrayView json, QByteArrayView name, int number)
{
    const auto suffix = '-' + QByteArray::number(number).rightJustified(5, '0');
    return json.toByteArray().replace(name.toByteArray(), name.toByteArray() + suffix);
}

} // namespace

QByteArray bigApplicationList(int count, const QString &fields)
{
    const auto tape = readTape(QStringLiteral(LYNCEUS_TEST_DATA) + u"/tapes/rollout-canary-ok.jsonl.gz"_s);
    if (!tape)
        qFatal("%s", qPrintable(tape.error().message));
    const auto body = recordedList(*tape);

    std::vector<QByteArray> texts;
    std::vector<TapeApplication> applications;
    texts.reserve(static_cast<size_t>(count));
    for (int round = 0; std::ssize(texts) < count; ++round) {
        JsonWalker items(jsonValue(body, {"items"}));
        while (items.next() && std::ssize(texts) < count) {
            const auto name = jsonString(jsonValue(items.value(), {"metadata", "name"})).toUtf8();
            const auto &text = texts.emplace_back(renamed(items.value(), name, round));
            applications.push_back({jsonValue(text, {"metadata", "name"}), "argocd", text});
        }
        if (texts.empty())
            qFatal("the tape has no list of applications");
    }
    std::ranges::sort(applications, [](const TapeApplication &left, const TapeApplication &right) {
        return std::ranges::lexicographical_compare(left.name, right.name);
    });
    QUrlQuery query;
    if (!fields.isEmpty())
        query.addQueryItem(u"fields"_s, fields);
    const auto version = tapeServerVersion(tape->head.argocd);
    return listBody(applications, "4711", query, version);
}

} // namespace lynceus
