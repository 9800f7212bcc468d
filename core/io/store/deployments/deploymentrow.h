#pragma once

#include "core/domain/base/result.h"
#include "core/domain/deployments/deployment.h"

#include <QByteArray>

namespace lynceus {

/// Text for searches: application, project, images, versions, revisions, actor and commit, case-folded.
[[nodiscard]] QString searchText(const Deployment &deployment);
/// Normalises @p text for such a search; shortens a full commit id to its stored length.
[[nodiscard]] QString soughtText(const QString &text);

/// Encodes the column `record`: everything without its own column.
[[nodiscard]] QByteArray recordBytes(const Deployment &deployment);
/// Malformed: damaged, or of a later version.
[[nodiscard]] Result<Deployment> deploymentFrom(const QByteArray &record, const ApplicationKey &application,
                                                Instant startedAt);

} // namespace lynceus
