#include "app/cli/options/commonoptions.h"
#include "app/cli/options/expectationoptions.h"
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

constexpr std::array kReleaseOptions{
    OptionSpec{"--release", "NAME", "Watches of one name are shown as one release.", "2026-47"},
    OptionSpec{"--note", "TEXT", "A note of yours, kept with the verdict.", "'for the fair'"},
};

constexpr std::array kExtendOptions{
    OptionSpec{"--by", "DURATION", "By how long, from the deadline, or from now if that has passed. Default: 10m.",
               "30m"},
    kHelp,
};

constexpr std::array kDaemonOptions{
    OptionSpec{"--idle", "DURATION", "Ends by itself after this long without a watch that runs. Default: runs on.",
               "10m"},
    kHelp,
};

constexpr std::array kHelpOnly{kHelp};

constexpr std::array kHistoryOutput{kHistoryFormat, kUtc, kHelp};
constexpr OptionSpec kIdFormat{"--output", "FORMAT", "text (the ids, one a line) or json.", "json", 'o'};
constexpr std::array kIdOutput{kIdFormat, kHelp};
constexpr std::array kWatchOutput{kObjectFormat, kUtc, kHelp};

constexpr std::array kHistoryGroups{OptionGroup{"Filters", kHistoryFilters}, OptionGroup{"Output", kHistoryOutput}};
constexpr std::array kWatchGroups{OptionGroup{"Output", kWatchOutput}};

constexpr std::array kAddGroups{
    OptionGroup{"What to watch", kWaitWhat},
    OptionGroup{"For how long", kWaitHowLong},
    OptionGroup{"Release", kReleaseOptions},
    OptionGroup{"Output", kIdOutput},
};
constexpr std::array kRepeatGroups{OptionGroup{"Output", kIdOutput}};
constexpr std::array kExtendGroups{OptionGroup{"Options", kExtendOptions}};
constexpr std::array kCancelGroups{OptionGroup{"Options", kHelpOnly}};
constexpr std::array kDaemonGroups{OptionGroup{"Options", kDaemonOptions}};

constexpr std::array kAddExamples{
    "lynceus watch add --app staging:shop-web=ghcr.io/acme/shop-web:1.5.0",
    "lynceus watch add --app shop-web --app shop-api --image ghcr.io/acme/shop-api:2.1.0 --image "
    "ghcr.io/acme/shop-web:1.5.0 --release 2026-47 --timeout 1h",
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
    ExitCodeMeaning{ExitCode::Gone, "there is no such watch"},
};

constexpr std::array kAddExitCodes{
    ExitCodeMeaning{ExitCode::Done, "registered"},
    ExitCodeMeaning{ExitCode::Usage, "wrong usage, ambiguous name, or the store cannot be written"},
    ExitCodeMeaning{ExitCode::Gone, "unknown application, or not visible to this account"},
    ExitCodeMeaning{ExitCode::Unreachable, "unreachable, and images go by manifests; or no answer of Lynceus"},
    ExitCodeMeaning{ExitCode::SignInNeeded, "sign-in needed, and images go by manifests"},
    ExitCodeMeaning{ExitCode::Interrupted, "interrupted; nothing was registered"},
};

constexpr std::array kChangeExitCodes{
    ExitCodeMeaning{ExitCode::Done, "done"},
    ExitCodeMeaning{ExitCode::Usage, "wrong usage, the watch is over, or the store cannot be written"},
    ExitCodeMeaning{ExitCode::Gone, "there is no such watch"},
    ExitCodeMeaning{ExitCode::Unreachable, "the running Lynceus does not answer"},
};

constexpr std::array kDaemonExitCodes{
    ExitCodeMeaning{ExitCode::Done, "ended, a window took over, or another one runs already"},
    ExitCodeMeaning{ExitCode::Usage, "wrong usage, or its lock or socket cannot be made"},
};

constexpr std::array kVerbs{
    VerbSpec{Verb::WatchAdd, "watch add", "Watch applications until they run an image",
             "--app NAME=IMAGE [--app …] [OPTIONS]",
             "Registers what `wait` waits for, on stored instances, and prints the watch's id. Whoever has the engine "
             "follows it: the window, or a daemon, which is started if there is neither. An instance that cannot be "
             "reached now is followed as soon as it answers.",
             nullptr, 0, kAddGroups, kAddExamples, kAddExitCodes},
    VerbSpec{Verb::WatchList, "watch list", "List the watches on the board", "[OPTIONS]",
             "Those that run, and those that ended and were not dismissed.", nullptr, 0, kWatchGroups, kListExamples,
             kStoreExitCodes},
    VerbSpec{Verb::WatchShow, "watch show", "Show one watch with its verdict, evidence and timeline", "ID [OPTIONS]",
             "ID is what the list and history show. What has ended is there as long as history keeps it.", "ID", 1,
             kWatchGroups, kShowExamples, kStoreExitCodes},
    VerbSpec{Verb::WatchExtend, "watch extend", "Give watches more time", "ID… [OPTIONS]",
             "ID is what `watch list` shows. A watch that is over cannot be extended: repeat it.", "ID", -1,
             kExtendGroups, kExtendExamples, kChangeExitCodes},
    VerbSpec{Verb::WatchRepeat, "watch repeat", "Watch for the same once more", "ID… [OPTIONS]",
             "Registers the same expectation with its time from now on, and prints the new watch's id. ID may also be "
             "one from history. A watch that still runs is replaced.",
             "ID", -1, kRepeatGroups, kRepeatExamples, kChangeExitCodes},
    VerbSpec{Verb::WatchCancel, "watch cancel", "End watches without a verdict", "ID…",
             "They end as cancelled, and stay in history.", "ID", -1, kCancelGroups, kCancelExamples, kChangeExitCodes},
    VerbSpec{
        Verb::Daemon, "daemon", "Follow the watches without a window", "[OPTIONS]",
        "Follows all instances and watches, and notifies on the desktop, until Ctrl+C or SIGTERM. There is one "
        "engine per person: a window that is opened takes over, and leaves a daemon behind when it is closed while "
        "something is watched. Where one runs already, this says so and ends well.",
        nullptr, 0, kDaemonGroups, kDaemonExamples, kDaemonExitCodes},
    VerbSpec{Verb::History, "history", "List past verdicts", "[OPTIONS]",
             "What ended, the newest first, with filters; for a report as CSV or JSON, which have all times in UTC.",
             nullptr, 0, kHistoryGroups, kHistoryExamples, kStoreExitCodes},
};

} // namespace

std::span<const VerbSpec> watchVerbs()
{
    return kVerbs;
}

} // namespace lynceus
