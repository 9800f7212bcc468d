#include "app/gui/newwatch/targetlist.h"

#include "app/gui/newwatch/targetdelegate.h"
#include "app/gui/newwatch/targetmodel.h"

#include <QScopedValueRollback>

namespace lynceus {

TargetList::TargetList(TargetModel &model, QWidget *parent)
    : QListView(parent)
    , m_model(model)
{
    setModel(&model);
    setItemDelegate(new TargetDelegate(this));
    setUniformItemSizes(true);
    setSelectionMode(QAbstractItemView::MultiSelection);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    connect(&model, &TargetModel::tickedChanged, this, &TargetList::selectTicked);
}

QItemSelectionModel::SelectionFlags TargetList::selectionCommand(const QModelIndex &, const QEvent *) const
{
    return QItemSelectionModel::NoUpdate;
}

void TargetList::selectTicked()
{
    const QScopedValueRollback following(m_following, true);
    for (int row = 0; row < m_model.rowCount(); ++row) {
        const auto index = m_model.index(row);
        const bool ticked = index.data(Qt::CheckStateRole).toInt() == Qt::Checked;
        if (selectionModel()->isSelected(index) != ticked)
            selectionModel()->select(index, ticked ? QItemSelectionModel::Select : QItemSelectionModel::Deselect);
    }
}

void TargetList::selectionChanged(const QItemSelection &selected, const QItemSelection &deselected)
{
    QListView::selectionChanged(selected, deselected);
    if (m_following)
        return;
    const auto tick = [this](const QItemSelection &changed, Qt::CheckState state) {
        const auto indexes = changed.indexes();
        for (const auto &index : indexes) {
            if (index.data(Qt::CheckStateRole).toInt() != state)
                m_model.setData(index, int(state), Qt::CheckStateRole);
        }
    };
    tick(selected, Qt::Checked);
    tick(deselected, Qt::Unchecked);
}

} // namespace lynceus
