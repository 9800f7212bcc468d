#include "core/io/settings/argocdcontexts.h"

#include "core/domain/argocd/requests.h"
#include "core/domain/base/redact.h"

#include <QDir>
#include <QFileInfo>

#include <algorithm>
#include <array>
#include <optional>
#include <yaml-cpp/yaml.h>

using namespace Qt::StringLiterals;

namespace lynceus {

namespace {

constexpr qsizetype kMostBytes = 4 * 1024 * 1024; // hundreds of contexts have some 100 kB
constexpr std::array kTokenFields{"auth-token", "refresh-token"};

QString textOf(const YAML::Node &map, const char *field)
{
    if (!map.IsMap())
        return {};
    const auto node = map[std::string(field)];
    return node && node.IsScalar() ? QString::fromStdString(node.Scalar()) : QString();
}

bool flagOf(const YAML::Node &map, const char *field)
{
    return textOf(map, field) == "true"_L1;
}

/// The entry of the list @p field whose @p key is @p value; null if there is none.
YAML::Node entryOf(const YAML::Node &root, const char *field, const char *key, const QString &value)
{
    for (const auto &entry : root[std::string(field)]) {
        if (textOf(entry, key) == value)
            return entry;
    }
    return YAML::Node(YAML::NodeType::Null);
}

/// PEM as it is, or in base64: the client has written both.
QByteArray pemOf(const QString &text)
{
    const auto bytes = text.toLatin1();
    return bytes.contains("-----BEGIN") ? bytes : QByteArray::fromBase64(bytes);
}

Result<QUrl> addressOf(const YAML::Node &server, const QString &name)
{
    if (flagOf(server, "core"))
        return badInput(u"it talks to Kubernetes itself, without an Argo CD server"_s);
    if (name == "port-forward"_L1 || name == "kubernetes"_L1)
        return badInput(u"it is a port that is forwarded while that client runs"_s);
    auto path = textOf(server, "grpc-web-root-path");
    while (path.startsWith(u'/'))
        path.remove(0, 1);
    const auto scheme = flagOf(server, "plain-text") ? u"http://"_s : u"https://"_s;
    return parseServerAddress(scheme + name + (path.isEmpty() ? QString() : u'/' + path));
}

Result<ArgoCdContext> contextFrom(const YAML::Node &root, const YAML::Node &entry)
{
    const auto serverName = textOf(entry, "server");
    const auto server = entryOf(root, "servers", "server", serverName);
    if (serverName.isEmpty() || !server.IsMap())
        return badInput(u"its server is not in the file"_s);
    auto address = addressOf(server, serverName);
    if (!address)
        return tl::unexpected(address.error());
    ArgoCdContext context;
    context.name = textOf(entry, "name");
    context.baseUrl = std::move(*address);
    context.insecure = flagOf(server, "insecure");
    context.authority = pemOf(textOf(server, "certificate-authority-data"));
    context.hasClientCertificate = !textOf(server, "client-certificate-data").isEmpty();
    const auto user = entryOf(root, "users", "name", textOf(entry, "user"));
    context.token = Secret(textOf(user, "auth-token").toUtf8());
    return context;
}

ArgoCdContexts contextsFrom(const YAML::Node &root)
{
    ArgoCdContexts result;
    for (const auto &entry : root["contexts"]) {
        auto context = contextFrom(root, entry);
        if (context)
            result.contexts.push_back(std::move(*context));
        else
            result.faults.push_back({redactedText(textOf(entry, "name"), 80), context.error().message});
    }
    return result;
}

/// Calls @p read with the root; the library throws, also for broken text.
template<typename T, typename Read>
Result<T> readYaml(const QByteArray &text, Read read)
{
    if (text.size() > kMostBytes)
        return badInput(u"it is larger than %1 MiB: it is no file of the official client"_s.arg(kMostBytes / 1048576));
    try {
        const auto root = YAML::Load(text.toStdString());
        if (!root.IsMap() || !root["contexts"] || !root["contexts"].IsSequence())
            return badInput(u"it has no list \"contexts\": it is no file of the official client"_s);
        return read(root);
    } catch (const YAML::Exception &error) {
        // Only the place: the library's words may quote the text.
        return badInput(u"it cannot be read as YAML, line %1"_s.arg(error.mark.line + 1));
    }
}

/// Where a value stands in the text.
struct Span
{
    qsizetype begin = 0;
    qsizetype size = 0;
};

/// Nothing if it is not written in one line, plain or in quotes without escapes.
std::optional<Span> spanOf(const QByteArray &text, const YAML::Node &value)
{
    const auto bytes = QByteArray::fromStdString(value.Scalar());
    const auto begin = qsizetype(value.Mark().pos);
    if (begin < 0 || begin >= text.size())
        return std::nullopt;
    const bool isQuoted = text[begin] == '"' || text[begin] == '\'';
    const auto written = isQuoted ? text[begin] + bytes + text[begin] : bytes;
    if (text.sliced(begin, std::min(written.size(), text.size() - begin)) != written)
        return std::nullopt;
    // What follows must end the value: else only a part of it would go.
    const auto end = begin + written.size();
    const bool isWhole = end == text.size() || QByteArrayView(" \t\r\n,}#").contains(text[end]);
    return isWhole ? std::optional(Span{begin, written.size()}) : std::nullopt;
}

Result<std::vector<Span>> tokenSpans(const QByteArray &text, const YAML::Node &root)
{
    std::vector<Span> spans;
    for (const auto &user : root["users"]) {
        for (const char *field : kTokenFields) {
            if (textOf(user, field).isEmpty())
                continue;
            const auto span = spanOf(text, user[std::string(field)]);
            if (!span)
                return badInput(
                    u"the %1 of \"%2\" is written in a way that cannot be edited surely; remove it by hand"_s.arg(
                        QLatin1StringView(field), redactedText(textOf(user, "name"), 80)));
            spans.push_back(*span);
        }
    }
    std::ranges::sort(spans, {}, &Span::begin);
    const auto overlaps = [](const Span &one, const Span &next) { return one.begin + one.size > next.begin; };
    if (std::ranges::adjacent_find(spans, overlaps) != spans.end())
        return badInput(u"two users share what is written once; remove the tokens by hand"_s);
    return spans;
}

bool hasTokens(const YAML::Node &root)
{
    return std::ranges::any_of(kTokenFields, [&](const char *field) {
        return std::any_of(root["users"].begin(), root["users"].end(),
                           [field](const auto &user) { return !textOf(user, field).isEmpty(); });
    });
}

} // namespace

QString argoCdConfigFile()
{
    const auto chosen = qEnvironmentVariable("ARGOCD_CONFIG_DIR");
    if (!chosen.isEmpty())
        return chosen + u"/config"_s;
    const auto legacy = QDir::homePath() + u"/.argocd"_s;
    if (QFileInfo(legacy).isDir())
        return legacy + u"/config"_s;
    const auto xdg = qEnvironmentVariable("XDG_CONFIG_HOME");
    return (xdg.isEmpty() ? QDir::homePath() + u"/.config"_s : xdg) + u"/argocd/config"_s;
}

Result<ArgoCdContexts> parseArgoCdContexts(const QByteArray &text)
{
    return readYaml<ArgoCdContexts>(text, [](const YAML::Node &root) { return contextsFrom(root); });
}

Result<QByteArray> withoutTokens(const QByteArray &text)
{
    auto edited = readYaml<QByteArray>(text, [&](const YAML::Node &root) -> Result<QByteArray> {
        const auto spans = tokenSpans(text, root);
        if (!spans)
            return tl::unexpected(spans.error());
        auto result = text;
        for (auto span = spans->rbegin(); span != spans->rend(); ++span)
            result.replace(span->begin, span->size, "\"\"");
        return result;
    });
    if (!edited)
        return edited;
    // What came out is read again: nothing but the tokens may have changed its meaning.
    auto isGone = readYaml<bool>(*edited, [](const YAML::Node &root) -> Result<bool> { return !hasTokens(root); });
    if (!isGone || !*isGone)
        return badInput(u"the tokens cannot be removed surely; remove them by hand"_s);
    return edited;
}

} // namespace lynceus
