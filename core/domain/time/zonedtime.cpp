#include "core/domain/time/zonedtime.h"

#include <QDateTime>
#include <QRegularExpression>

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

QString nameOf(const QTimeZone &zone)
{
    const auto id = QString::fromLatin1(zone.id());
    return id == "Etc/UTC"_L1 || id == "UTC+00:00"_L1 || id == "Etc/UCT"_L1 ? u"UTC"_s : id;
}

QString withTimesIn(const QString &sentence, const QTimeZone &zone)
{
    const QRegularExpression pattern(uR"(\b\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?Z)"_s);
    QString text;
    qsizetype done = 0;
    for (auto found = pattern.globalMatch(sentence); found.hasNext();) {
        const auto match = found.next();
        const auto instant = parseRfc3339(match.captured().toLatin1());
        if (!instant)
            continue; // "2026-99-99T…" is not a time
        const auto at = QDateTime::fromMSecsSinceEpoch(instant->time_since_epoch().count(), zone);
        text += sentence.sliced(done, match.capturedStart() - done)
            + u"%1 (%2)"_s.arg(at.toString(u"yyyy-MM-dd HH:mm:ss"_s), nameOf(zone));
        done = match.capturedEnd();
    }
    return text + sentence.sliced(done);
}

} // namespace lynceus
