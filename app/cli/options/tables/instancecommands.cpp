#include "app/cli/options/optionreader.h"
#include "app/cli/options/tables/commandfamilies.h"
#include "app/cli/options/tables/commonoptions.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

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

constexpr qsizetype kFingerprintSize = 32; // bytes of SHA-256

/// "4F:1A:…" or without colons, in any case.
Result<QByteArray> fingerprintValue(const QString &text)
{
    auto digits = text;
    digits.remove(u':');
    const bool isHex = std::ranges::all_of(
        digits, [](QChar c) { return (c >= u'0' && c <= u'9') || (c.toLower() >= u'a' && c.toLower() <= u'f'); });
    if (!isHex || digits.size() != kFingerprintSize * 2)
        return badInput(u"not a fingerprint; a SHA-256 has 64 hexadecimal digits, with or without colons"_s,
                        u"--pin "_s + text);
    return QByteArray::fromHex(digits.toLatin1());
}

void needWords(OptionReader &reader, const ParsedWords &words, qsizetype least, const QString &example)
{
    if (words.words.size() < least)
        reader.fail({Error::Kind::BadInput, QString::fromLatin1(words.command->name), u"use for example "_s + example});
}

QString wordAt(const ParsedWords &words, qsizetype position)
{
    return words.words.value(position);
}

void readProxy(OptionReader &reader, const ParsedWords &words, InstancesAddCall &call)
{
    const auto proxy = words.last(u"--proxy"_s);
    if (proxy.isEmpty() || proxy == "system"_L1)
        return;
    call.proxy = proxy == "none"_L1 ? ProxyChoice::None : ProxyChoice::Explicit;
    if (call.proxy == ProxyChoice::Explicit)
        call.proxyUrl = QUrl(proxy, QUrl::StrictMode);
    if (call.proxy == ProxyChoice::Explicit && call.proxyUrl.host().isEmpty())
        reader.fail({Error::Kind::BadInput, u"--proxy"_s,
                     u"not a proxy; use system, none, or an address like http://proxy.acme.example:3128"_s});
}

Result<Invocation> addCall(const ParsedWords &words)
{
    OptionReader reader(words);
    needWords(reader, words, 2, u"lynceus instances add staging https://argocd.acme.example"_s);
    InstancesAddCall call;
    call.name = wordAt(words, 0);
    call.url = wordAt(words, 1);
    const auto server = reader.server();
    call.requestTimeout = server.requestTimeout;
    call.tokenFile = server.authTokenFile;
    call.certificateFile = server.certificateFile;
    call.headers = server.headers;
    call.anonymous = words.has(u"--anonymous"_s);
    if (call.anonymous && !call.tokenFile.isEmpty())
        reader.fail({Error::Kind::BadInput, u"--anonymous"_s, u"a token is given too; use only one of them"_s});
    if (words.has(u"--pin"_s))
        call.pin = reader.checked(fingerprintValue(words.last(u"--pin"_s)));
    call.clientCertificateFile = words.last(u"--client-crt"_s);
    call.clientKeyFile = words.last(u"--client-crt-key"_s);
    readProxy(reader, words, call);
    return finished(reader, InstancesCall{std::move(call)});
}

Result<Invocation> testCall(const ParsedWords &words)
{
    OptionReader reader(words);
    InstancesTestCall call;
    call.name = wordAt(words, 0);
    if (words.has(u"--pin"_s))
        call.pin = reader.checked(fingerprintValue(words.last(u"--pin"_s)));
    if (!call.pin.isEmpty() && call.name.isEmpty())
        reader.fail({Error::Kind::BadInput, u"--pin"_s, u"no instance given"_s});
    call.output = reader.output({OutputFormat::Text, OutputFormat::Json});
    call.requestTimeout = reader.requestTimeout();
    return finished(reader, InstancesCall{std::move(call)});
}

Result<Invocation> listCall(const ParsedWords &words)
{
    OptionReader reader(words);
    InstancesListCall call{reader.output({OutputFormat::Text, OutputFormat::Json})};
    return finished(reader, InstancesCall{std::move(call)});
}

