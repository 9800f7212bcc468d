#include "app/cli/options/commonoptions.h"
#include "app/cli/options/verbfamilies.h"

#include <array>

namespace lynceus {

namespace {

constexpr OptionSpec kPin{"--pin", "SHA256",
                          "Trusts the server's certificate from now on, if it has this fingerprint, and no other one.",
                          "4F:1A:…"};
constexpr OptionSpec kFormat{"--output", "FORMAT", "text or json.", "json", 'o'};

constexpr std::array kAddSignIn{
    OptionSpec{"--auth-token-file", "FILE", "Takes the token in this file into the keychain.", "token.txt"},
    OptionSpec{"--anonymous", nullptr, "Asks without a token: the server lets everybody read.", nullptr},
};
constexpr std::array kAddWay{
    OptionSpec{"--server-crt", "FILE", "Trusts the certificates in this PEM file, an own CA for instance.", "ca.pem"},
    kPin,
    OptionSpec{"--client-crt", "FILE", "Shows this client certificate (PEM) to a gateway.", "me.pem"},
    OptionSpec{"--client-crt-key", "FILE", "Its key (PEM, not encrypted).", "me.key"},
    OptionSpec{"--header", "'NAME: VALUE'", "Sends this header too, for a gateway; the value goes into the keychain.",
               "'X-Team: shop'", '\0', true},
    OptionSpec{"--proxy", "PROXY", "system (the default), none, or an address; never used for this computer itself.",
               "http://proxy.acme.example:3128"},
};
constexpr std::array kHelpOnly{kHelp};
constexpr std::array kFormatOnly{kFormat, kHelp};
constexpr std::array kTestOptions{kPin, kFormat, kHelp};
constexpr std::array kImportOptions{
    OptionSpec{"--file", "FILE", "Reads this file. Default: where the official client has it.", "config"},
    OptionSpec{"--tokens", nullptr, "Takes the tokens into the keychain, without a question.", nullptr},
    OptionSpec{"--remove-tokens", nullptr,
               "Then removes them from the file; everything else in it stays as it is, byte by byte.", nullptr},
    kHelp,
};

constexpr std::array kAddGroups{OptionGroup{"Sign-in", kAddSignIn}, OptionGroup{"The way there", kAddWay},
                                OptionGroup{"Options", kHelpOnly}};
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
constexpr std::array kImportExamples{"lynceus instances import", "lynceus instances import --tokens --remove-tokens"};
constexpr std::array kWhoamiExamples{"lynceus instances whoami prod"};

constexpr std::array kVerbs{
    VerbSpec{
        Verb::InstancesAdd, "instances add", "Keep an Argo CD under a name, after a look at it", "NAME URL [OPTIONS]",
        "Asks the server who it is and how people sign in, finds its base path, and follows one redirect. Where the "
        "certificate is not trusted, its fingerprint is shown, and a person may accept it. Secrets go into the "
        "keychain, never into a file.",
        "NAME", 2, kAddGroups, kAddExamples, kVerbExitCodes},
    VerbSpec{Verb::InstancesList, "instances list", "List the stored instances", "[OPTIONS]",
             "Says nothing of their state: that is what \"lynceus instances test\" asks.", nullptr, 0, kFormatGroups,
             kListExamples, kVerbExitCodes},
    VerbSpec{Verb::InstancesTest, "instances test", "Ask instances for version, sign-in and certificate",
             "[NAME] [OPTIONS]", "Without NAME all of them. The exit code is that of the worst one.", "NAME", 1,
             kTestGroups, kTestExamples, kVerbExitCodes},
    VerbSpec{Verb::InstancesRename, "instances rename", "Give an instance another name", "NAME NEWNAME",
             "Watches, history and sign-in stay.", "NAME", 2, kHelpGroups, kRenameExamples, kVerbExitCodes},
    VerbSpec{Verb::InstancesRemove, "instances remove", "Forget an instance, and its secrets in the keychain", "NAME",
             "Signs out at the server where that is possible.", "NAME", 1, kHelpGroups, kRemoveExamples,
             kVerbExitCodes},
    VerbSpec{
        Verb::InstancesImport, "instances import", "Take over the official client's contexts", "[OPTIONS]",
        "Servers, base paths and TLS options become instances. Its tokens are in a file that anybody may copy: on a "
        "terminal you are asked whether to take them into the keychain, and whether to remove them there.",
        nullptr, 0, kImportGroups, kImportExamples, kVerbExitCodes},
    VerbSpec{Verb::InstancesWhoami, "instances whoami", "Say who you are on an instance, and until when",
             "[NAME] [OPTIONS]", "Without NAME on all of them. The exit code is that of the worst one.", "NAME", 1,
             kFormatGroups, kWhoamiExamples, kVerbExitCodes},
};

} // namespace

std::span<const VerbSpec> instanceVerbs()
{
    return kVerbs;
}

} // namespace lynceus
