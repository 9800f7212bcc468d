#include "tests/engine/watches/recordedsources.h"

using namespace Qt::StringLiterals;

namespace lynceus::test {

RecordedExplanations::RecordedExplanations(const RecordedState &recordedState)
    : m_recordedState(recordedState)
{
    for (const auto &line : m_recordedState.recording().lines) {
        if (line.kind != RecordingLine::Kind::Get)
            continue;
        if (line.path.contains("/events?"_L1) && !m_events.contains(line.path))
            m_events.insert(line.path, {});
        else if (line.path.contains("/syncwindows"_L1))
            m_windowsPath = line.path;
    }
}

void RecordedExplanations::add(Observation &observation, Duration now, Decoder &decoder)
{
    for (auto it = m_events.begin(); it != m_events.end(); ++it) {
        const auto events = it->at(bodyOf(it.key(), now), observation.now,
                                   [&](const QByteArray &body) { return decoder.events(body); });
        if (events.value)
            observation.events.insert(observation.events.end(), events.value->begin(), events.value->end());
    }
    if (!m_windowsPath.isEmpty())
        observation.syncWindows = m_windows.at(bodyOf(m_windowsPath, now), observation.now,
                                               [&](const QByteArray &body) { return decoder.syncWindows(body); });
}

std::optional<QByteArray> RecordedExplanations::bodyOf(const QString &path, Duration now) const
{
    const auto answer = m_recordedState.answer(path, now);
    return answer.status == 200 ? std::optional(answer.body) : std::nullopt;
}

} // namespace lynceus::test
