#pragma once

#include "app/cli/doctor/doctorprinter.h"
#include "app/cli/doctor/instancecheck.h"
#include "app/cli/doctor/keychaincheck.h"
#include "app/cli/options/options.h"
#include "app/cli/servers/serverconnection.h"
#include "app/cli/servers/storedsignins.h"
#include "app/cli/sessions/commandsession.h"
#include "app/cli/teamserver/teamservertest.h"
#include "core/io/desktop/busnames.h"

#include <memory>
#include <optional>

namespace lynceus {

/// Runs all checks concurrently. Text output prints each section when it is complete, so that an instance that hangs
/// delays no other; JSON is printed at the end, in the order of the settings.
class DoctorSession final : public CommandSession
{
    Q_OBJECT
public:
    /// @p files: findings about the user's files from before the settings were read. @p oneOff: the server given on the
    /// command line, instead of stored instances.
    DoctorSession(const DoctorOptions &options, Findings files, const std::vector<Instance> &instances,
                  const std::vector<TeamServerInstance> &servers, const std::optional<ServerConnection> &oneOff,
                  const Clock &clock);
    ~DoctorSession() override;

private:
    void start() override;
    /// Reports missing responses as findings.
    void timeOut() override;
    void addCheck(const Instance &instance, InstanceCheck::Way way, std::function<SessionState()> session);
    void addTeamServer(const TeamServerInstance &server);
    void addOneOff(const ServerConnection &connection);
    void addComputer(const std::vector<Instance> &instances);
    void takePart();
    void takeKeychain(const Finding &finding);
    void takeBus(const BusNames &names);
    void takeComputer();
    void print(const DoctorSection &section);
    [[nodiscard]] std::vector<Secret> sentSecrets();
    void finish();

    DoctorOptions m_options;
    const Clock &m_clock;
    StoredSignIns m_signIns;
    std::unique_ptr<KeychainCheck> m_keychain;
    std::vector<std::unique_ptr<InstanceCheck>> m_checks;
    std::vector<std::unique_ptr<TeamServerTest>> m_servers;
    DoctorSection m_computer;
    int m_awaited = 0; ///< pending checks, of instances and of this computer
    int m_computerParts = 2;
    bool m_hasKeychain = false;
    bool m_hasBus = false;
    bool m_isFinished = false;
    bool m_isWritten = true; ///< all output so far
};

} // namespace lynceus
