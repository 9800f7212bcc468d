#pragma once

#include <QStyledItemDelegate>

namespace lynceus {

/// Draws a cell in two lines: version and age; state, and whether it is behind or drifted.
class VersionDelegate final : public QStyledItemDelegate
{
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
};

} // namespace lynceus
