#include "core/domain/text/visibletext.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace lynceus {

namespace {

constexpr int kMostMarks = 8; // combining marks in a row; scripts need up to five, Tibetan stacks a few more

enum class Effect {
    Shown,
    Mark,     // combines with the previous character
    Break,    // of a line
    Blank,    // a control; replaced by a space
    Shaping,  // only affects the display of its neighbours
    Deceiving // changes direction, is hidden, or is not a character
};

struct Range
{
    char32_t first;
    char32_t last;
};

// Unicode's Default_Ignorable_Code_Point, except characters of category Cf, which QChar::category() reports, and the
// shaping ones below.
constexpr std::array kInvisible{
    Range{0x115f, 0x1160}, // Hangul fillers
    Range{0x17b4, 0x17b5}, // Khmer inherent vowels
    Range{0x2065, 0x2065}, Range{0x3164, 0x3164},   Range{0xffa0, 0xffa0},
    Range{0xfff0, 0xfff8}, Range{0xe0000, 0xe0fff}, // tags, and the rest of plane 14, reserved for similar characters
};

// Removed: they occur in ordinary text (emoji, Persian, Hebrew, web pages), which reads the same without them.
constexpr std::array kShaping{
    Range{0x00ad, 0x00ad},                        // soft hyphen
    Range{0x034f, 0x034f},                        // combining grapheme joiner
    Range{0x061c, 0x061c},                        // Arabic letter mark
    Range{0x180b, 0x180d}, Range{0x180f, 0x180f}, // Mongolian variation selectors
    Range{0x200c, 0x200f},                        // non-joiner, joiner, left-to-right and right-to-left mark
    Range{0xfe00, 0xfe0f},                        // variation selectors
    Range{0xfeff, 0xfeff},                        // byte order mark
};

// Visible format characters: signs before Arabic, Syriac and Kaithi numbers.
constexpr std::array kSeenFormats{
    Range{0x0600, 0x0605}, Range{0x06dd, 0x06dd},   Range{0x070f, 0x070f},   Range{0x0890, 0x0891},
    Range{0x08e2, 0x08e2}, Range{0x110bd, 0x110bd}, Range{0x110cd, 0x110cd},
};

template<std::size_t Size>
bool isIn(const std::array<Range, Size> &ranges, char32_t c)
{
    return std::ranges::any_of(ranges, [c](const Range &range) { return c >= range.first && c <= range.last; });
}

bool isAscii(char16_t unit)
{
    return unit >= 0x20 && unit < 0x7f;
}

Effect effectOf(char32_t c)
{
    if (c >= 0x20 && c < 0x7f)
        return Effect::Shown;
    if (c == '\n' || c == '\r' || c == 0x85 || c == 0x2028 || c == 0x2029)
        return Effect::Break;
    if (c < 0xa0)
        return Effect::Blank;
    if (isIn(kShaping, c))
        return Effect::Shaping;
    const bool isNoCharacter = (c >= 0xfdd0 && c <= 0xfdef) || (c & 0xfffe) == 0xfffe || c > 0x10ffff;
    if (isNoCharacter || isIn(kInvisible, c))
        return Effect::Deceiving;
    switch (QChar::category(c)) {
    case QChar::Other_Format:
        return isIn(kSeenFormats, c) ? Effect::Shown : Effect::Deceiving;
    case QChar::Other_Surrogate:
    case QChar::Other_Control:
        return Effect::Deceiving;
    case QChar::Mark_NonSpacing:
    case QChar::Mark_SpacingCombining:
    case QChar::Mark_Enclosing:
        return Effect::Mark;
    default:
        return Effect::Shown;
    }
}

/// The code point at @p at, which is advanced. An unpaired surrogate is returned as it is.
char32_t nextOf(QStringView text, qsizetype &at)
{
    const char16_t unit = text[at++].unicode();
    if (!QChar::isHighSurrogate(unit) || at == text.size() || !text[at].isLowSurrogate())
        return unit;
    return QChar::surrogateToUcs4(unit, text[at++].unicode());
}

QString cut(QString text, qsizetype limit)
{
    if (text.size() <= limit)
        return text;
    text.truncate(std::max<qsizetype>(limit - 1, 0));
    if (!text.isEmpty() && text.back().isHighSurrogate())
        text.chop(1);
    return limit > 0 ? text + u'…' : text;
}

enum class Lines { One, Many };

class Writer final
{
public:
    Writer(QStringView text, Lines lines)
        : m_text(text)
        , m_lines(lines)
    { }

