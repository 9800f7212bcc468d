#include "core/domain/manifest/yamlscalar_p.h"
#include "core/domain/text/visibletext.h"

#include <QString>
#include <QStringConverter>

#include <algorithm>
#include <array>

namespace lynceus::detail {

namespace {

// YAML 1.1 (type repository: bool, null, merge, value, float) and 1.2 combined, because parsers differ.
constexpr std::array<std::string_view, 15> kReserved = {"y",    "n", "yes", "no",  "true", "false", "on",  "off",
                                                        "null", "~", "nan", "inf", "none", ".nan",  ".inf"};

bool isLetterOrDigit(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

bool isReserved(std::string_view text)
{
    std::string lower(text);
    std::ranges::transform(lower, lower.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? char(c - 'A' + 'a') : c; });
    return std::ranges::find(kReserved, lower) != kReserved.end();
}

/// Integers in any base, floats, sexagesimals, dates: everything that starts like a number and contains nothing else.
bool looksLikeNumber(std::string_view text)
{
    const char first = text.front();
    if (!(first >= '0' && first <= '9') && first != '.')
        return false;
    return std::ranges::all_of(text, [](char c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F')
            || std::string_view("xXoO_.:+-TZ ,").find(c) != std::string_view::npos;
    });
}

bool isPlain(std::string_view text)
{
    if (text.empty() || (!isLetterOrDigit(text.front()) && text.front() != '/' && text.front() != '.'))
        return false;
    if (text.back() == ' ' || text.back() == ':' || text.find(": ") != std::string_view::npos)
        return false;
    const auto isTame = [](char c) {
        return isLetterOrDigit(c) || std::string_view(" _-./@:=+%()<>;,$*~^|&!?'").find(c) != std::string_view::npos;
    };
    return std::ranges::all_of(text, isTame) && !isReserved(text) && !looksLikeNumber(text);
}

/// QString::fromUtf8() would drop a leading byte order mark.
QList<uint> codePoints(std::string_view text)
{
    QStringDecoder decoder(QStringDecoder::Utf8, QStringDecoder::Flag::ConvertInitialBom);
    return QString(decoder(QByteArrayView(text.data(), qsizetype(text.size())))).toUcs4();
}

/// Line breaks of YAML 1.1, the byte order mark and controls are lost without escapes; other hidden characters must be
/// visible to readers and in terminals.
bool needsEscape(char32_t c)
{
    return isHidden(c) && c != '\n' && c != '\t';
}

QByteArray escaped(char32_t c)
{
    switch (c) {
    case '"':
        return "\\\"";
    case '\\':
        return "\\\\";
    case '\n':
        return "\\n";
    case '\t':
        return "\\t";
    case '\r':
        return "\\r";
    default:
        break;
    }
    if (!needsEscape(c))
        return QString::fromUcs4(&c, 1).toUtf8();
    const auto digits = QByteArray::number(uint(c), 16);
    if (c > 0xffff)
        return "\\U" + digits.rightJustified(8, '0');
    return c < 0x100 ? "\\x" + digits.rightJustified(2, '0') : "\\u" + digits.rightJustified(4, '0');
}

} // namespace

QByteArray yamlScalar(std::string_view text)
{
    if (isPlain(text))
        return QByteArray(text.data(), qsizetype(text.size()));
    QByteArray quoted = "\"";
    for (const char32_t c : codePoints(text))
        quoted += escaped(c);
    return quoted + '"';
}

bool fitsBlockLiteral(std::string_view text)
{
    const auto lineEnd = text.find('\n');
    // A single line needs no block; a first line with a leading space would need an indentation indicator.
    if (lineEnd == std::string_view::npos || lineEnd + 1 == text.size() || text.front() == ' ' || text.front() == '\n'
        || text.front() == '\t')
        return false;
    // Several trailing line breaks would need "keep"; a line of spaces counts as empty.
    if (text.ends_with("\n\n"))
        return false;
    for (std::size_t at = 0; at < text.size();) {
        const auto end = std::min(text.find('\n', at), text.size());
        const auto line = text.substr(at, end - at);
        if (!line.empty() && line.find_first_not_of(" \t") == std::string_view::npos)
            return false;
        at = end + 1;
    }
    const auto points = codePoints(text);
    return std::none_of(points.begin(), points.end(), [](char32_t c) { return needsEscape(c); });
}

} // namespace lynceus::detail
