#include "app/cli/options/commonoptions.h"
#include "app/cli/options/expectationoptions.h"
#include "app/cli/options/verbfamilies.h"

#include <array>

namespace lynceus {

namespace {

constexpr OptionSpec kWaitFormat{
    "--output", "FORMAT", "text, json (the verdict), or jsonl (one object a change, the verdict last).", "json", 'o'};
constexpr OptionSpec kListFormat{"--output", "FORMAT", "text, json, jsonl or csv.", "json", 'o'};
constexpr OptionSpec kObjectFormat{"--output", "FORMAT", "text or json.", "json", 'o'};

constexpr std::array kWaitOutput{kWaitFormat, kUtc, kHelp};
constexpr std::array kListOutput{kListFormat, kHelp};
constexpr std::array kObjectOutput{kObjectFormat, kUtc, kHelp};

constexpr std::array kWaitGroups{
    OptionGroup{"What to wait for", kWaitWhat},
    OptionGroup{"For how long", kWaitHowLong},
    OptionGroup{"Server", kServerOptions},
    OptionGroup{"Output", kWaitOutput},
};

constexpr std::array kAppsFilters{
    OptionSpec{"--instance", "NAME", "Only this stored instance. Default: all that are not paused.", "staging", '\0',
               true},
    OptionSpec{"--name", "PATTERN", "Part of the name, or a pattern with * and ?.", "'shop-*'", '\0', true},
    OptionSpec{"--project", "NAME", "Only applications of this project.", "shop", '\0', true},
    OptionSpec{"--health", "STATUS", "Healthy, Suspended, Progressing, Missing, Degraded or Unknown.", "Degraded", '\0',
               true},
    OptionSpec{"--sync", "STATUS", "Synced, OutOfSync or Unknown.", "OutOfSync", '\0', true},
    OptionSpec{"--image", "PATTERN", "Part of an image that runs, or a pattern with * and ?.", "acme/shop-web", '\0',
               true},
    OptionSpec{"--label", "SELECTOR", "A label selector as Kubernetes knows it.", "team=shop,tier!=test", 'l'},
    OptionSpec{"--app-namespace", "NAME", "Only applications in this namespace.", "argocd"},
};

constexpr std::array kAppsGroups{
    OptionGroup{"Filters (several of one kind: any of them)", kAppsFilters},
    OptionGroup{"Server", kServerOptions},
    OptionGroup{"Output", kListOutput},
};

constexpr std::array kInspectWhat{kProject, kAppNamespace};

constexpr std::array kInspectGroups{
    OptionGroup{"Application", kInspectWhat},
    OptionGroup{"Server", kServerOptions},
    OptionGroup{"Output", kObjectOutput},
};

constexpr std::array kExplainWhat{
    OptionSpec{"--image", "REF", "The image that should run. Default: what git wants now.",
               "ghcr.io/acme/shop-web:1.5.0", '\0', true},
    kProject,
    kAppNamespace,
    kRegistryProxy,
};

constexpr std::array kExplainGroups{
    OptionGroup{"Application", kExplainWhat},
    OptionGroup{"Server", kServerOptions},
    OptionGroup{"Output", kObjectOutput},
};

constexpr std::array kRecordWhat{
    OptionSpec{"--image", "REF", "The image that is expected: a note for whoever plays the recording.",
               "ghcr.io/acme/shop-web:1.5.0", '\0', true},
    kProject,
    kAppNamespace,
};

constexpr std::array kRecordHow{
    OptionSpec{"--output", "FILE",
               "Where to write it, gzipped if the name ends in .gz; never over a file that is there. Default: "
               "APP-TIME.jsonl.gz in this folder.",
               "shop-web.jsonl.gz", 'o'},
    OptionSpec{"--replace", "NAME=STANDIN",
               "Writes STANDIN wherever NAME stands as a whole word, in either case. Tokens, e-mail addresses and the "
               "server's host are always replaced.",
               "acme=example", '\0', true},
    OptionSpec{"--for", "DURATION", "Ends by itself after this long. Default: 1h; at most 1d.", "10m"},
    kHelp,
};

constexpr std::array kRecordGroups{
    OptionGroup{"Application", kRecordWhat},
    OptionGroup{"Recording", kRecordHow},
    OptionGroup{"Server", kServerOptions},
};

constexpr std::array kReplayServer{
    OptionSpec{"--port", "NUMBER", "The port on 127.0.0.1. Default: a free one.", "8080"},
    OptionSpec{"--base-path", "PATH", "Serves everything below this path.", "/argocd"},
    OptionSpec{"--tls", nullptr, "Speaks TLS with a certificate made for this run.", nullptr},
    OptionSpec{"--write-crt", "FILE", "Writes that certificate there, for --server-crt. Default: a temporary file.",
               "replay.pem"},
    OptionSpec{"--token-file", "FILE", "Asks for the bearer token in this file: everything else gets 401.",
               "token.txt"},
};

constexpr std::array kReplayTape{
    OptionSpec{"--speed", "FACTOR", "Plays so many times faster. Default: 1.", "4"},
    OptionSpec{"--loop", nullptr, "Starts again at the end; else the last answers stay.", nullptr},
    OptionSpec{
        "--fault", "KIND[@FROM[-UNTIL|+LENGTH]][:PATH]",
        "Breaks answers: in that span of tape time, for paths that contain PATH. KIND is refuse, hang, reset, cut, "
        "gzip-cut, gzip-short, reset-in-body, bad-chunk, half-head, false-length, truncate, empty, unauthorized, "
        "unavailable, html, slow-bytes, silence, stall-tls, bomb or redirect.",
        "refuse@5s+8s", '\0', true},
    OptionSpec{"--verbose", nullptr, "Prints each request on standard error.", nullptr},
    kHelp,
};

constexpr std::array kReplayGroups{
    OptionGroup{"Server", kReplayServer},
    OptionGroup{"Tape", kReplayTape},
};

constexpr std::array kDemoOptions{
    OptionSpec{"--headless", nullptr, "Tells it in the terminal instead of the window.", nullptr},
    kUtc,
    kHelp,
};

constexpr std::array kDemoGroups{OptionGroup{"Options", kDemoOptions}};

constexpr std::array kWaitExamples{
    "lynceus wait --server argocd.acme.example --app shop-web=ghcr.io/acme/shop-web:1.5.0",
    "lynceus wait --app shop-web --app shop-api --image ghcr.io/acme/shop-api:2.1.0 --image "
    "ghcr.io/acme/shop-web:1.5.0",
    "lynceus wait --app team-a/orders=ghcr.io/acme/orders:1.1.0 --timeout 30m --bake 5m --output json",
};
constexpr std::array kAppsExamples{
    "lynceus apps --server argocd.acme.example",
    "lynceus apps --health degraded --health missing --project shop",
    "lynceus apps --image acme/shop-web --output csv",
};
constexpr std::array kStatusExamples{"lynceus status shop-web --server argocd.acme.example",
                                     "lynceus status team-a/orders --output json"};
constexpr std::array kTreeExamples{"lynceus tree shop-web --server argocd.acme.example"};
constexpr std::array kExplainExamples{
    "lynceus explain shop-web --server argocd.acme.example",
    "lynceus explain shop-web --image ghcr.io/acme/shop-web:1.5.0",
};
constexpr std::array kRecordExamples{
    "lynceus record shop-web --for 10m --replace acme=example",
    "lynceus record prod:argocd/shop-web --output broken-release.jsonl.gz",
};
constexpr std::array kReplayExamples{
    "lynceus replay deploy-ok.jsonl.gz --port 8080",
    "lynceus replay deploy-ok.jsonl.gz image-typo.jsonl.gz --speed 4 --fault html@6s+7s",
};
constexpr std::array kDemoExamples{"lynceus demo", "lynceus demo --headless"};

constexpr std::array kVerbs{
    VerbSpec{
        Verb::Wait, "wait", "Wait until an application really runs an image, or say why not",
        "--app NAME=IMAGE [--app …] [OPTIONS]",
        "Watches the application from now on: whether git's new image was noticed, applied, rolled out, and whether "
        "every pod runs it. Progress goes to standard error, the verdict to standard output.",
        nullptr, 0, kWaitGroups, kWaitExamples, kWaitExitCodes},
    VerbSpec{
        Verb::Apps, "apps", "List applications with health, sync and the images that they run", "[OPTIONS]",
        "Lists what the account may see, sorted as people count (web-2 before web-10). Without --server it asks all "
        "stored instances at once: each that fails is one line on standard error and hides no other, and the "
        "exit code is that of the worst failure.",
        nullptr, 0, kAppsGroups, kAppsExamples, kVerbExitCodes},
    VerbSpec{Verb::Status, "status", "Show one application: health, sync, operation, commit, images", "APP [OPTIONS]",
             "APP is [INSTANCE:][NAMESPACE/]NAME.", "APP", 1, kInspectGroups, kStatusExamples, kVerbExitCodes},
    VerbSpec{Verb::Tree, "tree", "Show one application's resources as a tree, problems first", "APP [OPTIONS]",
             "APP is [INSTANCE:][NAMESPACE/]NAME.", "APP", 1, kInspectGroups, kTreeExamples, kVerbExitCodes},
    VerbSpec{Verb::Explain, "explain", "Say in one sentence what is wrong, and what that rests on", "APP [OPTIONS]",
             "APP is [INSTANCE:][NAMESPACE/]NAME. Names the resource to look at, its events and the last log lines of "
             "a crashed "
             "container where the account may read them. Says so plainly when all is well.",
             "APP", 1, kExplainGroups, kExplainExamples, kVerbExitCodes},
    VerbSpec{
        Verb::Record, "record", "Record one application's release, to be played again", "APP [OPTIONS]",
        "APP is [INSTANCE:][NAMESPACE/]NAME. Records until Ctrl+C, which is its good end, and prints the file's name. "
        "It asks about twice a second, so record what you need and no more. Look through the file before you "
        "show it to anybody: names that you did not replace are in it.",
        "APP", 1, kRecordGroups, kRecordExamples, kVerbExitCodes},
    VerbSpec{
        Verb::Replay, "replay", "Serve recordings as a read-only Argo CD on this computer", "TAPE… [OPTIONS]",
        "TAPE is a file, or the name of a recording inside the program: already-deployed, deploy-ok, image-typo, "
        "crashloop, manual-sync, "
        "presync-fails, rollout-canary-ok, superseded, waves-ok. Several are one instance. Prints the base URL (and "
        "with "
        "--tls, in the next line, the certificate's file), then serves until Ctrl+C, which is its good end. Time "
        "begins "
        "with the first request.",
        "TAPE", -1, kReplayGroups, kReplayExamples, kVerbExitCodes},
    VerbSpec{Verb::Demo, "demo", "See a release succeed and another one fail, without any server", "[--headless]",
             "Plays built-in recordings of a real Argo CD through the same code that talks to yours.", nullptr, 0,
             kDemoGroups, kDemoExamples, kVerbExitCodes},
};

} // namespace

std::span<const VerbSpec> applicationVerbs()
{
    return kVerbs;
}

} // namespace lynceus
