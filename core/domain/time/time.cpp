#include "core/domain/time/time.h"

#include <algorithm>
#include <array>
#include <cstdlib>

namespace lynceus {

using namespace Qt::StringLiterals;

namespace {

using namespace std::chrono;

constexpr std::array<const char *, 7> kDayNames{"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
constexpr std::array<const char *, 12> kMonthNames{"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                   "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
constexpr int kMinutesADay = 24 * 60;

/// Reads fixed-width parts from the start of a text; stays invalid after the first mismatch.
class FixedReader final
{
public:
    explicit FixedReader(QByteArrayView text)
        : m_text(text)
    { }

    int number(int digits)
    {
        int value = 0;
        for (int i = 0; i < digits; ++i) {
            const char c = next();
            m_good = m_good && c >= '0' && c <= '9';
            value = value * 10 + (c - '0');
        }
        return m_good ? value : 0;
    }

    void expect(QByteArrayView letters)
    {
        for (const char letter : letters)
            m_good = next() == letter && m_good;
    }

    template<std::size_t Count>
    int oneOf(const std::array<const char *, Count> &words)
    {
        const auto found =
            std::ranges::find_if(words, [this](const char *word) { return m_text.sliced(m_at).startsWith(word); });
        m_good = m_good && found != words.end();
        m_at = std::min(m_at + 3, m_text.size());
        return m_good ? static_cast<int>(std::distance(words.begin(), found)) : 0;
    }

    [[nodiscard]] char peek() const { return m_at < m_text.size() ? m_text[m_at] : '\0'; }
    char next() { return m_at < m_text.size() ? m_text[m_at++] : '\0'; }
    [[nodiscard]] bool isGood() const { return m_good; }
    [[nodiscard]] bool isGoodToTheEnd() const { return m_good && m_at == m_text.size(); }
    void fail() { m_good = false; }

private:
    QByteArrayView m_text;
    qsizetype m_at = 0;
    bool m_good = true;
};

struct CivilTime
{
    int year = 1970;
    int month = 1;
    int day = 1;
    int hour = 0;
    int minute = 0;
    int second = 0; ///< 60 for a leap second
};

std::optional<Instant> instantOf(const CivilTime &civil)
{
    const year_month_day date{year(civil.year), month(static_cast<unsigned>(civil.month)),
                              day(static_cast<unsigned>(civil.day))};
    if (!date.ok() || civil.hour > 23 || civil.minute > 59 || civil.second > 60)
        return std::nullopt;
    return Instant(sys_days(date)) + hours(civil.hour) + minutes(civil.minute) + seconds(civil.second);
}

CivilTime civilOf(Instant instant)
{
    const auto midnight = floor<days>(instant);
    const year_month_day date(midnight);
    const hh_mm_ss clock(floor<seconds>(instant - midnight));
    return {int(date.year()),
            static_cast<int>(unsigned(date.month())),
            static_cast<int>(unsigned(date.day())),
            static_cast<int>(clock.hours().count()),
            static_cast<int>(clock.minutes().count()),
            static_cast<int>(clock.seconds().count())};
}

// Digits after the third are dropped: an Instant has milliseconds.
Duration readFraction(FixedReader &reader)
{
    if (reader.peek() != '.')
        return {};
    reader.next();
    int value = 0;
    int digits = 0;
    for (; reader.peek() >= '0' && reader.peek() <= '9'; ++digits) {
        const char c = reader.next();
        if (digits < 3)
            value = value * 10 + (c - '0');
    }
    if (digits == 0)
        reader.fail();
    for (int i = digits; i < 3; ++i)
        value *= 10;
    return Duration(value);
}

Duration readZone(FixedReader &reader)
{
    const char sign = reader.next();
    if (sign == 'Z' || sign == 'z')
        return {};
    if (sign != '+' && sign != '-')
        reader.fail();
    const int hour = reader.number(2);
    reader.expect(":");
    const int minute = reader.number(2);
    const int total = hour * 60 + minute;
    if (minute > 59 || total >= kMinutesADay)
        reader.fail();
    return minutes(sign == '-' ? -total : total);
}

QByteArray padded(int value, int width)
{
    return QByteArray::number(value).rightJustified(width, '0');
}

} // namespace

std::optional<Instant> parseRfc3339(QByteArrayView text)
{
    FixedReader reader(text);
    CivilTime civil;
    civil.year = reader.number(4);
    reader.expect("-");
    civil.month = reader.number(2);
    reader.expect("-");
    civil.day = reader.number(2);
    if (const char separator = reader.next(); separator != 'T' && separator != 't')
        reader.fail();
    civil.hour = reader.number(2);
    reader.expect(":");
    civil.minute = reader.number(2);
    reader.expect(":");
    civil.second = reader.number(2);
    const auto fraction = readFraction(reader);
    const auto zone = readZone(reader);
    if (!reader.isGoodToTheEnd())
        return std::nullopt;
    const auto local = instantOf(civil);
    return local ? std::optional(*local + fraction - zone) : std::nullopt;
}

QString formatRfc3339(Instant instant)
{
    const auto civil = civilOf(instant);
    const auto fraction = static_cast<int>((instant - floor<seconds>(instant)).count());
    QByteArray text = padded(civil.year, 4) + '-' + padded(civil.month, 2) + '-' + padded(civil.day, 2) + 'T'
        + padded(civil.hour, 2) + ':' + padded(civil.minute, 2) + ':' + padded(civil.second, 2);
    if (fraction > 0)
        text += '.' + padded(fraction, 3);
    return QString::fromLatin1(text + 'Z');
}

std::optional<Instant> parseHttpDate(QByteArrayView text)
{
    FixedReader reader(text);
    reader.oneOf(kDayNames);
    reader.expect(", ");
    CivilTime civil;
    civil.day = reader.number(2);
    reader.expect(" ");
    civil.month = reader.oneOf(kMonthNames) + 1;
    reader.expect(" ");
    civil.year = reader.number(4);
    reader.expect(" ");
    civil.hour = reader.number(2);
    reader.expect(":");
    civil.minute = reader.number(2);
    reader.expect(":");
    civil.second = reader.number(2);
    reader.expect(" GMT");
    return reader.isGoodToTheEnd() ? instantOf(civil) : std::nullopt;
}

QByteArray formatHttpDate(Instant instant)
{
    const auto civil = civilOf(instant);
    const auto weekdayIndex = weekday(floor<days>(instant)).c_encoding();
    return QByteArray(kDayNames[weekdayIndex]) + ", " + padded(civil.day, 2) + ' '
        + kMonthNames[static_cast<std::size_t>(civil.month - 1)] + ' ' + padded(civil.year, 4) + ' '
        + padded(civil.hour, 2) + ':' + padded(civil.minute, 2) + ':' + padded(civil.second, 2) + " GMT";
}

} // namespace lynceus
