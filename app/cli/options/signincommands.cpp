#include "app/cli/options/commandfamilies.h"
#include "app/cli/options/commonoptions.h"

#include <array>

namespace lynceus {

namespace {

constexpr std::array kLoginWays{
    OptionSpec{"--sso", nullptr, "Sign in with single sign-on in the browser (Dex or an external provider).", nullptr},
    OptionSpec{"--username", "NAME",
               "Sign in with this local account. The password is read from the terminal, or as one line from standard "
               "input, and is not stored.",
               "admin"},
    OptionSpec{"--auth-token-file", "FILE", "Sign in with the token in FILE.", "token.txt"},
    OptionSpec{"--anonymous", nullptr, "Use anonymous access, without signing in.", nullptr},
    OptionSpec{"--no-browser", nullptr,
               "Print the link instead of opening a browser, for use on any computer. Then paste the address that the "
               "browser ended at or, if the provider supports device codes, enter the code there.",
               nullptr},
};
constexpr std::array kTimeAndHelp{kRequestTimeoutOption, kHelp};
constexpr std::array kLoginGroups{
    OptionGroup{"Sign-in method (default: the last one used, else single sign-on)", kLoginWays},
    OptionGroup{"Options", kTimeAndHelp},
};
constexpr std::array kLogoutGroups{OptionGroup{"Options", kTimeAndHelp}};

constexpr std::array kLoginExamples{
    "lynceus login staging",
    "lynceus login staging --no-browser",
    "lynceus login prod --auth-token-file token.txt",
};
constexpr std::array kLogoutExamples{"lynceus logout staging"};

constexpr std::array kCommands{
    CommandSpec{
        Command::Login, "login", "Sign in to an instance", "INSTANCE [OPTIONS]",
        "INSTANCE is the name of a stored instance. Tokens are stored in the keychain and renewed automatically. "
        "Without a keychain, `login` reports this and exits with code 7.",
        "INSTANCE", 1, kLoginGroups, kLoginExamples, kCommandExitCodes},
    CommandSpec{Command::Logout, "logout", "Sign out of an instance", "INSTANCE [OPTIONS]",
                "Revokes the token at the server and, if supported, at the provider, and removes it from the keychain.",
                "INSTANCE", 1, kLogoutGroups, kLogoutExamples, kCommandExitCodes},
};

} // namespace

std::span<const CommandSpec> signInCommands()
{
    return kCommands;
}

} // namespace lynceus
