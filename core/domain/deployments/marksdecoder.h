#pragma once

#include "core/domain/base/result.h"
#include "core/domain/deployments/deploymentmarks.h"

#include <QByteArray>

namespace lynceus {

/// Decodes DeploymentMarks. Errors: as for Decoder.
class MarksDecoder final
{
public:
    /// A full application.
    [[nodiscard]] Result<DeploymentMarks> application(QByteArray body);
    /// The application in a stream event, `{"result":{"type":…,"application":…}}`, or an in-band error.
    [[nodiscard]] Result<DeploymentMarks> event(QByteArray frame);
};

} // namespace lynceus
