#pragma once

#include "core/engine/instances/gatewayregistry.h"
#include "core/engine/teamserver/teamserverfeed.h"
#include "core/engine/teamserver/teamserverprobe.h"
#include "core/engine/teamserver/teamserverregistry.h"

#include <QObject>

#include <functional>
#include <map>
#include <memory>

namespace lynceus {

struct WatchRecord;

/// The team servers of this desk: what is configured, each with its feed. Lives in the engine's thread.
class TeamServers final : public QObject
{
    Q_OBJECT
public:
    template<typename T>
    using Reply = std::function<void(Result<T>)>;

    /// @p gateways and @p keychain outlive it.
    TeamServers(TeamServersFile file, GatewayRegistry &gateways, Keychain &keychain, const Clock &clock,
                QObject *parent = nullptr);
    ~TeamServers() override;

    /// Of feeds that begin from now on; tests have a shorter one.
    void setPace(const TeamServerFeed::Pace &pace) { m_pace = pace; }
    /// Reads the file; from then on each server is followed.
    void open();
    void setShown(bool isShown);
    void retry(const QString &id);
    /// As TeamServerFeed::readVerdict().
    void readVerdict(const QString &id, const QString &task);

    [[nodiscard]] const TeamServerRegistry &registry() const { return m_registry; }
    /// Null: not known.
    [[nodiscard]] const ServerTask *task(const QString &id, const QString &task) const;

    // Each answers once, unless @p context died.
    void probe(const Instance &place, const Secret &token, QObject *context, Reply<TeamServerFindings> reply);
    /// @p others: the Argo CD instances, which have names, too. The result is its id.
    void add(const Instance &place, const Secret &token, const std::vector<Instance> &others, QObject *context,
             Reply<QString> reply);
    void setToken(const QString &id, const Secret &token, QObject *context, Reply<void> reply);
    /// @p watch is one of ours that runs, of an application of @p own; the server is asked which of its instances that
    /// is. Nothing: the instance is not known here.
    void share(const WatchRecord &watch, const std::optional<Instance> &own, const QString &id, const QString &author,
               QObject *context, Reply<SharedTask> reply);
    [[nodiscard]] Result<void> rename(const QString &id, const QString &name, const std::vector<Instance> &others);
    [[nodiscard]] Result<void> remove(const QString &id);

Q_SIGNALS:
    void stateChanged(const lynceus::TeamServerState &state);
    void serverRemoved(const QString &id);
    void tasksChanged(const lynceus::ServerTaskChanges &changes);
    void noticeRaised(const QString &sentence);

private:
    void follow(const TeamServerInstance &server);
    void forget(const QString &id);
    void reach(const TeamServerInstance &server);
    void storeToken(TeamServerInstance server, const Secret &token, const HeaderValues &headers, QObject *context,
                    Reply<void> reply);

    GatewayRegistry &m_gateways;
    Keychain &m_keychain;
    const Clock &m_clock;
    TeamServerRegistry m_registry;
    TeamServerFeed::Pace m_pace;
    std::map<QString, std::unique_ptr<TeamServerFeed>> m_feeds; ///< by id
    bool m_isShown = false;
};

} // namespace lynceus
