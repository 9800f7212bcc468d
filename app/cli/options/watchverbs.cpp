#include "app/cli/options/commonoptions.h"
#include "app/cli/options/verbfamilies.h"

#include <array>

namespace lynceus {

namespace {

constexpr OptionSpec kObjectFormat{"--output", "FORMAT", "text or json.", "json", 'o'};
constexpr OptionSpec kHistoryFormat{"--output", "FORMAT", "text, json or csv.", "csv", 'o'};

constexpr std::array kHistoryFilters{
    OptionSpec{"--app", "NAME", "Only this application.", "shop-web"},
    OptionSpec{"--instance", "NAME", "Only this instance.", "staging"},
    OptionSpec{"--outcome", "OUTCOME",
               "Only this outcome: deployed, failed, timed-out, superseded, aborted, gone or cancelled.", "failed",
               '\0', true},
    OptionSpec{"--since", "WHEN", "Only what ended since: a duration ago, a day, or a time as RFC 3339.", "7d"},
    OptionSpec{"--until", "WHEN", "Only what ended before.", "2026-11-24"},
    OptionSpec{"--text", "TEXT", "Only with this text in application, image, release, cause or note.", "migrate"},
    OptionSpec{"--limit", "COUNT", "At most so many, the newest first. Default: 1000.", "20"},
};

constexpr std::array kHistoryOutput{kHistoryFormat, kUtc, kHelp};
constexpr std::array kWatchOutput{kObjectFormat, kUtc, kHelp};

constexpr std::array kHistoryGroups{OptionGroup{"Filters", kHistoryFilters}, OptionGroup{"Output", kHistoryOutput}};
constexpr std::array kWatchGroups{OptionGroup{"Output", kWatchOutput}};

constexpr std::array kListExamples{"lynceus watch list", "lynceus watch list --output json"};
constexpr std::array kShowExamples{"lynceus watch show w7k3f", "lynceus watch show w7k3f --output json"};
constexpr std::array kHistoryExamples{"lynceus history --since 7d --outcome failed",
                                      "lynceus history --app shop-web --output csv > shop-web.csv"};

constexpr std::array kStoreExitCodes{
    ExitCodeMeaning{ExitCode::Done, "done"},
    ExitCodeMeaning{ExitCode::Usage, "wrong usage, or the store cannot be read"},
    ExitCodeMeaning{ExitCode::Gone, "there is no such watch"},
};

constexpr std::array kVerbs{
    VerbSpec{Verb::WatchList, "watch list", "List the watches on the board", "[OPTIONS]",
             "Those that run, and those that ended and were not dismissed.", nullptr, 0, kWatchGroups, kListExamples,
             kStoreExitCodes},
    VerbSpec{Verb::WatchShow, "watch show", "Show one watch with its verdict, evidence and timeline", "ID [OPTIONS]",
             "ID is what the list and history show. What has ended is there as long as history keeps it.", "ID", 1,
             kWatchGroups, kShowExamples, kStoreExitCodes},
    VerbSpec{Verb::History, "history", "List past verdicts", "[OPTIONS]",
             "What ended, the newest first, with filters; for a report as CSV or JSON.", nullptr, 0, kHistoryGroups,
             kHistoryExamples, kStoreExitCodes},
};

} // namespace

std::span<const VerbSpec> watchVerbs()
{
    return kVerbs;
}

} // namespace lynceus
