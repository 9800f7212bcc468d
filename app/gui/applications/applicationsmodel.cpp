#include "app/gui/applications/applicationsmodel.h"

#include "core/domain/search/naturalkey.h"

#include <algorithm>

namespace lynceus {

using namespace Qt::StringLiterals;

ApplicationsModel::ApplicationsModel(const Clock &clock, QObject *parent)
    : QAbstractTableModel(parent)
    , m_clock(clock)
{ }

ApplicationsModel::~ApplicationsModel() = default;

int ApplicationsModel::instanceNumber(const QString &id)
{
    const auto known = std::ranges::find(m_instances, id, [](const InstanceState &each) { return each.instance.id; });
    if (known != m_instances.end())
        return int(known - m_instances.begin());
    InstanceState unnamed;
    unnamed.instance.id = id;
    unnamed.instance.name = id;
    m_instances.push_back(std::move(unnamed));
    m_heardAt.emplace_back();
    m_ranksKnown = false;
    return int(m_instances.size()) - 1;
}

int ApplicationsModel::projectNumber(const QString &name)
{
    const auto known = m_projectOf.constFind(name);
    if (known != m_projectOf.cend())
        return *known;
    m_projects.push_back(name);
    m_ranksKnown = false;
    m_projectOf.insert(name, int(m_projects.size()) - 1);
    return int(m_projects.size()) - 1;
}

void ApplicationsModel::setInstance(const InstanceState &state)
{
    const auto number = std::size_t(instanceNumber(state.instance.id));
    const auto before = std::exchange(m_instances[number], state);
    const bool renamed = before.instance.name != state.instance.name;
    if (renamed) {
        const auto lowered = state.instance.name.toLower();
        for (const int slot : m_order) {
            auto &row = m_rows[std::size_t(slot)];
            if (row.instance != int(number))
                continue;
            row.subject.instance = lowered;
            m_fitting[std::size_t(slot)] = fitsNow(slot);
        }
        sortAll();
    }
    if (m_sortColumn == ApplicationColumn::DataAge && !m_heardAt[number] && state.heardAt) {
        m_heardAt[number] = state.heardAt;
        sortAll();
    }
    // Its age is drawn anew each second anyway.
    if ((renamed || before.instance.colour != state.instance.colour) && !m_shown.empty())
        Q_EMIT dataChanged(index(0, int(ApplicationColumn::Instance)),
                           index(rowCount() - 1, int(ApplicationColumn::Instance)), {Qt::DisplayRole});
}

void ApplicationsModel::removeInstance(const QString &id)
{
    ChangeSet changes{.instance = id};
    for (auto each = m_slotOf.cbegin(); each != m_slotOf.cend(); ++each) {
        if (each.key().instance == id)
            changes.removed.push_back(each.key());
    }
    apply(changes);
    // The hole keeps the positions of the others.
    const auto gone = std::ranges::find(m_instances, id, [](const InstanceState &each) { return each.instance.id; });
    if (gone != m_instances.end())
        *gone = {};
    m_ranksKnown = false;
}

int ApplicationsModel::insertRow(const ApplicationEntry &entry, int instance)
{
    int slot = int(m_rows.size());
    if (m_freeSlots.empty()) {
        m_rows.emplace_back();
        m_values.emplace_back();
        m_fitting.emplace_back();
        m_placesKnown = false; // it has no place for this slot, shown or not
    } else {
        slot = m_freeSlots.back();
        m_freeSlots.pop_back();
    }
    auto &row = m_rows[std::size_t(slot)];
    row.instance = instance;
    row.subject.instance = m_instances[std::size_t(instance)].instance.name.toLower();
    row.subject.pinned = m_pinned.contains(entry.key);
    row.name = m_names.hold(naturalKey(entry.key.name));
    row.images = m_images.hold(imagesKey(*entry.application));
    m_slotOf.insert(entry.key, slot);
    changeRow(slot, entry);
    return slot;
}

void ApplicationsModel::changeRow(int slot, const ApplicationEntry &entry)
{
    auto &row = m_rows[std::size_t(slot)];
    if (row.entry.application && row.entry.application->summaryImages != entry.application->summaryImages) {
        m_images.release(row.images);
        row.images = m_images.hold(imagesKey(*entry.application));
    }
    describe(row, entry);
    row.project = projectNumber(entry.application->project);
    m_fitting[std::size_t(slot)] = fitsNow(slot);
}

void ApplicationsModel::dropRow(int slot)
{
    auto &row = m_rows[std::size_t(slot)];
    m_names.release(row.name);
    m_images.release(row.images);
    row = {};
    m_freeSlots.push_back(slot);
}

void ApplicationsModel::apply(const ChangeSet &changes)
{
    if (changes.isEmpty())
        return;
    const int instance = instanceNumber(changes.instance);
    // Half as much again as there is, or many small steps would copy all rows each time; not more: rows are large.
    if (const auto needed = m_rows.size() + changes.inserted.size(); needed > m_rows.capacity())
        m_rows.reserve(std::max(needed, m_rows.size() + m_rows.size() / 2));
    std::vector<int> removed;
    for (const auto &key : changes.removed) {
        if (const auto slot = m_slotOf.constFind(key); slot != m_slotOf.cend()) {
            removed.push_back(*slot);
            m_slotOf.erase(slot);
        }
    }
    std::vector<int> placed; // leave their place, or had none
    std::vector<Touched> touched;
    const auto change = [&](const ApplicationEntry &entry, FieldMask mask) {
        const auto known = m_slotOf.constFind(entry.key);
        if (known == m_slotOf.cend()) {
            placed.push_back(insertRow(entry, instance));
            return;
        }
        const int slot = *known;
        const bool fitted = m_fitting[std::size_t(slot)];
        changeRow(slot, entry);
        touched.push_back({slot, mask});
        if (fitted != bool(m_fitting[std::size_t(slot)])
            || valueOf(m_rows[std::size_t(slot)]) != m_values[std::size_t(slot)])
            placed.push_back(slot);
    };
    for (const auto &entry : changes.inserted)
        change(entry, ~FieldMask{0});
    for (const auto &[entry, mask] : changes.changed)
        change(entry, mask);
    arrange(placed, removed);
    for (const int slot : removed)
        dropRow(slot);
    tellChanged(std::move(touched));
}

void ApplicationsModel::setFilter(const FilterWords &filter)
{
    if (m_filter == filter)
        return;
    const auto before = std::exchange(m_filter, filter);
    m_matcher = FilterMatcher(filter);
    // Typing on can only hide more, and taking back only show more: the others need no look.
    const bool onlyHides = narrows(m_filter, before);
    const bool onlyShows = narrows(before, m_filter);
    for (const int slot : m_order) {
        auto &fitting = m_fitting[std::size_t(slot)];
        if (fitting ? !onlyShows : !onlyHides)
            fitting = fitsNow(slot);
    }
    showFitting();
}

void ApplicationsModel::setPinned(const QSet<ApplicationKey> &pinned)
{
    const auto before = std::exchange(m_pinned, pinned);
    std::vector<int> slots;
    for (auto each = m_slotOf.cbegin(); each != m_slotOf.cend(); ++each) {
        auto &row = m_rows[std::size_t(*each)];
        if (row.subject.pinned == pinned.contains(each.key()))
            continue;
        row.subject.pinned = !row.subject.pinned;
        m_fitting[std::size_t(*each)] = fitsNow(*each);
        slots.push_back(*each);
    }
    std::vector<Touched> touched;
    for (const int slot : slots)
        touched.push_back({slot, FieldMask(ApplicationField::Health)}); // the name's column shows the pin
    arrange(slots, {});
    tellChanged(std::move(touched));
}

void ApplicationsModel::sort(int column, Qt::SortOrder order)
{
    if (column < 0 || column >= kApplicationColumns)
        return;
    m_sortColumn = ApplicationColumn(column);
    m_sortOrder = order;
    std::ranges::transform(m_instances, m_heardAt.begin(), &InstanceState::heardAt);
    sortAll();
}

int ApplicationsModel::rowOf(const ApplicationKey &key) const
{
    const auto slot = m_slotOf.constFind(key);
    return slot == m_slotOf.cend() ? -1 : places()[std::size_t(*slot)];
}

const InstanceState &ApplicationsModel::instanceOf(const ApplicationRow &row) const
{
    return m_instances[std::size_t(row.instance)];
}

} // namespace lynceus
