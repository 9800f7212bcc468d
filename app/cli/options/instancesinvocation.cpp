#include "app/cli/options/instancesinvocation.h"

#include "app/cli/options/optionreader.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace lynceus {

namespace {

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

} // namespace

Result<Invocation> instancesInvocation(const ParsedWords &words)
{
    OptionReader reader(words);
    switch (words.command->command) {
    case Command::InstancesAdd:
        return addCall(words);
    case Command::InstancesTest:
        return testCall(words);
    case Command::InstancesList: {
        InstancesListCall call{reader.output({OutputFormat::Text, OutputFormat::Json})};
        return finished(reader, InstancesCall{std::move(call)});
    }
    case Command::InstancesWhoami: {
        InstancesWhoamiCall call{wordAt(words, 0), reader.output({OutputFormat::Text, OutputFormat::Json}),
                                 reader.requestTimeout()};
        return finished(reader, InstancesCall{std::move(call)});
    }
    case Command::InstancesRename:
        needWords(reader, words, 2, u"lynceus instances rename staging test"_s);
        return finished(reader, InstancesCall{InstancesRenameCall{wordAt(words, 0), wordAt(words, 1)}});
    case Command::InstancesRemove:
        needWords(reader, words, 1, u"lynceus instances remove staging"_s);
        return finished(reader, InstancesCall{InstancesRemoveCall{wordAt(words, 0), reader.requestTimeout()}});
    case Command::InstancesImport:
        if (words.has(u"--remove-tokens"_s) && !words.has(u"--tokens"_s))
            reader.fail({Error::Kind::BadInput, u"--remove-tokens"_s,
                         u"the tokens would be lost; add --tokens to store them in the keychain"_s});
        return finished(reader,
                        InstancesCall{InstancesImportCall{words.last(u"--file"_s), words.has(u"--tokens"_s),
                                                          words.has(u"--remove-tokens"_s), words.words}});
    default:
        break; // invocationFrom() has the others
    }
    return badInput(u"unknown command"_s);
}

} // namespace lynceus
