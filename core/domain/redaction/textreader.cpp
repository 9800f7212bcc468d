#include "core/domain/redaction/textreader.h"

namespace lynceus {

qsizetype TextReader::endOfLine(qsizetype from) const
{
    return endOf(from, [](char c) { return c != '\n' && c != '\r'; });
}

QByteArrayView TextReader::quoteAt(qsizetype at) const
{
    qsizetype end = at;
    while (charAt(end) == '\\')
        ++end;
    if (charAt(end) == '"' || charAt(end) == '\'' || (end == at && charAt(end) == '`'))
        return m_text.sliced(at, end + 1 - at);
    for (const QByteArrayView written : {"&quot;", "&#34;", "&#39;", "&apos;", "%22", "%27", "\\u0022", "\\u0027"}) {
        if (startsAt(at, written))
            return written;
    }
    return {};
}

qsizetype TextReader::endOfQuoted(qsizetype from, QByteArrayView quote) const
{
    if (quote.size() == 1) {
        for (qsizetype at = from; at < m_text.size(); ++at) {
            if (m_text[at] == '\\')
                ++at;
            else if (m_text[at] == quote.front())
                return at;
        }
        return m_text.size();
    }
    for (qsizetype at = m_text.indexOf(quote, from); at >= 0; at = m_text.indexOf(quote, at + 1)) {
        if (quote.front() != '\\' || charAt(at - 1) != '\\')
            return at;
    }
    return m_text.size();
}

qsizetype TextReader::endOfBare(qsizetype from, QByteArrayView extraEnds) const
{
    qsizetype at = from;
    while (at < m_text.size()) {
        const char c = m_text[at];
        if (isSpace(c) || c == '"' || c == '\'' || c == '<' || c == '`' || extraEnds.contains(c))
            break;
        if (c == '\\') {
            const char next = charAt(at + 1);
            if (next != '\\')
                break; // an escaped quote or line break
            ++at;
        }
        if (c == '&' && !quoteAt(at).isEmpty())
            break;
        if (startsAt(at, "…"))
            break;
        ++at;
    }
    return std::min(at, m_text.size());
}

TextReader::Separator TextReader::separatorAt(qsizetype end) const
{
    Separator found;
    qsizetype at = endOf(end + quoteAt(end).size(), isSpace);
    if (startsAt(at, "%3D") || startsAt(at, "%3d")) {
        found = {at + 3, false, false, true};
    } else if (startsAt(at, ":=") || startsAt(at, "=>") || startsAt(at, "==")) {
        found = {at + 2, false, false, false};
    } else if (charAt(at) == '=') {
        found = {at + 1, false, false, false};
    } else if (charAt(at) == ':' && !startsAt(at, "://") && !startsAt(at, "::")) {
        found = {at + 1, true, false, false};
    } else {
        return found;
    }
    // Between two JSON tokens, a line break is layout; in a list of settings it means that there is no value.
    const auto isGap = quoteAt(end).isEmpty() ? isBlank : isSpace;
    const auto valueAt = endOf(found.valueAt, isGap);
    found.isSpaced = valueAt > found.valueAt;
    found.valueAt = valueAt;
    return found;
}

} // namespace lynceus
