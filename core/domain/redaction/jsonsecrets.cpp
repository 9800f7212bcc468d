#include "core/domain/redaction/jsonsecrets.h"

#include "core/domain/redaction/jsontokens.h"
#include "core/domain/redaction/programflags.h"
#include "core/domain/redaction/secretnames.h"
#include "core/domain/redaction/secretscanner.h"

#include <algorithm>
#include <array>

namespace lynceus {

namespace {

constexpr int kMostNesting = 6; ///< JSON in a string in JSON: a manifest with an annotation has 3 levels

using Kind = JsonToken::Kind;

/// Members under a secret name that only refer to a secret: `secretKeyRef: {name, key}`.
constexpr std::array kReferences{"name",  "key",  "namespace", "kind",       "apiVersion",
                                 "group", "type", "path",      "secretName", "items"};

/// Context of a value.
struct Place
{
    NameRisk risk = NameRisk::None; ///< of its name
    QByteArray name;
    bool allGoes = false;       ///< in `data` of a Secret
    bool isEnvironment = false; ///< in an element of `env`
    QByteArrayView program;     ///< of `command`, for `args`
};

class Document final
{
public:
    Document(QByteArrayView text, const std::vector<JsonToken> &tokens, EnvironmentValues environment, int nesting)
        : m_text(text)
        , m_tokens(tokens)
        , m_environment(environment)
        , m_nesting(nesting)
    {
        m_out.reserve(text.size());
    }

    QByteArray written()
    {
        value(0, {});
        m_out += m_text.sliced(m_copied);
        return std::move(m_out);
    }

private:
    [[nodiscard]] QByteArrayView raw(std::size_t index) const
    {
        const auto &token = m_tokens[index];
        return m_text.sliced(token.start, token.end - token.start);
    }

    [[nodiscard]] bool hidesVariables() const { return m_environment == EnvironmentValues::Redacted; }

    /// Empty if it is not a string.
    [[nodiscard]] QByteArray textOf(std::size_t index) const
    {
        if (m_tokens[index].kind != Kind::String)
            return {};
        const auto inner = raw(index).sliced(1, raw(index).size() - 2);
        return inner.contains('\\') ? jsonUnescaped(inner) : inner.toByteArray();
    }

    void replace(std::size_t index, QByteArrayView by)
    {
        const auto &token = m_tokens[index];
        m_out += m_text.sliced(m_copied, token.start - m_copied);
        m_out += by;
        m_copied = token.end;
    }

    void replaceByMark(std::size_t index) { replace(index, "\"…\""); }

    // Recursion is as deep as the text, which jsonTokens() limits.
    void value(std::size_t index, const Place &place)
    {
        switch (m_tokens[index].kind) {
        case Kind::Object:
            return object(index, place);
        case Kind::Array:
            return array(index, place);
        case Kind::String:
            return string(index, place);
        case Kind::Other:
            if (isSecretValue(place.risk, place.name, raw(index)))
                replaceByMark(index);
            return;
        }
    }

    /// The value of a member of this name; 0 if there is none.
    [[nodiscard]] std::size_t member(std::size_t object, QByteArrayView name) const
    {
        for (auto key = object + 1; key < m_tokens[object].next; key = m_tokens[key + 1].next) {
            if (raw(key).sliced(1, raw(key).size() - 2) == name)
                return key + 1;
        }
        return 0;
    }

