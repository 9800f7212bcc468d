#include "core/domain/redaction/jsontokens.h"

#include <QString>

#include <array>

namespace lynceus {

namespace {

constexpr std::size_t kMostDepth = 200; // Argo CD's answers have fewer than 40 levels

bool isSpace(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

bool isScalar(char c)
{
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || c == '-' || c == '+' || c == '.' || c == 'E';
}

/// A state machine with its own stack: input must not determine the depth of the call stack.
class Reader final
{
public:
    explicit Reader(QByteArrayView text)
        : m_text(text)
    { }

    std::optional<std::vector<JsonToken>> read()
    {
        if (!value())
            return std::nullopt;
        while (!m_open.empty()) {
            if (!step())
                return std::nullopt;
        }
        skipSpace();
        if (m_at != m_text.size())
            return std::nullopt;
        return std::move(m_tokens);
    }

private:
    [[nodiscard]] char peek() const { return m_at < m_text.size() ? m_text[m_at] : '\0'; }
    void skipSpace()
    {
        while (m_at < m_text.size() && isSpace(m_text[m_at]))
            ++m_at;
    }

    /// One member or element of the innermost container, or its end.
    bool step()
    {
        auto &open = m_open.back();
        const bool isObject = m_tokens[open.token].kind == JsonToken::Kind::Object;
        skipSpace();
        if (peek() == (isObject ? '}' : ']')) {
            ++m_at;
            m_tokens[open.token].end = m_at;
            m_tokens[open.token].next = m_tokens.size();
            m_open.pop_back();
            return true;
        }
        if (!open.isEmpty) {
            if (peek() != ',')
                return false;
            ++m_at;
        }
        open.isEmpty = false;
        if (isObject) {
            skipSpace();
            if (peek() != '"' || !string())
                return false;
            skipSpace();
            if (peek() != ':')
                return false;
            ++m_at;
        }
        return value();
    }

    bool value()
    {
        skipSpace();
        const char c = peek();
        if (c == '"')
            return string();
        if (c == '{' || c == '[') {
            if (m_open.size() >= kMostDepth)
                return false;
            m_open.push_back({m_tokens.size(), true});
            m_tokens.push_back({c == '{' ? JsonToken::Kind::Object : JsonToken::Kind::Array, m_at, 0, 0});
            ++m_at;
            return true;
        }
        const auto start = m_at;
        while (m_at < m_text.size() && isScalar(m_text[m_at]))
            ++m_at;
        m_tokens.push_back({JsonToken::Kind::Other, start, m_at, m_tokens.size() + 1});
        return m_at > start;
    }

    bool string()
    {
        const auto start = m_at++;
        while (m_at < m_text.size() && m_text[m_at] != '"')
            m_at += m_text[m_at] == '\\' ? 2 : 1;
        if (m_at >= m_text.size())
            return false;
        ++m_at;
        m_tokens.push_back({JsonToken::Kind::String, start, m_at, m_tokens.size() + 1});
        return true;
    }

    struct Open
    {
        std::size_t token;
        bool isEmpty;
    };

    QByteArrayView m_text;
    qsizetype m_at = 0;
    std::vector<JsonToken> m_tokens;
    std::vector<Open> m_open;
};

std::optional<char16_t> codeAt(QByteArrayView raw, qsizetype at)
{
    if (at + 6 > raw.size() || raw[at] != '\\' || raw[at + 1] != 'u')
        return std::nullopt;
    bool isNumber = false;
    const auto code = raw.sliced(at + 2, 4).toUShort(&isNumber, 16);
    return isNumber ? std::optional(static_cast<char16_t>(code)) : std::nullopt;
}

} // namespace

std::optional<std::vector<JsonToken>> jsonTokens(QByteArrayView text)
{
    return Reader(text).read();
}

QByteArray jsonUnescaped(QByteArrayView raw)
{
    QByteArray out;
    out.reserve(raw.size());
    for (qsizetype at = 0; at < raw.size();) {
        if (raw[at] != '\\' || at + 1 >= raw.size()) {
            out += raw[at++];
            continue;
        }
        if (const auto code = codeAt(raw, at)) {
            at += 6;
            const auto second = QChar::isHighSurrogate(*code) ? codeAt(raw, at) : std::nullopt;
            if (second && QChar::isLowSurrogate(*second)) {
                const std::array<QChar, 2> pair{QChar(*code), QChar(*second)};
                out += QStringView(pair.data(), 2).toUtf8();
                at += 6;
            } else {
                const QChar one(QChar::isSurrogate(*code) ? u'\ufffd' : *code);
                out += QStringView(&one, 1).toUtf8();
            }
            continue;
        }
        const char c = raw[at + 1];
        out += c == 'n' ? '\n' : c == 't' ? '\t' : c == 'r' ? '\r' : c == 'b' ? '\b' : c == 'f' ? '\f' : c;
        at += 2;
    }
    return out;
}

QByteArray jsonEscaped(QByteArrayView text)
{
    QByteArray out;
    out.reserve(text.size() + text.size() / 8);
    for (const char c : text) {
        switch (c) {
        case '"':
            out += "\\\"";
            break;
        case '\\':
            out += "\\\\";
            break;
        case '\n':
            out += "\\n";
            break;
        case '\t':
            out += "\\t";
            break;
        case '\r':
            out += "\\r";
            break;
        default:
            if (static_cast<unsigned char>(c) < 0x20)
                out += "\\u00" + QByteArray::number(static_cast<int>(c), 16).rightJustified(2, '0');
            else
                out += c;
        }
    }
    return out;
}

} // namespace lynceus
