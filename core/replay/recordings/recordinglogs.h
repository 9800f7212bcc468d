#pragma once

#include "core/replay/recordings/recording.h"

#include <map>

namespace lynceus {

/// What a client may ask of a log.
struct RecordingLogQuery
{
    QString pod;
    QString container; ///< empty: the pod's first
    bool previous = false;
    int tailLines = -1; ///< -1: all
};

[[nodiscard]] RecordingLogQuery logQueryOf(const QUrlQuery &query);

/// What the containers of a recording wrote, and when. Lines are JSON texts as Argo CD sends them:
/// {"result":{"content","timeStamp","last","timeStampStr","podName"}}. @p zero is the server's clock at the recording's
/// start.
class RecordingLogs final
{
public:
    void add(const RecordingLine &line);
    [[nodiscard]] bool isEmpty() const { return m_lines.empty(); }

    /// All lines up to @p at that the query wants, one a line of text, and the end mark; empty for an unknown pod, as
    /// the server does it.
    [[nodiscard]] QByteArray answer(const RecordingLogQuery &query, Duration at, Instant zero) const;
    /// For a client that follows: what is there when it comes, …
    [[nodiscard]] std::vector<QByteArray> tail(const RecordingLogQuery &query, Duration at, Instant zero) const;
    /// … and what comes then: after < t <= until.
    [[nodiscard]] std::vector<QByteArray> between(const RecordingLogQuery &query, Duration after, Duration until,
                                                  Instant zero) const;

private:
    struct Container
    {
        QString name;
        std::vector<const RecordingLine *> lines;
        std::vector<const RecordingLine *> previous; ///< of the container before its last restart
    };
    [[nodiscard]] const std::vector<const RecordingLine *> *find(const RecordingLogQuery &query) const;

    std::map<QString, std::vector<Container>> m_lines; ///< by pod; containers in the order in which they spoke first
};

} // namespace lynceus
