#pragma once

#include "core/replay/recordings/recordedstate.h"

namespace lynceus {

/// Several recordings as one Argo CD: the lists are merged, each recorded application is answered by its own recording,
/// all others by the first recording that has them. Pure, like RecordedState.
class RecordingInstance final
{
public:
    /// Without a recording everything is "not recorded". The clock of the first recording is the instance's: the times
    /// in the other recordings are moved to it.
    /// @p recordedOnly: applications that a recording merely lists are left out of lists and streams.
    explicit RecordingInstance(std::vector<Recording> recordings, bool recordedOnly = false);

    [[nodiscard]] const RecordingHead &head() const { return m_worlds.front().recording().head; }
    [[nodiscard]] Duration end() const;

    [[nodiscard]] RecordingAnswer answer(const RecordingRequest &request, Duration at) const;

    /// Answers can differ only where this does.
    [[nodiscard]] qsizetype changesUntil(Duration at) const;
    /// Time of the first line after @p at; nothing behind the end.
    [[nodiscard]] std::optional<Duration> nextChange(Duration at) const;

    /// For the list's stream: one event as `{"result":{"type","application"}}` and whom it is about.
    struct Event
    {
        Duration at{};
        QByteArray text;
        RecordingApplication application; ///< a view into a recording
    };
    /// ADDED for each application that is there.
    [[nodiscard]] std::vector<Event> applicationsAt(Duration at) const;
    [[nodiscard]] std::vector<Event> eventsBetween(Duration after, Duration until) const;
    /// Trees as `{"result":…}` of one application; nothing if they are not recorded.
    [[nodiscard]] std::vector<QByteArray> treesBetween(const RecordingRequest &request, Duration after,
                                                       Duration until) const;
    /// Null: the recording has no log lines, or those of another application.
    [[nodiscard]] const RecordingLogs *logsOf(const RecordingRequest &request) const;
    [[nodiscard]] bool hasTrees(const RecordingRequest &request) const;

private:
    [[nodiscard]] const RecordedState &worldOf(const QString &nameSpace, const QString &name) const;
    [[nodiscard]] const RecordedState &worldOf(const RecordingRequest &request) const;
    [[nodiscard]] bool owns(const RecordedState &world, const RecordingApplication &application) const;
    [[nodiscard]] std::vector<RecordingApplication> listed(Duration at, RecordedState::Form form) const;

    std::vector<RecordedState> m_worlds;
    bool m_recordedOnly;
    std::vector<Duration> m_changes; ///< times of all lines
};

/// All times in the answers moved by @p offset, so that a recording can be played as if it were made then.
[[nodiscard]] Recording shiftedRecording(Recording recording, std::chrono::seconds offset);

} // namespace lynceus
