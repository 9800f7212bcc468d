#pragma once

#include "core/domain/base/result.h"

#include <QByteArray>
#include <QString>

#include <vector>

namespace lynceus {

/// What one container of a pod runs, as the node reports it.
struct ContainerStatus
{
    QString image;    ///< the reference in the pod's spec
    QString reported; ///< the reference under which the node knows what runs; empty: not reported
    /// "sha256:…", by which a registry has it. Empty: it has not started, or the node reports only an id of its own.
    QString digest;
    bool isInit = false; ///< an init container, which has run before the others

    friend bool operator==(const ContainerStatus &, const ContainerStatus &) = default;
};

/// Of the containers and init containers of a pod's live manifest, in its order. Errors: as those of Decoder.
[[nodiscard]] Result<std::vector<ContainerStatus>> containerStatuses(QByteArray podManifest);

} // namespace lynceus
