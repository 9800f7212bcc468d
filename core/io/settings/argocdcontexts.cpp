#include "core/io/settings/argocdcontexts.h"

#include "core/domain/argocd/requests/requests.h"
#include "core/domain/redaction/redact.h"

#include <QDir>
#include <QFileInfo>
#include <QHash>

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <set>
#include <sstream>
#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/yaml.h>

using namespace Qt::StringLiterals;

namespace lynceus {

namespace {

constexpr std::array kTokenFields{"auth-token"_L1, "refresh-token"_L1};

/// A text in the file with its position.
struct Scalar
{
    std::string text;
    qsizetype at = 0; // bytes, or kElsewhere
};

constexpr qsizetype kElsewhere = -1; ///< an alias of a value at another position

/// An entry of a list with its text fields. Of duplicate fields the first counts.
struct Entry
{
    std::map<std::string, Scalar, std::less<>> fields;
    std::vector<std::pair<QLatin1StringView, Scalar>> tokens; ///< at every position where a token is written

    [[nodiscard]] QString text(std::string_view field) const
    {
        const auto found = fields.find(field);
        return found == fields.end() ? QString() : QString::fromStdString(found->second.text);
    }
    [[nodiscard]] bool flag(std::string_view field) const { return text(field) == "true"_L1; }
};

/// The parts of the file that are needed.
struct Content
{
    bool isEmpty = true; ///< only comments
    bool isMap = false;
    bool hasKnownField = false;
    bool isTwice = false;           ///< a list occurs twice
    bool hasBrokenContexts = false; ///< neither a list nor null
    std::vector<Entry> contexts;
    std::vector<Entry> servers;
    std::vector<Entry> users;
};

/// Extracts the needed parts from the parser's events without building a document: fast for files with many contexts,
/// and aliases are never expanded (no "bomb" of aliases).
class ContentReader final : public YAML::EventHandler
{
public:
    [[nodiscard]] Content take() { return std::move(m_content); }

    void OnDocumentStart(const YAML::Mark & /*mark*/) override { }
    void OnDocumentEnd() override { }

    void OnNull(const YAML::Mark & /*mark*/, YAML::anchor_t /*anchor*/) override
    {
        if (m_depth > 0)
            m_content.isEmpty = false;
        if (m_depth == 1)
            m_list = nullptr;
        forgetField();
        turn();
    }

    void OnScalar(const YAML::Mark &mark, const std::string & /*tag*/, YAML::anchor_t anchor,
                  const std::string &value) override
    {
        take({value, qsizetype(mark.pos)}, anchor);
    }

    void OnAlias(const YAML::Mark & /*mark*/, YAML::anchor_t anchor) override
    {
        if (const auto text = m_texts.find(anchor); text != m_texts.end())
            return take({text->second.text, kElsewhere}, YAML::NullAnchor);
        m_content.isEmpty = false;
        forgetField();
        if (m_depth == 1 && !m_isKey)
            takeOtherRootValue();
        if (m_depth == 2 && m_list) {
            if (const auto entry = m_entries.find(anchor); entry != m_entries.end())
                m_list->push_back(entry->second);
        }
        turn();
    }

    void OnSequenceStart(const YAML::Mark & /*mark*/, const std::string & /*tag*/, YAML::anchor_t /*anchor*/,
                         YAML::EmitterStyle::value /*style*/) override
    {
        m_content.isEmpty = false;
        if (m_depth == 1 && m_isKey)
            m_list = nullptr;
        forgetField();
        enter(false);
    }

    void OnSequenceEnd() override { leave(); }

    void OnMapStart(const YAML::Mark & /*mark*/, const std::string & /*tag*/, YAML::anchor_t anchor,
                    YAML::EmitterStyle::value /*style*/) override
    {
        m_content.isEmpty = false;
        if (m_depth == 0)
            m_content.isMap = true;
        if (m_depth == 1)
            takeOtherRootValue();
        forgetField();
        if (m_depth == 2 && m_list) {
            m_list->emplace_back();
            m_isEntry = true;
            m_entryAnchor = anchor;
        }
        enter(true);
    }

    void OnMapEnd() override
    {
        if (m_depth == 3 && m_isEntry) {
            if (m_entryAnchor != YAML::NullAnchor)
                m_entries.emplace(m_entryAnchor, m_list->back());
            m_isEntry = false;
        }
        leave();
    }

private:
    void enter(bool isMap)
    {
        m_states.push_back({m_isMap, m_isKey});
        m_isMap = isMap;
        m_isKey = isMap;
        ++m_depth;
    }

    void leave()
    {
        --m_depth;
        std::tie(m_isMap, m_isKey) = m_states.back();
        m_states.pop_back();
        turn();
    }

    /// In a map, keys and values alternate.
    void turn() { m_isKey = m_isMap && !m_isKey; }

    /// A key that is not a text: its value is ignored.
    void forgetField()
    {
        if (m_depth == 3 && m_isKey)
            m_field.clear();
    }

