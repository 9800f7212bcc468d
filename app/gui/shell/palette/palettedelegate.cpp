#include "app/gui/shell/palette/palettedelegate.h"

#include "app/gui/shell/palette/palettemodel.h"
#include "app/gui/widgets/painting/icons.h"
#include "app/gui/widgets/painting/tones.h"

#include <QPainter>
#include <QTextLayout>

using namespace Qt::StringLiterals;

namespace lynceus {

namespace {

constexpr int kHeight = 36; ///< px at 100 %
constexpr int kGlyph = 16;
constexpr int kPadding = 12;

QTextLayout::FormatRange rangeOf(int start, int length, const QColor &colour, bool bold)
{
    QTextLayout::FormatRange range;
    range.start = start;
    range.length = length;
    range.format.setForeground(colour);
    if (bold)
        range.format.setFontWeight(QFont::Bold);
    return range;
}

/// One line: title and detail as searched, so that the positions of matches are correct. In right-to-left layouts, a
/// mark keeps the detail behind the title if both are Latin.
void paintLine(QPainter *painter, const QRect &place, const QStyleOptionViewItem &option, const QModelIndex &index)
{
    const auto tones = tonesOf(option.palette);
    const auto title = index.data().toString();
    const auto detail = index.data(PaletteModel::DetailRole).toString();
    const auto gap = option.direction == Qt::RightToLeft ? u" \u200f"_s : u" "_s;
    const auto text = detail.isEmpty() ? title : title + gap + detail;
    QList<QTextLayout::FormatRange> formats{
        rangeOf(0, int(title.size()), tones.text, false),
        rangeOf(int(title.size()), int(text.size() - title.size()), tones.muted, false)};
    for (const int letter : index.data(PaletteModel::PlacesRole).value<QList<int>>()) {
        const bool isOfTitle = letter < title.size();
        formats.push_back(
            rangeOf(isOfTitle ? letter : letter + int(gap.size()) - 1, 1, isOfTitle ? tones.text : tones.muted, true));
    }
    QTextLayout layout(text, option.font);
    layout.setFormats(formats);
    QTextOption lines;
    lines.setTextDirection(option.direction);
    lines.setAlignment(QStyle::visualAlignment(option.direction, Qt::AlignLeft));
    lines.setWrapMode(QTextOption::NoWrap);
    layout.setTextOption(lines);
    layout.beginLayout();
    auto line = layout.createLine();
    line.setLineWidth(place.width());
    layout.endLayout();
    painter->setClipRect(place);
    layout.draw(painter, QPointF(place.left(), place.center().y() - line.height() / 2));
}

} // namespace

void PaletteDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const auto tones = tonesOf(option.palette);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    if (option.state & QStyle::State_Selected) {
        painter->setPen(Qt::NoPen);
        painter->setBrush(tones.selection);
        painter->drawRoundedRect(option.rect.adjusted(1, 1, -1, -1), 6, 6);
    }
    const QRect row = option.rect.adjusted(kPadding, 0, -kPadding, 0);
    const auto glyph = index.data(PaletteModel::GlyphRole).toString().toLatin1();
    const QRect icon =
        QStyle::visualRect(option.direction, option.rect, QRect(row.left(), row.top(), kGlyph, row.height()));
    paintGlyph(painter, QLatin1StringView(glyph), icon, tones.muted);
    paintLine(painter, QStyle::visualRect(option.direction, option.rect, row.adjusted(kGlyph + 10, 0, 0, 0)), option,
              index);
    painter->restore();
}

QSize PaletteDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    return {100, qMax(kHeight, option.fontMetrics.height() + 16)};
}

} // namespace lynceus
