#pragma once

#include "app/gui/applications/applicationrow.h"
#include "app/gui/lists/orderedtablemodel.h"
#include "core/domain/search/filtercompletion.h"
#include "core/domain/search/filtermatcher.h"
#include "core/domain/search/positionindex.h"
#include "core/domain/search/rankedkeys.h"
#include "core/engine/instances/instancestate.h"
#include "core/io/clock.h"

#include <QSet>

#include <deque>

namespace lynceus {

class ApplicationOrder;

/// All applications of all instances, with filter and order. Rows stay in fixed slots; order and filter are vectors of
/// slots that are updated only if a change can affect them. All rows are kept sorted, so that a filter only selects.
/// Changed values are reported as one dataChanged() per span, limited to the columns that the change affects.
class ApplicationsModel final : public OrderedTableModel
{
    Q_OBJECT
public:
    explicit ApplicationsModel(const Clock &clock, QObject *parent = nullptr);
    ~ApplicationsModel() override;

    void apply(const ChangeSet &changes);
    void setInstance(const InstanceState &state);
    /// Also removes its applications.
    void removeInstance(const QString &id);
    void setFilter(const FilterWords &filter);
    void setPinned(const QSet<ApplicationKey> &pinned);
    void sort(int column, Qt::SortOrder order) override;

    /// The text of a cell now, as drawn, read aloud and copied.
    [[nodiscard]] QString text(int shown, ApplicationColumn column) const;
    [[nodiscard]] const ApplicationRow &row(int shown) const { return m_rows[std::size_t(numberAt(shown))]; }
    /// -1 if it is hidden or unknown.
    [[nodiscard]] int rowOf(const ApplicationKey &key) const;
    [[nodiscard]] bool contains(const ApplicationKey &key) const { return slotOf(key) >= 0; }
    /// Also finds hidden applications; null if unknown. Valid until the next change.
    [[nodiscard]] const Application *find(const ApplicationKey &key) const;
    [[nodiscard]] const InstanceState &instanceOf(const ApplicationRow &row) const;
    [[nodiscard]] ApplicationKey keyOf(const ApplicationRow &row) const;
    /// @p bigrams of the row's texts; null: not known.
    [[nodiscard]] bool fits(const FilterMatcher &matcher, const ApplicationRow &row,
                            const BigramSet *bigrams = nullptr) const;
    [[nodiscard]] const std::vector<InstanceState> &instances() const { return m_instances; }
    [[nodiscard]] const FilterWords &filter() const { return m_filter; }
    [[nodiscard]] const QSet<ApplicationKey> &pinned() const { return m_pinned; }
    /// Includes hidden applications.
    [[nodiscard]] int total() const { return m_slots.size(); }
    /// Includes hidden applications, in the order they were added.
    template<typename Visit>
    void forEach(Visit visit) const
    {
        for (const auto &row : m_rows) {
            if (row.held)
                visit(row);
        }
    }
    template<typename Visit>
    void forEachEntry(Visit visit) const
    {
        forEach([&](const ApplicationRow &row) { visit(ApplicationEntry{keyOf(row), row.held}); });
    }
    /// For each token of the filter, the number of applications that it hides, alone or with others.
    [[nodiscard]] std::vector<int> hiddenByToken() const;
    [[nodiscard]] FilterVocabulary vocabulary() const;

    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    struct Touched
    {
        int slot;
        FieldMask mask;
    };

    /// -1 if unknown.
    [[nodiscard]] int slotOf(const ApplicationKey &key) const;
    [[nodiscard]] int insertRow(const ApplicationEntry &entry, int instance);
    void changeRow(int slot, const ApplicationEntry &entry);
    void dropRow(int slot);
    [[nodiscard]] int instanceNumber(const QString &id);
    [[nodiscard]] int projectNumber(const QString &name);

    /// Sort value of a row in the current column: an id with a rank, or a value that is compared directly.
    [[nodiscard]] std::uint64_t valueOf(const ApplicationRow &row) const;
    [[nodiscard]] ApplicationOrder order();
    void renewRanks();
    /// False also for a free slot.
    [[nodiscard]] bool fits(const FilterMatcher &matcher, int slot) const;
    [[nodiscard]] bool fitsNow(int slot) const { return fits(m_matcher, slot); }
    /// Call after a change of the order or of an instance's name.
    void sortAll();
    /// Moves the rows in @p slots to their sorted positions.
    void arrange(const std::vector<int> &slots, const std::vector<int> &removed);
    void showFitting();

    void reportTouched(std::vector<Touched> touched);

    const Clock &m_clock;
    std::deque<ApplicationRow> m_rows; ///< by slot; slots of removed rows are reused
    std::vector<int> m_freeSlots;
    PositionIndex m_slots;                  ///< of m_rows, by key
    std::vector<std::uint64_t> m_values;    ///< by slot: valueOf()
    std::vector<char> m_fitting;            ///< by slot: 1 if the row matches the filter
    std::vector<BigramSet> m_bigrams;       ///< by slot: of name, project and images
    std::vector<int> m_order;               ///< all slots in the order of the table, including hidden ones
    std::vector<InstanceState> m_instances; ///< entries of removed instances are kept, because rows refer to indexes
    std::vector<QString> m_instanceNames;   ///< by instance, lower-case
    std::vector<QString> m_projects;
    std::vector<QString> m_projectNames; ///< by project, lower-case
    QHash<QString, int> m_projectOf;
    RankedKeys m_names;
    RankedKeys m_images;
    std::vector<std::optional<Instant>>
        m_receivedAt;         ///< by instance, when the order was chosen, so that rows do not jump
    std::vector<int> m_ranks; ///< of instances, projects or ages, depending on the sorted column
    bool m_ranksKnown = false;
    FilterWords m_filter;
    FilterMatcher m_matcher; ///< of m_filter
    QSet<ApplicationKey> m_pinned;
    ApplicationColumn m_sortColumn = ApplicationColumn::Name;
    Qt::SortOrder m_sortOrder = Qt::AscendingOrder;
};

} // namespace lynceus
