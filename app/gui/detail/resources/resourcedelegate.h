#pragma once

#include <QStyledItemDelegate>

namespace lynceus {

/// Draws the rows of a ResourceModel: kind's icon, name and what it is; health as shape, colour and word; images in the
/// fixed font. All rows are equally high.
class ResourceDelegate final : public QStyledItemDelegate
{
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
};

} // namespace lynceus
