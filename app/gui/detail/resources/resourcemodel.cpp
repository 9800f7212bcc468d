#include "app/gui/detail/resources/resourcemodel.h"

#include "app/gui/detail/resources/resourcetext.h"
#include "app/gui/widgets/labels/tooltips.h"
#include "core/domain/text/visibletext.h"

#include <QHash>
#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace lynceus {

namespace {

/// Siblings with the same key are matched in order.
struct SiblingKey
{
    ResourceKey key;
    bool isGroup = false;
    HealthStatus groupHealth = HealthStatus::None;
    int ordinal = 0;

    friend bool operator==(const SiblingKey &, const SiblingKey &) = default;
};

size_t qHash(const SiblingKey &key, size_t seed = 0)
{
    return qHashMulti(seed, key.key, key.isGroup, int(key.groupHealth), key.ordinal);
}

class SiblingKeys final
{
public:
    SiblingKey next(const OutlineNode &node)
    {
        SiblingKey key{node.key, node.grouped > 0, node.grouped > 0 ? node.health.status : HealthStatus::None, 0};
        key.ordinal = m_seen[key]++;
        return key;
    }

private:
    QHash<SiblingKey, int> m_seen;
};

/// True if both rows show the same, ignoring children and positions.
bool readsTheSame(const OutlineNode &a, const OutlineNode &b)
{
    return a.health == b.health && a.sync == b.sync && a.requiresPruning == b.requiresPruning && a.hook == b.hook
        && a.orphaned == b.orphaned && a.reason == b.reason && a.images == b.images && a.revision == b.revision
        && a.readyPods == b.readyPods && a.pods == b.pods && a.readyContainers == b.readyContainers
        && a.containers == b.containers && a.restarts == b.restarts && a.createdAt == b.createdAt
        && a.severity == b.severity && a.hiddenRevisions == b.hiddenRevisions && a.grouped == b.grouped
        && a.uid == b.uid;
}

} // namespace

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
        return visibleLine(spokenText(node, column, m_now));
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

ResourceModel::Slot ResourceModel::take(OutlineNode node, Slot parent)
{
    Slot slot = 0;
    if (m_free.empty()) {
        slot = Slot(m_rows.size());
        m_rows.emplace_back();
    } else {
        slot = m_free.back();
        m_free.pop_back();
    }
    auto below = std::exchange(node.children, {});
    at(slot).node = std::move(node);
    at(slot).parent = parent;
    std::vector<Slot> children;
    children.reserve(below.size());
    for (auto &child : below)
        children.push_back(take(std::move(child), slot));
    at(slot).children = std::move(children); // only now, because taking rows moves m_rows
    numberFrom(slot, 0);
    return slot;
}

void ResourceModel::release(Slot slot)
{
    for (const auto child : at(slot).children)
        release(child);
    at(slot) = {};
    m_free.push_back(slot);
}

void ResourceModel::numberFrom(Slot parent, std::size_t first)
{
    const auto &children = at(parent).children;
    for (auto row = first; row < children.size(); ++row)
        at(children[row]).row = int(row);
}

void ResourceModel::layOver(Slot parent, std::vector<OutlineNode> nodes)
{
    auto slots = matched(parent, nodes);
    removeOthers(parent, slots);
    putInOrder(parent, slots);
    insertMissing(parent, slots, nodes);
    std::vector<int> changed;
    for (std::size_t row = 0; row < nodes.size(); ++row) {
        if (slots[row] == 0)
            continue; // just inserted
        auto below = std::exchange(nodes[row].children, {});
        if (!readsTheSame(at(slots[row]).node, nodes[row]))
            changed.push_back(int(row));
        at(slots[row]).node = std::move(nodes[row]);
        layOver(slots[row], std::move(below));
    }
    sayChanged(parent, changed);
}

