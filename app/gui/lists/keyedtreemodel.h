#pragma once

#include <QAbstractItemModel>
#include <QHash>
#include <QSet>

#include <algorithm>
#include <unordered_map>
#include <vector>

namespace lynceus {

/// A tree model whose nodes have stable keys. The model is never reset: show() applies a new tree as removals,
/// insertions and moves, so that views keep their selection, scroll position and expanded nodes. A node's data is its
/// Payload, which the derived model reads and compares.
template<typename Payload>
class KeyedTreeModel : public QAbstractItemModel
{
public:
    explicit KeyedTreeModel(QObject *parent = nullptr)
        : QAbstractItemModel(parent)
    {
        m_nodes.try_emplace(0); // the root
    }

    [[nodiscard]] QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    [[nodiscard]] QModelIndex parent(const QModelIndex &child) const override;
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;

protected:
    using Id = quintptr; ///< of a node; does not change when the node moves; 0 is the root
    struct Wanted
    {
        QString key; ///< unique in the whole tree
        Payload payload;
        std::vector<Wanted> children = {};
    };

    /// Replaces the tree. Views may read the model during the call: a node that stays has its old payload until renew()
    /// was called for it.
    void show(const std::vector<Wanted> &wanted);

    /// Completes the payload of a new node before views learn of it (within beginInsertRows() and endInsertRows()).
    virtual void complete(Payload &inserted) const = 0;
    /// Updates @p shown, the payload of a node that stays or was just inserted, to @p wanted. Implementations emit
    /// dataChanged() for visible differences.
    virtual void renew(Payload &shown, const Payload &wanted) const = 0;

    [[nodiscard]] const Payload &payload(const QModelIndex &index) const { return payload(Id(index.internalId())); }
    [[nodiscard]] const Payload &payload(Id id) const { return m_nodes.at(id).payload; }
    [[nodiscard]] Payload &payload(Id id) { return m_nodes.at(id).payload; }
    [[nodiscard]] const QString &keyOf(const QModelIndex &index) const { return m_nodes.at(index.internalId()).key; }
    [[nodiscard]] const std::vector<Id> &childrenOf(Id id) const { return m_nodes.at(id).children; }
    /// Invalid for the root.
    [[nodiscard]] QModelIndex indexOfNode(Id id) const;
    [[nodiscard]] QModelIndex indexOfKey(const QString &key) const { return indexOfNode(m_ids.value(key)); }

private:
    struct Node
    {
        QString key;
        Payload payload = {};
        Id parent = 0;
        std::vector<Id> children = {};
    };

    [[nodiscard]] int rowOf(Id id) const;
    static void takeKeys(const std::vector<Wanted> &wanted, QSet<QString> &keys);
    void removeUnwanted(Id parent, const QSet<QString> &keys);
    [[nodiscard]] bool isKept(Id id, const QSet<QString> &keys) const;
    void arrange(Id parent, const std::vector<Wanted> &wanted);
    void place(Id parent, int row, const Wanted &wanted);
    void insert(Id parent, int row, const Wanted &wanted);
    void removeLeftovers(Id parent, const std::vector<Wanted> &wanted);
    void forget(Id id);

