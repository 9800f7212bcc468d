#include "app/cli/options/commandfamilies.h"
#include "app/cli/options/commonoptions.h"

#include <array>

namespace lynceus {

namespace {

constexpr OptionSpec kPin{"--pin", "SHA256", "Trust only the server certificate with this fingerprint from now on.",
                          "4F:1A:…"};
constexpr OptionSpec kFormat{"--output", "FORMAT", "Output format: text or json.", "json", 'o'};

constexpr std::array kAddSignIn{
    OptionSpec{"--auth-token-file", "FILE", "Store the token from FILE in the keychain.", "token.txt"},
    OptionSpec{"--anonymous", nullptr, "Use anonymous access, without a token.", nullptr},
};
constexpr std::array kAddWay{
    OptionSpec{"--server-crt", "FILE", "Trust the CA certificates in this PEM file.", "ca.pem"},
    kPin,
    OptionSpec{"--client-crt", "FILE", "Present this client certificate (PEM) to the server or gateway.", "me.pem"},
    OptionSpec{"--client-crt-key", "FILE", "Use this private key (PEM, unencrypted) for the client certificate.",
               "me.key"},
    OptionSpec{"--header", "'NAME: VALUE'",
               "Send this header with every request, for a gateway. The value is stored in the keychain.",
               "'X-Team: shop'", '\0', true},
    OptionSpec{"--proxy", "PROXY",
               "Use this proxy: system (default), none or an address. Loopback addresses never use a proxy.",
               "http://proxy.acme.example:3128"},
};
constexpr std::array kHelpOnly{kHelp};
constexpr std::array kFormatOnly{kFormat, kHelp};
constexpr std::array kTimeAndHelp{kRequestTimeoutOption, kHelp};
constexpr std::array kWhoamiOptions{kRequestTimeoutOption, kFormat, kHelp};
constexpr std::array kTestOptions{kPin, kRequestTimeoutOption, kFormat, kHelp};
constexpr std::array kImportOptions{
    OptionSpec{"--file", "FILE", "Read the argocd CLI's configuration from FILE. Default: its usual location.",
               "config"},
    OptionSpec{"--tokens", nullptr, "Store the tokens in the keychain without asking.", nullptr},
    OptionSpec{"--remove-tokens", nullptr,
               "Remove the tokens from the file after storing them. The rest of the file stays unchanged.", nullptr},
    kHelp,
};

constexpr std::array kAddGroups{OptionGroup{"Sign-in", kAddSignIn}, OptionGroup{"Connection", kAddWay},
                                OptionGroup{"Options", kTimeAndHelp}};
constexpr std::array kRemoveGroups{OptionGroup{"Options", kTimeAndHelp}};
constexpr std::array kWhoamiGroups{OptionGroup{"Output", kWhoamiOptions}};
constexpr std::array kHelpGroups{OptionGroup{"Options", kHelpOnly}};
constexpr std::array kFormatGroups{OptionGroup{"Output", kFormatOnly}};
constexpr std::array kTestGroups{OptionGroup{"Options", kTestOptions}};
constexpr std::array kImportGroups{OptionGroup{"Options", kImportOptions}};

constexpr std::array kAddExamples{
    "lynceus instances add staging argocd.acme.example",
    "lynceus instances add prod https://argocd.acme.example/prod --auth-token-file token.txt",
};
constexpr std::array kListExamples{"lynceus instances list --output json"};
constexpr std::array kTestExamples{"lynceus instances test staging"};
constexpr std::array kRenameExamples{"lynceus instances rename staging test"};
constexpr std::array kRemoveExamples{"lynceus instances remove staging"};
constexpr std::array kImportExamples{"lynceus instances import", "lynceus instances import staging prod",
                                     "lynceus instances import --tokens --remove-tokens"};
constexpr std::array kWhoamiExamples{"lynceus instances whoami prod"};

constexpr std::array kCommands{
    CommandSpec{
        Command::InstancesAdd, "instances add", "Add an Argo CD instance or a team server", "NAME URL [OPTIONS]",
        "Detects the server's version, its sign-in method and its base path. If the address redirects to "
        "another server, the command stops and prints the new address. If the certificate is not trusted, its "
        "fingerprint is shown and you can accept it. A team server (lynceus serve or Argo Watcher) is recognised by "
        "its answers; --auth-token-file names the token with which its tasks are read. Secrets are stored in "
        "the keychain, never in a file.",
        "NAME", 2, kAddGroups, kAddExamples, kCommandExitCodes},
    CommandSpec{Command::InstancesList, "instances list", "List the stored instances", "[OPTIONS]",
                "Does not contact them; \"lynceus instances test\" does.", nullptr, 0, kFormatGroups, kListExamples,
                kCommandExitCodes},
    CommandSpec{Command::InstancesTest, "instances test", "Check version, sign-in and certificate of instances",
                "[NAME] [OPTIONS]", "Without NAME it checks all instances. The exit code is that of the worst result.",
                "NAME", 1, kTestGroups, kTestExamples, kCommandExitCodes},
    CommandSpec{Command::InstancesRename, "instances rename", "Rename an instance", "NAME NEWNAME",
                "Watches, history and sign-in are kept.", "NAME", 2, kHelpGroups, kRenameExamples, kCommandExitCodes},
    CommandSpec{Command::InstancesRemove, "instances remove", "Remove an instance and its secrets from the keychain",
                "NAME [OPTIONS]", "Signs out at the server if possible.", "NAME", 1, kRemoveGroups, kRemoveExamples,
                kCommandExitCodes},
    CommandSpec{
        Command::InstancesImport, "instances import", "Import contexts from the argocd CLI", "[CONTEXT...] [OPTIONS]",
        "Without CONTEXT it imports all contexts. Servers, base paths and TLS options become instances. The argocd CLI "
        "keeps its tokens in a plain-text file: "
        "on a terminal you are asked whether to store them in the keychain, and whether to remove them from the file.",
        "CONTEXT", -1, kImportGroups, kImportExamples, kCommandExitCodes},
    CommandSpec{Command::InstancesWhoami, "instances whoami", "Show the signed-in user and the sign-in's expiry",
                "[NAME] [OPTIONS]", "Without NAME it shows all instances. The exit code is that of the worst result.",
                "NAME", 1, kWhoamiGroups, kWhoamiExamples, kCommandExitCodes},
};

} // namespace

std::span<const CommandSpec> instanceCommands()
{
    return kCommands;
}

} // namespace lynceus
