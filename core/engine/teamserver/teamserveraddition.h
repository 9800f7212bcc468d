#pragma once

#include "app/cli/exitcodes.h"
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

    TeamServerAddition(Wish wish, Keychain &keychain, QObject *parent);

    void start();

Q_SIGNALS:
    /// Instead of ended(): what is there is no team server either. Nothing was stored.
    void notTeamServer();
    /// Once. What went wrong was said.
    void ended(ExitCode code);

private:
    void take(const TeamServerFindings &findings);
    void storeSecrets();
    void keep();
    void refuse(const Error &error);

    Wish m_wish;
    Keychain &m_keychain;
    std::unique_ptr<TeamServerRegistry> m_servers;
    TeamServerFindings m_findings;
    TeamServerInstance m_server;
};

} // namespace lynceus
