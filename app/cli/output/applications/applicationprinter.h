#pragma once

#include "app/cli/options/options.h"
#include "app/cli/output/applications/applicationlist.h"

namespace lynceus {

/// Prints a list to standard output in parts, as servers respond.
class ApplicationPrinter final
{
public:
    ApplicationPrinter(const OutputOptions &output, bool severalInstances)
        : m_output(output)
        , m_severalInstances(severalInstances)
    { }

    /// False if standard output could not be written.
    [[nodiscard]] bool print(const ApplicationRows &rows, bool isLast);

private:
    [[nodiscard]] QByteArray printed(const ApplicationRows &rows, ListPart part) const;

    OutputOptions m_output;
    bool m_severalInstances;
    bool m_hasBegun = false;
};

} // namespace lynceus
