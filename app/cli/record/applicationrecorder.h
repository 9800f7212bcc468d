#pragma once

#include "app/cli/record/eventschedule.h"
#include "core/domain/podimages/podimages.h"
#include "core/domain/time/serverclock.h"
#include "core/engine/clients/argocdclient.h"
#include "core/io/http/requests/streamconnection.h"
#include "core/replay/recordings/recordingwriter.h"

#include <QHash>
#include <QSet>
#include <QTimer>

#include <chrono>
#include <optional>

namespace lynceus {

/// Records the responses of one application's server, as often as a watch could need them, until it is destroyed. The
/// recording (docs/recordings.md) replays the same rollout and contains only this application.
///
/// Load on the server: about four requests a second, up to twelve while something is unhealthy, and two streams, for
/// the whole recording.
class ApplicationRecorder final : public QObject
{
    Q_OBJECT
public:
    /// @p client must outlive it. The server's host is added to @p replacements.
    ApplicationRecorder(ArgoCdClient &client, const Clock &clock, ApplicationKey key, QString project,
                        QStringList images, Replacements replacements, QObject *parent = nullptr);
    ~ApplicationRecorder() override;

    void start();
    /// Sends the requests that are due by the clock; for tests with a fake clock. A timer calls it four times a second.
    void checkClock();
    /// True if no request is pending; streams do not count.
    [[nodiscard]] bool isIdle() const;
    /// Reads everything once more, so that the recording ends with the current state; then emits finished(). Requires a
    /// recording().
    void finish();

    /// Null until the server's version and the application were read.
    [[nodiscard]] const RecordingWriter *recording() const { return m_writer ? &*m_writer : nullptr; }

Q_SIGNALS:
    /// Emitted once: the application was read and is being recorded.
    void began();
    /// Emitted once, instead of began(): why nothing can be recorded.
    void failed(const lynceus::Error &error);
    /// Emitted when something was added.
    void grew();
    /// Emitted once, after finish().
    void finished();

private:
    enum class Part { Application, Tree, Managed, Events, List, Windows, ApplicationSet };
    struct Poll
    {
        Part part;
        Duration askedAt = -std::chrono::hours(1); ///< long ago, so that the first request is due at once
        bool inFlight = false;
    };

    void readVersion();
    void begin(const ServerVersion &version, Instant serverNow);
    void tick();
    void poll(Poll &poll);
    void check(Part part, std::function<void()> settled);
    [[nodiscard]] ApiPath pathOf(Part part) const;
    [[nodiscard]] Duration intervalOf(Part part) const;
    [[nodiscard]] bool isAsked(Part part) const { return part != Part::ApplicationSet || !m_applicationSet.isEmpty(); }
    void ask(const ApiPath &path, std::function<void(const QByteArray &)> then, std::function<void()> settled);
    void follow(const ApiPath &path, std::unique_ptr<StreamConnection> &stream, Duration &retryAt);
    void learnTime(const std::optional<Instant> &date, Duration sentAt);
    void takeApplication(const QByteArray &body);
    void takeTree(const QByteArray &body);
    void askForEvents();
    void askForPodManifest();
    void askForLastWords(const ResourceTree &tree);
    void askLogsOf(const ResourceNode &node, bool previous);
    void takeLog(const LogQuery &query, const std::vector<LogLine> &lines);
    [[nodiscard]] Duration now() const { return m_clock.steady() - m_begun; }

    ArgoCdClient &m_client;
    const Clock &m_clock;
    ApplicationKey m_key;
    QString m_project;
    QStringList m_images;
    Replacements m_replacements;
    Decoder m_decoder;
    std::optional<RecordingWriter> m_writer;
    Duration m_begun{0};
    QTimer m_timer;
    std::vector<Poll> m_polls;
    std::size_t m_lastChecks = 0; ///< pending requests after finish()
    std::unique_ptr<StreamConnection> m_listStream;
    std::unique_ptr<StreamConnection> m_treeStream;
    bool m_streamsList = false;
    bool m_hearsTree = false;
    Duration m_listRetryAt{0};
    Duration m_treeRetryAt{0};
    EventSchedule m_events;
    PodImages m_podImages;
    std::optional<ResourceTree> m_tree; ///< the newest
    ServerClock m_serverClock;          ///< in recording time
    bool m_isHeld = false;              ///< OutOfSync and not being synced: possibly because of a sync window or a step
    bool m_isWell = false;
    QString m_applicationSet;               ///< the ApplicationSet that syncs it in a later step; empty: none
    QHash<QString, Duration> m_logsAskedAt; ///< by uid
    int m_logsUnderWay = 0;
    QHash<QString, Instant> m_newestLogLine; ///< by pod and container
    QSet<QString> m_knownRevisions;
    HttpClient m_http; ///< last member: its pending requests use the ones above
};

} // namespace lynceus
