#include "app/gui/deployments/deploymentsview.h"

#include "app/gui/deployments/deploymentsmodel.h"
#include "app/gui/widgets/painting/badge.h"
#include "app/gui/widgets/painting/icons.h"
#include "app/gui/widgets/painting/stagemarks.h"
#include "app/gui/widgets/painting/tones.h"
#include "app/gui/widgets/style/density.h"
#include "app/gui/widgets/text/tabulartext.h"
#include "app/gui/widgets/text/versionstext.h"
#include "core/domain/text/changeorder.h"

#include <QEvent>
#include <QHeaderView>
#include <QPainter>
#include <QStyledItemDelegate>

#include <algorithm>
#include <array>
#include <numeric>

namespace lynceus {

using namespace Qt::StringLiterals;

namespace {

constexpr int kRowHeight = 52; ///< px at 100 %
constexpr int kPadding = 8;
constexpr int kGlyph = 16;
constexpr int kGap = 6;
constexpr int kStripe = 4;
constexpr int kStages = 96; ///< px: five marks with short lines between them

constexpr int kApart = 4; ///< px between the lines

/// Default widths in average characters, by column, if no longer text is known. Change gets the rest.
constexpr std::array kLetters{0, 24, 20, 24, 20, 13, 0, 0};
/// Columns to hide first if there is not enough room.
constexpr std::array kByWorth{DeploymentsModel::Proof, DeploymentsModel::Took, DeploymentsModel::By,
                              DeploymentsModel::InstanceName};

void drawText(QPainter *painter, const QRect &place, const QString &text, Qt::LayoutDirection direction,
              Qt::TextElideMode elide = Qt::ElideRight)
{
    const auto reading = directionOf(text, direction);
    painter->setLayoutDirection(reading);
    painter->drawText(
        place, int(Qt::AlignVCenter | QStyle::visualAlignment(direction, Qt::AlignLeading)),
        QFontMetrics(painter->font()).elidedText(withChangesInOrder(text, reading), elide, place.width()));
}

QFont bold(QFont font)
{
    font.setWeight(QFont::DemiBold);
    return font;
}

} // namespace

/// Only for sizes: rows are painted as a whole.
class DeploymentsView::Delegate final : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const override
    {
        const int lines = 2 * option.fontMetrics.height() + kApart;
        return {0, qMax(lines + 4, lynceus::rowHeight(option, qMax(kRowHeight, lines + 12)))};
    }
};

DeploymentsView::DeploymentsView(DeploymentsModel &model, QWidget *parent)
    : QTreeView(parent)
    , m_model(model)
{
    setModel(&model);
    setItemDelegate(new Delegate(this));
    setUniformRowHeights(true);
    setRootIsDecorated(false);
    setItemsExpandable(false);
    setIndentation(0);
    setAllColumnsShowFocus(true);
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFrameShape(QFrame::NoFrame);
    setEditTriggers(NoEditTriggers);
    setAccessibleName(tr("Deployments"));
    header()->setSortIndicator(DeploymentsModel::Began, Qt::DescendingOrder);
    setSortingEnabled(true);
    header()->setSectionsMovable(false);
    header()->setStretchLastSection(false);
    header()->setSectionResizeMode(QHeaderView::Fixed);
    header()->setSectionResizeMode(DeploymentsModel::Change, QHeaderView::Stretch);
    header()->setDefaultAlignment(Qt::AlignLeading | Qt::AlignVCenter);
    header()->setAccessibleName(tr("Columns"));
    fitColumns();
}

void DeploymentsView::resizeEvent(QResizeEvent *event)
{
    QTreeView::resizeEvent(event);
    fitColumns();
}

void DeploymentsView::changeEvent(QEvent *event)
{
    QTreeView::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        fitColumns();
}

void DeploymentsView::fitColumns()
{
    const auto metrics = fontMetrics();
    std::array<int, kLetters.size()> widths;
    std::ranges::transform(kLetters, widths.begin(), [&](int letters) { return letters * metrics.averageCharWidth(); });
    const auto roomFor = [&](const QString &text) { return metrics.horizontalAdvance(text) + 2 * kPadding + 2; };
    widths[DeploymentsModel::Began] = roomFor(u"2026-12-28 08:58"_s);
    int widest = 0; // the longest word depends on the language
    for (const auto outcome :
         {Deployment::Outcome::Deployed, Deployment::Outcome::InProgress, Deployment::Outcome::Failed,
          Deployment::Outcome::TimedOut, Deployment::Outcome::Superseded, Deployment::Outcome::Unknown})
        widest = qMax(widest, roomFor(markOf(outcome).word));
    widths[DeploymentsModel::Outcome] = qMax(widest + kGlyph + kGap, kStages + 2 * kPadding);
    widths[DeploymentsModel::Proof] = 0;
    for (const auto &proof :
         {DeploymentsModel::tr("watched"), DeploymentsModel::tr("observed"), DeploymentsModel::tr("reconstructed")})
        widths[DeploymentsModel::Proof] = qMax(widths[DeploymentsModel::Proof], roomFor(proof));
    std::array<bool, kLetters.size()> isShown;
    isShown.fill(true);
    int needed = std::accumulate(widths.begin(), widths.end(), 0);
    for (const auto column : kByWorth) {
        if (needed <= viewport()->width())
            break;
        isShown[std::size_t(column)] = false;
        needed -= widths[std::size_t(column)];
    }
    for (int column = 0; column < DeploymentsModel::ColumnCount; ++column) {
        setColumnHidden(column, !isShown[std::size_t(column)]);
        if (column != DeploymentsModel::Change)
            header()->resizeSection(column, widths[std::size_t(column)]);
    }
}

