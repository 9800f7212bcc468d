#include "app/cli/commands/commands.h"
#include "app/cli/output/watches/watchlist.h"
#include "app/cli/process/console.h"
#include "app/cli/sessions/commandsession.h"
#include "app/cli/watches/watchlookup.h"

namespace lynceus {

namespace {

class ListSession final : public CommandSession
{
public:
    explicit ListSession(const OutputOptions &output)
        : m_output(output)
    { }

private:
    void start() override
    {
        m_lookup.board([this](const Result<WatchLookup::Records> &records) {
            if (!records)
                return end(reportError(records.error()));
            const auto instances = storedInstanceNames();
            const auto text = m_output.format == OutputFormat::Json
                ? historyJson(*records, instances)
                : watchTable(*records, instances, styleFor(standardOutput(), m_output.utc));
            end(writeOutput(text) ? ExitCode::Done : ExitCode::Usage);
        });
    }

    OutputOptions m_output;
    WatchLookup m_lookup;
};

class ShowSession final : public CommandSession
{
public:
    explicit ShowSession(WatchShowOptions options)
        : m_options(std::move(options))
    { }

private:
    void start() override
    {
        m_lookup.details(m_options.id, [this](const Result<WatchDetails> &details) {
            if (!details)
                return end(reportError(details.error()));
            const auto &output = m_options.output;
            const auto instances = storedInstanceNames();
            const auto text = output.format == OutputFormat::Json
                ? watchDetailsJson(*details, instances)
                : watchDetailsText(*details, instances, styleFor(standardOutput(), output.utc)).toUtf8();
            end(writeOutput(text) ? ExitCode::Done : ExitCode::Usage);
        });
    }

    WatchShowOptions m_options;
    WatchLookup m_lookup;
};

} // namespace

ExitCode runCommand(const WatchListOptions &options, const CommandContext &context)
{
    ListSession session(options.output);
    return execute(session, context, kRequestTimeout);
}

ExitCode runCommand(const WatchShowOptions &options, const CommandContext &context)
{
    ShowSession session(options);
    return execute(session, context, kRequestTimeout);
}

} // namespace lynceus
