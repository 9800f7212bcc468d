#pragma once

#include <QStyledItemDelegate>

namespace lynceus {

/// Draws the rows of a ResourceModel: icon of the kind, name and remarks; health as shape, colour and word; images in
/// the fixed-width font. All rows have the same height.
class ResourceDelegate final : public QStyledItemDelegate
{
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
};

} // namespace lynceus
