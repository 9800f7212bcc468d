#pragma once

#include <QByteArrayView>

#include <algorithm>

namespace lynceus {

// ASCII only, independent of the locale.
[[nodiscard]] constexpr bool isLetterOrDigit(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

[[nodiscard]] constexpr bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

[[nodiscard]] constexpr bool isWord(char c) // of a name or a token
{
    return isLetterOrDigit(c) || c == '_' || c == '-' || c == '.';
}

[[nodiscard]] constexpr bool isBlank(char c)
{
    return c == ' ' || c == '\t';
}

[[nodiscard]] constexpr bool isSpace(char c)
{
    return isBlank(c) || c == '\n' || c == '\r';
}

/// Finds names, separators and values in any text: settings, JSON at any depth of escaping, HTML, URLs. Positions are
/// bytes; positions outside the text are allowed and contain nothing.
class TextReader final
{
public:
    explicit TextReader(QByteArrayView text)
        : m_text(text)
    { }

    /// The first position at or after @p from for which @p is is false.
    template<typename Is>
    [[nodiscard]] qsizetype endOf(qsizetype from, Is is) const
    {
        return std::find_if_not(m_text.begin() + from, m_text.end(), is) - m_text.begin();
    }
    [[nodiscard]] bool startsAt(qsizetype at, QByteArrayView what) const
    {
        return m_text.sliced(std::min(at, m_text.size())).startsWith(what);
    }
    [[nodiscard]] char charAt(qsizetype at) const { return at >= 0 && at < m_text.size() ? m_text[at] : '\0'; }
    [[nodiscard]] qsizetype skipBlanks(qsizetype at) const { return endOf(at, isBlank); }
    [[nodiscard]] qsizetype endOfLine(qsizetype from) const;

    /// A quote at this level of escaping: `"`, `'`, `\"`, `\\\"`, `&quot;`, `%22`; empty if there is none.
    [[nodiscard]] QByteArrayView quoteAt(qsizetype at) const;
    /// End of the quoted value that starts at @p from; end of the text if the quote is not closed.
    [[nodiscard]] qsizetype endOfQuoted(qsizetype from, QByteArrayView quote) const;
    /// End of a value without quotes, at the first character that can follow one.
    [[nodiscard]] qsizetype endOfBare(qsizetype from, QByteArrayView extraEnds) const;

    struct Separator
    {
        qsizetype valueAt = -1; ///< -1: none
        bool isColon = false;
        bool isSpaced = false; ///< white space before the value
        bool isEncoded = false;
    };
    /// The separator after a name that ends at @p end.
    [[nodiscard]] Separator separatorAt(qsizetype end) const;

private:
    QByteArrayView m_text;
};

} // namespace lynceus
