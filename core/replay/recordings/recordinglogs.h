#pragma once

#include "core/replay/recordings/recording.h"

#include <map>

namespace lynceus {

/// Parameters of a log request.
struct RecordingLogQuery
{
    QString pod;
    QString container; ///< empty: the first of the pod
    bool previous = false;
    int tailLines = -1; ///< -1: all
};

[[nodiscard]] RecordingLogQuery logQueryOf(const QUrlQuery &query);

/// Log lines of the containers in a recording. Output is JSON texts as from Argo CD:
/// {"result":{"content","timeStamp","last","timeStampStr","podName"}}. @p zero: server's clock at the start of the
/// recording.
class RecordingLogs final
{
public:
    void add(const RecordingLine &line);
    [[nodiscard]] bool isEmpty() const { return m_lines.empty(); }

    /// All matching lines up to @p at, one per line of text, and the end mark; empty for an unknown pod, like the
    /// server.
    [[nodiscard]] QByteArray answer(const RecordingLogQuery &query, Duration at, Instant zero) const;
    /// For a following client: lines that exist when it connects, …
    [[nodiscard]] std::vector<QByteArray> tail(const RecordingLogQuery &query, Duration at, Instant zero) const;
    /// … and later ones: after < t <= until.
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

    std::map<QString, std::vector<Container>> m_lines; ///< by pod; containers in the order of their first line
};

} // namespace lynceus
