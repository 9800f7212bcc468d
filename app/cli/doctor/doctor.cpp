#include "app/cli/commands/commands.h"
#include "app/cli/doctor/bundlefile.h"
#include "app/cli/doctor/computerchecks.h"
#include "app/cli/doctor/doctorsession.h"
#include "app/cli/instances/storedregistry.h"
#include "app/cli/process/console.h"
#include "app/cli/servers/servers.h"
#include "app/cli/teamserver/storedteamservers.h"
#include "core/io/log/logfile.h"
#include "core/io/settings/instancesfile.h"
#include "core/io/settings/preferencesfile.h"
#include "core/io/store/database/storefolder.h"

namespace lynceus {

namespace {

struct Wanted
{
    std::vector<Instance> instances;
    std::vector<TeamServerInstance> servers;
};

/// The named instances, otherwise all; no instance is a finding, not an error.
Result<Wanted> wantedInstances(const InstanceRegistry &registry, const QStringList &names)
{
    const auto servers = openTeamServers();
    if (names.isEmpty())
        return Wanted{registry.instances(), servers->servers()};
    Wanted wanted;
    for (const auto &name : names) {
        if (const auto *server = servers->named(name)) {
            wanted.servers.push_back(*server);
            continue;
        }
        const auto chosen = chosenInstances(registry, *servers, name);
        if (!chosen)
            return tl::unexpected(chosen.error());
        wanted.instances.push_back(chosen->front());
    }
    return wanted;
}

} // namespace

ExitCode runCommand(const DoctorOptions &options, const CommandContext &context)
{
    if (const auto fits = checkBundle(options.bundle); !fits)
        return reportError(fits.error());
    auto files = checkedFiles(
        {InstancesFile::usualName(), PreferencesFile::usualName(), lynceus::storeFile(), LogFile::usualName()});
    if (!options.server.server.isEmpty() || (options.instances.isEmpty() && !serverEnvironment().server.isEmpty())) {
        const auto connection = openedConnection(options.server);
        if (!connection)
            return reportError(connection.error());
        DoctorSession session(options, std::move(files), {}, {}, *connection, context.clock);
        return execute(session, context, options.server.requestTimeout);
    }
    if (const auto right = checkAgainstStored(options.server); !right)
        return reportError(right.error());
    const auto registry = openRegistry(context.clock);
    const auto wanted = wantedInstances(*registry, options.instances);
    if (!wanted)
        return reportError(wanted.error());
    DoctorSession session(options, std::move(files), wanted->instances, wanted->servers, {}, context.clock);
    return execute(session, context, options.server.requestTimeout);
}

} // namespace lynceus