    void take(const Scalar &scalar, YAML::anchor_t anchor)
    {
        m_content.isEmpty = false;
        if (anchor != YAML::NullAnchor)
            m_texts.emplace(anchor, scalar);
        if (m_depth == 1 && m_isMap)
            m_isKey ? takeRootKey(scalar.text) : takeOtherRootValue();
        else if (m_depth == 2 && m_list)
            m_list->push_back({{{"name", scalar}}, {}}); // not an entry, but reported as one without the other fields
        else if (m_depth == 3 && m_isEntry)
            takeField(scalar);
        turn();
    }

    void takeRootKey(const std::string &key)
    {
        m_list = key == "contexts" ? &m_content.contexts
            : key == "servers"     ? &m_content.servers
            : key == "users"       ? &m_content.users
                                   : nullptr;
        m_content.hasKnownField = m_content.hasKnownField || m_list || key == "current-context";
        m_content.isTwice = m_content.isTwice || (m_list && !m_seen.insert(key).second);
    }

    void takeOtherRootValue()
    {
        m_content.hasBrokenContexts = m_content.hasBrokenContexts || m_list == &m_content.contexts;
        m_list = nullptr;
    }

    void takeField(const Scalar &scalar)
    {
        if (m_isKey) {
            m_field = scalar.text;
            return;
        }
        auto &entry = m_list->back();
        entry.fields.emplace(m_field, scalar);
        for (const auto token : kTokenFields) {
            if (m_field == std::string_view(token.data(), std::size_t(token.size())) && !scalar.text.empty())
                entry.tokens.emplace_back(token, scalar);
        }
    }