    /// Converts from @p start; everything before is visible text.
    [[nodiscard]] QString written(qsizetype start)
    {
        m_out.reserve(m_text.size());
        m_out = m_text.first(start).toString();
        for (qsizetype at = start; at < m_text.size();) {
            const auto from = at;
            const auto c = nextOf(m_text, at);
            take(c, m_text.sliced(from, at - from), at);
        }
        return m_out;
    }

private:
    void take(char32_t c, QStringView units, qsizetype &at)
    {
        const auto effect = effectOf(c);
        if (effect == Effect::Shaping)
            return; // neither ends nor starts a run
        m_marks = effect == Effect::Mark ? m_marks + 1 : 0;
        const bool deceives = effect == Effect::Deceiving;
        if (deceives && !m_deceived)
            m_out += QChar(QChar::ReplacementCharacter);
        m_deceived = deceives;
        switch (effect) {
        case Effect::Break:
            if (m_lines == Lines::Many && c == '\r' && at < m_text.size() && m_text[at] == u'\n')
                ++at;
            m_out += m_lines == Lines::Many ? u'\n' : u' ';
            break;
        case Effect::Blank:
            m_out += c == '\t' && m_lines == Lines::Many ? u'\t' : u' ';
            break;
        case Effect::Mark:
            if (m_marks <= kMostMarks)
                m_out += units;
            break;
        case Effect::Shown:
            m_out += units;
            break;
        case Effect::Shaping:
        case Effect::Deceiving:
            break;
        }
    }

    QStringView m_text;
    Lines m_lines;
    QString m_out;
    int m_marks = 0;
    bool m_deceived = false;
};

QString visible(const QString &text, Lines lines, qsizetype limit)
{
    // Most text is ASCII, and lists are long.
    const auto firstOther = std::ranges::find_if(text, [](QChar c) { return !isAscii(c.unicode()); }) - text.begin();
    if (firstOther == text.size())
        return cut(text, limit);
    return cut(Writer(text, lines).written(firstOther), limit);
}

/// The length of the UTF-8 sequence at @p at and its code point; 0: none.
int sequenceAt(QByteArrayView bytes, qsizetype at, char32_t &c)
{
    const auto lead = static_cast<unsigned char>(bytes[at]);
    const int length = lead < 0x80    ? 1
        : lead >= 0xc2 && lead < 0xe0 ? 2
        : (lead & 0xf0) == 0xe0       ? 3
        : (lead & 0xf8) == 0xf0       ? 4
                                      : 0;
    if (length == 0 || at + length > bytes.size())
        return 0;
    static constexpr std::array<unsigned char, 5> kLeadBits{0, 0x7f, 0x1f, 0x0f, 0x07};
    c = lead & kLeadBits[std::size_t(length)];
    for (int i = 1; i < length; ++i) {
        const auto next = static_cast<unsigned char>(bytes[at + i]);
        if ((next & 0xc0) != 0x80)
            return 0;
        c = c << 6 | (next & 0x3f);
    }
    static constexpr std::array<char32_t, 5> kLeast{0, 0, 0x80, 0x800, 0x10000}; // overlong forms are invalid
    return c >= kLeast[std::size_t(length)] && c <= 0x10ffff ? length : 0;
}

void appendEscaped(QByteArray &text, char32_t c)
{
    const auto unit = [&text](char16_t value) { text += "\\u" + QByteArray::number(value, 16).rightJustified(4, '0'); };
    if (!QChar::requiresSurrogates(c))
        return unit(static_cast<char16_t>(c));
    unit(QChar::highSurrogate(c));
    unit(QChar::lowSurrogate(c));
}

bool isLayout(char32_t c)
{
    return c == '\n' || c == '\r' || c == '\t'; // serializers escape them in strings
}

/// Length of one of our escape sequences at @p at; 0: none. "ESC [ 31 m", "ESC [ 3 A", "ESC [ J", "ESC [ ? 25 l"
qsizetype ownSequenceAt(QByteArrayView bytes, qsizetype at)
{
    const auto rest = bytes.sliced(at);
    for (const QByteArrayView fixed : {"\x1b[J", "\x1b[?25l", "\x1b[?25h"}) {
        if (rest.startsWith(fixed))
            return fixed.size();
    }
    if (!rest.startsWith("\x1b["))
        return 0;
    constexpr qsizetype kMostDigits = 4; // lines of a screen
    qsizetype end = 2;
    while (end < rest.size() && end < 2 + kMostDigits && rest[end] >= '0' && rest[end] <= '9')
        ++end;
    const int number = rest.sliced(2, end - 2).toInt(); // 0 if missing
    if (end == 2 || end == rest.size())
        return 0;
    const bool isColour = rest[end] == 'm' && number < 50;
    return isColour || rest[end] == 'A' ? end + 1 : 0;
}

/// Number of bytes at @p at, starting with a control, that are kept.
qsizetype allowedControlAt(QByteArrayView bytes, qsizetype at)
{
    switch (bytes[at]) {
    case '\n':
    case '\t':
        return 1;
    case '\r': // ends a line of CSV, or redraws our own lines
        return at + 1 < bytes.size() && (bytes[at + 1] == '\n' || ownSequenceAt(bytes, at + 1) > 0) ? 1 : 0;
    case '\x1b':
        return ownSequenceAt(bytes, at);
    default:
        return 0;
    }
}

} // namespace

