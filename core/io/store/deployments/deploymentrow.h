#pragma once

#include "core/domain/base/result.h"
#include "core/domain/deployments/deployment.h"

#include <QByteArray>

namespace lynceus {

/// What a search for text looks in: application, project, images, versions, revisions, actor and commit, case-folded.
[[nodiscard]] QString searchText(const Deployment &deployment);
/// @p text as it is sought there; a whole commit id as far as it is stored.
[[nodiscard]] QString soughtText(const QString &text);

/// The column `record`: what the row does not have in columns of its own.
[[nodiscard]] QByteArray recordBytes(const Deployment &deployment);
/// Malformed: damaged, or of a later version.
[[nodiscard]] Result<Deployment> deploymentFrom(const QByteArray &record, const ApplicationKey &application,
                                                Instant startedAt);

} // namespace lynceus
