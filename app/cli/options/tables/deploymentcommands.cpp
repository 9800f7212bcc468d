#include "app/cli/options/readers/followcalls.h"
#include "app/cli/options/readers/watchcalls.h"
#include "app/cli/options/tables/commandfamilies.h"
#include "app/cli/options/tables/commonoptions.h"

#include <array>

namespace lynceus {

namespace {

constexpr std::array kDeploymentFilters{
    kOnlyApplication,
    kOnlyInstance,
    OptionSpec{"--project", "NAME", "List only this project.", "shop"},
    OptionSpec{"--rule", "NAME", "List only deployments that this follow rule watched.", "shop"},
    OptionSpec{"--outcome", "OUTCOME",
               "List only this outcome: in-progress, deployed, failed, timed-out, superseded or unknown.", "failed",
               '\0', true},
    OptionSpec{"--actor", "ACTOR",
               "List only deployments that this actor started: user, automated, image-updater, applicationset, "
               "rollback or parameter-override.",
               "rollback", '\0', true},
    OptionSpec{"--proof", "PROOF", "List only this proof of the outcome: watched, observed or reconstructed.",
               "watched", '\0', true},
    OptionSpec{"--since", "WHEN",
               "List only deployments that started since WHEN: a duration ago (7d), a date, or an RFC 3339 time.",
               "7d"},
    OptionSpec{"--until", "WHEN", "List only deployments that started before WHEN.", "2026-11-24"},
    OptionSpec{"--text", "TEXT",
               "List only deployments with TEXT in application, project, image, version, revision, actor or commit.",
               "shop-web"},
    OptionSpec{"--limit", "COUNT", "List at most COUNT deployments, newest first. Default: 1000.", "20"},
};

/// The same filters with a different default period.
constexpr auto kReportFilters = [] {
    auto filters = kDeploymentFilters;
    for (auto &filter : filters) {
        if (std::string_view(filter.name) == "--since")
            filter.help = "Report deployments that started since WHEN: a duration ago (7d), a date, or an RFC 3339 "
                          "time. Default: 7d.";
        if (std::string_view(filter.name) == "--limit")
            filter.help = "List at most COUNT deployments, newest first; the numbers count all. Default: 1000.";
    }
    return filters;
}();

constexpr std::array kDeploymentOutput{kPastFormat, kUtc, kHelp};
constexpr std::array kReportOutput{
    OptionSpec{"--output", "FORMAT", "Output format: html, markdown, json or csv. Default: html.", "markdown", 'o'},
    kUtc,
    kHelp,
};

constexpr std::array kRuleOptions{
    OptionSpec{"--name", "NAME", "Name of the rule. Default: a generated name.", "shop"},
    OptionSpec{"--timeout", "DURATION", "Timeout of each watch. Default: 15m.", "30m"},
    OptionSpec{"--bake", "DURATION", "Require each version to keep running for DURATION. Default: 0s.", "5m"},
    OptionSpec{"--notify", "NEWS", "Show notifications of this kind: all, problems or nothing. Default: problems.",
               "all"},
};
constexpr std::array kRuleOutput{
    OptionSpec{"--output", "FORMAT", "Output format: text (the name) or json.", "json", 'o'}, kHelp};
constexpr std::array kRuleListOutput{OptionSpec{"--output", "FORMAT", "Output format: text, json or csv.", "json", 'o'},
                                     kHelp};
constexpr std::array kHelpOnly{kHelp};

constexpr std::array kDeploymentGroups{OptionGroup{"Filters", kDeploymentFilters},
                                       OptionGroup{"Output", kDeploymentOutput}};
constexpr std::array kReportGroups{OptionGroup{"Filters", kReportFilters}, OptionGroup{"Output", kReportOutput}};
constexpr std::array kFollowAddGroups{OptionGroup{"Rule", kRuleOptions}, OptionGroup{"Output", kRuleOutput}};
constexpr std::array kFollowListGroups{OptionGroup{"Output", kRuleListOutput}};
constexpr std::array kFollowChangeGroups{OptionGroup{"Options", kHelpOnly}};

constexpr std::array kDeploymentExamples{
    "lynceus deployments --since 1d",
    "lynceus deployments --outcome failed --outcome timed-out --since 7d",
    "lynceus deployments --actor image-updater --output csv",
};
constexpr std::array kReportExamples{"lynceus report --since 7d > deployments.html",
                                     "lynceus report --since 30d --project shop --output markdown"};
constexpr std::array kFollowAddExamples{"lynceus follow add 'project:shop instance:prod' --name shop",
                                        "lynceus follow add 'label:team=web -name:batch' --notify all --timeout 30m"};
constexpr std::array kFollowListExamples{"lynceus follow list", "lynceus follow list --output csv"};
constexpr std::array kFollowPauseExamples{"lynceus follow pause shop"};
constexpr std::array kFollowResumeExamples{"lynceus follow resume shop"};
constexpr std::array kFollowRemoveExamples{"lynceus follow remove shop"};

constexpr std::array kReadExitCodes{
    ExitCodeMeaning{ExitCode::Done, "done"},
    ExitCodeMeaning{ExitCode::Usage, "wrong usage, or the store cannot be read"},
};
constexpr std::array kRuleExitCodes{
    ExitCodeMeaning{ExitCode::Done, "done"},
    ExitCodeMeaning{ExitCode::Usage, "wrong usage, or the store cannot be written"},
    ExitCodeMeaning{ExitCode::Gone, "no such rule"},
    ExitCodeMeaning{ExitCode::Unreachable, "the running Lynceus does not respond"},
};

constexpr std::array kCommands{
    CommandSpec{deploymentsCall, "deployments", "List deployments, registered or not", "[OPTIONS]",
                "Lists what changed in the applications of the stored instances, newest first: versions, who started "
                "it, and whether it worked. The running window or background service finds deployments automatically. "
                "PROOF is what an outcome rests on: watched (a watch checked pods and manifests), observed (the "
                "application's sync status, health and images) or reconstructed (read afterwards from the "
                "application's history). CSV and JSON output have all times in UTC.",
                nullptr, 0, kDeploymentGroups, kDeploymentExamples, kReadExitCodes},
    CommandSpec{
        reportCall, "report", "Report deployments, the four numbers and failures", "[OPTIONS]",
        "Writes a report of a period to standard output: deployments per day, lead time, change failure share "
        "and time to restore, each with its value in the previous period, a chart, the timeline of each failure and a "
        "table. The HTML report is one file that opens offline.",
        nullptr, 0, kReportGroups, kReportExamples, kReadExitCodes},
    CommandSpec{followAddCall, "follow add", "Watch each new version of matching applications", "FILTER [OPTIONS]",
                "FILTER is in the filter language of Applications: words and fields such as project:shop, "
                "instance:prod, namespace:, name:, image: and label:KEY=VALUE; a minus negates. While the window or "
                "the background service runs, each deployment of such an application gets a watch automatically. "
                "Deployments of one commit or image within 10 minutes are one release.",
                "FILTER", -1, kFollowAddGroups, kFollowAddExamples, kRuleExitCodes},
    CommandSpec{followListCall, "follow list", "List follow rules", "[OPTIONS]",
                "Lists the rules, oldest first. If several rules match an application, the oldest applies.", nullptr, 0,
                kFollowListGroups, kFollowListExamples, kReadExitCodes},
    CommandSpec{followPauseCall, "follow pause", "Pause follow rules", "NAME…",
                "New deployments get no watch; running watches continue.", "NAME", -1, kFollowChangeGroups,
                kFollowPauseExamples, kRuleExitCodes},
    CommandSpec{followResumeCall, "follow resume", "Resume follow rules", "NAME…",
                "Deployments that begin from now on get watches again.", "NAME", -1, kFollowChangeGroups,
                kFollowResumeExamples, kRuleExitCodes},
    CommandSpec{followRemoveCall, "follow remove", "Remove follow rules", "NAME…",
                "Running watches continue, and deployments stay in the list.", "NAME", -1, kFollowChangeGroups,
                kFollowRemoveExamples, kRuleExitCodes},
};

} // namespace

std::span<const CommandSpec> deploymentCommands()
{
    return kCommands;
}

} // namespace lynceus