bool isHidden(char32_t c)
{
    const auto effect = effectOf(c);
    return effect != Effect::Shown && effect != Effect::Mark;
}

QString visibleLine(const QString &text, qsizetype limit)
{
    return visible(text, Lines::One, limit);
}

QString visibleText(const QString &text, qsizetype limit)
{
    return visible(text, Lines::Many, limit);
}

QByteArray visibleJson(QByteArray json)
{
    const auto isHarmless = [](char c) { return (c >= 0x20 && c < 0x7f) || c == '\n'; };
    const auto firstOther = std::ranges::find_if_not(json, isHarmless) - json.begin();
    if (firstOther == json.size())
        return json;
    QByteArray text;
    text.reserve(json.size() + json.size() / 8);
    text = json.first(firstOther);
    for (qsizetype at = firstOther; at < json.size();) {
        char32_t c = QChar::ReplacementCharacter;
        const int length = sequenceAt(json, at, c);
        if (length == 0)
            appendEscaped(text, QChar::ReplacementCharacter);
        else if (isHidden(c) && !isLayout(c))
            appendEscaped(text, c);
        else
            text.append(json.constData() + at, length);
        at += std::max(length, 1);
    }
    return text;
}

QByteArray terminalOutput(QByteArrayView output)
{
    QByteArray text;
    text.reserve(output.size());
    bool deceived = false;
    for (qsizetype at = 0; at < output.size();) {
        const auto from = at;
        while (at < output.size() && isAscii(static_cast<unsigned char>(output[at])))
            ++at;
        text.append(output.sliced(from, at - from));
        if (at > from)
            deceived = false;
        if (at == output.size())
            break;
        if (const auto allowed = allowedControlAt(output, at); allowed > 0) {
            text.append(output.sliced(at, allowed));
            at += allowed;
            deceived = false;
            continue;
        }
        char32_t c = QChar::ReplacementCharacter;
        const auto length = std::max(sequenceAt(output, at, c), 1);
        const auto effect = length == 1 && c == QChar::ReplacementCharacter ? Effect::Deceiving : effectOf(c);
        if (effect == Effect::Shown || effect == Effect::Mark)
            text.append(output.sliced(at, length));
        else if (effect == Effect::Break || effect == Effect::Blank)
            text.append(' ');
        else if (effect == Effect::Deceiving && !deceived)
            text.append("\ufffd");
        deceived = effect == Effect::Deceiving || (effect == Effect::Shaping && deceived);
        at += length;
    }
    return text;
}

} // namespace lynceus
