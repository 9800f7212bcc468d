#include "app/gui/detail/resources/resourcedelegate.h"

#include "app/gui/detail/resources/resourcetext.h"
#include "app/gui/widgets/painting/icons.h"
#include "app/gui/widgets/painting/statemarks.h"
#include "app/gui/widgets/painting/tones.h"
#include "app/gui/widgets/style/density.h"
#include "core/domain/text/changeorder.h"

#include <QFontDatabase>
#include <QPainter>
#include <QTreeView>

using namespace Qt::StringLiterals;

namespace lynceus {

namespace {

// px at 100 %; Qt scales them.
constexpr int kMargin = 6;
constexpr int kIcon = 16;
constexpr int kGap = 6;
constexpr int kRowPadding = 12; ///< sum of the padding above and below the text

/// Paints pieces from the leading side until there is no more room.
class CellPainter final
{
public:
    CellPainter(QPainter *painter, const QStyleOptionViewItem &option)
        : m_painter(painter)
        , m_direction(option.direction)
        , m_cell(option.rect)
        , m_left(option.rect.adjusted(kMargin, 0, -kMargin, 0))
    { }

    void glyph(QLatin1StringView name, const QColor &colour)
    {
        if (m_left.width() < kIcon)
            return;
        const QRect place(m_left.left(), m_left.center().y() - kIcon / 2, kIcon, kIcon);
        paintGlyph(m_painter, name, QStyle::visualRect(m_direction, m_cell, place), colour);
        m_left.setLeft(m_left.left() + kIcon + kGap);
    }

    void text(const QString &words, const QFont &font, const QColor &colour, Qt::Alignment alignment = Qt::AlignLeading)
    {
        if (words.isEmpty() || m_left.width() <= 0)
            return;
        const QFontMetrics metrics(font);
        const auto fitting = metrics.elidedText(words, Qt::ElideRight, m_left.width());
        const int width = alignment & Qt::AlignTrailing ? m_left.width() : metrics.horizontalAdvance(fitting);
        const QRect place(m_left.left(), m_left.top(), width, m_left.height());
        m_painter->setFont(font);
        m_painter->setPen(colour);
        m_painter->setLayoutDirection(directionOf(words, m_direction)); // "…" stays behind
        m_painter->drawText(QStyle::visualRect(m_direction, m_cell, place),
                            int(QStyle::visualAlignment(m_direction, alignment | Qt::AlignVCenter)) | Qt::TextSingleLine
                                | Qt::AlignAbsolute,
                            fitting);
        m_left.setLeft(m_left.left() + width + kGap);
    }

private:
    QPainter *m_painter;
    Qt::LayoutDirection m_direction;
    QRect m_cell;
    QRect m_left;
};

void paintName(CellPainter &cell, const OutlineNode &node, const QFont &font, const Tones &tones, const QColor &text)
{
    cell.glyph(node.grouped > 0 ? "layers"_L1 : glyphOf(node.key), tones.muted);
    cell.text(nameText(node), font, text);
    cell.text(remarkText(node), font, tones.muted);
}

void paintHealth(CellPainter &cell, const OutlineNode &node, const QFont &font, const Tones &tones)
{
    if (node.health.status == HealthStatus::None)
        return;
    const auto mark = markOf(node.health.status);
    const auto colour = tones.of(mark.role).foreground;
    cell.glyph(mark.glyph, colour);
    cell.text(healthText(node), font, colour);
}

/// In a row without a sync status, the reason of its health may use that column too.
bool isSyncFree(const OutlineNode &node, const QTreeView *view, Instant now)
{
    return view && !view->isColumnHidden(ResourceModel::Sync) && cellText(node, ResourceModel::Sync, now).isEmpty();
}

/// Each cell paints its part of the shared text, because cells may be painted separately.
QStyleOptionViewItem healthAndSync(const QStyleOptionViewItem &cell, const QTreeView &view, bool isSync)
{
    auto both = cell;
    const int other = view.columnWidth(isSync ? ResourceModel::HealthColumn : ResourceModel::Sync);
    const bool isGrowingLeft = isSync == (cell.direction == Qt::LeftToRight);
    both.rect.adjust(isGrowingLeft ? -other : 0, 0, isGrowingLeft ? 0 : other, 0);
    return both;
}

void paintSync(CellPainter &cell, const OutlineNode &node, const QString &words, const QFont &font, const Tones &tones)
{
    const bool isQuiet = node.hook || !node.sync || (*node.sync == SyncStatus::Synced && !node.requiresPruning);
    if (isQuiet)
        return cell.text(words, font, tones.muted);
    const auto mark = markOf(*node.sync);
    cell.glyph(mark.glyph, tones.of(mark.role).foreground);
    cell.text(words, font, tones.of(mark.role).foreground);
}

} // namespace

void ResourceDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const auto *model = qobject_cast<const ResourceModel *>(index.model());
    if (!model)
        return;
    const auto &node = model->node(index);
    const auto tones = tonesOf(option.palette);
    const bool isSelected = option.state & QStyle::State_Selected;
    const auto text = isSelected ? tones.selectedText : tones.text;
    painter->save();
    painter->fillRect(option.rect, isSelected ? tones.selection : tones.panel);
    painter->fillRect(QRect(option.rect.left(), option.rect.bottom(), option.rect.width(), 1), tones.line);
    CellPainter cell(painter, option);
    const auto column = ResourceModel::Column(index.column());
    const auto words = [&] { return cellText(node, column, model->now()); };
    switch (column) {
    case ResourceModel::Resource:
        paintName(cell, node, option.font, tones, text);
        break;
    case ResourceModel::HealthColumn:
    case ResourceModel::Sync:
        if (const auto *view = qobject_cast<const QTreeView *>(option.widget); isSyncFree(node, view, model->now())) {
            painter->setClipRect(option.rect, Qt::IntersectClip);
            CellPainter wide(painter, healthAndSync(option, *view, column == ResourceModel::Sync));
            paintHealth(wide, node, option.font, tones);
        } else if (column == ResourceModel::HealthColumn) {
            paintHealth(cell, node, option.font, tones);
        } else {
            paintSync(cell, node, words(), option.font, tones);
        }
        break;
    case ResourceModel::Images: {
        auto fixed = QFontDatabase::systemFont(QFontDatabase::FixedFont);
        fixed.setPointSizeF(option.font.pointSizeF());
        cell.text(words(), fixed, text);
        break;
    }
    case ResourceModel::Ready:
        cell.text(words(), option.font, tones.muted);
        break;
    case ResourceModel::Restarts:
        cell.text(words(), option.font, node.restarts > 0 ? tones.of(StateRole::Held).foreground : tones.muted,
                  Qt::AlignTrailing);
        break;
    case ResourceModel::Age:
        cell.text(words(), option.font, tones.muted, Qt::AlignTrailing);
        break;
    case ResourceModel::ColumnCount:
        break;
    }
    painter->restore();
}

QSize ResourceDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    return {option.fontMetrics.averageCharWidth() * 10,
            rowHeight(option, std::max(option.fontMetrics.height(), kIcon) + kRowPadding)};
}

} // namespace lynceus
