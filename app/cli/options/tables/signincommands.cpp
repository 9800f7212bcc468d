#include "app/cli/options/optionreader.h"
#include "app/cli/options/tables/commandfamilies.h"
#include "app/cli/options/tables/commonoptions.h"

#include <array>

using namespace Qt::StringLiterals;

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
               "Print the link instead of opening a browser, for use on any computer. Then paste the final address of "
               "the browser or, if the provider supports device codes, enter the code there.",
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

constexpr std::array kCommands{
    CommandSpec{
        loginCall, "login", "Sign in to an instance", "INSTANCE [OPTIONS]",
        "INSTANCE is the name of a stored instance. Tokens are stored in the keychain and renewed automatically. "
        "Without a keychain, `login` reports this and exits with code 7.",
        "INSTANCE", 1, kLoginGroups, kLoginExamples, kCommandExitCodes},
    CommandSpec{logoutCall, "logout", "Sign out of an instance", "INSTANCE [OPTIONS]",
                "Revokes the token at the server and, if supported, at the provider, and removes it from the keychain.",
                "INSTANCE", 1, kLogoutGroups, kLogoutExamples, kCommandExitCodes},
};

} // namespace

std::span<const CommandSpec> signInCommands()
{
    return kCommands;
}

} // namespace lynceus
