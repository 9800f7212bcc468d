#include "core/domain/teamserver/teamserver.h"

#include "core/domain/instances/instancerules.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace lynceus {

QString nameOf(TeamServerKind kind)
{
    return kind == TeamServerKind::Lynceus ? u"lynceus"_s : u"argo-watcher"_s;
}

std::optional<TeamServerKind> teamServerKindFrom(const QString &name)
{
    for (const auto kind : kTeamServerKinds) {
        if (nameOf(kind) == name)
            return kind;
    }
    return std::nullopt;
}

QString shownName(TeamServerKind kind)
{
    return kind == TeamServerKind::Lynceus ? u"lynceus serve"_s : u"Argo Watcher"_s;
}

Instance placeWithCredential(const TeamServerInstance &server)
{
    auto place = server.place;
    if (!server.credentialHeader.isEmpty())
        place.headerNames.append(server.credentialHeader);
    return place;
}

Result<TeamServerInstance> checkedTeamServer(TeamServerInstance server, const std::vector<Instance> &others)
{
    auto checked = checkedInstance(server.place, others);
    if (!checked)
        return tl::unexpected(checked.error());
    server.place = std::move(*checked);
    const auto &credential = server.credentialHeader;
    const bool isKnown = credential.isEmpty() || std::ranges::any_of(kCredentialHeaders, [&](const char *header) {
                             return credential == QLatin1StringView(header);
                         });
    if (!isKnown)
        return badInput(u"is not a header for a credential; use Authorization, ARGO_WATCHER_DEPLOY_TOKEN or "
                        "Oidc-Authorization"_s,
                        u"credentialHeader"_s);
    if (server.place.headerNames.contains(credential, Qt::CaseInsensitive))
        return badInput(u"%1 carries the credential; remove it from the headers"_s.arg(credential), u"header"_s);
    return server;
}

} // namespace lynceus
