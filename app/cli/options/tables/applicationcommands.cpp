#include "app/cli/options/optionreader.h"
#include "app/cli/options/readers/expectation.h"
#include "app/cli/options/readers/viaoptions.h"
#include "app/cli/options/tables/commandfamilies.h"
#include "app/cli/options/tables/commonoptions.h"
#include "app/cli/options/tables/expectationoptions.h"
#include "core/domain/argocd/requests/labelselector.h"

#include <array>

using namespace Qt::StringLiterals;

namespace lynceus {

namespace {

constexpr OptionSpec kWaitFormat{
    "--output", "FORMAT", "Output format: text, json (the verdict) or jsonl (one object per change, the verdict last).",
    "json", 'o'};
constexpr OptionSpec kListFormat{"--output", "FORMAT", "Output format: text, json, jsonl or csv.", "json", 'o'};
constexpr OptionSpec kObjectFormat{"--output", "FORMAT", "Output format: text or json.", "json", 'o'};

constexpr std::array kWaitOutput{kWaitFormat, kUtc, kHelp};
constexpr OptionSpec kVersionsFormat{"--output", "FORMAT", "Output format: text, json or csv.", "csv", 'o'};
constexpr std::array kVersionsOutput{kVersionsFormat, kHelp};
constexpr std::array kListOutput{kListFormat, kHelp};
constexpr std::array kObjectOutput{kObjectFormat, kUtc, kHelp};

constexpr auto kWaitTargets = withOption(kWaitWhat, kWithChildren);
constexpr std::array kWaitVia{
    OptionSpec{"--via", "URL",
               "Register a task on the server at URL (lynceus serve, or an Argo Watcher) and wait for its verdict. The "
               "server's settings replace the options for pods, hooks and Argo CD; --project is free text.",
               "https://lynceus.acme.example"},
    OptionSpec{"--from-env", nullptr,
               "Like --via, with the environment variables of Argo Watcher's client: ARGO_WATCHER_URL, ARGO_APP, "
               "IMAGES, IMAGE_TAG, COMMIT_AUTHOR, PROJECT_NAME, and optionally BEARER_TOKEN, "
               "ARGO_WATCHER_DEPLOY_TOKEN, TASK_TIMEOUT, TASK_REFRESH, RETRY_INTERVAL, TIMEOUT and DEBUG. Options "
               "override the variables.",
               nullptr},
    OptionSpec{"--deploy-token-file", "FILE",
               "Read the deploy token from FILE. Default: $ARGO_WATCHER_DEPLOY_TOKEN; with --from-env, $BEARER_TOKEN "
               "comes first.",
               "deploy-token"},
    OptionSpec{"--author", "NAME", "Author of the release. Default: your user name.", "ada"},
    OptionSpec{"--instance", "NAME", "The Argo CD instance on the server. Required if several have the application.",
               "prod"},
};

constexpr std::array kWaitGroups{
    OptionGroup{"What to wait for", kWaitTargets},
    OptionGroup{"Time limits", kWaitHowLong},
    OptionGroup{"Server", kServerOptions},
    OptionGroup{"Team server", kWaitVia},
    OptionGroup{"Output", kWaitOutput},
};

constexpr std::array kAppsFilters{
    OptionSpec{"--instance", "NAME", "List only this stored instance. Default: all that are not paused.", "staging",
               '\0', true},
    OptionSpec{"--name", "PATTERN",
               "List only applications whose name contains PATTERN, or matches it if it has * or ?.", "'shop-*'", '\0',
               true},
    OptionSpec{"--project", "NAME", "List only applications of this project.", "shop", '\0', true},
    OptionSpec{
        "--health", "STATUS",
        "List only applications with this health: Healthy, Suspended, Progressing, Missing, Degraded or Unknown.",
        "Degraded", '\0', true},
    OptionSpec{"--sync", "STATUS", "List only applications with this sync status: Synced, OutOfSync or Unknown.",
               "OutOfSync", '\0', true},
    OptionSpec{"--image", "PATTERN",
               "List only applications that run an image that contains PATTERN, or matches it if it has * or ?.",
               "acme/shop-web", '\0', true},
    OptionSpec{"--label", "SELECTOR", "List only applications that match this Kubernetes label selector.",
               "team=shop,tier!=test", 'l'},
    OptionSpec{"--app-namespace", "NAME", "List only applications in this namespace.", "argocd"},
};

constexpr std::array kAppsGroups{
    OptionGroup{"Filters (repeat an option to allow any of its values)", kAppsFilters},
    OptionGroup{"Server", kAskedServerOptions},
    OptionGroup{"Output", kListOutput},
};

constexpr std::array kVersionsWhat{
    OptionSpec{
        "--by", "ENVIRONMENT",
        "Use as environment: instance, namespace or cluster (of the resources), project, or label=NAME (the value "
        "of that label of the application). Default: instance.",
        "label=stage"},
    OptionSpec{"--order", "NAME", "Show the environments in this order, followed by all others.", "staging", '\0',
               true},
    OptionSpec{"--differing", nullptr, "Show only images whose versions differ.", nullptr},
};

constexpr std::array kVersionsGroups{
    OptionGroup{"Environments", kVersionsWhat},
    OptionGroup{"Filters (repeat an option to allow any of its values)", kAppsFilters},
    OptionGroup{"Server", kAskedServerOptions},
    OptionGroup{"Output", kVersionsOutput},
};

constexpr std::array kInspectWhat{kProject, kAppNamespace};

constexpr std::array kInspectGroups{
    OptionGroup{"Application", kInspectWhat},
    OptionGroup{"Server", kAskedServerOptions},
    OptionGroup{"Output", kObjectOutput},
};

constexpr std::array kExplainWhat{
    OptionSpec{"--image", "REF", "Check whether this image runs. Default: the images in the desired manifests.",
               "ghcr.io/acme/shop-web:1.5.0", '\0', true},
    kProject,
    kAppNamespace,
    kRegistryProxy,
};

constexpr std::array kExplainGroups{
    OptionGroup{"Application", kExplainWhat},
    OptionGroup{"Server", kAskedServerOptions},
    OptionGroup{"Output", kObjectOutput},
};

constexpr std::array kRecordWhat{
    OptionSpec{"--image", "REF", "Note in the recording which image was expected.", "ghcr.io/acme/shop-web:1.5.0", '\0',
               true},
    kProject,
    kAppNamespace,
};

constexpr std::array kRecordHow{
    OptionSpec{"--output", "FILE",
               "Write the recording to FILE, compressed if the name ends in .gz. Existing files are never overwritten. "
               "Default: APP-TIME.jsonl.gz in the current folder.",
               "shop-web.jsonl.gz", 'o'},
    OptionSpec{"--replace", "NAME=STANDIN",
               "Replace NAME with STANDIN where it is a whole word, in any case. Tokens, email addresses and the "
               "server's host name are always replaced.",
               "acme=example", '\0', true},
    OptionSpec{"--for", "DURATION", "Stop recording after DURATION. Default: 1h; at most 1d.", "10m"},
    kHelp,
};

constexpr std::array kRecordGroups{
    OptionGroup{"Application", kRecordWhat},
    OptionGroup{"Recording", kRecordHow},
    OptionGroup{"Server", kAskedServerOptions},
};

constexpr std::array kReplayServer{
    OptionSpec{"--port", "NUMBER", "Listen on this port of 127.0.0.1. Default: a free port.", "8080"},
    OptionSpec{"--base-path", "PATH", "Serve everything below PATH.", "/argocd"},
    OptionSpec{"--tls", nullptr, "Use TLS with a certificate that is created for this run.", nullptr},
    OptionSpec{"--write-crt", "FILE", "Write that certificate to FILE, for --server-crt. Default: a temporary file.",
               "replay.pem"},
    OptionSpec{"--token-file", "FILE", "Require the bearer token in FILE; other requests get 401.", "token.txt"},
};

constexpr std::array kReplayRecording{
    OptionSpec{"--speed", "FACTOR", "Play FACTOR times as fast. Default: 1.", "4"},
    OptionSpec{"--loop", nullptr, "Start again at the end. Without this option, the last responses remain.", nullptr},
    OptionSpec{"--fault", "KIND[@FROM[-UNTIL|+LENGTH]][:PATH]",
               "Break responses during that part of the recording, for paths that contain PATH. KIND is refuse, hang, "
               "reset, cut, gzip-cut, gzip-short, reset-in-body, bad-chunk, half-head, false-length, truncate, empty, "
               "unauthorized, unavailable, html, slow-bytes, silence, stall-tls, bomb or redirect.",
               "refuse@5s+8s", '\0', true},
    OptionSpec{"--verbose", nullptr, "Print each request to standard error.", nullptr},
    kHelp,
};

constexpr std::array kReplayGroups{
    OptionGroup{"Server", kReplayServer},
    OptionGroup{"Recording", kReplayRecording},
};

constexpr std::array kDemoOptions{
    OptionSpec{"--headless", nullptr, "Run the demo in the terminal instead of the window.", nullptr},
    kUtc,
    kHelp,
};

constexpr std::array kDemoGroups{OptionGroup{"Options", kDemoOptions}};

constexpr std::array kWaitExamples{
    "lynceus wait --server argocd.acme.example --app shop-web=ghcr.io/acme/shop-web:1.5.0",
    "lynceus wait --app shop-web --app shop-api --image ghcr.io/acme/shop-api:2.1.0 --image "
    "ghcr.io/acme/shop-web:1.5.0",
    "lynceus wait --app team-a/orders=ghcr.io/acme/orders:1.1.0 --timeout 30m --bake 5m --output json",
    "lynceus wait --via https://lynceus.acme.example --app shop-web=ghcr.io/acme/shop-web:1.5.0 --author ada",
    "lynceus wait --from-env",
};
constexpr std::array kAppsExamples{
    "lynceus apps --server argocd.acme.example",
    "lynceus apps --health degraded --health missing --project shop",
    "lynceus apps --image acme/shop-web --output csv",
};
constexpr std::array kVersionsExamples{
    "lynceus versions --order dev --order staging --order prod",
    "lynceus versions --by label=stage --project shop --differing",
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

constexpr Duration kLeastTime{1'000};                          // shorter values are probably a wrong unit
constexpr Duration kLongestRecording = std::chrono::hours(24); // it is kept in memory

Result<Invocation> waitCall(const ParsedWords &words)
{
    if (words.has(u"--via"_s) || words.has(u"--from-env"_s))
        return waitViaCall(words,
                           [](const QString &name) { return qEnvironmentVariable(name.toLatin1().constData()); });
    OptionReader reader(words);
    for (const auto &option : {u"--deploy-token-file"_s, u"--author"_s, u"--instance"_s}) {
        if (words.has(option))
            reader.fail({Error::Kind::BadInput, option, u"it requires --via URL or --from-env"_s});
    }
    auto options = readExpectation(reader, words);
    options.server = reader.server();
    options.output = reader.output({OutputFormat::Text, OutputFormat::Json, OutputFormat::Jsonl});
    return finished(reader, std::move(options));
}

AppsOptions readApplications(OptionReader &reader, const ParsedWords &words)
{
    AppsOptions options;
    options.instances = words.all(u"--instance"_s);
    options.projects = words.all(u"--project"_s);
    options.health = reader.each<HealthStatus>(u"--health"_s, healthValue);
    options.sync = reader.each<SyncStatus>(u"--sync"_s, syncValue);
    options.images = words.all(u"--image"_s);
    options.names = words.all(u"--name"_s);
    options.selector = words.last(u"--label"_s);
    if (const auto selector = parseLabelSelector(options.selector); !selector)
        reader.fail({Error::Kind::BadInput, u"--label "_s + options.selector, selector.error().message});
    options.appNamespace = words.last(u"--app-namespace"_s);
    options.server = reader.server();
    return options;
}

Result<Invocation> appsCall(const ParsedWords &words)
{
    OptionReader reader(words);
    auto options = readApplications(reader, words);
    options.output = reader.output({OutputFormat::Text, OutputFormat::Json, OutputFormat::Jsonl, OutputFormat::Csv});
    return finished(reader, std::move(options));
}

void readEnvironment(OptionReader &reader, const ParsedWords &words, VersionsOptions &options)
{
    using Environment = VersionsOptions::Environment;
    constexpr auto kLabel = "label="_L1;
    const auto text = words.last(u"--by"_s);
    if (text.isEmpty() || text == "instance"_L1)
        return;
    if (text == "namespace"_L1) {
        options.environment = Environment::Namespace;
    } else if (text == "cluster"_L1) {
        options.environment = Environment::Cluster;
    } else if (text == "project"_L1) {
        options.environment = Environment::Project;
    } else if (text.startsWith(kLabel) && text.size() > kLabel.size()) {
        options.environment = Environment::Label;
        options.label = text.mid(kLabel.size());
    } else {
        reader.fail({Error::Kind::BadInput, u"--by "_s + text,
                     u"is not an environment; use instance, namespace, cluster, project or label=NAME"_s});
    }
}

Result<Invocation> versionsCall(const ParsedWords &words)
{
    OptionReader reader(words);
    VersionsOptions options;
    options.applications = readApplications(reader, words);
    readEnvironment(reader, words, options);
    options.order = words.all(u"--order"_s);
    options.differingOnly = words.has(u"--differing"_s);
    options.applications.output = reader.output({OutputFormat::Text, OutputFormat::Json, OutputFormat::Csv});
    return finished(reader, std::move(options));
}

template<typename Call>
Result<Invocation> inspectCall(const ParsedWords &words)
{
    OptionReader reader(words);
    InspectOptions options;
    if (words.words.isEmpty())
        reader.fail({Error::Kind::BadInput, QString::fromLatin1(words.command->name),
                     u"no application given; usage: lynceus %1 APP"_s.arg(QString::fromLatin1(words.command->name))});
    else
        options.application = reader.checked(applicationName(words.words.front(), words.words.front()));
    reader.addNamespace(options.application);
    options.project = words.last(u"--project"_s);
    options.images = reader.images();
    options.registryProxies = reader.registryProxies();
    options.server = reader.server();
    options.output = reader.output({OutputFormat::Text, OutputFormat::Json});
    return finished(reader, Call{std::move(options)});
}

Result<Invocation> recordCall(const ParsedWords &words)
{
    OptionReader reader(words);
    RecordCall call;
    if (words.words.isEmpty())
        reader.fail({Error::Kind::BadInput, u"record"_s, u"no application given; usage: lynceus record APP"_s});
    else
        call.options.application = reader.checked(applicationName(words.words.front(), words.words.front()));
    reader.addNamespace(call.options.application);
    call.options.project = words.last(u"--project"_s);
    call.options.images = reader.images();
    call.options.server = reader.server();
    call.file = words.last(u"--output"_s);
    call.replacements = reader.each<std::pair<QString, QString>>(u"--replace"_s, replacementValue);
    reader.readDuration(u"--for"_s, call.length, kLeastTime);
    if (call.length > kLongestRecording)
        reader.fail({Error::Kind::BadInput, u"--for "_s + words.last(u"--for"_s),
                     u"too long; at most %1"_s.arg(formatDuration(kLongestRecording))});
    return finished(reader, std::move(call));
}

Result<Invocation> replayCall(const ParsedWords &words)
{
    OptionReader reader(words);
    ReplayCommandOptions options;
    options.recordings = words.words;
    if (options.recordings.isEmpty())
        reader.fail({Error::Kind::BadInput, u"replay"_s, u"no recording given; usage: lynceus replay FILE.jsonl.gz"_s});
    if (words.has(u"--port"_s))
        options.port = reader.checked(portValue(words.last(u"--port"_s)));
    if (words.has(u"--speed"_s))
        options.speed = reader.checked(speedValue(words.last(u"--speed"_s)));
    if (words.has(u"--base-path"_s))
        options.basePath = reader.checked(basePathValue(words.last(u"--base-path"_s)));
    options.loop = words.has(u"--loop"_s);
    options.tls = words.has(u"--tls"_s);
    options.verbose = words.has(u"--verbose"_s);
    options.tokenFile = words.last(u"--token-file"_s);
    options.certificateFile = words.last(u"--write-crt"_s);
    if (!options.certificateFile.isEmpty() && !options.tls)
        reader.fail({Error::Kind::BadInput, u"--write-crt"_s, u"it requires --tls"_s});
    for (const auto &text : words.all(u"--fault"_s)) {
        auto fault = parseFault(text);
        if (fault)
            options.faults.push_back(std::move(*fault));
        else
            reader.fail({Error::Kind::BadInput, u"--fault "_s + text, fault.error().message});
    }
    return finished(reader, std::move(options));
}

Result<Invocation> demoCall(const ParsedWords &words)
{
    if (!words.has(u"--headless"_s))
        return badInput(u"the window accepts no options; use lynceus demo, or add --headless for the terminal"_s,
                        u"demo"_s);
    return DemoOptions{true, words.has(u"--utc"_s)};
}

constexpr std::array kCommands{
    CommandSpec{waitCall, "wait", "Wait until an application runs an image", "--app NAME=IMAGE [--app …] [OPTIONS]",
                "Watches the application from now on: whether Argo CD noticed the new image, applied it and rolled it "
                "out, and whether every pod runs it. Ends with the outcome and, unless the image runs, the cause. "
                "Progress goes to standard error, the verdict to standard output.",
                nullptr, 0, kWaitGroups, kWaitExamples, kWaitExitCodes},
    CommandSpec{appsCall, "apps", "List applications with health, sync status and images", "[OPTIONS]",
                "Lists the applications that your account may see, in natural order (web-2 before web-10). Without "
                "--server, it queries all stored instances at once. An instance that fails is reported in one line on "
                "standard error while the others are listed; the exit code is that of the worst failure.",
                nullptr, 0, kAppsGroups, kAppsExamples, kCommandExitCodes},
    CommandSpec{versionsCall, "versions", "Show which version of each image runs in which environment", "[OPTIONS]",
                "Prints a table with one row per image repository or Helm chart and one column per environment, from "
                "the images of the pods and the charts of all applications that your account may see. \"<\" marks a "
                "version that differs from the environment to its left. If the window or the background service has "
                "recorded the deployments of that environment, their number since then and the date of the first "
                "follow. Several versions in one cell are a rollout in progress, or applications that run different "
                "versions. An instance that fails is reported on standard error while the others are shown.",
                nullptr, 0, kVersionsGroups, kVersionsExamples, kCommandExitCodes},
    CommandSpec{inspectCall<StatusCall>, "status", "Show an application's health, sync, commit and images",
                "APP [OPTIONS]", "APP is [INSTANCE:][NAMESPACE/]NAME.", "APP", 1, kInspectGroups, kStatusExamples,
                kCommandExitCodes},
    CommandSpec{inspectCall<TreeCall>, "tree", "Show an application's resource tree, problems first", "APP [OPTIONS]",
                "APP is [INSTANCE:][NAMESPACE/]NAME.", "APP", 1, kInspectGroups, kTreeExamples, kCommandExitCodes},
    CommandSpec{
        inspectCall<ExplainCall>, "explain", "Explain why an application is unhealthy", "APP [OPTIONS]",
        "APP is [INSTANCE:][NAMESPACE/]NAME. Prints one sentence with the cause, and the resource, events and "
        "last log lines of a crashed container that it is based on, as far as your account may read them. If the "
        "application is healthy, the command reports this.",
        "APP", 1, kExplainGroups, kExplainExamples, kCommandExitCodes},
    CommandSpec{
        recordCall, "record", "Record an application's release for replay", "APP [OPTIONS]",
        "APP is [INSTANCE:][NAMESPACE/]NAME. Records until you press Ctrl+C and prints the file's name. It sends "
        "about four requests per second, up to twelve while something is not healthy, so record no longer than you "
        "need. Check the file before you share it: it contains all names that you did not replace.",
        "APP", 1, kRecordGroups, kRecordExamples, kCommandExitCodes},
    CommandSpec{
        replayCall, "replay", "Serve recordings as a local read-only Argo CD server", "RECORDING… [OPTIONS]",
        "RECORDING is a file, or the name of a built-in recording: already-deployed, deploy-ok, image-typo, "
        "image-updater, crashloop, manual-sync, presync-fails, rollout-canary-ok, superseded, waves-ok. Several "
        "recordings form "
        "one instance. Prints the base URL (with --tls also the certificate's file on the next line), then serves "
        "until you press Ctrl+C. Time starts with the first request.",
        "RECORDING", -1, kReplayGroups, kReplayExamples, kCommandExitCodes},
    CommandSpec{demoCall, "demo", "Show a successful and a failed release without a server", "[--headless]",
                "Plays built-in recordings of a real Argo CD with the same code that is used for your server.", nullptr,
                0, kDemoGroups, kDemoExamples, kCommandExitCodes},
};

} // namespace

std::span<const CommandSpec> applicationCommands()
{
    return kCommands;
}

} // namespace lynceus
