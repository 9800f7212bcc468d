#include "app/cli/commands/status.h"

#include "app/cli/commands/diagnosesession.h"
#include "app/cli/output/statusprinter.h"

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

ExitCode runStatus(const InspectOptions &options, const CommandContext &context)
{
    return inspectWith<StatusSession>(options, context);
}

} // namespace lynceus
