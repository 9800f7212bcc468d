#pragma once

#include "core/domain/argocd/requests/applicationfilter.h"
#include "core/domain/feed/feedplan.h"
#include "core/domain/feed/snapshot.h"
#include "core/engine/clients/argocdclient.h"
#include "core/engine/feeds/liststream.h"
#include "core/engine/instances/instancestate.h"

#include <QObject>
#include <QTimer>

#include <memory>

namespace lynceus {

/// Follows all applications of one instance by lists and a stream (FeedPlan decides when) and merges them into one
/// snapshot. Emits changes as change sets, at most kCollect after their bytes arrived.
class InstanceFeed final : public QObject
{
    Q_OBJECT
public:
    static constexpr Duration kCollect{100}; ///< part of the 250 ms in which a change must become visible

    InstanceFeed(const Instance &instance, const Clock &clock, QObject *parent = nullptr);
    ~InstanceFeed() override;

    /// Shows applications that were known at @p readAt (our clock) before the network is used, in a change set with
    /// fromCache set.
    void showCached(std::vector<ApplicationEntry> applications, Instant readAt);

    /// Starts with @p client, or stops if it is null (paused). Call when InstanceClients changes it.
    void follow(ArgoCdClient *client);
    /// Call when the user changed the instance. Another filter reads the list again; another address is another server:
    /// all applications are removed and reported as such.
    void setInstance(const Instance &instance);
    /// Why the instance cannot be contacted (such as a missing certificate file); empty to clear.
    void setObstacle(const std::optional<Error> &obstacle);
    /// Reads everything again at once: on request, after a sign-in or when the computer wakes up.
    void startAgain();

    /// Without the sign-in, which the feed does not know.
    [[nodiscard]] const InstanceState &state() const { return m_state; }
    [[nodiscard]] const Snapshot &snapshot() const { return m_snapshot; }
    /// Whether every application of the last list could be read.
    [[nodiscard]] bool isComplete() const { return m_isComplete; }
    /// Whether silence means no change: the stream is open, and a list confirmed it.
    [[nodiscard]] bool reportsEveryChange() const { return m_client && m_plan.reportsEveryChange(); }

Q_SIGNALS:
    /// At once if connection, message or count changed; at most once a second if only the time of the last data
    /// changed.
    void stateChanged(const lynceus::InstanceState &state);
    void applicationsChanged(const lynceus::ChangeSet &changes);
    /// Emitted at once for each event of the stream, before the change set that contains it.
    void marksArrived(const QString &instance, const lynceus::DeploymentMarks &marks);
    /// The stream ended or was closed; changes are missed until streamConfirmed().
    void streamClosed(const QString &instance);
    /// reportsEveryChange() became true.
    void streamConfirmed(const QString &instance);

private:
    void step();
    void askVersion();
    void askWho();
    void sendList();
    void openStream();
    void closeStream();
    void takeList(DecodedApplicationList &list);
    void collect();
    void reportChanges();
    void updateState();
    void updateConnection();
    void reportState();
    [[nodiscard]] Instant wallAt(Duration steady) const;
    [[nodiscard]] bool tookAJump();

    const Clock &m_clock;
    ApplicationFilter m_filter;
    Snapshot m_snapshot;
    FeedPlan m_plan;
    InstanceState m_state;
    InstanceState m_reported;
    ArgoCdClient *m_client = nullptr;
    std::unique_ptr<QObject> m_requests; ///< context of all requests in progress
    std::unique_ptr<ListStream> m_stream;
    std::optional<ServerVersion> m_version;
    QTimer m_timer;      ///< until the plan's next step
    QTimer m_collecting; ///< until the next change set
    QTimer m_telling;    ///< until the next stateChanged()
    std::optional<Error> m_badFilter;
    std::optional<Error> m_obstacle;
    std::optional<Instant> m_cachedAt;
    Duration m_drift; ///< wall clock minus monotonic clock
    bool m_isComplete = false;
    bool m_knowsWho = false;
    bool m_isConfirmed = false; ///< streamConfirmed() was emitted for this stream
};

} // namespace lynceus
