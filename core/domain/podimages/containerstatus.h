#pragma once

#include "core/domain/base/result.h"

#include <QByteArray>
#include <QString>

#include <vector>

namespace lynceus {

/// What a container of a pod runs, as reported by the node.
struct ContainerStatus
{
    QString image;    ///< reference in the pod's spec
    QString reported; ///< reference of the running image at the node; empty: not reported
    /// "sha256:…" as in the registry. Empty: not started, or the node reports only its own id.
    QString digest;
    bool isInit = false; ///< an init container, which runs before the others

    friend bool operator==(const ContainerStatus &, const ContainerStatus &) = default;
};

/// Containers and init containers of a pod's live manifest, in order. Errors: as for Decoder.
[[nodiscard]] Result<std::vector<ContainerStatus>> containerStatuses(QByteArray podManifest);

} // namespace lynceus
