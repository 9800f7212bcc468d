#include "app/cli/options/commandfamilies.h"
#include "app/cli/options/commonoptions.h"

#include <array>

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
               "Keep the tasks here: sqlite:FILE or postgres://USER@HOST/DATABASE. Default: $LYNCEUS_SERVE_DATABASE.",
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
    OptionSpec{"--check", nullptr, "Check the configuration, print all that is wrong with it, and exit.", nullptr},
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
    ExitCodeMeaning{ExitCode::Done, "stopped by a signal with everything stored, or --check found no fault"},
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
    ExitCodeMeaning{ExitCode::Usage, "wrong usage, the name is in use, or the configuration is wrong"},
    ExitCodeMeaning{ExitCode::Gone, "revoke: no valid token of this name"},
    ExitCodeMeaning{ExitCode::Unreachable, "the database cannot be used"},
};

constexpr std::array kCommands{
    CommandSpec{
        Command::Serve, "serve", "Run the team server that pipelines register deployments on", "[OPTIONS]",
        "Accepts tasks through the HTTP API of Argo Watcher, follows each until its application runs the images or the "
        "deadline has passed, and stores the verdicts. Options override the environment, which overrides the file. "
        "Logs one JSON object per line on standard error. Stops on SIGTERM or Ctrl+C within 10 s.",
        nullptr, 0, kServeGroups, kServeExamples, kServeExitCodes},
    CommandSpec{Command::ServeToken, "serve token", "Manage the tokens that may register tasks",
                "create NAME | list | revoke NAME [OPTIONS]",
                "Works on the server's database, whether the server runs or not. `create` prints a random token once; "
                "the database keeps its hash. A revoked token is refused from the next request on, by all replicas.",
                "ACTION", 2, kTokenGroups, kTokenExamples, kTokenExitCodes},
};

} // namespace

std::span<const CommandSpec> serveCommands()
{
    return kCommands;
}

} // namespace lynceus
