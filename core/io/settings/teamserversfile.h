#pragma once

#include "core/domain/teamserver/teamserver.h"
#include "core/io/settings/listfile.h"

namespace lynceus {

/// The file with the team servers, beside that with the Argo CD instances: an older Lynceus neither loses them nor
/// asks them for applications. Never a secret.
using TeamServersFile = ListFile<TeamServerInstance>;

[[nodiscard]] TeamServersFile teamServersFile(const QString &fileName);
/// "team-servers.json" in the folder of @p instancesFile.
[[nodiscard]] QString teamServersFileBeside(const QString &instancesFile);

/// Errors: BadInput if it is no JSON, not ours, or of a newer version. Unknown fields are skipped.
[[nodiscard]] Result<ListText<TeamServerInstance>> teamServersFromJson(const QByteArray &text);
[[nodiscard]] QByteArray teamServersToJson(const std::vector<TeamServerInstance> &servers);

} // namespace lynceus
