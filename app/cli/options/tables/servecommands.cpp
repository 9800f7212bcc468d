#include "app/cli/options/optionreader.h"
#include "app/cli/options/readers/watchcalls.h"
#include "app/cli/options/tables/commandfamilies.h"
#include "app/cli/options/tables/commonoptions.h"
#include "core/domain/redaction/redact.h"

#include <array>

using namespace Qt::StringLiterals;

namespace lynceus {

namespace {

constexpr std::array kServeWhere{
    OptionSpec{"--config", "FILE", "Read the configuration from this YAML file. Default: $LYNCEUS_SERVE_CONFIG.",
               "/etc/lynceus/serve.yaml"},
    OptionSpec{
        "--listen", "ADDRESS:PORT",
        "Listen on this IP address and port; port 0 lets the system choose. Default: $LYNCEUS_SERVE_LISTEN, else "
        "127.0.0.1:8080.",
        "127.0.0.1:8080"},
    OptionSpec{"--server", "URL", "Use this Argo CD server only. Default: $LYNCEUS_SERVE_SERVER.",
               "https://argocd.acme.example"},
    OptionSpec{"--auth-token-file", "FILE",
               "Read the token for Argo CD from FILE. Default: $LYNCEUS_SERVE_AUTH_TOKEN_FILE.", "argocd-token"},
    OptionSpec{"--database", "ADDRESS",
               "Store the tasks in this database: sqlite:FILE or postgres://USER@HOST/DATABASE. Default: "
               "$LYNCEUS_SERVE_DATABASE.",
               "sqlite:/var/lib/lynceus/tasks.db"},
};

constexpr std::array kServeWho{
    OptionSpec{"--deploy-token-file", "FILE",
               "Accept the token in FILE for registering tasks. Default: $LYNCEUS_SERVE_DEPLOY_TOKEN_FILE.",
               "deploy-token"},
    OptionSpec{"--jwt-secret-file", "FILE",
               "Accept JWTs that are signed with the secret in FILE. Default: $LYNCEUS_SERVE_JWT_SECRET_FILE.",
               "jwt-secret"},
    OptionSpec{"--tls-crt", "FILE",
               "Speak HTTPS with the certificate (PEM, with its chain) in FILE. Default: $LYNCEUS_SERVE_TLS_CRT.",
               "tls.crt"},
    OptionSpec{"--tls-key", "FILE", "Use the key (PEM) of that certificate in FILE. Default: $LYNCEUS_SERVE_TLS_KEY.",
               "tls.key"},
    OptionSpec{"--open-registration", nullptr, "Accept new tasks without a credential.", nullptr},
};

constexpr std::array kServeOther{
    OptionSpec{"--check", nullptr, "Check the configuration, print all errors, and exit.", nullptr},
    kHelp,
};

constexpr std::array kServeGroups{
    OptionGroup{"Server", kServeWhere},
    OptionGroup{"Access", kServeWho},
    OptionGroup{"Options", kServeOther},
};

constexpr std::array kServeExamples{
    "lynceus serve --server https://argocd.acme.example --auth-token-file argocd-token --database sqlite:tasks.db "
    "--deploy-token-file deploy-token",
    "lynceus serve --config /etc/lynceus/serve.yaml --check",
};

constexpr std::array kServeExitCodes{
    ExitCodeMeaning{ExitCode::Done, "stopped by a signal with everything stored, or --check found no error"},
    ExitCodeMeaning{ExitCode::Failed, "stopped by a signal while the database could not be written"},
    ExitCodeMeaning{ExitCode::Usage, "wrong usage, or the configuration is wrong"},
    ExitCodeMeaning{ExitCode::Unreachable, "the database or the address to listen on cannot be used"},
};

constexpr std::array kTokenWhere{
    OptionSpec{"--config", "FILE", "Use the database of this configuration (YAML). Default: $LYNCEUS_SERVE_CONFIG.",
               "/etc/lynceus/serve.yaml"},
    OptionSpec{"--database", "ADDRESS",
               "Use this database: sqlite:FILE or postgres://USER@HOST/DATABASE. Default: $LYNCEUS_SERVE_DATABASE.",
               "sqlite:/var/lib/lynceus/tasks.db"},
    kHelp,
};

constexpr std::array kTokenGroups{OptionGroup{"Options", kTokenWhere}};

constexpr std::array kTokenExamples{
    "lynceus serve token create shop-pipeline --config /etc/lynceus/serve.yaml",
    "lynceus serve token list --database sqlite:tasks.db",
    "lynceus serve token revoke shop-pipeline --config /etc/lynceus/serve.yaml",
};

constexpr std::array kTokenExitCodes{
    ExitCodeMeaning{ExitCode::Done, "done"},
    ExitCodeMeaning{ExitCode::Usage,
                    "wrong usage, the name is in use or reserved, or the configuration or the tables are wrong"},
    ExitCodeMeaning{ExitCode::Gone, "revoke: no valid token of this name"},
    ExitCodeMeaning{ExitCode::Unreachable, "the database cannot be used"},
};

constexpr std::array kTaskFilters{
    OptionSpec{"--team-server", "NAME", "List only this team server. Default: all that are stored.", "team", '\0',
               true},
    OptionSpec{"--app", "NAME", "List only this application, as the pipeline names it.", "shop-web"},
    OptionSpec{"--author", "NAME", "List only tasks of this author.", "ada"},
    OptionSpec{"--state", "STATE",
               "List only this state: \"in progress\", deployed, failed, \"app not found\", aborted or cancelled.",
               "failed"},
    OptionSpec{"--since", "WHEN",
               "List only tasks that were registered since WHEN: a duration ago (7d), a date, or an RFC 3339 time. "
               "Default: 1d.",
               "7d"},
    OptionSpec{"--limit", "COUNT", "List at most COUNT tasks, newest first. Default: 1000.", "20"},
};

constexpr std::array kTaskOutput{
    OptionSpec{"--follow", nullptr,
               "Then print each change, until Ctrl+C: live from lynceus serve, every 5 s from Argo Watcher.", nullptr},
    kRequestTimeoutOption, OptionSpec{"--output", "FORMAT", "Output format: text, json or jsonl.", "json", 'o'}, kUtc,
    kHelp};

constexpr std::array kTaskGroups{OptionGroup{"Filters", kTaskFilters}, OptionGroup{"Output", kTaskOutput}};
constexpr std::array kTaskExamples{"lynceus tasks --state failed --since 7d",
                                   "lynceus tasks --author ada --output json"};

constexpr std::array kShareWhat{
    OptionSpec{"--author", "NAME", "Register the watch under this name. Default: your user name on this computer.",
               "ada"},
    OptionSpec{"--project", "TEXT",
               "Register the watch for this project. Default: the watch's release, else the application's project.",
               "shop"},
    OptionSpec{"--instance", "NAME",
               "The team server's name for the Argo CD instance. Needed only if several have the application.", "prod"},
    OptionSpec{"--deploy-token-file", "FILE",
               "Read the deploy token from FILE. Default: the team server's token in the keychain.", "deploy-token"},
    OptionSpec{"--dry-run", nullptr, "Print the request without sending it.", nullptr},
};
constexpr std::array kShareOther{kRequestTimeoutOption, kHelp};
constexpr std::array kShareGroups{OptionGroup{"Task", kShareWhat}, OptionGroup{"Options", kShareOther}};
constexpr std::array kShareExamples{"lynceus watch share w7k3f team"};

constexpr std::array kTeamExitCodes{
    ExitCodeMeaning{ExitCode::Done, "done"},
    ExitCodeMeaning{ExitCode::Usage, "wrong usage, or the team server rejected the task"},
    ExitCodeMeaning{ExitCode::Unreachable, "unreachable, wrong certificate, or not a team server"},
    ExitCodeMeaning{ExitCode::SignInNeeded, "the token is missing or was rejected"},
    ExitCodeMeaning{ExitCode::HungUp, "ended by SIGHUP"},
    ExitCodeMeaning{ExitCode::Interrupted, "interrupted (Ctrl+C, SIGINT)"},
    ExitCodeMeaning{ExitCode::Terminated, "ended by SIGTERM"},
};

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

constexpr std::array kCommands{
    CommandSpec{
        serveCall, "serve", "Run the team server on which pipelines register releases", "[OPTIONS]",
        "Accepts tasks through the HTTP API of Argo Watcher, follows each until its application runs the images or the "
        "deadline has passed, and stores the verdicts. Options override the environment, which overrides the file. "
        "Logs one JSON object per line on standard error. Stops on SIGTERM or Ctrl+C within 10 s.",
        nullptr, 0, kServeGroups, kServeExamples, kServeExitCodes},
    CommandSpec{
        serveTokenCall, "serve token", "Manage the tokens that may register tasks",
        "create NAME | list | revoke NAME [OPTIONS]",
        "Works on the server's database, whether the server runs or not; only the server creates and migrates its "
        "tables. `create` prints a random token once; the database contains only its hash. All replicas reject a "
        "revoked token from the next request on.",
        "ACTION", 2, kTokenGroups, kTokenExamples, kTokenExitCodes},
    CommandSpec{
        tasksCall, "tasks", "List the tasks that pipelines registered on the team servers", "[OPTIONS]",
        "Queries all stored team servers (lynceus serve, Argo Watcher) and lists their tasks, newest first. A server "
        "that fails is reported on standard error while the others are shown.",
        nullptr, 0, kTaskGroups, kTaskExamples, kTeamExitCodes},
    CommandSpec{
        watchShareCall, "watch share", "Register a running watch on a team server", "ID SERVER [OPTIONS]",
        "Other users then see the watch on the server. The command sends application, version, author, project and the "
        "remaining time. Afterwards, the team server follows the release even if this computer is off. The new "
        "task ends running tasks of the same application that name the same image.",
        "ID", 2, kShareGroups, kShareExamples, kTeamExitCodes},
};

} // namespace

std::span<const CommandSpec> serveCommands()
{
    return kCommands;
}

} // namespace lynceus
