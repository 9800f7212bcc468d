#pragma once

#include "core/domain/base/result.h"
#include "core/domain/deployments/deploymentmarks.h"

#include <QByteArray>

#include <memory>

namespace lynceus {

/// Reads the marks of deployments. Keeps its parser's memory between calls; not thread-safe. Errors are those of
/// Decoder.
class MarksDecoder final
{
public:
    MarksDecoder();
    ~MarksDecoder();
    MarksDecoder(const MarksDecoder &) = delete;
    MarksDecoder &operator=(const MarksDecoder &) = delete;

    /// A whole application.
    [[nodiscard]] Result<DeploymentMarks> application(QByteArray body);
    /// The application in an event of the stream, `{"result":{"type":…,"application":…}}`, or an in-band error.
    [[nodiscard]] Result<DeploymentMarks> event(QByteArray frame);

private:
    struct Parser;
    std::unique_ptr<Parser> m_parser;
};

} // namespace lynceus
