#include "core/replay/recordings/recordinginstance.h"

#include "core/replay/recordings/jsonslice.h"

#include <algorithm>

namespace lynceus {

using namespace Qt::StringLiterals;

namespace {

bool isDigits(QByteArrayView text)
{
    return std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

constexpr qsizetype kDateLength = 10; ///< 2026-11-23
constexpr qsizetype kTimeLength = 9;  ///< T08:32:52

bool isTimeAround(QByteArrayView text, qsizetype t)
{
    if (t < kDateLength || t + kTimeLength > text.size())
        return false;
    const QByteArrayView time = text.sliced(t - kDateLength, kDateLength + kTimeLength);
    return time[4] == '-' && time[7] == '-' && time[13] == ':' && time[16] == ':' && isDigits(time.first(4))
        && isDigits(time.sliced(5, 2)) && isDigits(time.sliced(8, 2)) && isDigits(time.sliced(11, 2))
        && isDigits(time.sliced(14, 2)) && isDigits(time.sliced(17, 2));
}

/// Replaces whole seconds in place; fractions and the zone stay, because Argo CD writes UTC.
void shiftTimes(QByteArray &text, std::chrono::seconds offset)
{
    for (qsizetype t = text.indexOf('T'); t >= 0; t = text.indexOf('T', t + 1)) {
        if (!isTimeAround(text, t))
            continue;
        const qsizetype start = t - kDateLength;
        const auto time = parseRfc3339(text.sliced(start, kDateLength + kTimeLength) + 'Z');
        if (!time)
            continue;
        const QByteArray moved = formatRfc3339(*time + offset).toLatin1();
        if (moved.size() == kDateLength + kTimeLength + 1)
            text.replace(start, kDateLength + kTimeLength, moved.first(kDateLength + kTimeLength));
    }
}

QByteArray eventText(QByteArrayView type, QByteArrayView application)
{
    QByteArray text;
    text.reserve(application.size() + 64);
    text += "{\"result\":{\"type\":\"";
    text += type;
    text += "\",\"application\":";
    text += application;
    return text += "}}";
}

} // namespace

Recording shiftedRecording(Recording recording, std::chrono::seconds offset)
{
    if (offset.count() == 0)
        return recording;
    recording.head.recorded += offset;
    for (RecordingLine &line : recording.lines)
        shiftTimes(line.body, offset);
    return recording;
}

RecordingInstance::RecordingInstance(std::vector<Recording> recordings, bool recordedOnly)
    : m_recordedOnly(recordedOnly)
{
    for (Recording &recording : recordings) {
        for (const RecordingLine &line : recording.lines)
            m_changes.push_back(line.at);
        const Instant zero = m_states.empty() ? recording.head.recorded : head().recorded;
        const auto offset = std::chrono::round<std::chrono::seconds>(zero - recording.head.recorded);
        m_states.emplace_back(std::make_shared<const Recording>(shiftedRecording(std::move(recording), offset)));
    }
    if (m_states.empty())
        m_states.emplace_back(std::make_shared<const Recording>());
    std::ranges::sort(m_changes);
}

Duration RecordingInstance::end() const
{
    return m_changes.empty() ? Duration{0} : m_changes.back();
}

qsizetype RecordingInstance::changesUntil(Duration at) const
{
    return std::ranges::upper_bound(m_changes, at) - m_changes.begin();
}

std::optional<Duration> RecordingInstance::nextChange(Duration at) const
{
    const auto next = std::ranges::upper_bound(m_changes, at);
    return next == m_changes.end() ? std::nullopt : std::optional(*next);
}

const RecordedState &RecordingInstance::stateOf(const QString &nameSpace, const QString &name) const
{
    const auto isRecordedThere = [&](const RecordedState &state) {
        return state.recording().head.application == name && state.recording().head.applicationNamespace == nameSpace;
    };
    auto found = std::ranges::find_if(m_states, isRecordedThere);
    if (found == m_states.end())
        found =
            std::ranges::find_if(m_states, [&](const RecordedState &state) { return state.knows(nameSpace, name); });
    return found == m_states.end() ? m_states.front() : *found;
}

const RecordedState &RecordingInstance::stateOf(const RecordingRequest &request) const
{
    const QString nameSpace = request.value(u"appNamespace"_s);
    return stateOf(nameSpace.isEmpty() ? m_states.front().controllerNamespace() : nameSpace, request.application());
}

bool RecordingInstance::owns(const RecordedState &state, const RecordingApplication &application) const
{
    const auto &head = state.recording().head;
    const bool isRecorded =
        application.name == head.application.toUtf8() && application.nameSpace == head.applicationNamespace.toUtf8();
    if (m_recordedOnly && !isRecorded)
        return false;
    return m_states.size() == 1
        || &stateOf(QString::fromUtf8(application.nameSpace), QString::fromUtf8(application.name)) == &state;
}

std::vector<RecordingApplication> RecordingInstance::listed(Duration at, RecordedState::Form form) const
{
    std::vector<RecordingApplication> all;
    for (const RecordedState &state : m_states) {
        for (const RecordingApplication &application : state.applicationsAt(at, form)) {
            if (owns(state, application))
                all.push_back(application);
        }
    }
    std::ranges::stable_sort(all, [](const RecordingApplication &left, const RecordingApplication &right) {
        return std::pair(left.name, left.nameSpace) < std::pair(right.name, right.nameSpace);
    });
    return all;
}

RecordingAnswer RecordingInstance::answer(const RecordingRequest &request, Duration at) const
{
    const bool isAsRecorded = m_states.size() == 1 && !m_recordedOnly;
    if (isAsRecorded || request.path != "/api/v1/applications"_L1) {
        const auto &state = request.application().isEmpty() ? m_states.front() : stateOf(request);
        const auto found = state.answer(request, at);
        const bool hasNoEvents = m_recordedOnly && found.status == 501 && request.part() == "events"_L1;
        return hasNoEvents ? RecordingAnswer{200, found.contentType, R"({"metadata":{},"items":[]})"} : found;
    }
    // Versions of recordings are unrelated: with the lowest, no following event seems older than the list.
    qint64 version = m_states.front().resourceVersionAt(at);
    for (const RecordedState &state : m_states)
        version = std::min(version, state.resourceVersionAt(at));
    return listAnswer(listed(at, RecordedState::Form::List), version, request.query, m_states.front().version());
}

std::vector<RecordingInstance::Event> RecordingInstance::applicationsAt(Duration at) const
{
    std::vector<Event> events;
    for (const RecordingApplication &application : listed(at, RecordedState::Form::Single))
        events.push_back({at, eventText("ADDED", application.json), application});
    return events;
}

std::vector<RecordingInstance::Event> RecordingInstance::eventsBetween(Duration after, Duration until) const
{
    std::vector<Event> events;
    for (const RecordedState &state : m_states) {
        for (const RecordingLine *line : state.framesBetween(RecordedState::Stream::Applications, after, until)) {
            const RecordingApplication application = state.identified(jsonValue(line->body, {"result", "application"}));
            if (owns(state, application))
                events.push_back({line->at, line->body, application});
        }
    }
    std::ranges::stable_sort(events, {}, &Event::at);
    return events;
}

const RecordingLogs *RecordingInstance::logsOf(const RecordingRequest &request) const
{
    const RecordedState &state = stateOf(request);
    return hasTrees(request) && !state.logs().isEmpty() ? &state.logs() : nullptr;
}

bool RecordingInstance::hasTrees(const RecordingRequest &request) const
{
    return stateOf(request).recording().head.application == request.application();
}

std::vector<QByteArray> RecordingInstance::treesBetween(const RecordingRequest &request, Duration after,
                                                        Duration until) const
{
    std::vector<QByteArray> trees;
    if (!hasTrees(request))
        return trees;
    for (const RecordingLine *line : stateOf(request).framesBetween(RecordedState::Stream::Tree, after, until))
        trees.push_back(line->body);
    return trees;
}

} // namespace lynceus
