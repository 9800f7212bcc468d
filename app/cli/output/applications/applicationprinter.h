#pragma once

#include "app/cli/options/options.h"
#include "app/cli/output/applications/applicationlist.h"

namespace lynceus {

/// Writes a list to standard output, in as many parts as its servers need to answer.
class ApplicationPrinter final
{
public:
    ApplicationPrinter(const OutputOptions &output, bool severalInstances)
        : m_output(output)
        , m_severalInstances(severalInstances)
    { }

    /// False if it could not be written.
    [[nodiscard]] bool print(const ApplicationRows &rows, bool isLast);

private:
    [[nodiscard]] QByteArray printed(const ApplicationRows &rows, ListPart part) const;

    OutputOptions m_output;
    bool m_severalInstances;
    bool m_hasBegun = false;
};

} // namespace lynceus
