#include "app/cli/options/commonoptions.h"
#include "app/cli/options/verbfamilies.h"

#include <array>

namespace lynceus {

namespace {

constexpr std::array kLoginWays{
    OptionSpec{"--sso", nullptr, "Single sign-on in the browser: the server's Dex or an external provider.", nullptr},
    OptionSpec{"--username", "NAME",
               "A local account. Its password is asked for in the terminal, or read as one line from standard input; "
               "it is kept nowhere.",
               "admin"},
    OptionSpec{"--auth-token-file", "FILE", "A token that you have, read once from a file.", "token.txt"},
    OptionSpec{"--anonymous", nullptr, "Without signing in, where the server lets everybody read.", nullptr},
    OptionSpec{"--no-browser", nullptr,
               "Opens no browser: prints the link for one on any computer. Paste the address at which it ended, or, "
               "where the provider grants that, type the code there.",
               nullptr},
};
constexpr std::array kOnlyHelp{kHelp};
constexpr std::array kLoginGroups{
    OptionGroup{"How (default: as last time, else single sign-on)", kLoginWays},
    OptionGroup{"Output", kOnlyHelp},
};
constexpr std::array kLogoutGroups{OptionGroup{"Output", kOnlyHelp}};

constexpr std::array kLoginExamples{
    "lynceus login staging",
    "lynceus login staging --no-browser",
    "lynceus login prod --auth-token-file token.txt",
};
constexpr std::array kLogoutExamples{"lynceus logout staging"};

constexpr std::array kVerbs{
    VerbSpec{Verb::Login, "login", "Sign in to an instance", "INSTANCE [OPTIONS]",
             "INSTANCE is the name of a stored instance. Tokens are kept in the system's keychain and renewed by "
             "themselves; without a keychain nothing is kept, and this verb says so and ends with 7.",
             "INSTANCE", 1, kLoginGroups, kLoginExamples, kVerbExitCodes},
    VerbSpec{Verb::Logout, "logout", "Sign out of an instance", "INSTANCE",
             "Revokes the token at the server, and at the provider where that can be done, and removes it from the "
             "keychain.",
             "INSTANCE", 1, kLogoutGroups, kLogoutExamples, kVerbExitCodes},
};

} // namespace

std::span<const VerbSpec> signInVerbs()
{
    return kVerbs;
}

} // namespace lynceus
