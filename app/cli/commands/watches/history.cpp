#include "app/cli/commands/commands.h"
#include "app/cli/commands/watches/pastquery.h"
#include "app/cli/output/watches/watchlist.h"
#include "app/cli/process/console.h"
#include "app/cli/sessions/commandsession.h"
#include "app/cli/watches/watchlookup.h"

namespace lynceus {

namespace {

class HistorySession final : public CommandSession
{
public:
    HistorySession(HistoryOptions options, const Clock &clock)
        : m_options(std::move(options))
        , m_clock(clock)
    { }

private:
    void start() override
    {
        const auto query = restricted(m_options.query, m_options.past, m_instances, m_clock.now());
        m_lookup.history(query, [this](const Result<WatchLookup::Records> &records) {
            if (!records)
                return end(reportError(records.error()));
            end(writeOutput(textOf(*records)) ? ExitCode::Done : ExitCode::Usage);
        });
    }

    [[nodiscard]] QByteArray textOf(const WatchLookup::Records &records) const
    {
        switch (m_options.output.format) {
        case OutputFormat::Csv:
            return historyCsv(records, m_instances);
        case OutputFormat::Json:
        case OutputFormat::Jsonl:
            return historyJson(records, m_instances);
        case OutputFormat::Text:
            break;
        }
        return watchTable(records, m_instances, styleFor(standardOutput(), m_options.output.utc));
    }

    HistoryOptions m_options;
    const Clock &m_clock;
    InstanceNames m_instances = storedInstanceNames();
    WatchLookup m_lookup;
};

} // namespace

ExitCode runCommand(const HistoryOptions &options, const CommandContext &context)
{
    HistorySession session(options, context.clock);
    return execute(session, context, kRequestTimeout);
}

} // namespace lynceus