/// The current row for each of @p nodes, 0 for none.
std::vector<ResourceModel::Slot> ResourceModel::matched(Slot parent, const std::vector<OutlineNode> &nodes) const
{
    const auto &children = at(parent).children;
    const auto isTheSame = [this](Slot slot, const OutlineNode &node) {
        const auto &shown = at(slot).node;
        return shown.key == node.key && (shown.grouped > 0) == (node.grouped > 0)
            && (node.grouped == 0 || shown.health.status == node.health.status);
    };
    if (std::equal(children.begin(), children.end(), nodes.begin(), nodes.end(), isTheSame))
        return children; // the usual case: states change more often than resources
    QHash<SiblingKey, Slot> known;
    SiblingKeys before;
    for (const auto child : at(parent).children)
        known.insert(before.next(at(child).node), child);
    SiblingKeys after;
    std::vector<Slot> slots;
    slots.reserve(nodes.size());
    for (const auto &node : nodes)
        slots.push_back(known.value(after.next(node), 0));
    return slots;
}

void ResourceModel::removeOthers(Slot parent, const std::vector<Slot> &kept)
{
    auto &children = at(parent).children;
    if (kept == children)
        return;
    const QSet<Slot> wanted(kept.begin(), kept.end());
    // From the end, so that earlier row numbers stay valid.
    for (int last = int(children.size()) - 1; last >= 0; --last) {
        if (wanted.contains(children[std::size_t(last)]))
            continue;
        int first = last;
        while (first > 0 && !wanted.contains(children[std::size_t(first - 1)]))
            --first;
        beginRemoveRows(indexOfSlot(parent), first, last);
        const std::vector<Slot> gone(children.begin() + first, children.begin() + last + 1);
        children.erase(children.begin() + first, children.begin() + last + 1);
        for (const auto slot : gone)
            release(slot);
        numberFrom(parent, std::size_t(first));
        endRemoveRows();
        last = first;
    }
}

void ResourceModel::putInOrder(Slot parent, const std::vector<Slot> &kept)
{
    if (kept == at(parent).children)
        return;
    std::vector<Slot> order;
    std::ranges::copy_if(kept, std::back_inserter(order), [](Slot slot) { return slot != 0; });
    if (order == at(parent).children)
        return;
    const QList<QPersistentModelIndex> parents{QPersistentModelIndex(indexOfSlot(parent))};
    Q_EMIT layoutAboutToBeChanged(parents, QAbstractItemModel::VerticalSortHint);
    at(parent).children = order;
    numberFrom(parent, 0);
    QModelIndexList before;
    QModelIndexList after;
    for (const auto &index : persistentIndexList()) {
        const auto slot = slotOf(index);
        if (at(slot).parent != parent)
            continue;
        before << index;
        after << indexOfSlot(slot, index.column());
    }
    changePersistentIndexList(before, after);
    Q_EMIT layoutChanged(parents, QAbstractItemModel::VerticalSortHint);
}

/// Leaves 0 in @p slots for inserted rows, which need no dataChanged().
void ResourceModel::insertMissing(Slot parent, std::vector<Slot> &slots, std::vector<OutlineNode> &nodes)
{
    for (std::size_t first = 0; first < slots.size(); ++first) {
        if (slots[first] != 0)
            continue;
        auto end = first;
        while (end < slots.size() && slots[end] == 0)
            ++end;
        beginInsertRows(indexOfSlot(parent), int(first), int(end) - 1);
        std::vector<Slot> made;
        for (auto row = first; row < end; ++row)
            made.push_back(take(std::move(nodes[row]), parent));
        auto &children = at(parent).children;
        children.insert(children.begin() + std::ptrdiff_t(first), made.begin(), made.end());
        numberFrom(parent, first);
        endInsertRows();
        first = end - 1;
    }
}

void ResourceModel::sayChanged(Slot parent, const std::vector<int> &rows)
{
    for (std::size_t first = 0; first < rows.size();) {
        auto last = first;
        while (last + 1 < rows.size() && rows[last + 1] == rows[last] + 1)
            ++last;
        const auto &children = at(parent).children;
        Q_EMIT dataChanged(indexOfSlot(children[std::size_t(rows[first])]),
                           indexOfSlot(children[std::size_t(rows[last])], ColumnCount - 1));
        first = last + 1;
    }
}

} // namespace lynceus
