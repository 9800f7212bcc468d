#pragma once

#include "core/domain/outline/resourceoutline.h"

#include <QAbstractItemModel>

namespace lynceus {

/// The outline of an application's resources as a Qt model. A new outline is merged into the current one: rows are
/// removed, moved and inserted, and dataChanged() is emitted only for visible differences. The model is never reset, so
/// that selection, expansion and scroll position are kept.
///
/// A row is identified by its parent and its key: a pod that was re-created with the same name keeps its row.
class ResourceModel final : public QAbstractItemModel
{
    Q_OBJECT
public:
    enum Column { Resource, HealthColumn, Sync, Images, Ready, Restarts, Age, ColumnCount };

    explicit ResourceModel(QObject *parent = nullptr);

    void showOutline(std::vector<OutlineNode> outline);
    /// Time for ages. Emits no signal: views repaint their visible rows.
    void setNow(Instant now) { m_now = now; }
    [[nodiscard]] Instant now() const { return m_now; }

    /// Without its children, which are separate rows. @p index must be valid.
    [[nodiscard]] const OutlineNode &node(const QModelIndex &index) const;
    /// The first row with that key in the order of the outline; groups have no key. Invalid if there is none.
    [[nodiscard]] QModelIndex indexOf(const ResourceKey &key) const;
    /// Number of rows at all depths.
    [[nodiscard]] int size() const;

    [[nodiscard]] QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    [[nodiscard]] QModelIndex parent(const QModelIndex &child) const override;
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    /// DisplayRole: the text of a cell. AccessibleTextRole of the first column: the whole row as a sentence.
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    using Slot = int; ///< index in m_rows; 0 is the root, which has no QModelIndex

    struct Row
    {
        OutlineNode node;
        Slot parent = 0;
        int row = 0;
        std::vector<Slot> children;
    };

    [[nodiscard]] Slot slotOf(const QModelIndex &index) const { return index.isValid() ? Slot(index.internalId()) : 0; }
    [[nodiscard]] QModelIndex indexOfSlot(Slot slot, int column = 0) const;
    [[nodiscard]] Row &at(Slot slot) { return m_rows[std::size_t(slot)]; }
    [[nodiscard]] const Row &at(Slot slot) const { return m_rows[std::size_t(slot)]; }

    [[nodiscard]] Slot take(OutlineNode node, Slot parent);
    void release(Slot slot);
    void numberFrom(Slot parent, std::size_t first);

    void layOver(Slot parent, std::vector<OutlineNode> nodes);
    [[nodiscard]] std::vector<Slot> matched(Slot parent, const std::vector<OutlineNode> &nodes) const;
    void removeOthers(Slot parent, const std::vector<Slot> &kept);
    void putInOrder(Slot parent, const std::vector<Slot> &kept);
    void insertMissing(Slot parent, std::vector<Slot> &slots, std::vector<OutlineNode> &nodes);
    void sayChanged(Slot parent, const std::vector<int> &rows);

    std::vector<Row> m_rows;
    std::vector<Slot> m_free;
    Instant m_now{};
};

} // namespace lynceus
