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

/// All checks side by side. As text each section is printed when it is whole, so that an instance that hangs delays
/// no other; as JSON all at the end, in the order of the settings.
class DoctorSession final : public CommandSession
{
    Q_OBJECT
public:
    /// @p files: what was found out about the person's files before anything was read.
    /// @p oneOff: the one server of this call, in place of stored instances.
    DoctorSession(const DoctorOptions &options, Findings files, const std::vector<Instance> &instances,
                  const std::vector<TeamServerInstance> &servers, const std::optional<ServerConnection> &oneOff,
                  const Clock &clock);
    ~DoctorSession() override;

private:
    void start() override;
    /// What did not answer is a finding.
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
    int m_awaited = 0; ///< checks of instances, and parts of this computer
    int m_computerParts = 2;
    bool m_hasKeychain = false;
    bool m_hasBus = false;
    bool m_isFinished = false;
};

} // namespace lynceus