    void object(std::size_t index, const Place &place)
    {
        const auto kindAt = member(index, "kind");
        const bool isSecret = kindAt && raw(kindAt) == "\"Secret\"";
        const auto nameAt = member(index, "name");
        const auto name = nameAt ? textOf(nameAt) : QByteArray();
        const bool isPair = nameAt && !name.isEmpty() && member(index, "value");
        const auto program = programIn(member(index, "command"));
        for (auto key = index + 1; key < m_tokens[index].next; key = m_tokens[key + 1].next) {
            const auto keyText = textOf(key);
            if (auto shown = withoutSecrets(QByteArrayView(keyText)); shown != keyText)
                replace(key, '"' + jsonEscaped(shown) + '"');
            Place below;
            below.name = keyText;
            below.allGoes = place.allGoes || (isSecret && (keyText == "data" || keyText == "stringData"));
            below.risk = riskOfName(keyText);
            if (place.risk == NameRisk::Secret && below.risk == NameRisk::None && !isReference(keyText))
                below.risk = NameRisk::Secret;
            if (isPair && keyText == "value") {
                below.name = name;
                below.risk = riskOfName(name);
            }
            if (keyText == "args")
                below.program = program;
            const auto kind = m_tokens[key + 1].kind;
            const bool isContainer = kind == Kind::Object || kind == Kind::Array;
            below.isEnvironment = isContainer && (keyText == "env" || (place.isEnvironment && keyText != "valueFrom"));
            const bool isVariable = place.isEnvironment && !isContainer
                && (isPair ? keyText == "value" && hidesVariables()
                           : !isReference(keyText) && keyText != "value" && keyText != "optional" && hidesVariables());
            if (isVariable && raw(key + 1) != "\"\"")
                replaceByMark(key + 1);
            else
                value(key + 1, below);
        }
    }

    [[nodiscard]] static bool isReference(QByteArrayView key)
    {
        return std::ranges::any_of(kReferences, [&](const char *each) { return key == QByteArrayView(each); });
    }

    /// The last program that an element of the array names; empty if @p index is no array.
    [[nodiscard]] QByteArrayView programIn(std::size_t index) const
    {
        QByteArrayView program;
        if (index == 0 || m_tokens[index].kind != Kind::Array)
            return program;
        for (auto element = index + 1; element < m_tokens[index].next; element = m_tokens[element].next) {
            if (const auto known = programWithSecretFlags(textOf(element)); !known.isEmpty())
                program = known;
        }
        return program;
    }

    void array(std::size_t index, const Place &place)
    {
        auto program = place.program;
        bool isBehindFlag = false;
        for (auto element = index + 1; element < m_tokens[index].next; element = m_tokens[element].next) {
            const auto text = textOf(element);
            const auto secretAt = secretInArgument(program, text);
            if (isBehindFlag && !text.startsWith('-') && !isPlaceholder(text) && m_tokens[element].kind == Kind::String)
                replaceByMark(element);
            else if (secretAt >= 0 && secretAt < text.size())
                replace(element, '"' + jsonEscaped(text.first(secretAt)) + "…\"");
            else
                value(element, place);
            isBehindFlag = secretAt == text.size() || isLoneSecretFlag(text);
            if (const auto known = programWithSecretFlags(text); !known.isEmpty())
                program = known;
        }
    }

    void string(std::size_t index, const Place &place)
    {
        const auto inner = raw(index).sliced(1, raw(index).size() - 2);
        if (inner.isEmpty())
            return;
        const auto text = textOf(index);
        if (place.allGoes || isSecretValue(place.risk, place.name, text))
            return replaceByMark(index);
        const auto shown = shownText(text);
        if (shown != text)
            replace(index, '"' + jsonEscaped(shown) + '"');
    }

    [[nodiscard]] QByteArray shownText(const QByteArray &text) const
    {
        const auto begin = text.trimmed();
        if ((begin.startsWith('{') || begin.startsWith('[')) && m_nesting < kMostNesting) {
            if (const auto tokens = jsonTokens(text))
                return Document(text, *tokens, m_environment, m_nesting + 1).written();
        }
        if (!text.contains('\n'))
            return withoutSecrets(text);
        const auto lines = yamlWithoutSecrets(text, m_environment);
        return withoutSecrets(lines);
    }

    QByteArrayView m_text;
    const std::vector<JsonToken> &m_tokens;
    EnvironmentValues m_environment;
    int m_nesting;
    QByteArray m_out;
    qsizetype m_copied = 0;
};

} // namespace

QByteArray jsonWithoutSecrets(QByteArrayView json, EnvironmentValues environment)
{
    const auto tokens = jsonTokens(json);
    if (tokens)
        return Document(json, *tokens, environment, 0).written();
    const auto lines = yamlWithoutSecrets(json, environment);
    return withoutSecrets(lines);
}

} // namespace lynceus
