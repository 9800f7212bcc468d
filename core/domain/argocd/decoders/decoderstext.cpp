#include "core/domain/argocd/decoders/decoderstext_p.h"

#include <charconv>
#include <cstring>

namespace lynceus::detail {

namespace {

constexpr char32_t kReplacement = 0xFFFD;

int hexDigit(char digit)
{
    if (digit >= '0' && digit <= '9')
        return digit - '0';
    if (digit >= 'a' && digit <= 'f')
        return digit - 'a' + 10;
    if (digit >= 'A' && digit <= 'F')
        return digit - 'A' + 10;
    return -1;
}

/// Removes the four digits of `\uXXXX` from the start of @p text; empty if there are not four.
std::optional<char32_t> takeHexDigits(std::string_view &text)
{
    if (text.size() < 4)
        return std::nullopt;
    int code = 0;
    for (const auto digit : text.substr(0, 4)) {
        const auto value = hexDigit(digit);
        if (value < 0)
            return std::nullopt;
        code = code * 16 + value;
    }
    text.remove_prefix(4);
    return static_cast<char32_t>(code);
}

char32_t takeUnicode(std::string_view &text)
{
    const auto first = takeHexDigits(text);
    if (!first || QChar::isLowSurrogate(*first))
        return kReplacement;
    if (!QChar::isHighSurrogate(*first))
        return *first;
    auto rest = text;
    if (!rest.starts_with("\\u"))
        return kReplacement;
    rest.remove_prefix(2);
    const auto second = takeHexDigits(rest);
    if (!second || !QChar::isLowSurrogate(*second))
        return kReplacement;
    text = rest;
    return QChar::surrogateToUcs4(static_cast<char16_t>(*first), static_cast<char16_t>(*second));
}

/// Removes the escape after a backslash from the start of @p text and returns its character.
char32_t takeEscape(std::string_view &text)
{
    if (text.empty())
        return kReplacement;
    const auto kind = text.front();
    text.remove_prefix(1);
    switch (kind) {
    case '"':
    case '\\':
    case '/':
        return static_cast<unsigned char>(kind);
    case 'b':
        return '\b';
    case 'f':
        return '\f';
    case 'n':
        return '\n';
    case 'r':
        return '\r';
    case 't':
        return '\t';
    case 'u':
        return takeUnicode(text);
    default:
        return kReplacement;
    }
}

/// Calls @p plain with runs of bytes and @p escape with the characters between them.
template<typename Plain, typename Escape>
void walkString(std::string_view inside, Plain plain, Escape escape)
{
    while (!inside.empty()) {
        const auto backslash = std::min(inside.find('\\'), inside.size());
        plain(inside.substr(0, backslash));
        inside.remove_prefix(backslash);
        if (inside.empty())
            return;
        inside.remove_prefix(1);
        escape(takeEscape(inside));
    }
}

void appendUtf8(char32_t character, QByteArray &buffer)
{
    if (character < 0x80)
        buffer.append(static_cast<char>(character));
    else
        buffer.append(QString::fromUcs4(&character, 1).toUtf8());
}

} // namespace

std::optional<std::string_view> insideQuotes(std::string_view token)
{
    if (token.size() < 2 || token.front() != '"' || token.back() != '"')
        return std::nullopt;
    return token.substr(1, token.size() - 2);
}

QString unescaped(std::string_view inside)
{
    if (!std::memchr(inside.data(), '\\', inside.size()))
        return QString::fromUtf8(inside.data(), static_cast<qsizetype>(inside.size()));
    QString text;
    text.reserve(static_cast<qsizetype>(inside.size()));
    walkString(
        inside,
        [&](std::string_view run) { text.append(QString::fromUtf8(run.data(), static_cast<qsizetype>(run.size()))); },
        [&](char32_t character) { text.append(QStringView(QChar::fromUcs4(character))); });
    return text;
}

void unescapeInto(std::string_view inside, QByteArray &buffer)
{
    buffer.resize(0);
    walkString(
        inside, [&](std::string_view run) { buffer.append(run.data(), static_cast<qsizetype>(run.size())); },
        [&](char32_t character) { appendUtf8(character, buffer); });
}

std::optional<qint64> wholeNumber(std::string_view token)
{
    qint64 number = 0;
    const auto *end = token.data() + token.size();
    const auto [stop, error] = std::from_chars(token.data(), end, number);
    if (error != std::errc() || stop != end)
        return std::nullopt;
    return number;
}

std::optional<bool> truth(std::string_view token)
{
    if (token == "true")
        return true;
    if (token == "false")
        return false;
    return std::nullopt;
}

} // namespace lynceus::detail
