#pragma once

#include "core/domain/teamserver/teamserver.h"
#include "core/io/settings/listfile.h"

namespace lynceus {

/// The file with the team servers, separate from that of the Argo CD instances, so that an older Lynceus neither drops
/// them nor requests applications from them. Without secrets.
using TeamServersFile = ListFile<TeamServerInstance>;

[[nodiscard]] TeamServersFile teamServersFile(const QString &fileName);
/// "team-servers.json" in the folder of @p instancesFile.
[[nodiscard]] QString teamServersFileBeside(const QString &instancesFile);

/// Errors: BadInput if it is not JSON, not ours, or of a newer version. Unknown fields are ignored.
[[nodiscard]] Result<ListText<TeamServerInstance>> teamServersFromJson(const QByteArray &text);
[[nodiscard]] QByteArray teamServersToJson(const std::vector<TeamServerInstance> &servers);

} // namespace lynceus
