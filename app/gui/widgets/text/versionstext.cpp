#include "app/gui/widgets/text/versionstext.h"

namespace lynceus {

using namespace Qt::StringLiterals;

namespace {

constexpr int kLeastBefore = 3; ///< characters; fewer are useless

/// "1.0.0 … 10 (77)" keeps its one ellipsis: the oldest version is shortened first, the number of versions last.
QString fittedRange(const QString &versions, qsizetype between, const QFontMetrics &metrics, int width)
{
    const auto newest = versions.sliced(between + 3);
    for (auto kept = between; kept >= 0; --kept) {
        const auto shown = versions.first(kept) + u'…' + newest;
        if (metrics.horizontalAdvance(shown) <= width)
            return shown;
    }
    const auto count = u'…' + newest.sliced(qMax(0, newest.lastIndexOf(u'(')));
    return metrics.horizontalAdvance(count) <= width ? count : metrics.elidedText(u"…"_s, Qt::ElideRight, width);
}

} // namespace

QString fittedVersions(const QString &versions, const QFontMetrics &metrics, int width)
{
    if (metrics.horizontalAdvance(versions) <= width)
        return versions;
    const auto arrow = versions.lastIndexOf(u" → "_s);
    if (const auto between = versions.lastIndexOf(u" … "_s); between >= 0 && arrow < 0)
        return fittedRange(versions, between, metrics, width);
    if (arrow < 0)
        return metrics.elidedText(versions, Qt::ElideMiddle, width); // tags differ at both ends
    const auto wanted = versions.sliced(arrow);                      // with the arrow
    const int rest = width - metrics.horizontalAdvance(wanted);
    const int least = metrics.averageCharWidth() * kLeastBefore;
    if (rest > least)
        return metrics.elidedText(versions.first(arrow), Qt::ElideRight, rest) + wanted;
    return metrics.elidedText(wanted.trimmed(), Qt::ElideMiddle, width);
}

} // namespace lynceus
