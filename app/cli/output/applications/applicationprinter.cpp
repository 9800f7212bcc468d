#include "app/cli/output/applications/applicationprinter.h"

#include "app/cli/process/console.h"

namespace lynceus {

bool ApplicationPrinter::print(const ApplicationRows &rows, bool isLast)
{
    if (rows.empty() && !isLast)
        return true;
    const auto part =
        m_hasBegun ? (isLast ? ListPart::Last : ListPart::Next) : (isLast ? ListPart::Whole : ListPart::First);
    m_hasBegun = true;
    return writeOutput(printed(rows, part));
}

QByteArray ApplicationPrinter::printed(const ApplicationRows &rows, ListPart part) const
{
    switch (m_output.format) {
    case OutputFormat::Text:
        return applicationTable(rows, styleFor(standardOutput(), m_output.utc), m_severalInstances);
    case OutputFormat::Json:
        return applicationJson(rows, part);
    case OutputFormat::Jsonl:
        return applicationJsonLines(rows);
    case OutputFormat::Csv:
        return applicationCsv(rows, part);
    }
    return {};
}

} // namespace lynceus
