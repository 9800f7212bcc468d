#pragma once

#include "core/engine/instances/gatewayheaders.h"
#include "core/engine/teamserver/teamserverprobe.h"
#include "core/engine/teamserver/teamserverregistry.h"

#include <QObject>

namespace lynceus {

/// Adds a team server: recognises it, stores its credential and headers in the keychain, then adds it to the registry.
/// After an error, nothing is left behind.
class TeamServerAddition final : public QObject
{
    Q_OBJECT
public:
    struct Wish
    {
        Instance place; ///< checked; has an id
        Secret token;   ///< empty: read without a credential
        HeaderValues headers;
        std::vector<Instance> others; ///< Argo CD instances; names must differ from theirs
    };

    /// @p servers and @p keychain must outlive it.
    TeamServerAddition(Wish wish, TeamServerRegistry &servers, Keychain &keychain, QObject *parent);

    void start();
    /// Valid after ended().
    [[nodiscard]] const TeamServerFindings &findings() const { return m_findings; }

Q_SIGNALS:
    /// Emitted instead of ended(): the address is not a team server. Nothing was stored.
    void notTeamServer(const lynceus::Error &error);
    /// Emitted once. Errors: why its tasks cannot be read (also in findings().reading), those of the keychain and of
    /// TeamServerRegistry::add().
    void ended(const Result<lynceus::TeamServerInstance> &added);

private:
    void take(const TeamServerFindings &findings);
    void storeSecrets();
    void keep();

    Wish m_wish;
    TeamServerRegistry &m_servers;
    Keychain &m_keychain;
    TeamServerFindings m_findings;
    TeamServerInstance m_server;
};

} // namespace lynceus
