#include "app/gui/detail/resources/resourcemodel.h"

#include "app/gui/detail/resources/resourcetext.h"
#include "app/gui/widgets/tooltips.h"
#include "core/domain/base/visibletext.h"

using namespace Qt::StringLiterals;

namespace lynceus {

ResourceModel::ResourceModel(QObject *parent)
    : QAbstractItemModel(parent)
    , m_rows(1)
{ }

void ResourceModel::showOutline(std::vector<OutlineNode> outline)
{
    layOver(0, std::move(outline));
}

const OutlineNode &ResourceModel::node(const QModelIndex &index) const
{
    Q_ASSERT(checkIndex(index, CheckIndexOption::IndexIsValid));
    return at(slotOf(index)).node;
}

QModelIndex ResourceModel::indexOf(const ResourceKey &key) const
{
    std::vector<Slot> left(at(0).children.rbegin(), at(0).children.rend());
    while (!left.empty()) {
        const auto slot = left.back();
        left.pop_back();
        if (at(slot).node.grouped == 0 && at(slot).node.key == key)
            return indexOfSlot(slot);
        left.insert(left.end(), at(slot).children.rbegin(), at(slot).children.rend());
    }
    return {};
}

int ResourceModel::size() const
{
    return int(m_rows.size() - m_free.size()) - 1;
}

QModelIndex ResourceModel::index(int row, int column, const QModelIndex &parent) const
{
    if (!hasIndex(row, column, parent))
        return {};
    return createIndex(row, column, quintptr(at(slotOf(parent)).children[std::size_t(row)]));
}

QModelIndex ResourceModel::parent(const QModelIndex &child) const
{
    return child.isValid() ? indexOfSlot(at(slotOf(child)).parent) : QModelIndex();
}

int ResourceModel::rowCount(const QModelIndex &parent) const
{
    return parent.column() > 0 ? 0 : int(at(slotOf(parent)).children.size());
}

int ResourceModel::columnCount(const QModelIndex &) const
{
    return ColumnCount;
}

QVariant ResourceModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const auto &node = at(slotOf(index)).node;
    const auto column = Column(index.column());
    switch (role) {
    case Qt::DisplayRole:
        return visibleLine(cellText(node, column, m_now));
    case Qt::ToolTipRole:
        return toolTipText(toolTip(node, column));
    case Qt::AccessibleTextRole:
        return visibleLine(column == Resource ? rowText(node, m_now) : cellText(node, column, m_now));
    case Qt::TextAlignmentRole:
        return column == Restarts || column == Age ? int(Qt::AlignTrailing | Qt::AlignVCenter)
                                                   : int(Qt::AlignLeading | Qt::AlignVCenter);
    default:
        return {};
    }
}

QVariant ResourceModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= ColumnCount)
        return {};
    if (role == Qt::DisplayRole)
        return headerText(Column(section));
    if (role == Qt::TextAlignmentRole) {
        return section == Restarts || section == Age ? int(Qt::AlignTrailing | Qt::AlignVCenter)
                                                     : int(Qt::AlignLeading | Qt::AlignVCenter);
    }
    return {};
}

QModelIndex ResourceModel::indexOfSlot(Slot slot, int column) const
{
    return slot == 0 ? QModelIndex() : createIndex(at(slot).row, column, quintptr(slot));
}

} // namespace lynceus
