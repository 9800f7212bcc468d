#pragma once

#include "core/io/replay/tapeworld.h"

namespace lynceus {

/// Several tapes as one Argo CD: the lists are merged, each recorded application is answered by its own tape, all
/// others by the first tape that has them. Pure, like TapeWorld.
class TapeInstance final
{
public:
    /// Without a tape everything is "not recorded". The clock of the first tape is the instance's: the times in the
    /// other tapes are moved to it.
    /// @p recordedOnly: applications that a tape merely lists are left out of lists and streams.
    explicit TapeInstance(std::vector<Tape> tapes, bool recordedOnly = false);

    [[nodiscard]] const TapeHead &head() const { return m_worlds.front().tape().head; }
    [[nodiscard]] Duration end() const;

    [[nodiscard]] TapeAnswer answer(const TapeRequest &request, Duration at) const;

    /// Answers can differ only where this does.
    [[nodiscard]] qsizetype changesUntil(Duration at) const;
    /// Time of the first line after @p at; nothing behind the end.
    [[nodiscard]] std::optional<Duration> nextChange(Duration at) const;

    /// For the list's stream: one event as `{"result":{"type","application"}}` and whom it is about.
    struct Event
    {
        Duration at{};
        QByteArray text;
        TapeApplication application; ///< a view into a tape
    };
    /// ADDED for each application that is there.
    [[nodiscard]] std::vector<Event> applicationsAt(Duration at) const;
    [[nodiscard]] std::vector<Event> eventsBetween(Duration after, Duration until) const;
    /// Trees as `{"result":…}` of one application; nothing if they are not recorded.
    [[nodiscard]] std::vector<QByteArray> treesBetween(const TapeRequest &request, Duration after,
                                                       Duration until) const;
    /// Null: the recording has no log lines, or those of another application.
    [[nodiscard]] const TapeLogs *logsOf(const TapeRequest &request) const;
    [[nodiscard]] bool hasTrees(const TapeRequest &request) const;

private:
    [[nodiscard]] const TapeWorld &worldOf(const QString &nameSpace, const QString &name) const;
    [[nodiscard]] const TapeWorld &worldOf(const TapeRequest &request) const;
    [[nodiscard]] bool owns(const TapeWorld &world, const TapeApplication &application) const;
    [[nodiscard]] std::vector<TapeApplication> listed(Duration at, TapeWorld::Form form) const;

    std::vector<TapeWorld> m_worlds;
    bool m_recordedOnly;
    std::vector<Duration> m_changes; ///< times of all lines
};

/// All times in the answers moved by @p offset, so that a recording can be played as if it were made then.
[[nodiscard]] Tape shiftedTape(Tape tape, std::chrono::seconds offset);

} // namespace lynceus
