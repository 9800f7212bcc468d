#pragma once

#include "core/engine/instances/instancestate.h"
#include "core/engine/teamserver/teamserverstate.h"

#include <QString>

namespace lynceus {

struct TeamServerFindings;

/// Actions that the user can take for the state of a team server.
enum class TeamServerRemedy { None, TryAgain, EnterToken };

[[nodiscard]] TeamServerRemedy remedyFor(const TeamServerState &server);
/// Text of a button; empty for None.
[[nodiscard]] QString textOf(TeamServerRemedy remedy);

/// The current problem in one sentence of Lynceus; empty if there is none. The error's message follows it, unless it
/// says the same.
[[nodiscard]] QString troubleOf(const TeamServerState &server);
[[nodiscard]] QString detailOf(const TeamServerState &server);
/// "Argo Watcher · read with a token · 3 tasks in progress · not encrypted".
[[nodiscard]] QString factsOf(const TeamServerState &server, int running);
/// What kind of server responded at an address, in one sentence.
[[nodiscard]] QString findingsText(const TeamServerFindings &findings);

/// The name, URL and freshness of @p server as an InstanceState, for views of instances.
[[nodiscard]] InstanceState shownState(const TeamServerState &server);

} // namespace lynceus
