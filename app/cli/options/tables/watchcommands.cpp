#include "app/cli/options/readers/watchcalls.h"
#include "app/cli/options/tables/commandfamilies.h"
#include "app/cli/options/tables/commonoptions.h"
#include "app/cli/options/tables/expectationoptions.h"

#include <array>

namespace lynceus {

namespace {

constexpr OptionSpec kObjectFormat{"--output", "FORMAT", "Output format: text or json.", "json", 'o'};

constexpr std::array kHistoryFilters{
    kOnlyApplication,
    kOnlyInstance,
    OptionSpec{"--outcome", "OUTCOME",
               "List only this outcome: deployed, failed, timed-out, superseded, aborted, gone or cancelled.", "failed",
               '\0', true},
    OptionSpec{"--since", "WHEN",
               "List only watches that ended since WHEN: a duration ago (7d), a date, or an RFC 3339 time.", "7d"},
    OptionSpec{"--until", "WHEN", "List only watches that ended before WHEN.", "2026-11-24"},
    OptionSpec{"--text", "TEXT", "List only watches with TEXT in application, image, release, cause or note.",
               "migrate"},
    OptionSpec{"--limit", "COUNT", "List at most COUNT watches, newest first. Default: 1000.", "20"},
};

constexpr std::array kReleaseOptions{
    OptionSpec{"--release", "NAME", "Group watches with the same NAME into one release.", "2026-47"},
    OptionSpec{"--note", "TEXT", "Store this note with the verdict.", "'for the fair'"},
};

constexpr std::array kExtendOptions{
    OptionSpec{"--by", "DURATION", "Extend the deadline by DURATION, or from now if it has passed. Default: 10m.",
               "30m"},
    kHelp,
};

constexpr std::array kDaemonOptions{
    OptionSpec{"--idle", "DURATION", "Exit after DURATION without a running watch. Default: keep running.", "10m"},
    kHelp,
};

constexpr std::array kHelpOnly{kHelp};

constexpr std::array kHistoryOutput{kPastFormat, kUtc, kHelp};
constexpr OptionSpec kIdFormat{"--output", "FORMAT", "Output format: text (one watch id per line) or json.", "json",
                               'o'};
constexpr std::array kIdOutput{kIdFormat, kHelp};
constexpr std::array kAddOutput{kRequestTimeoutOption, kIdFormat, kHelp};
constexpr std::array kWatchOutput{kObjectFormat, kUtc, kHelp};

constexpr std::array kHistoryGroups{OptionGroup{"Filters", kHistoryFilters}, OptionGroup{"Output", kHistoryOutput}};
constexpr std::array kWatchGroups{OptionGroup{"Output", kWatchOutput}};

constexpr auto kAddWhat = withOption(kWaitWhat, kWithChildren);
constexpr std::array kAddGroups{
    OptionGroup{"What to watch", kAddWhat},
    OptionGroup{"Time limits", kWaitHowLong},
    OptionGroup{"Release", kReleaseOptions},
    OptionGroup{"Output", kAddOutput},
};
constexpr std::array kRepeatGroups{OptionGroup{"Output", kIdOutput}};
constexpr std::array kExtendGroups{OptionGroup{"Options", kExtendOptions}};
constexpr std::array kCancelGroups{OptionGroup{"Options", kHelpOnly}};
constexpr std::array kDaemonGroups{OptionGroup{"Options", kDaemonOptions}};

constexpr std::array kAddExamples{
    "lynceus watch add --app staging:shop-web=ghcr.io/acme/shop-web:1.5.0",
    "lynceus watch add --app shop-web --app shop-api --image ghcr.io/acme/shop-api:2.1.0 --image "
    "ghcr.io/acme/shop-web:1.5.0 --release 2026-47 --timeout 1h",
    "lynceus watch add --app staging:shop --with-children --image ghcr.io/acme/shop-web:1.5.0",
};
constexpr std::array kExtendExamples{"lynceus watch extend w7k3f --by 30m"};
constexpr std::array kRepeatExamples{"lynceus watch repeat w7k3f"};
constexpr std::array kCancelExamples{"lynceus watch cancel w7k3f w2m9p"};
constexpr std::array kDaemonExamples{"lynceus daemon", "systemctl --user enable --now lynceus"};

constexpr std::array kListExamples{"lynceus watch list", "lynceus watch list --output json"};
constexpr std::array kShowExamples{"lynceus watch show w7k3f", "lynceus watch show w7k3f --output json"};
constexpr std::array kHistoryExamples{"lynceus history --since 7d --outcome failed",
                                      "lynceus history --app shop-web --output csv > shop-web.csv"};

constexpr std::array kStoreExitCodes{
    ExitCodeMeaning{ExitCode::Done, "done"},
    ExitCodeMeaning{ExitCode::Usage, "wrong usage, or the store cannot be read"},
    ExitCodeMeaning{ExitCode::Gone, "no such watch"},
};

constexpr std::array kAddExitCodes{
    ExitCodeMeaning{ExitCode::Done, "registered"},
    ExitCodeMeaning{ExitCode::Usage, "wrong usage, ambiguous name, or the store cannot be written"},
    ExitCodeMeaning{ExitCode::Gone, "unknown application, or not visible to this account"},
    ExitCodeMeaning{ExitCode::Unreachable,
                    "unreachable while --image needs manifests, or the running Lynceus does not respond"},
    ExitCodeMeaning{ExitCode::SignInNeeded, "sign-in needed while --image needs manifests"},
    ExitCodeMeaning{ExitCode::Interrupted, "interrupted; nothing was registered"},
};

constexpr std::array kChangeExitCodes{
    ExitCodeMeaning{ExitCode::Done, "done"},
    ExitCodeMeaning{ExitCode::Usage, "wrong usage, the watch has ended, or the store cannot be written"},
    ExitCodeMeaning{ExitCode::Gone, "no such watch"},
    ExitCodeMeaning{ExitCode::Unreachable, "the running Lynceus does not respond"},
};

constexpr std::array kDaemonExitCodes{
    ExitCodeMeaning{ExitCode::Done, "stopped, a window took over, or another engine already runs"},
    ExitCodeMeaning{ExitCode::Usage, "wrong usage, or the lock or socket cannot be created"},
};

constexpr std::array kCommands{
    CommandSpec{watchAddCall, "watch add", "Watch applications until they run an image",
                "--app NAME=IMAGE [--app …] [OPTIONS]",
                "Registers a watch on stored instances and prints its id. The running window or background service "
                "follows the watch; if neither runs, the background service is started. If the instance is "
                "unreachable, the watch starts as soon as the instance responds.",
                nullptr, 0, kAddGroups, kAddExamples, kAddExitCodes},
    CommandSpec{watchListCall, "watch list", "List the watches on the board", "[OPTIONS]",
                "Lists running watches, and ended ones that were not dismissed.", nullptr, 0, kWatchGroups,
                kListExamples, kStoreExitCodes},
    CommandSpec{watchShowCall, "watch show", "Show one watch with its verdict, evidence and timeline", "ID [OPTIONS]",
                "ID is shown by `watch list` and `history`. Ended watches can be shown as long as history keeps them.",
                "ID", 1, kWatchGroups, kShowExamples, kStoreExitCodes},
    CommandSpec{watchExtendCall, "watch extend", "Extend the deadline of watches", "ID… [OPTIONS]",
                "ID is shown by `watch list`. A watch that has ended cannot be extended; use `watch repeat`.", "ID", -1,
                kExtendGroups, kExtendExamples, kChangeExitCodes},
    CommandSpec{
        watchRepeatCall, "watch repeat", "Start watches again", "ID… [OPTIONS]",
        "Registers the same expectation with a new deadline and prints the new watch's id. ID may also come from "
        "`history`. A running watch is replaced.",
        "ID", -1, kRepeatGroups, kRepeatExamples, kChangeExitCodes},
    CommandSpec{watchCancelCall, "watch cancel", "Cancel watches", "ID…", "They end as cancelled and stay in history.",
                "ID", -1, kCancelGroups, kCancelExamples, kChangeExitCodes},
    CommandSpec{daemonCall, "daemon", "Run the background service that follows watches", "[OPTIONS]",
                "Follows all instances and watches and shows desktop notifications, until Ctrl+C or SIGTERM. Each user "
                "has one engine: a window takes over when it opens, and starts the background service again when it "
                "closes while watches run. If one already runs, the command reports this and exits with code 0.",
                nullptr, 0, kDaemonGroups, kDaemonExamples, kDaemonExitCodes},
    CommandSpec{historyCall, "history", "List past verdicts", "[OPTIONS]",
                "Lists ended watches, newest first. CSV and JSON output have all times in UTC.", nullptr, 0,
                kHistoryGroups, kHistoryExamples, kStoreExitCodes},
};

} // namespace

std::span<const CommandSpec> watchCommands()
{
    return kCommands;
}

} // namespace lynceus
