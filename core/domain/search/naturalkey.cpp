#include "core/domain/search/naturalkey.h"

#include <algorithm>

namespace lynceus {

namespace {

bool isDigit(QChar c)
{
    return c >= u'0' && c <= u'9';
}

/// One byte for common characters, so that the first eight bytes distinguish most names.
void appendUnit(QByteArray &key, char16_t unit)
{
    constexpr char16_t kEscape = 0xff;
    if (unit >= kEscape) {
        key.append(char(kEscape));
        key.append(char(unit >> 8));
    }
    key.append(char(unit & 0xff));
}

} // namespace

QByteArray naturalKey(QStringView text)
{
    QByteArray key;
    key.reserve(text.size() + 4);
    for (qsizetype i = 0; i < text.size();) {
        if (!isDigit(text[i])) {
            appendUnit(key, text[i++].toCaseFolded().unicode());
            continue;
        }
        // A number sorts among letters like a digit; then the longer one is larger, ignoring leading zeros.
        auto begin = i;
        while (i < text.size() && isDigit(text[i]))
            ++i;
        while (begin + 1 < i && text[begin] == u'0')
            ++begin;
        appendUnit(key, u'0');
        appendUnit(key, char16_t(std::min<qsizetype>(i - begin, 0xffff)));
        for (; begin < i; ++begin)
            key.append(char(text[begin].unicode()));
    }
    return key;
}

} // namespace lynceus
