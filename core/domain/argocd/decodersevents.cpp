#include "core/domain/argocd/decodersparser_p.h"

namespace lynceus {

using detail::Json;

namespace {

bool readEvent(Json json, ResourceEvent &event)
{
    std::optional<Instant> eventTime;
    const auto series = [&](std::string_view field, Json value) {
        if (field == "count")
            return value.read(event.count);
        if (field == "lastObservedTime")
            return value.read(event.last);
        return true;
    };
    const auto fields = [&](std::string_view field, Json value) {
        if (field == "involvedObject")
            return value.fields(
                [&](std::string_view name, Json part) { return detail::readKeyField(name, part, event.involved); });
        if (field == "type")
            return value.read(event.type);
        if (field == "reason")
            return value.read(event.reason);
        if (field == "message")
            return value.readWords(event.message);
        if (field == "count")
            return value.read(event.count);
        if (field == "firstTimestamp")
            return value.read(event.first);
        if (field == "lastTimestamp")
            return value.read(event.last);
        if (field == "eventTime")
            return value.read(eventTime);
        if (field == "series")
            return value.fields(series);
        return true;
    };
    if (!json.fields(fields))
        return false;
    // Events of the newer API have only eventTime (Kubernetes events.k8s.io/v1, "deprecated*Timestamp").
    if (!event.first)
        event.first = eventTime;
    if (!event.last)
        event.last = event.first;
    return true;
}

bool readLogTime(Json json, std::optional<Instant> &time)
{
    const auto text = json.token();
    // The end mark and lines that carry an error have an empty time.
    return text == R"("")" || json.read(time);
}

bool readLogLine(Json json, LogLine &line)
{
    std::optional<Instant> rounded;
    const auto fields = [&](std::string_view field, Json value) {
        if (field == "content")
            return value.read(line.content);
        if (field == "podName")
            return value.read(line.pod);
        if (field == "timeStampStr")
            return readLogTime(value, line.time);
        if (field == "timeStamp")
            return readLogTime(value, rounded);
        if (field == "last")
            return value.read(line.last);
        return true;
    };
    if (!json.fields(fields))
        return false;
    if (!line.time)
        line.time = rounded;
    return true;
}

bool readMember(Json json, ApplicationSetProgress::Member &member)
{
    QString step;
    const auto fields = [&](std::string_view field, Json value) {
        if (field == "application")
            return value.read(member.application);
        if (field == "status")
            return value.read(member.status);
        if (field == "step")
            return value.read(step);
        return true;
    };
    if (!json.fields(fields))
        return false;
    member.step = std::max(0, step.toInt());
    return true;
}

bool readSyncWindow(Json json, SyncWindow &window)
{
    return json.fields([&](std::string_view field, Json value) {
        if (field == "kind")
            return value.read(window.kind);
        if (field == "schedule")
            return value.read(window.schedule);
        if (field == "duration")
            return value.read(window.duration);
        if (field == "manualSync")
            return value.read(window.manualSync);
        return true;
    });
}

} // namespace

Result<std::vector<ResourceEvent>> Decoder::events(QByteArray body)
{
    std::vector<ResourceEvent> events;
    const auto fields = [&](std::string_view field, Json value) {
        return field != "items" || value.list(events, readEvent);
    };
    return m_parser->read(std::move(body), fields).transform([&] { return std::move(events); });
}

Result<LogLine> Decoder::logLine(QByteArray frame)
{
    LogLine line;
    const auto result = [&](Json json) { return readLogLine(json, line); };
    return m_parser->readFrame(std::move(frame), result).transform([&] {
        line.content = m_logSecrets.cleaned(line.content);
        return std::move(line);
    });
}

Result<SyncWindows> Decoder::syncWindows(QByteArray body)
{
    SyncWindows windows;
    const auto fields = [&](std::string_view field, Json value) {
        if (field == "activeWindows")
            return value.list(windows.active, readSyncWindow);
        if (field == "assignedWindows")
            return value.list(windows.assigned, readSyncWindow);
        if (field == "canSync")
            return value.read(windows.canSync);
        return true;
    };
    return m_parser->read(std::move(body), fields).transform([&] { return std::move(windows); });
}

Result<ApplicationSetProgress> Decoder::applicationSet(QByteArray body)
{
    ApplicationSetProgress progress;
    const auto status = [&](std::string_view field, Json value) {
        return field != "applicationStatus" || value.list(progress.members, readMember);
    };
    const auto fields = [&](std::string_view field, Json value) { return field != "status" || value.fields(status); };
    return m_parser->read(std::move(body), fields).transform([&] { return std::move(progress); });
}

Result<RevisionMetadata> Decoder::revisionMetadata(QByteArray body)
{
    RevisionMetadata metadata;
    const auto fields = [&](std::string_view field, Json value) {
        if (field == "author")
            return value.read(metadata.author);
        if (field == "message")
            return value.readWords(metadata.message);
        if (field == "date")
            return value.read(metadata.date);
        return true;
    };
    return m_parser->read(std::move(body), fields).transform([&] { return std::move(metadata); });
}

} // namespace lynceus
