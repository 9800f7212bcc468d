#include "core/domain/http/ipaddress.h"

#include <QList>

namespace lynceus {

namespace {

constexpr qsizetype kIpv4Bytes = 4;
constexpr qsizetype kIpv6Bytes = 16;

/// Digits only: toUInt() would also accept signs and spaces. -1: not a number up to @p most.
int numberOf(QStringView text, int base, int most)
{
    if (text.isEmpty() || text.size() > 4)
        return -1;
    for (const auto c : text) {
        const bool isDigit = c >= u'0' && c <= u'9';
        const auto lower = c.toLower();
        if (!isDigit && !(base == 16 && lower >= u'a' && lower <= u'f'))
            return -1;
    }
    const int number = text.toInt(nullptr, base);
    return number <= most ? number : -1;
}

QByteArray ipv4Bytes(QStringView text)
{
    QByteArray bytes;
    for (const auto part : text.split(u'.')) {
        const int number = part.size() <= 3 ? numberOf(part, 10, 255) : -1;
        if (number < 0)
            return {};
        bytes += static_cast<char>(number);
    }
    return bytes.size() == kIpv4Bytes ? bytes : QByteArray();
}

/// One side of "::", or the whole; the last group may be an IPv4 address. False: invalid.
bool appendGroups(QByteArray &bytes, QStringView text, bool mayEndInIpv4)
{
    if (text.isEmpty())
        return true;
    const auto groups = text.split(u':');
    for (qsizetype i = 0; i < groups.size(); ++i) {
        if (mayEndInIpv4 && i == groups.size() - 1 && groups[i].contains(u'.')) {
            const auto ipv4 = ipv4Bytes(groups[i]);
            bytes += ipv4;
            return !ipv4.isEmpty();
        }
        const int number = numberOf(groups[i], 16, 0xffff);
        if (number < 0)
            return false;
        bytes += static_cast<char>(number >> 8);
        bytes += static_cast<char>(number & 0xff);
    }
    return true;
}

QByteArray ipv6Bytes(QStringView text)
{
    const auto gap = text.indexOf(QLatin1StringView("::"));
    QByteArray before;
    QByteArray after;
    if (gap < 0)
        return appendGroups(before, text, true) && before.size() == kIpv6Bytes ? before : QByteArray();
    if (!appendGroups(before, text.first(gap), false) || !appendGroups(after, text.sliced(gap + 2), true)
        || before.size() + after.size() > kIpv6Bytes - 2)
        return {};
    return before + QByteArray(kIpv6Bytes - before.size() - after.size(), '\0') + after;
}

} // namespace

QByteArray ipAddressBytes(QStringView text)
{
    return text.contains(u':') ? ipv6Bytes(text) : ipv4Bytes(text);
}

bool sameNetwork(QByteArrayView left, QByteArrayView right, int bits)
{
    if (left.size() != right.size() || bits < 0 || bits > left.size() * 8)
        return false;
    const auto whole = bits / 8;
    if (left.first(whole) != right.first(whole))
        return false;
    const int rest = bits % 8;
    if (rest == 0)
        return true;
    const auto mask = static_cast<uchar>(0xff << (8 - rest));
    return ((static_cast<uchar>(left[whole]) ^ static_cast<uchar>(right[whole])) & mask) == 0;
}

} // namespace lynceus
