#pragma once

#include "core/engine/instances/instancestate.h"
#include "core/engine/teamserver/teamserverstate.h"

#include <QString>

namespace lynceus {

struct TeamServerFindings;

/// What a person can do about the state of a team server.
enum class TeamServerRemedy { None, TryAgain, EnterToken };

[[nodiscard]] TeamServerRemedy remedyFor(const TeamServerState &server);
/// A button's text; empty for None.
[[nodiscard]] QString textOf(TeamServerRemedy remedy);

/// What stands in the way, in one sentence of ours; empty while nothing does. The error's own words come behind it,
/// unless they say it all.
[[nodiscard]] QString troubleOf(const TeamServerState &server);
[[nodiscard]] QString detailOf(const TeamServerState &server);
/// "Argo Watcher · read with a token · 3 tasks in progress · not encrypted".
[[nodiscard]] QString factsOf(const TeamServerState &server, int running);
/// What answered at an address, in one sentence.
[[nodiscard]] QString findingsText(const TeamServerFindings &findings);

/// @p server as what shows instances shows it: its name, address and freshness.
[[nodiscard]] InstanceState shownState(const TeamServerState &server);

} // namespace lynceus
