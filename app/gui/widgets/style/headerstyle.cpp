#include "app/gui/widgets/style/headerstyle.h"

#include "app/gui/widgets/painting/icons.h"
#include "app/gui/widgets/painting/tones.h"

#include <QStyle>
#include <QStyleOptionHeader>

namespace lynceus {

using namespace Qt::StringLiterals;

namespace {

constexpr int kArrow = 14; ///< px at 100 %
constexpr int kGap = 4;

} // namespace

int headerArrowRoom()
{
    return kArrow + kGap;
}

HeaderPlaces headerPlaces(const QStyleOptionHeader &header, int padding)
{
    const QRect inner = header.rect.adjusted(padding, 0, -padding, 0);
    if (header.sortIndicator == QStyleOptionHeader::None)
        return {inner, {}};
    const int text = qMin(header.fontMetrics.horizontalAdvance(header.text) + 1, inner.width() - headerArrowRoom());
    // Trailing titles stay at their edge, aligned with the numbers below.
    const bool trailing = QStyle::visualAlignment(Qt::LeftToRight, header.textAlignment) & Qt::AlignRight;
    const int left = trailing ? inner.right() + 1 - text : inner.left();
    const int arrow = trailing ? left - headerArrowRoom() : left + text + kGap;
    const auto visual = [&](const QRect &place) { return QStyle::visualRect(header.direction, header.rect, place); };
    return {visual({left, inner.top(), text, inner.height()}), visual({arrow, inner.top(), kArrow, inner.height()})};
}

void paintHeaderArrow(const QStyleOptionHeader &header, QPainter *painter)
{
    // Qt's SortDown means ascending order.
    const bool ascending = header.sortIndicator == QStyleOptionHeader::SortDown;
    paintGlyph(painter, ascending ? "arrow-up"_L1 : "arrow-down"_L1, header.rect, tonesOf(header.palette).muted);
}

} // namespace lynceus
