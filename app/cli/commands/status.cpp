#include "app/cli/commands/commands.h"
#include "app/cli/output/applications/statusprinter.h"
#include "app/cli/sessions/diagnosesession.h"

namespace lynceus {

namespace {

class StatusSession final : public DiagnoseSession
{
public:
    using DiagnoseSession::DiagnoseSession;

private:
    void print() override
    {
        if (isOver())
            return;
        const auto &output = options().output;
        const auto text = output.format == OutputFormat::Json
            ? statusJson(inspection(), diagnosis())
            : statusText(inspection(), diagnosis(), styleFor(standardOutput(), output.utc)).toUtf8();
        end(writeOutput(text) ? ExitCode::Done : ExitCode::Usage);
    }
};

} // namespace

ExitCode runCommand(const StatusCall &call, const CommandContext &context)
{
    return inspectWith<StatusSession>(call.options, context);
}

} // namespace lynceus
