#include "app/cli/verbs/history.h"

#include "app/cli/output/watchlist.h"
#include "app/cli/watches/storedwatches.h"

namespace lynceus {

namespace {

std::optional<Instant> instantOf(const std::optional<Moment> &moment, Instant now)
{
    if (!moment)
        return std::nullopt;
    return moment->ago ? now - *moment->ago : moment->at;
}

} // namespace

ExitCode runHistory(const HistoryOptions &options, const Clock &clock)
{
    auto watches = StoredWatches::open();
    if (!watches)
        return reportError(watches.error());
    auto query = options.query;
    query.instance = watches->instanceId(options.instance);
    query.from = instantOf(options.since, clock.now());
    query.until = instantOf(options.until, clock.now());
    const auto records = watches->history(query);
    if (!records)
        return reportError(records.error());
    QByteArray text;
    switch (options.output.format) {
    case OutputFormat::Csv:
        text = historyCsv(*records, watches->instances());
        break;
    case OutputFormat::Json:
    case OutputFormat::Jsonl:
        text = historyJson(*records, watches->instances());
        break;
    case OutputFormat::Text:
        text = watchTable(*records, watches->instances(), styleFor(standardOutput(), options.output.utc));
        break;
    }
    return writeOutput(text) ? ExitCode::Done : ExitCode::Usage;
}

} // namespace lynceus
