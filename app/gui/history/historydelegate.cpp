#include "app/gui/history/historydelegate.h"

#include "app/gui/history/historymodel.h"
#include "app/gui/widgets/badge.h"
#include "app/gui/widgets/density.h"
#include "app/gui/widgets/icons.h"
#include "app/gui/widgets/statemarks.h"
#include "app/gui/widgets/tabulartext.h"
#include "app/gui/widgets/tones.h"
#include "app/gui/widgets/versionstext.h"

#include <QPainter>
#include <QStyle>

#include <algorithm>

namespace lynceus {

namespace {

constexpr int kRowHeight = 34;
constexpr int kPadding = 10;
constexpr int kGlyph = 16;
constexpr int kGap = 6;

void paintText(QPainter *painter, const QRect &place, const QString &text, Qt::LayoutDirection direction)
{
    painter->setLayoutDirection(text.isRightToLeft() ? Qt::RightToLeft : Qt::LeftToRight);
    painter->drawText(place, int(Qt::AlignVCenter | QStyle::visualAlignment(direction, Qt::AlignLeading)),
                      QFontMetrics(painter->font()).elidedText(text, Qt::ElideRight, place.width()));
}

void paintVerdict(QPainter *painter, const QRect &place, const QStyleOptionViewItem &option, const QModelIndex &index)
{
    const auto *model = qobject_cast<const HistoryModel *>(index.model());
    const auto mark = markOf(model->at(index)->verdict);
    const auto colour = tonesOf(option.palette).of(mark.role).foreground;
    const QRect glyph(place.left(), place.top(), kGlyph, place.height());
    paintGlyph(painter, mark.glyph, QStyle::visualRect(option.direction, place, glyph), colour);
    painter->setPen(colour);
    paintText(painter, QStyle::visualRect(option.direction, place, place.adjusted(kGlyph + kGap, 0, 0, 0)), mark.word,
              option.direction);
}

} // namespace

void HistoryDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const auto tones = tonesOf(option.palette);
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    const auto place = option.rect.adjusted(kPadding, 0, -kPadding, 0);
    painter->save();
    if (selected)
        painter->fillRect(option.rect, tones.selection);
    painter->fillRect(QRect(option.rect.left(), option.rect.bottom(), option.rect.width(), 1), tones.line);
    painter->setFont(option.font);
    painter->setPen(selected ? tones.selectedText : tones.text);
    const auto text = index.data().toString();
    switch (index.column()) {
    case HistoryModel::Verdict:
        paintVerdict(painter, place, option, index);
        break;
    case HistoryModel::InstanceName: {
        const auto colour = index.data(HistoryModel::InstanceColourRole).value<QColor>();
        paintInstanceBadge(painter, place, text, colour.isValid() ? colour : tones.muted, option.palette,
                           option.direction);
        break;
    }
    case HistoryModel::Took:
        painter->setPen(tones.muted);
        paintTabular(painter, place, text, option.direction);
        break;
    case HistoryModel::Application: {
        auto font = option.font;
        font.setWeight(QFont::DemiBold);
        painter->setFont(font);
        paintText(painter, place, text, option.direction);
        break;
    }
    case HistoryModel::Versions:
        paintText(painter, place, fittedVersions(text, QFontMetrics(option.font), place.width()), option.direction);
        break;
    default:
        painter->setPen(tones.muted);
        paintText(painter, place, text, option.direction);
    }
    painter->restore();
}

QSize HistoryDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const QFontMetrics metrics(option.font);
    const int extra = index.column() == HistoryModel::InstanceName || index.column() == HistoryModel::Verdict ? 36 : 8;
    return {metrics.horizontalAdvance(index.data().toString()) + 2 * kPadding + extra,
            rowHeight(option, std::max(kRowHeight, metrics.height() * 2))};
}

} // namespace lynceus
