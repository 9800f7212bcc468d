#pragma once

#include "app/gui/releases/boardcolumns.h"

#include <QStyledItemDelegate>

namespace lynceus {

struct Tones;

/// Paints rows of the board as sentences that are read along one line; the style's own drawing is not used.
class BoardDelegate final : public QStyledItemDelegate
{
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    bool helpEvent(QHelpEvent *event, QAbstractItemView *view, const QStyleOptionViewItem &option,
                   const QModelIndex &index) override;

    /// Where the time of a row is painted: repainted alone when a second went by.
    [[nodiscard]] static QRect timePlace(const QRect &row, const QFontMetrics &metrics, Qt::LayoutDirection direction);

private:
    void paintGroup(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const;
    void paintRow(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const;
};

} // namespace lynceus
