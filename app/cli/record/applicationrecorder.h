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

/// Writes down what one application's server answers, as often as a watch could need it, until it is destroyed: a
/// recording (docs/recordings.md) that plays the same rollout again. Only this application is in it.
///
/// What it costs the server: about four requests a second, up to twelve while something is not well, and two streams,
/// for as long as you record.
class ApplicationRecorder final : public QObject
{
    Q_OBJECT
public:
    /// @p client must outlive it. @p replacements get the server's host as well.
    ApplicationRecorder(ArgoCdClient &client, const Clock &clock, ApplicationKey key, QString project,
                        QStringList images, Replacements replacements, QObject *parent = nullptr);
    ~ApplicationRecorder() override;

    void start();
    /// Asks for what is due by the clock: for tests whose time is not ours. A timer does the same four times a second.
    void lookAtClock();
    /// Nothing is under way but the streams.
    [[nodiscard]] bool isIdle() const;
    /// Takes one last look at everything, so that the recording ends with what is so now; then finished(). Needs a
    /// recording().
    void finish();

    /// Null until the server's version and the application were read.
    [[nodiscard]] const RecordingWriter *recording() const { return m_writer ? &*m_writer : nullptr; }

Q_SIGNALS:
    /// Once: the application was read and is being recorded.
    void began();
    /// Once, instead of began(): nothing can be recorded, for this reason.
    void failed(const lynceus::Error &error);
    /// Something new was written down.
    void grew();
    /// Once, after finish().
    void finished();

private:
    enum class Part { Application, Tree, Managed, Events, List, Windows, ApplicationSet };
    struct Poll
    {
        Part part;
        Duration askedAt = -std::chrono::hours(1); ///< long ago: at once
        bool inFlight = false;
    };

    void readVersion();
    void begin(const ServerVersion &version, Instant serverNow);
    void tick();
    void poll(Poll &poll);
    void look(Part part, std::function<void()> settled);
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
    std::size_t m_lastLooks = 0; ///< still to be answered after finish()
    std::unique_ptr<StreamConnection> m_listStream;
    std::unique_ptr<StreamConnection> m_treeStream;
    bool m_hearsList = false;
    bool m_hearsTree = false;
    Duration m_listRetryAt{0};
    Duration m_treeRetryAt{0};
    EventSchedule m_events;
    PodImages m_podImages;
    std::optional<ResourceTree> m_tree; ///< the newest
    ServerClock m_serverClock;          ///< by the recording's time
    bool m_isHeld = false;              ///< OutOfSync and nothing applies it: a sync window or a step may be why
    bool m_isWell = false;
    QString m_applicationSet;               ///< which syncs it in a later step; empty: it waits for none
    QHash<QString, Duration> m_logsAskedAt; ///< by uid
    int m_logsUnderWay = 0;
    QHash<QString, Instant> m_newestLogLine; ///< by pod and container
    QSet<QString> m_knownRevisions;
    HttpClient m_http; ///< last: requests that end with it use all of the above
};

} // namespace lynceus