    Content m_content;
    std::vector<Entry> *m_list = nullptr;        ///< the one that is being read
    std::vector<std::pair<bool, bool>> m_states; ///< of the enclosing nodes: whether it is a map, whether a key is next
    std::map<YAML::anchor_t, Scalar> m_texts;
    std::map<YAML::anchor_t, Entry> m_entries;
    std::set<std::string> m_seen; ///< lists
    std::string m_field;
    YAML::anchor_t m_entryAnchor = YAML::NullAnchor;
    int m_depth = 0; ///< 1: in the root, 2: in a list, 3: in an entry
    bool m_isMap = false;
    bool m_isKey = false;
    bool m_isEntry = false;
};

/// PEM, plain or in base64: the CLI has written both.
QByteArray pemOf(const QString &text)
{
    const auto bytes = text.toLatin1();
    return bytes.contains("-----BEGIN") ? bytes : QByteArray::fromBase64(bytes);
}

Result<QUrl> addressOf(const Entry &server, const QString &name)
{
    if (server.flag("core"))
        return badInput(u"it uses Kubernetes directly (--core), without an Argo CD server"_s);
    if (name == "port-forward"_L1 || name == "kubernetes"_L1)
        return badInput(u"it uses port forwarding (--port-forward) of the argocd CLI"_s);
    auto path = server.text("grpc-web-root-path");
    while (path.startsWith(u'/'))
        path.remove(0, 1);
    const auto scheme = server.flag("plain-text") ? u"http://"_s : u"https://"_s;
    return parseServerAddress(scheme + name + (path.isEmpty() ? QString() : u'/' + path));
}

/// The entries of a list by name; of duplicates the first counts.
QHash<QString, const Entry *> byName(const std::vector<Entry> &entries, std::string_view field)
{
    QHash<QString, const Entry *> found;
    found.reserve(qsizetype(entries.size()));
    for (const auto &entry : entries) {
        const auto name = entry.text(field);
        if (!found.contains(name))
            found.insert(name, &entry);
    }
    return found;
}

ArgoCdContexts contextsFrom(const Content &content)
{
    const auto servers = byName(content.servers, "server");
    const auto users = byName(content.users, "name");
    const auto contextFrom = [&](const Entry &entry) -> Result<ArgoCdContext> {
        const auto serverName = entry.text("server");
        const auto *server = servers.value(serverName);
        if (serverName.isEmpty() || !server)
            return badInput(u"its server is not defined in the file"_s);
        auto address = addressOf(*server, serverName);
        if (!address)
            return tl::unexpected(address.error());
        ArgoCdContext context;
        context.name = entry.text("name");
        context.baseUrl = std::move(*address);
        context.insecure = server->flag("insecure");
        context.authority = pemOf(server->text("certificate-authority-data"));
        context.hasClientCertificate = !server->text("client-certificate-data").isEmpty();
        if (const auto *user = users.value(entry.text("user")))
            context.token = Secret(user->text("auth-token").toUtf8());
        return context;
    };
    ArgoCdContexts result;
    for (const auto &entry : content.contexts) {
        auto context = contextFrom(entry);
        if (context)
            result.contexts.push_back(std::move(*context));
        else
            result.faults.push_back({redactedText(entry.text("name"), 80), context.error().message});
    }
    return result;
}

/// The library throws for invalid text.
Result<Content> readContent(const QByteArray &text)
{
    if (text.size() > kLargestContextsFile)
        return badInput(u"it is larger than %1 MiB: it is not a configuration file of the argocd CLI"_s.arg(
            kLargestContextsFile / 1048576));
    ContentReader reader;
    try {
        std::istringstream stream(text.toStdString());
        YAML::Parser parser(stream);
        std::ignore = parser.HandleNextDocument(reader);
    } catch (const YAML::Exception &error) {
        // Only the position: the library's message may quote the text.
        if (error.mark.line < 0)
            return badInput(u"it is not valid YAML"_s);
        return badInput(u"it is not valid YAML, line %1"_s.arg(error.mark.line + 1));
    }
    auto content = reader.take();
    // After the last logout, the CLI leaves an empty list, or null.
    if (!content.isEmpty && (!content.isMap || !content.hasKnownField || content.hasBrokenContexts))
        return badInput(u"it has no list \"contexts\": it is not a configuration file of the argocd CLI"_s);
    if (content.isTwice)
        return badInput(u"it contains a list twice; the argocd CLI cannot read it either"_s);
    return content;
}

/// Position of a value in the text.
struct Span
{
    qsizetype begin = 0;
    qsizetype size = 0;
};

/// Empty unless it is written on one line, plain or in quotes without escapes.
std::optional<Span> spanOf(const QByteArray &text, const Scalar &value)
{
    const auto bytes = QByteArray::fromStdString(value.text);
    const auto begin = value.at;
    if (begin < 0 || begin >= text.size())
        return std::nullopt;
    const bool isQuoted = text[begin] == '"' || text[begin] == '\'';
    const auto written = isQuoted ? text[begin] + bytes + text[begin] : bytes;
    if (text.sliced(begin, std::min(written.size(), text.size() - begin)) != written)
        return std::nullopt;
    // The next character must end the value, or only a part of it would be replaced.
    const auto end = begin + written.size();
    const bool isWhole = end == text.size() || QByteArrayView(" \t\r\n,}#").contains(text[end]);
    return isWhole ? std::optional(Span{begin, written.size()}) : std::nullopt;
}

Result<std::vector<Span>> tokenSpans(const QByteArray &text, const Content &content)
{
    std::vector<Span> spans;
    for (const auto &user : content.users) {
        for (const auto &[field, token] : user.tokens) {
            const auto span = spanOf(text, token);
            if (!span) {
                const auto name = user.text("name");
                const bool isSecret = name == QString::fromStdString(token.text); // also for an alias of it
                return badInput(
                    u"the %1 of \"%2\" is written in a form that cannot be edited safely; remove it manually"_s.arg(
                        field, isSecret ? u"***"_s : redactedText(name, 80)));
            }
            spans.push_back(*span);
        }
    }
    std::ranges::sort(spans, {}, &Span::begin);
    const auto overlaps = [](const Span &one, const Span &next) { return one.begin + one.size > next.begin; };
    if (std::ranges::adjacent_find(spans, overlaps) != spans.end())
        return badInput(u"two users share the same YAML value; remove the tokens manually"_s);
    return spans;
}

/// Whether both are equal except for the tokens.
bool sameButTokens(const std::vector<Entry> &one, const std::vector<Entry> &other)
{
    const auto rest = [](const Entry &entry) {
        std::map<std::string, std::string> texts;
        for (const auto &[field, scalar] : entry.fields) {
            if (std::ranges::find(kTokenFields, QLatin1StringView(field.data(), qsizetype(field.size())))
                == kTokenFields.end())
                texts.emplace(field, scalar.text);
        }
        return texts;
    };
    return std::ranges::equal(one, other, {}, rest, rest);
}

bool hasTokens(const Content &content)
{
    return std::ranges::any_of(content.users, [](const Entry &user) { return !user.tokens.empty(); });
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
    return readContent(text).map(&contextsFrom);
}

Result<QByteArray> withoutTokens(const QByteArray &text)
{
    const auto content = readContent(text);
    if (!content)
        return tl::unexpected(content.error());
    const auto spans = tokenSpans(text, *content);
    if (!spans)
        return tl::unexpected(spans.error());
    QByteArray edited;
    edited.reserve(text.size());
    qsizetype at = 0;
    for (const auto &span : *spans) {
        edited += text.sliced(at, span.begin - at);
        edited += "\"\"";
        at = span.begin + span.size;
    }
    edited += text.sliced(at);
    // Parses the result again: only the tokens may differ.
    const auto after = readContent(edited);
    const bool isRight = after && !hasTokens(*after) && sameButTokens(after->contexts, content->contexts)
        && sameButTokens(after->servers, content->servers) && sameButTokens(after->users, content->users);
    if (!isRight)
        return badInput(u"the tokens cannot be removed safely; remove them manually"_s);
    return edited;
}

} // namespace lynceus
