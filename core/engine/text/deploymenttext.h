#pragma once

#include "core/domain/deployments/deployment.h"
#include "core/domain/versions/versionhistory.h"

#include <QTimeZone>

namespace lynceus {

// Texts for the parts of a deployment in tables, reports and notifications. Each is one line that contains text from
// servers: pass it through visibleLine() or an escape function before display.

/// The first seven characters of a commit id; other revisions (chart versions, tags) unchanged.
[[nodiscard]] QString shortCommit(const QString &revision);

/// "1.4.0 → 1.5.0", "api 1.4.0 → 1.5.0, web 2.0 → 2.1", "chart 1.0 → 1.1", "rollback 1.5.0 → 1.4.0",
/// "revision 3f2a1b0 → 9c8d7e6".
[[nodiscard]] QString changeText(const Deployment &deployment);
/// Like changeText() with full repositories, for files: "ghcr.io/acme/web 1.4.0 → 1.5.0". Empty if only a revision
/// changed.
[[nodiscard]] QString wholeChangeText(const Deployment &deployment);
/// Like changeText(), untranslated, for files that programs read.
[[nodiscard]] QString changeColumn(const Deployment &deployment);

/// "ann", "automated: Ann", "image-updater"; without the email address of a commit's author.
[[nodiscard]] QString actorText(const Actor &actor);

/// "degraded: why"; empty without a cause.
[[nodiscard]] QString deploymentCauseText(const Deployment &deployment);

// Variants for users: stable names, which are for programs, are replaced by words.

/// "timed out" of "timed-out".
[[nodiscard]] QString textOf(QString name);
/// "image updater: Ann"
[[nodiscard]] QString translatedActorText(const Actor &actor);
/// "image not found: why"
[[nodiscard]] QString causeText(const Deployment &deployment);

/// "2 deployments behind dev since 2026-11-28"; date in @p zone.
[[nodiscard]] QString lagText(const VersionLag &lag, const QString &environment, const QTimeZone &zone);

/// "2 behind since 2026-11-28"; local date. For the command line, which shows the environment in its own column.
[[nodiscard]] QString shortLagText(const VersionLag &lag);

} // namespace lynceus
