#pragma once

#include <QStyledItemDelegate>

namespace lynceus {

class InstanceStatusModel;

/// Data of a navigation row besides its text.
enum SidebarRole { SidebarGlyphRole = Qt::UserRole, SidebarCountRole, SidebarAlarmRole };

class NavigationDelegate final : public QStyledItemDelegate
{
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
};

class InstanceStatusDelegate final : public QStyledItemDelegate
{
    Q_OBJECT
public:
    InstanceStatusDelegate(const InstanceStatusModel &model, QObject *parent);

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    const InstanceStatusModel &m_model;
};

} // namespace lynceus
