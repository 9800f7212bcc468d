#pragma once

#include "core/replay/recordings/recordedstate.h"

namespace lynceus {

/// Several recordings as one Argo CD server: lists are merged, each recorded application is answered by its own
/// recording, all others by the first recording that has them. Pure, like RecordedState.
class RecordingInstance final
{
public:
    /// Without recordings, every answer is "not recorded". Uses the clock of the first recording; times in the others
    /// are shifted to it. @p recordedOnly, for a demo: omits applications that a recording only lists from lists and
    /// streams, and a resource without recorded events has none.
    explicit RecordingInstance(std::vector<Recording> recordings, bool recordedOnly = false);

    [[nodiscard]] const RecordingHead &head() const { return m_states.front().recording().head; }
    [[nodiscard]] Duration end() const;

    [[nodiscard]] RecordingAnswer answer(const RecordingRequest &request, Duration at) const;

    /// Answers change only when this number does.
    [[nodiscard]] qsizetype changesUntil(Duration at) const;
    /// Time of the first line after @p at; empty after the end.
    [[nodiscard]] std::optional<Duration> nextChange(Duration at) const;

    /// An event of the list's stream, `{"result":{"type","application"}}`, with its application.
    struct Event
    {
        Duration at{};
        QByteArray text;
        RecordingApplication application; ///< a view into a recording
    };
    /// ADDED for each existing application.
    [[nodiscard]] std::vector<Event> applicationsAt(Duration at) const;
    [[nodiscard]] std::vector<Event> eventsBetween(Duration after, Duration until) const;
    /// Trees of one application as `{"result":…}`; empty if not recorded.
    [[nodiscard]] std::vector<QByteArray> treesBetween(const RecordingRequest &request, Duration after,
                                                       Duration until) const;
    /// Null: the recording has no log lines, or only of another application.
    [[nodiscard]] const RecordingLogs *logsOf(const RecordingRequest &request) const;
    [[nodiscard]] bool hasTrees(const RecordingRequest &request) const;

private:
    [[nodiscard]] const RecordedState &stateOf(const QString &nameSpace, const QString &name) const;
    [[nodiscard]] const RecordedState &stateOf(const RecordingRequest &request) const;
    [[nodiscard]] bool owns(const RecordedState &state, const RecordingApplication &application) const;
    [[nodiscard]] std::vector<RecordingApplication> listed(Duration at, RecordedState::Form form) const;

    std::vector<RecordedState> m_states;
    bool m_recordedOnly;
    std::vector<Duration> m_changes; ///< times of all lines
};

/// Shifts all times in the answers by @p offset, so that a recording can be played as if made later.
[[nodiscard]] Recording shiftedRecording(Recording recording, std::chrono::seconds offset);

} // namespace lynceus
