#include "core/replay/recordings/recordinglogs.h"

#include "core/replay/recordings/jsonslice.h"

#include <algorithm>

namespace lynceus {

using namespace Qt::StringLiterals;

namespace {

QByteArray lineText(const QString &pod, const QByteArray &content, Instant at, bool last)
{
    const QByteArray stamp = formatRfc3339(at).toLatin1();
    const QByteArray seconds = formatRfc3339(std::chrono::floor<std::chrono::seconds>(at)).toLatin1();
    return "{\"result\":{\"content\":" + jsonQuoted(QString::fromUtf8(content)) + ",\"timeStamp\":\"" + seconds
        + "\",\"last\":" + (last ? "true" : "false") + ",\"timeStampStr\":\"" + stamp
        + "\",\"podName\":" + jsonQuoted(pod) + "}}";
}

} // namespace

RecordingLogQuery logQueryOf(const QUrlQuery &query)
{
    const auto value = [&](const QString &key) { return query.queryItemValue(key, QUrl::FullyDecoded); };
    bool isNumber = false;
    const int tailLines = value(u"tailLines"_s).toInt(&isNumber);
    return {value(u"podName"_s), value(u"container"_s), value(u"previous"_s) == "true"_L1,
            isNumber && tailLines > 0 ? tailLines : -1}; // 0 means all, like on the server
}

void RecordingLogs::add(const RecordingLine &line)
{
    const QStringList parts = line.path.split(u'/');
    auto &containers = m_lines[parts.value(0)];
    auto found = std::ranges::find(containers, parts.value(1), &Container::name);
    if (found == containers.end())
        found = containers.insert(containers.end(), Container{parts.value(1), {}, {}});
    (parts.size() > 2 ? found->previous : found->lines).push_back(&line);
}

const std::vector<const RecordingLine *> *RecordingLogs::find(const RecordingLogQuery &query) const
{
    const auto pod = m_lines.find(query.pod);
    if (pod == m_lines.end())
        return nullptr;
    const auto found = query.container.isEmpty() ? pod->second.begin()
                                                 : std::ranges::find(pod->second, query.container, &Container::name);
    if (found == pod->second.end())
        return nullptr;
    return query.previous ? &found->previous : &found->lines;
}

std::vector<QByteArray> RecordingLogs::between(const RecordingLogQuery &query, Duration after, Duration until,
                                               Instant zero) const
{
    std::vector<QByteArray> texts;
    const auto *lines = find(query);
    if (!lines)
        return texts;
    for (const RecordingLine *line : *lines) {
        if (line->at > after && line->at <= until)
            texts.push_back(lineText(query.pod, line->body, zero + line->at, false));
    }
    return texts;
}

std::vector<QByteArray> RecordingLogs::tail(const RecordingLogQuery &query, Duration at, Instant zero) const
{
    auto texts = between(query, Duration{-1}, at, zero);
    if (query.tailLines >= 0 && qsizetype(texts.size()) > query.tailLines)
        texts.erase(texts.begin(), texts.end() - query.tailLines);
    return texts;
}

QByteArray RecordingLogs::answer(const RecordingLogQuery &query, Duration at, Instant zero) const
{
    QByteArray body;
    if (!find(query))
        return body;
    for (const QByteArray &text : tail(query, at, zero))
        body += text + '\n';
    return body + lineText({}, {}, zero + at, true) + '\n';
}

} // namespace lynceus
