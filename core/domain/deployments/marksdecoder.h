#pragma once

#include "core/domain/base/result.h"
#include "core/domain/deployments/deploymentmarks.h"

#include <QByteArray>

namespace lynceus {

/// Reads the marks of deployments. Errors are those of Decoder.
class MarksDecoder final
{
public:
    /// A whole application.
    [[nodiscard]] Result<DeploymentMarks> application(QByteArray body);
    /// The application in an event of the stream, `{"result":{"type":…,"application":…}}`, or an in-band error.
    [[nodiscard]] Result<DeploymentMarks> event(QByteArray frame);
};

} // namespace lynceus
