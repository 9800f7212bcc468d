#pragma once

#include "app/gui/releases/boardcolumns.h"

#include <QStyledItemDelegate>

namespace lynceus {

struct Tones;

/// Paints rows of the board: what and how far on one line, and below it why, where there is something to say. The
/// style's own drawing is not used.
class BoardDelegate final : public QStyledItemDelegate
{
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    /// Of all rows of the model that it paints; the view measures them.
    void setWidths(const BoardWidths &widths) { m_widths = widths; }
    [[nodiscard]] const BoardWidths &widths() const { return m_widths; }
    /// What the row behind @p index needs, for setWidths(): the largest of all count.
    [[nodiscard]] static BoardWidths neededBy(const QModelIndex &index, const QFont &font);
    /// What neededBy() depends on, apart from the font.
    [[nodiscard]] static QString measuredText(const QModelIndex &index);
    /// Where the parts of a row are painted; mirrored.
    [[nodiscard]] BoardColumns columnsOf(const QModelIndex &index, const QRect &row, const QFont &font,
                                         Qt::LayoutDirection direction) const;

    /// Whether rows can be folded, and show it. By default they can.
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
