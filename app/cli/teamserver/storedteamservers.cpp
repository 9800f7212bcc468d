#include "app/cli/teamserver/storedteamservers.h"

#include "app/cli/options/values.h"
#include "app/cli/process/console.h"
#include "core/domain/instances/instancerules.h"
#include "core/domain/redaction/redact.h"
#include "core/io/settings/instancesfile.h"

using namespace Qt::StringLiterals;

namespace lynceus {

std::unique_ptr<TeamServerRegistry> openTeamServers()
{
    auto servers =
        std::make_unique<TeamServerRegistry>(teamServersFile(teamServersFileBeside(InstancesFile::usualName())));
    QObject::connect(servers.get(), &TeamServerRegistry::noticeRaised, servers.get(), &reportWarning);
    servers->open();
    return servers;
}

Result<std::vector<TeamServerInstance>> chosenTeamServers(const TeamServerRegistry &servers, const QStringList &names)
{
    const auto &all = servers.servers();
    if (all.empty())
        return badInput(u"no team servers; add one with: lynceus instances add NAME URL"_s);
    if (names.isEmpty())
        return all;
    std::vector<TeamServerInstance> chosen;
    for (const auto &name : names) {
        if (const auto *server = servers.named(name)) {
            chosen.push_back(*server);
            continue;
        }
        QStringList known;
        for (const auto &server : all)
            known.append(server.place.name);
        auto hint = didYouMean(name, known);
        if (hint.isEmpty())
            hint = u"; valid: %1"_s.arg(known.join(u", "_s));
        return badInput(u"unknown team server"_s + hint, redactedText(name, kLongestInstanceName));
    }
    return chosen;
}

QString kindText(const TeamServerInstance &server)
{
    const auto text = u"team server (%1)"_s.arg(shownName(server.kind));
    return server.credentialHeader.isEmpty() ? text : text + u", token"_s;
}

} // namespace lynceus
