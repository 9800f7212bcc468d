#include "core/domain/time/timeofday.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace lynceus {

QString timeOfDayPattern(const QLocale &locale, TimeOfDay precision)
{
    static const QRegularExpression seconds(u"[^a-zA-Z]?ss?"_s);
    static const QRegularExpression minutes(u"([^a-zA-Z])(mm?)"_s);
    auto pattern = locale.timeFormat(QLocale::ShortFormat).remove(seconds); // "C" has seconds
    if (precision == TimeOfDay::Seconds)
        pattern.replace(minutes, u"\\1\\2\\1ss"_s);
    return pattern;
}

QString timeOfDayText(QTime time, TimeOfDay precision)
{
    return QLocale().toString(time, timeOfDayPattern(QLocale::system(), precision));
}

} // namespace lynceus
