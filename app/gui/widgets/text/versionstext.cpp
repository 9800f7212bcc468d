#include "app/gui/widgets/text/versionstext.h"

namespace lynceus {

using namespace Qt::StringLiterals;

namespace {

constexpr int kLeastBefore = 3; ///< characters; fewer are useless

} // namespace

QString fittedVersions(const QString &versions, const QFontMetrics &metrics, int width)
{
    if (metrics.horizontalAdvance(versions) <= width)
        return versions;
    const auto arrow = versions.lastIndexOf(u" → "_s);
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
