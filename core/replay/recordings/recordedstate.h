#pragma once

#include "core/replay/recordings/recordinglist.h"
#include "core/replay/recordings/recordinglogs.h"

#include <map>
#include <memory>
#include <optional>

namespace lynceus {

/// A parsed path with query: "/api/v1/applications/shop-web?project=shop".
struct RecordingRequest
{
    QString path;         ///< without query, decoded
    QStringList segments; ///< "api", "v1", "applications", "shop-web"
    QUrlQuery query;

    /// "shop-web" for everything below /api/v1/applications/shop-web and its streams, otherwise empty.
    [[nodiscard]] QString application() const;
    /// "resource-tree"; the part after the application's name.
    [[nodiscard]] QString part() const;
    [[nodiscard]] bool isStream() const;
    /// A followed log: `…/logs?follow=true`.
    [[nodiscard]] bool followsLog() const;
    [[nodiscard]] QString value(const QString &key) const;
    /// Requests with the same key get the same recorded answer. The application is matched before; a resource's events
    /// depend only on its uid, and managed resources are filtered afterwards.
    [[nodiscard]] QString lookupKey() const;
};
[[nodiscard]] RecordingRequest parseRecordingRequest(const QString &pathWithQuery);

/// What the recorded server would have answered at a time of its recording. Pure: no sockets, no clock; see
/// docs/recordings.md for the rules. Missing data is an error that says so (501); nothing is invented.
class RecordedState final
{
public:
    explicit RecordedState(std::shared_ptr<const Recording> recording);

    [[nodiscard]] const Recording &recording() const { return *m_recording; }
    [[nodiscard]] RecordingServerVersion version() const { return m_version; }
    /// Argo CD's own namespace, for requests without `appNamespace`.
    [[nodiscard]] const QString &controllerNamespace() const { return m_controllerNamespace; }

    /// GET of anything except streams. `refresh` has no effect; its result is in the recording.
    [[nodiscard]] RecordingAnswer answer(const QString &pathWithQuery, Duration at) const;
    [[nodiscard]] RecordingAnswer answer(const RecordingRequest &request, Duration at) const;

    /// The recorded application; empty while it does not exist or could not be read.
    [[nodiscard]] std::optional<QByteArray> applicationAt(Duration at) const;
    [[nodiscard]] std::optional<QByteArray> treeAt(Duration at) const;
    [[nodiscard]] std::optional<QByteArray> managedAt(Duration at) const;

    enum class Stream {
        Applications, ///< of all applications
        Tree,         ///< of the recorded application's resource tree
    };
    /// Frames with after < t <= until, in order.
    [[nodiscard]] std::vector<const RecordingLine *> framesBetween(Stream stream, Duration after, Duration until) const;

    enum class Form {
        List,   ///< as items of a list
        Single, ///< as in GET and stream: with the health of resources if known
    };
    [[nodiscard]] const RecordingLogs &logs() const { return m_logs; }

    /// All existing applications, by name.
    [[nodiscard]] std::vector<RecordingApplication> applicationsAt(Duration at, Form form) const;
    /// Of the list.
    [[nodiscard]] qint64 resourceVersionAt(Duration at) const;
    /// Whether the recording contains the application at any time.
    [[nodiscard]] bool knows(const QString &nameSpace, const QString &name) const;
    /// Name and namespace from an application's JSON text, which must outlive the result.
    [[nodiscard]] RecordingApplication identified(QByteArrayView application) const;

private:
    struct State
    {
        enum class Source { List, Poll, Frame };
        Duration at{};
        Source source = Source::List;
        qint64 version = -1; ///< resourceVersion; -1 if there is none
        bool there = true;   ///< false: deleted, or the answer was an error
        QByteArrayView json;
        QByteArray slim; ///< `json` as in a list, if that differs
        const RecordingLine *error = nullptr;
        int newestListed = -1; ///< index of the state that a list shows from here on
        int newestSingle = -1;
    };
    struct History
    {
        QByteArray nameSpace;
        QByteArray name;
        std::vector<State> states; ///< by time
        bool fromStart = true;     ///< false: created during the recording
    };
    struct Shown
    {
        Duration at{};
        const RecordingLine *line = nullptr;
        QByteArrayView json;
    };
    using Key = std::pair<QByteArray, QByteArray>; ///< name and namespace: the order of a list

    void index(const RecordingLine &line);
    void indexGet(const RecordingLine &line);
    void indexFrame(const RecordingLine &line);
    void indexList(const RecordingLine &line);
    void addState(QByteArrayView application, State state, bool created);
    static void remember(History &history, State state);
    static bool replaces(const State &next, const State &previous);
    [[nodiscard]] const State *stateAt(const History &history, Duration at, Form form) const;
    [[nodiscard]] const History *find(const QString &nameSpace, const QString &name) const;
    [[nodiscard]] RecordingAnswer listAnswer(const RecordingRequest &request, Duration at) const;
    [[nodiscard]] RecordingAnswer partAnswer(const RecordingRequest &request, Duration at) const;
    [[nodiscard]] RecordingAnswer otherAnswer(const RecordingRequest &request, Duration at) const;
    [[nodiscard]] const RecordingLine *recorded(const QString &key, Duration at) const;

    std::shared_ptr<const Recording> m_recording;
    RecordingServerVersion m_version;
    QString m_controllerNamespace;
    QByteArray m_controllerNamespaceBytes;
    const RecordingLine *m_fullList = nullptr; ///< the first one
    Duration m_changedAt = Duration::max();    ///< until then, the first full list is unchanged
    std::map<Key, History> m_applications;
    std::map<QString, std::vector<Shown>> m_trees;                   ///< by application name
    std::map<QString, std::vector<const RecordingLine *>> m_answers; ///< by path and relevant query
    RecordingLogs m_logs;
    std::vector<const RecordingLine *> m_listFrames;
    std::vector<const RecordingLine *> m_treeFrames;
    std::vector<std::pair<Duration, qint64>> m_versions; ///< newest resourceVersion by time
};

} // namespace lynceus