void DeploymentsView::drawRow(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const auto tones = tonesOf(option.palette);
    const QRect row(0, option.rect.top(), viewport()->width(), option.rect.height());
    const bool selected = selectionModel()->isRowSelected(index.row());
    const auto mark = m_model.mark(index.row());
    painter->save();
    painter->fillRect(row, selected ? tones.selection : tones.panel);
    painter->fillRect(QRect(row.left(), row.bottom(), row.width(), 1), tones.line);
    const QRect stripe(row.left(), row.top() + 3, kStripe, row.height() - 7);
    painter->fillRect(QStyle::visualRect(option.direction, row, stripe), tones.of(mark.role).foreground);
    const auto second = m_model.secondLine(index.row());
    const int line = option.fontMetrics.height();
    const int top = row.top() + row.height() / 2 - (second.isEmpty() ? line / 2 : line + kApart / 2);
    for (int column = 0; column < DeploymentsModel::ColumnCount; ++column) {
        if (isColumnHidden(column))
            continue;
        const QRect cell(columnViewportPosition(column) + kPadding, top, columnWidth(column) - 2 * kPadding, line);
        painter->setPen(selected ? tones.selectedText : tones.text);
        painter->setFont(option.font);
        paintCell(painter, cell, index.row(), column, option);
    }
    if (!second.isEmpty()) {
        // Below the application, across all following columns.
        const int from = columnViewportPosition(DeploymentsModel::Application);
        const QRect rest = option.direction == Qt::RightToLeft
            ? QRect(0, 0, from + columnWidth(DeploymentsModel::Application), line)
            : QRect(from, 0, row.width() - from, line);
        painter->setFont(option.font);
        const bool isBad = !m_model.deployment(index.row()).cause.isEmpty();
        painter->setPen(selected ? tones.selectedText : isBad ? tones.of(mark.role).foreground : tones.muted);
        drawText(painter, rest.adjusted(kPadding, 0, -kPadding, 0).translated(0, top + line + kApart), second,
                 option.direction);
    }
    if (hasFocus() && currentIndex().row() == index.row()) {
        painter->setPen(QPen(tones.accent, 1));
        painter->setBrush(Qt::NoBrush);
        painter->drawRect(row.adjusted(0, 0, -1, -2));
    }
    painter->restore();
}

void DeploymentsView::paintCell(QPainter *painter, const QRect &cell, int row, int column,
                                const QStyleOptionViewItem &option) const
{
    const auto tones = tonesOf(option.palette);
    const auto text = m_model.text(row, column);
    const auto direction = option.direction;
    switch (column) {
    case DeploymentsModel::Application:
        painter->setFont(bold(option.font));
        drawText(painter, cell, text, direction, Qt::ElideMiddle);
        break;
    case DeploymentsModel::InstanceName: {
        const auto colour = m_model.colourOf(m_model.deployment(row).application.instance);
        paintInstanceBadge(painter, cell.adjusted(0, -2, 0, 2), text, colour.isValid() ? colour : tones.muted,
                           option.palette, direction);
        break;
    }
    case DeploymentsModel::Change:
        drawText(painter, cell, fittedVersions(text, option.fontMetrics, cell.width()), direction);
        break;
    case DeploymentsModel::Took:
        paintTabular(painter, cell, text, direction);
        break;
    case DeploymentsModel::Outcome: {
        if (const auto stages = m_model.stages(row)) {
            const QRect place(cell.left(), cell.top(), qMin(cell.width(), kStages), cell.height());
            paintStages(painter, QStyle::visualRect(direction, cell, place), *stages, option.palette, direction);
            break;
        }
        const auto mark = m_model.mark(row);
        const auto colour = tones.of(mark.role).foreground;
        const QRect glyph(cell.left(), cell.top(), kGlyph, cell.height());
        paintGlyph(painter, mark.glyph, QStyle::visualRect(direction, cell, glyph), colour);
        painter->setPen(colour);
        drawText(painter, QStyle::visualRect(direction, cell, cell.adjusted(kGlyph + kGap, 0, 0, 0)), text, direction);
        break;
    }
    default:
        drawText(painter, cell, text, direction);
    }
}

} // namespace lynceus