Result<Invocation> whoamiCall(const ParsedWords &words)
{
    OptionReader reader(words);
    InstancesWhoamiCall call{wordAt(words, 0), reader.output({OutputFormat::Text, OutputFormat::Json}),
                             reader.requestTimeout()};
    return finished(reader, InstancesCall{std::move(call)});
}

Result<Invocation> renameCall(const ParsedWords &words)
{
    OptionReader reader(words);
    needWords(reader, words, 2, u"lynceus instances rename staging test"_s);
    return finished(reader, InstancesCall{InstancesRenameCall{wordAt(words, 0), wordAt(words, 1)}});
}

Result<Invocation> removeCall(const ParsedWords &words)
{
    OptionReader reader(words);
    needWords(reader, words, 1, u"lynceus instances remove staging"_s);
    return finished(reader, InstancesCall{InstancesRemoveCall{wordAt(words, 0), reader.requestTimeout()}});
}

Result<Invocation> importCall(const ParsedWords &words)
{
    OptionReader reader(words);
    if (words.has(u"--remove-tokens"_s) && !words.has(u"--tokens"_s))
        reader.fail({Error::Kind::BadInput, u"--remove-tokens"_s,
                     u"the tokens would be lost; add --tokens to store them in the keychain"_s});
    return finished(reader,
                    InstancesCall{InstancesImportCall{words.last(u"--file"_s), words.has(u"--tokens"_s),
                                                      words.has(u"--remove-tokens"_s), words.words}});
}

constexpr std::array kCommands{
    CommandSpec{
        addCall, "instances add", "Add an Argo CD instance or a team server", "NAME URL [OPTIONS]",
        "Detects the server's version, its sign-in method and its base path. If the address redirects to "
        "another server, the command stops and prints the new address. If the certificate is not trusted, its "
        "fingerprint is shown and you can accept it. A team server (lynceus serve or Argo Watcher) is recognised by "
        "its responses; pass the token for reading its tasks with --auth-token-file. Secrets are stored in "
        "the keychain, never in a file.",
        "NAME", 2, kAddGroups, kAddExamples, kCommandExitCodes},
    CommandSpec{listCall, "instances list", "List the stored instances", "[OPTIONS]",
                "Does not contact them; \"lynceus instances test\" does.", nullptr, 0, kFormatGroups, kListExamples,
                kCommandExitCodes},
    CommandSpec{testCall, "instances test", "Check version, sign-in and certificate of instances", "[NAME] [OPTIONS]",
                "Without NAME it checks all instances. The exit code is that of the worst result.", "NAME", 1,
                kTestGroups, kTestExamples, kCommandExitCodes},
    CommandSpec{renameCall, "instances rename", "Rename an instance", "NAME NEWNAME",
                "Watches, history and sign-in are kept.", "NAME", 2, kHelpGroups, kRenameExamples, kCommandExitCodes},
    CommandSpec{removeCall, "instances remove", "Remove an instance and its secrets from the keychain",
                "NAME [OPTIONS]", "Signs out at the server if possible.", "NAME", 1, kRemoveGroups, kRemoveExamples,
                kCommandExitCodes},
    CommandSpec{
        importCall, "instances import", "Import contexts from the argocd CLI", "[CONTEXT...] [OPTIONS]",
        "Without CONTEXT it imports all contexts. Servers, base paths and TLS options become instances. The argocd CLI "
        "keeps its tokens in a plain-text file: "
        "on a terminal you are asked whether to store them in the keychain, and whether to remove them from the file.",
        "CONTEXT", -1, kImportGroups, kImportExamples, kCommandExitCodes},
    CommandSpec{whoamiCall, "instances whoami", "Show the signed-in user and the sign-in's expiry", "[NAME] [OPTIONS]",
                "Without NAME it shows all instances. The exit code is that of the worst result.", "NAME", 1,
                kWhoamiGroups, kWhoamiExamples, kCommandExitCodes},
};

} // namespace

std::span<const CommandSpec> instanceCommands()
{
    return kCommands;
}

} // namespace lynceus
