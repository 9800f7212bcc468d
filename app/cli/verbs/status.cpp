#include "app/cli/verbs/status.h"

#include "app/cli/output/statusprinter.h"
#include "app/cli/verbs/inspectsession.h"

namespace lynceus {

namespace {

class StatusSession final : public InspectSession
{
public:
    StatusSession(InspectOptions options, ServerConnection connection, const Clock &clock)
        : InspectSession(std::move(options), std::move(connection), clock, {.commit = true})
    { }

private:
    void show(const Inspection &inspection) override
    {
        const auto &output = options().output;
        const auto text = output.format == OutputFormat::Json
            ? statusJson(inspection)
            : statusText(inspection, styleFor(standardOutput(), output.utc)).toUtf8();
        end(writeOutput(text) ? ExitCode::Done : ExitCode::Usage);
    }
};

} // namespace

ExitCode runStatus(const InspectOptions &options, const CommandContext &context)
{
    return inspectWith<StatusSession>(options, context);
}

} // namespace lynceus
