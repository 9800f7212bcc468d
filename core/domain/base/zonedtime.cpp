#include "core/domain/base/zonedtime.h"

#include <QDateTime>

#include <cstdlib>

using namespace Qt::StringLiterals;

namespace lynceus {

QString formatRfc3339(Instant instant, const QTimeZone &zone)
{
    const auto at = QDateTime::fromMSecsSinceEpoch(instant.time_since_epoch().count(), zone);
    const int offset = at.offsetFromUtc(); // s
    auto text = formatRfc3339(instant + std::chrono::seconds(offset));
    if (offset == 0)
        return text;
    const int minutes = std::abs(offset) / 60;
    text.chop(1); // the Z
    return u"%1%2%3:%4"_s.arg(text)
        .arg(offset < 0 ? QChar(u'-') : QChar(u'+'))
        .arg(minutes / 60, 2, 10, QChar(u'0'))
        .arg(minutes % 60, 2, 10, QChar(u'0'));
}

} // namespace lynceus
