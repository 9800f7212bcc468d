#include "app/cli/options/invocation.h"

#include "app/cli/options/expectation.h"
#include "app/cli/options/followcalls.h"
#include "app/cli/options/instancesinvocation.h"
#include "app/cli/options/optionreader.h"
#include "app/cli/options/viaoptions.h"
#include "app/cli/options/watchcalls.h"
#include "core/domain/argocd/labelselector.h"
#include "core/domain/base/redact.h"

using namespace Qt::StringLiterals;

namespace lynceus {

namespace {

constexpr Duration kLeastTime{1'000};                          // less is a mistake in the unit
constexpr Duration kLongestRecording = std::chrono::hours(24); // it is held in memory

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
    } else if (text == "project"_L1) {
        options.environment = Environment::Project;
    } else if (text.startsWith(kLabel) && text.size() > kLabel.size()) {
        options.environment = Environment::Label;
        options.label = text.mid(kLabel.size());
    } else {
        reader.fail({Error::Kind::BadInput, u"--by "_s + text,
                     u"is not an environment; use instance, namespace, project or label=NAME"_s});
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

Result<QString> instanceName(const ParsedWords &words)
{
    if (!words.words.isEmpty())
        return words.words.front();
    const auto command = QString::fromLatin1(words.command->name);
    return badInput(u"no instance given; usage: lynceus %1 NAME"_s.arg(command), command);
}

Result<Invocation> loginCall(const ParsedWords &words)
{
    OptionReader reader(words);
    LoginOptions options;
    options.instance = reader.checked(instanceName(words));
    options.userName = words.last(u"--username"_s);
    options.tokenFile = words.last(u"--auth-token-file"_s);
    options.browser = !words.has(u"--no-browser"_s);
    options.requestTimeout = reader.requestTimeout();
    const std::initializer_list<std::pair<QString, SignInMethod>> ways{{u"--sso"_s, SignInMethod::Sso},
                                                                       {u"--username"_s, SignInMethod::Password},
                                                                       {u"--auth-token-file"_s, SignInMethod::Token},
                                                                       {u"--anonymous"_s, SignInMethod::Anonymous}};
    for (const auto &[option, method] : ways) {
        if (!words.has(option))
            continue;
        if (options.method)
            reader.fail({Error::Kind::BadInput, option, u"only one sign-in method is allowed; use one of them"_s});
        options.method = method;
    }
    return finished(reader, std::move(options));
}

Result<Invocation> logoutCall(const ParsedWords &words)
{
    OptionReader reader(words);
    LogoutOptions options;
    options.instance = reader.checked(instanceName(words));
    options.requestTimeout = reader.requestTimeout();
    return finished(reader, std::move(options));
}

Result<Invocation> doctorCall(const ParsedWords &words)
{
    OptionReader reader(words);
    DoctorOptions options;
    options.instances = words.words;
    options.bundle.file = words.last(u"--bundle"_s);
    options.bundle.hidesHosts = words.has(u"--hide-hosts"_s);
    options.bundle.replacements = reader.each<std::pair<QString, QString>>(u"--replace"_s, replacementValue);
    for (const auto &option : {u"--hide-hosts"_s, u"--replace"_s}) {
        if (words.has(option) && options.bundle.file.isEmpty())
            reader.fail({Error::Kind::BadInput, option, u"it requires --bundle FILE"_s});
    }
    options.server = reader.server();
    if (!options.server.server.isEmpty() && !options.instances.isEmpty())
        reader.fail({Error::Kind::BadInput, u"--server"_s,
                     u"names cannot be combined with a single server; remove the names"_s});
    options.output = reader.output({OutputFormat::Text, OutputFormat::Json});
    return finished(reader, std::move(options));
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

Result<Invocation> serveCall(const ParsedWords &words)
{
    ServeOptions options;
    options.configFile = words.last(u"--config"_s);
    options.listen = words.last(u"--listen"_s);
    options.server = words.last(u"--server"_s);
    options.authTokenFile = words.last(u"--auth-token-file"_s);
    options.database = words.last(u"--database"_s);
    options.deployTokenFile = words.last(u"--deploy-token-file"_s);
    options.jwtSecretFile = words.last(u"--jwt-secret-file"_s);
    options.certificateFile = words.last(u"--tls-crt"_s);
    options.keyFile = words.last(u"--tls-key"_s);
    options.openRegistration = words.has(u"--open-registration"_s);
    options.check = words.has(u"--check"_s);
    return options;
}

Result<Invocation> serveTokenCall(const ParsedWords &words)
{
    using Action = ServeTokenOptions::Action;
    ServeTokenOptions options;
    options.configFile = words.last(u"--config"_s);
    options.database = words.last(u"--database"_s);
    const auto action = words.words.value(0);
    const bool takesName = action == "create"_L1 || action == "revoke"_L1;
    if (!takesName && action != "list"_L1)
        return badInput(u"use lynceus serve token create NAME, list, or revoke NAME"_s,
                        action.isEmpty() ? u"serve token"_s : redactedText(action));
    if (takesName != (words.words.size() == 2))
        return badInput(takesName ? u"a name is required: lynceus serve token %1 NAME"_s.arg(action)
                                  : u"unexpected argument; usage: lynceus serve token list"_s,
                        takesName ? action : redactedText(words.words.value(1)));
    options.action = action == "create"_L1 ? Action::Create : takesName ? Action::Revoke : Action::List;
    options.name = words.words.value(1);
    return options;
}

Result<Invocation> demoCall(const ParsedWords &words)
{
    if (!words.has(u"--headless"_s))
        return badInput(u"the window accepts no options; use lynceus demo, or add --headless for the terminal"_s,
                        u"demo"_s);
    return DemoOptions{true, words.has(u"--utc"_s)};
}

} // namespace

Result<Invocation> invocationFrom(const ParsedWords &words)
{
    switch (words.command->command) {
    case Command::Wait:
        return waitCall(words);
    case Command::Apps:
        return appsCall(words);
    case Command::Status:
        return inspectCall<StatusCall>(words);
    case Command::Tree:
        return inspectCall<TreeCall>(words);
    case Command::Explain:
        return inspectCall<ExplainCall>(words);
    case Command::Record:
        return recordCall(words);
    case Command::Login:
        return loginCall(words);
    case Command::Logout:
        return logoutCall(words);
    case Command::Replay:
        return replayCall(words);
    case Command::Demo:
        return demoCall(words);
    case Command::WatchAdd:
        return watchAddCall(words);
    case Command::WatchExtend:
        return watchExtendCall(words);
    case Command::WatchRepeat:
        return watchRepeatCall(words);
    case Command::WatchCancel:
        return watchCancelCall(words);
    case Command::Daemon:
        return daemonCall(words);
    case Command::Serve:
        return serveCall(words);
    case Command::ServeToken:
        return serveTokenCall(words);
    case Command::Tasks:
        return tasksCall(words);
    case Command::WatchShare:
        return watchShareCall(words);
    case Command::WatchList:
        return watchListCall(words);
    case Command::WatchShow:
        return watchShowCall(words);
    case Command::History:
        return historyCall(words);
    case Command::Deployments:
        return deploymentsCall(words);
    case Command::Report:
        return reportCall(words);
    case Command::FollowAdd:
        return followAddCall(words);
    case Command::FollowList:
        return followListCall(words);
    case Command::FollowPause:
    case Command::FollowResume:
    case Command::FollowRemove:
        return followChangeCall(words);
    case Command::Versions:
        return versionsCall(words);
    case Command::Doctor:
        return doctorCall(words);
    case Command::InstancesAdd:
    case Command::InstancesList:
    case Command::InstancesTest:
    case Command::InstancesRename:
    case Command::InstancesRemove:
    case Command::InstancesImport:
    case Command::InstancesWhoami:
        return instancesInvocation(words);
    }
    return badInput(u"unknown command"_s);
}

} // namespace lynceus
