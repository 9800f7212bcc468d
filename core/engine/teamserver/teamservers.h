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

/// The configured team servers and their feeds. Lives in the engine's thread.
class TeamServers final : public QObject
{
    Q_OBJECT
public:
    template<typename T>
    using Reply = std::function<void(Result<T>)>;

    /// @p gateways and @p keychain must outlive it.
    TeamServers(TeamServersFile file, GatewayRegistry &gateways, Keychain &keychain, const Clock &clock,
                QObject *parent = nullptr);
    ~TeamServers() override;

    /// Applies to feeds that are created later; shorter in tests.
    void setPace(const TeamServerFeed::Pace &pace) { m_pace = pace; }
    /// Reads the file and starts following each server.
    void open();
    void setShown(bool isShown);
    void retry(const QString &id);
    /// See TeamServerFeed::readVerdict().
    void readVerdict(const QString &id, const QString &task);

    [[nodiscard]] const TeamServerRegistry &registry() const { return m_registry; }
    /// Null if unknown.
    [[nodiscard]] const ServerTask *task(const QString &id, const QString &task) const;

    // Each calls @p reply once, unless @p context was destroyed.
    void probe(const Instance &place, const Secret &token, QObject *context, Reply<TeamServerFindings> reply);
    /// @p others: the Argo CD instances; names must differ from theirs. Returns the id.
    void add(const Instance &place, const Secret &token, const std::vector<Instance> &others, QObject *context,
             Reply<QString> reply);
    void setToken(const QString &id, const Secret &token, QObject *context, Reply<void> reply);
    /// Registers @p watch, a running watch of an application on the instance @p own, on the team server, after asking
    /// which of the server's instances that is. @p own empty: the instance is unknown here.
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
