#pragma once

#include "app/gui/releases/boardcolumns.h"

#include <QStyledItemDelegate>

namespace lynceus {

struct Tones;

/// Paints rows of the board: names, versions and progress on one line and, if needed, an explanation below. Does not
/// use the style's item drawing.
class BoardDelegate final : public QStyledItemDelegate
{
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    /// Column widths of all rows; the view measures them.
    void setWidths(const BoardWidths &widths) { m_widths = widths; }
    [[nodiscard]] const BoardWidths &widths() const { return m_widths; }
    /// Widths that the row of @p index needs; pass the maximum of all rows to setWidths().
    [[nodiscard]] static BoardWidths neededBy(const QModelIndex &index, const QFont &font);
    /// The text that neededBy() depends on, besides the font.
    [[nodiscard]] static QString measuredText(const QModelIndex &index);
    /// The rectangles of a row's parts; mirrored if needed.
    [[nodiscard]] BoardColumns columnsOf(const QModelIndex &index, const QRect &row, const QFont &font,
                                         Qt::LayoutDirection direction) const;

    /// Whether to draw arrows for folding; true by default.
    void setFoldable(bool foldable) { m_foldable = foldable; }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    bool helpEvent(QHelpEvent *event, QAbstractItemView *view, const QStyleOptionViewItem &option,
                   const QModelIndex &index) override;

private:
    void paintGroup(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const;
    void paintRow(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const;

    BoardWidths m_widths;
    bool m_foldable = true;
};

} // namespace lynceus
