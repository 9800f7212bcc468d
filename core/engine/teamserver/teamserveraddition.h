#pragma once

#include "core/engine/instances/gatewayheaders.h"
#include "core/engine/teamserver/teamserverprobe.h"
#include "core/engine/teamserver/teamserverregistry.h"

#include <QObject>

namespace lynceus {

/// Adds a team server: recognises it, stores its credential and headers in the keychain, and only then keeps it. What
/// cannot be finished leaves nothing behind.
class TeamServerAddition final : public QObject
{
    Q_OBJECT
public:
    struct Wish
    {
        Instance place; ///< checked, with its id
        Secret token;   ///< empty: it is read without a credential
        HeaderValues headers;
        std::vector<Instance> others; ///< Argo CD instances: they have names, too
    };

    /// @p servers and @p keychain outlive it.
    TeamServerAddition(Wish wish, TeamServerRegistry &servers, Keychain &keychain, QObject *parent);

    void start();
    /// What it found; of no value before ended().
    [[nodiscard]] const TeamServerFindings &findings() const { return m_findings; }

Q_SIGNALS:
    /// Instead of ended(): what is there is no team server. Nothing was stored.
    void notTeamServer(const lynceus::Error &error);
    /// Once. Errors: why its tasks cannot be read (findings().reading has it, too), the keychain's, or
    /// TeamServerRegistry::add()'s.
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
