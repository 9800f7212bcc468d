#include "app/cli/commands/commands.h"
#include "app/cli/output/applications/treeprinter.h"
#include "app/cli/sessions/inspectsession.h"

namespace lynceus {

namespace {

class TreeSession final : public InspectSession
{
public:
    TreeSession(InspectOptions options, ServerConnection connection, const Clock &clock)
        : InspectSession(std::move(options), std::move(connection), clock, {.tree = true})
    { }

private:
    void show(const Inspection &inspection) override
    {
        const auto &output = options().output;
        const auto text = output.format == OutputFormat::Json
            ? treeJson(inspection)
            : treeText(inspection, styleFor(standardOutput(), output.utc)).toUtf8();
        const bool isWritten = writeOutput(text);
        if (inspection.treeError)
            return end(reportError(*inspection.treeError, way()));
        end(isWritten ? ExitCode::Done : ExitCode::Usage);
    }
};

} // namespace

ExitCode runCommand(const TreeCall &call, const CommandContext &context)
{
    return inspectWith<TreeSession>(call.options, context);
}

} // namespace lynceus
