#include "core/replay/server/replaystream.h"

#include "core/replay/recordings/jsonslice.h"

namespace lynceus {

using namespace Qt::StringLiterals;

ReplayStream::ReplayStream(const RecordingInstance &instance, RecordingRequest request, Duration openedAt)
    : m_instance(instance)
    , m_request(std::move(request))
    , m_log(m_request.followsLog() ? instance.logsOf(m_request) : nullptr)
    , m_filter(m_request.query)
    , m_seen(openedAt)
{
    // Without a name, the list's stream ignores it (argocd-server, Watch).
    if (m_request.value(u"name"_s).isEmpty())
        m_filter.removeQueryItem(u"appNamespace"_s);
}

void ReplayStream::take(const RecordingInstance::Event &event, std::vector<QByteArray> &frames)
{
    const auto kept = filtered({event.application}, m_filter);
    if (!kept || kept->empty())
        return;
    QByteArray frame = projectedEvent(event.text, m_request.value(u"fields"_s));
    // An event equal to the previous one is dropped; the key is the name without namespace.
    QByteArray &last = m_last[event.application.name.toByteArray()];
    if (last == frame)
        return;
    last = frame;
    frames.push_back(std::move(frame));
}

std::vector<QByteArray> ReplayStream::opening()
{
    if (m_log)
        return m_log->tail(logQueryOf(m_request.query), m_seen, m_instance.head().recorded);
    std::vector<QByteArray> frames;
    const QString version = m_request.value(u"resourceVersion"_s);
    if (isTree() || (!version.isEmpty() && m_request.value(u"name"_s).isEmpty()))
        return frames;
    for (const RecordingInstance::Event &event : m_instance.applicationsAt(m_seen)) {
        const QString own = jsonString(jsonValue(event.application.json, {"metadata", "resourceVersion"}));
        if (version.isEmpty() || own.toLongLong() >= version.toLongLong())
            take(event, frames);
    }
    return frames;
}

std::vector<QByteArray> ReplayStream::advance(Duration now)
{
    std::vector<QByteArray> frames;
    if (m_log) {
        frames = m_log->between(logQueryOf(m_request.query), m_seen, now, m_instance.head().recorded);
    } else if (isTree()) {
        frames = m_instance.treesBetween(m_request, m_seen, now);
    } else {
        for (const RecordingInstance::Event &event : m_instance.eventsBetween(m_seen, now))
            take(event, frames);
    }
    m_seen = now;
    return frames;
}

QByteArray ReplayStream::sample(Duration now) const
{
    if (m_log)
        return R"({"result":{"content":"","last":false}})";
    if (isTree()) {
        RecordingRequest snapshot = m_request;
        snapshot.segments.removeAt(2); // "stream"
        snapshot.path = u'/' + snapshot.segments.join(u'/');
        return "{\"result\":" + m_instance.answer(snapshot, now).body + "}";
    }
    const auto events = m_instance.applicationsAt(now);
    return events.empty() ? QByteArray("{\"result\":{\"type\":\"ADDED\"}}") : events.front().text;
}

} // namespace lynceus
