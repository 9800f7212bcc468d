#pragma once

#include "core/domain/deployments/deployment.h"
#include "core/domain/versions/versionhistory.h"

#include <QTimeZone>

namespace lynceus {

// What tables, reports and notifications call a deployment's parts. Each is one line of text as the servers said it:
// visibleLine() or what escapes it stands between this and a reader.

/// The first seven characters of a commit id; other revisions (chart versions, tags) as they are.
[[nodiscard]] QString shortCommit(const QString &revision);

/// "1.4.0 → 1.5.0", "api 1.4.0 → 1.5.0, web 2.0 → 2.1", "chart 1.0 → 1.1", "rollback 1.5.0 → 1.4.0",
/// "revision 3f2a1b0 → 9c8d7e6".
[[nodiscard]] QString changeText(const Deployment &deployment);
/// The same with whole repositories, for files: "ghcr.io/acme/web 1.4.0 → 1.5.0". Empty if only a revision changed.
[[nodiscard]] QString wholeChangeText(const Deployment &deployment);
/// The same in every language, for files that programs read.
[[nodiscard]] QString changeColumn(const Deployment &deployment);

/// "ann", "automated: Ann", "image-updater"; without the address of a commit's author.
[[nodiscard]] QString actorText(const Actor &actor);

/// "degraded: why"; empty without a cause.
[[nodiscard]] QString deploymentCauseText(const Deployment &deployment);

// The same for readers: stable names are for programs, and become words.

/// "timed out" of "timed-out".
[[nodiscard]] QString wordsOf(QString name);
/// "image updater: Ann"
[[nodiscard]] QString actorWords(const Actor &actor);
/// "image not found: why"
[[nodiscard]] QString causeWords(const Deployment &deployment);

/// "2 deployments behind dev since 2026-11-28", with the date in @p zone.
[[nodiscard]] QString lagText(const VersionLag &lag, const QString &environment, const QTimeZone &zone);

/// "2 behind since 2026-11-28", with the local date: the same on the command line, where the environment stands beside
/// it.
[[nodiscard]] QString shortLagText(const VersionLag &lag);

} // namespace lynceus