    std::unordered_map<Id, Node> m_nodes;
    QHash<QString, Id> m_ids; ///< by Node::key
    Id m_lastId = 0;
};

template<typename Payload>
QModelIndex KeyedTreeModel<Payload>::index(int row, int column, const QModelIndex &parent) const
{
    if (!hasIndex(row, column, parent))
        return {};
    return createIndex(row, column, m_nodes.at(parent.internalId()).children[std::size_t(row)]);
}

template<typename Payload>
QModelIndex KeyedTreeModel<Payload>::parent(const QModelIndex &child) const
{
    return child.isValid() ? indexOfNode(m_nodes.at(child.internalId()).parent) : QModelIndex();
}

template<typename Payload>
int KeyedTreeModel<Payload>::rowCount(const QModelIndex &parent) const
{
    if (parent.column() > 0)
        return 0;
    return int(m_nodes.at(parent.isValid() ? parent.internalId() : 0).children.size());
}

template<typename Payload>
int KeyedTreeModel<Payload>::rowOf(Id id) const
{
    const auto &siblings = m_nodes.at(m_nodes.at(id).parent).children;
    return int(std::ranges::find(siblings, id) - siblings.begin());
}

template<typename Payload>
QModelIndex KeyedTreeModel<Payload>::indexOfNode(Id id) const
{
    return id == 0 ? QModelIndex() : createIndex(rowOf(id), 0, id);
}

template<typename Payload>
void KeyedTreeModel<Payload>::show(const std::vector<Wanted> &wanted)
{
    QSet<QString> keys;
    takeKeys(wanted, keys);
    removeUnwanted(0, keys);
    arrange(0, wanted);
    removeLeftovers(0, wanted);
}

template<typename Payload>
void KeyedTreeModel<Payload>::takeKeys(const std::vector<Wanted> &wanted, QSet<QString> &keys)
{
    for (const auto &each : wanted) {
        keys.insert(each.key);
        takeKeys(each.children, keys);
    }
}

/// Runs before arrange(), which would otherwise move each following row up one by one. A node with a wanted descendant
/// stays until that descendant has been moved.
template<typename Payload>
void KeyedTreeModel<Payload>::removeUnwanted(Id parent, const QSet<QString> &keys)
{
    const auto children = m_nodes.at(parent).children;
    for (int last = int(children.size()) - 1; last >= 0; --last) {
        if (isKept(children[std::size_t(last)], keys)) {
            removeUnwanted(children[std::size_t(last)], keys);
            continue;
        }
        int first = last;
        while (first > 0 && !isKept(children[std::size_t(first) - 1], keys))
            --first;
        beginRemoveRows(indexOfNode(parent), first, last);
        auto &left = m_nodes.at(parent).children;
        left.erase(left.begin() + first, left.begin() + last + 1);
        for (int gone = first; gone <= last; ++gone)
            forget(children[std::size_t(gone)]);
        endRemoveRows();
        last = first;
    }
}

template<typename Payload>
bool KeyedTreeModel<Payload>::isKept(Id id, const QSet<QString> &keys) const
{
    const auto &node = m_nodes.at(id);
    return keys.contains(node.key) || std::ranges::any_of(node.children, [&](Id child) { return isKept(child, keys); });
}

/// Places the rows from first to last: a placed row does not move again, and unwanted rows collect at the end.
template<typename Payload>
void KeyedTreeModel<Payload>::arrange(Id parent, const std::vector<Wanted> &wanted)
{
    for (std::size_t row = 0; row < wanted.size(); ++row) {
        place(parent, int(row), wanted[row]);
        const auto id = m_ids.value(wanted[row].key);
        renew(m_nodes.at(id).payload, wanted[row].payload);
        arrange(id, wanted[row].children);
    }
}

template<typename Payload>
void KeyedTreeModel<Payload>::place(Id parent, int row, const Wanted &wanted)
{
    const auto known = m_ids.constFind(wanted.key);
    if (known == m_ids.constEnd())
        return insert(parent, row, wanted);
    const auto id = *known;
    const auto from = m_nodes.at(id).parent;
    const int fromRow = rowOf(id);
    if (from == parent && fromRow == row)
        return;
    beginMoveRows(indexOfNode(from), fromRow, fromRow, indexOfNode(parent), row);
    auto &left = m_nodes.at(from).children;
    left.erase(left.begin() + fromRow);
    auto &siblings = m_nodes.at(parent).children;
    siblings.insert(siblings.begin() + row, id);
    m_nodes.at(id).parent = parent;
    endMoveRows();
}

template<typename Payload>
void KeyedTreeModel<Payload>::insert(Id parent, int row, const Wanted &wanted)
{
    const auto id = ++m_lastId;
    beginInsertRows(indexOfNode(parent), row, row);
    auto &siblings = m_nodes.at(parent).children;
    siblings.insert(siblings.begin() + row, id);
    m_ids.insert(wanted.key, id);
    auto &inserted = m_nodes.insert_or_assign(id, Node{wanted.key, wanted.payload, parent}).first->second;
    complete(inserted.payload);
    endInsertRows();
}

template<typename Payload>
void KeyedTreeModel<Payload>::removeLeftovers(Id parent, const std::vector<Wanted> &wanted)
{
    for (const auto &entry : wanted)
        removeLeftovers(m_ids.value(entry.key), entry.children);
    auto &children = m_nodes.at(parent).children;
    const auto kept = wanted.size();
    if (children.size() == kept)
        return;
    beginRemoveRows(indexOfNode(parent), int(kept), int(children.size()) - 1);
    const std::vector<Id> gone(children.begin() + int(kept), children.end());
    children.resize(kept);
    for (const auto id : gone)
        forget(id);
    endRemoveRows();
}

template<typename Payload>
void KeyedTreeModel<Payload>::forget(Id id)
{
    const auto children = m_nodes.at(id).children;
    for (const auto child : children)
        forget(child);
    m_ids.remove(m_nodes.at(id).key);
    m_nodes.erase(id);
}

} // namespace lynceus
