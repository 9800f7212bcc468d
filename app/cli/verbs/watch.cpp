#include "app/cli/verbs/watch.h"

#include "app/cli/output/watchlist.h"
#include "app/cli/watches/storedwatches.h"

namespace lynceus {

ExitCode runWatchList(const WatchListOptions &options)
{
    auto watches = StoredWatches::open();
    if (!watches)
        return reportError(watches.error());
    const auto records = watches->board();
    if (!records)
        return reportError(records.error());
    const auto text = options.output.format == OutputFormat::Json
        ? historyJson(*records, watches->instances())
        : watchTable(*records, watches->instances(), styleFor(standardOutput(), options.output.utc));
    return writeOutput(text) ? ExitCode::Done : ExitCode::Usage;
}

ExitCode runWatchShow(const WatchShowOptions &options)
{
    auto watches = StoredWatches::open();
    if (!watches)
        return reportError(watches.error());
    const auto watch = watches->watch(options.id);
    if (!watch)
        return reportError(watch.error());
    const auto text = options.output.format == OutputFormat::Json
        ? storedWatchJson(*watch, watches->instances())
        : storedWatchText(*watch, watches->instances(), styleFor(standardOutput(), options.output.utc)).toUtf8();
    return writeOutput(text) ? ExitCode::Done : ExitCode::Usage;
}

} // namespace lynceus
