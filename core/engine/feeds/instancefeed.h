#pragma once

#include "core/domain/argocd/applicationfilter.h"
#include "core/domain/feed/feedplan.h"
#include "core/domain/feed/snapshot.h"
#include "core/engine/clients/argocdclient.h"
#include "core/engine/feeds/liststream.h"
#include "core/engine/instances/instancestate.h"

#include <QObject>
#include <QTimer>

#include <memory>

namespace lynceus {

/// Follows all applications of one instance: list, stream, list again (FeedPlan says when), merged into one snapshot.
/// What changed comes as change sets, at most kCollect after its bytes.
class InstanceFeed final : public QObject
{
    Q_OBJECT
public:
    static constexpr Duration kCollect{100}; ///< of the 250 ms that a change may take until it is seen

    InstanceFeed(const Instance &instance, const Clock &clock, QObject *parent = nullptr);
    ~InstanceFeed() override;

    /// What was known at @p readAt (our clock), before the network is asked: the first change set, marked as such.
    void showCached(std::vector<ApplicationEntry> applications, Instant readAt);

    /// Begins with this client, or stops with null (paused). To be called when InstanceClients changes it.
    void follow(ArgoCdClient *client);
    /// As the person changed it. Another filter lists again; another address is another server: everything is forgotten
    /// and told as removed.
    void setInstance(const Instance &instance);
    /// Why it cannot be contacted at all (a certificate's file that is not there), or nothing.
    void setObstacle(const std::optional<Error> &obstacle);
    /// Everything again, at once: a person asks, somebody signed in, the computer woke up.
    void startAgain();

    /// As far as the feed knows it: who is signed in is not its business.
    [[nodiscard]] const InstanceState &state() const { return m_state; }
    [[nodiscard]] const Snapshot &snapshot() const { return m_snapshot; }
    /// Whether the last list could be read to its last application.
    [[nodiscard]] bool isComplete() const { return m_isComplete; }

Q_SIGNALS:
    /// Another connection, message or count at once; that it was heard of, at most once a second.
    void stateChanged(const lynceus::InstanceState &state);
    void applicationsChanged(const lynceus::ChangeSet &changes);
    /// At once, for each event of the stream: before the change set that has it.
    void marksArrived(const QString &instance, const lynceus::DeploymentMarks &marks);

private:
    void step();
    void askVersion();
    void askWho();
    void sendList();
    void openStream();
    void closeStream();
    void takeList(DecodedApplicationList &list);
    void collect();
    void tellChanges();
    void updateState();
    void updateConnection();
    void tellState();
    [[nodiscard]] Instant wallAt(Duration steady) const;
    [[nodiscard]] bool tookAJump();

    const Clock &m_clock;
    ApplicationFilter m_filter;
    Snapshot m_snapshot;
    FeedPlan m_plan;
    InstanceState m_state;
    InstanceState m_told;
    ArgoCdClient *m_client = nullptr;
    std::unique_ptr<QObject> m_requests; ///< context of all that is under way
    std::unique_ptr<ListStream> m_stream;
    std::optional<ServerVersion> m_version;
    QTimer m_timer;      ///< until the plan wants to be asked
    QTimer m_collecting; ///< until changes are told
    QTimer m_telling;    ///< until freshness is told
    std::optional<Error> m_badFilter;
    std::optional<Error> m_obstacle;
    std::optional<Instant> m_cachedAt;
    Duration m_drift; ///< wall minus monotonic
    bool m_isComplete = false;
    bool m_knowsWho = false;
};

} // namespace lynceus
