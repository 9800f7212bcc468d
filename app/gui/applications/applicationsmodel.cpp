#include "app/gui/applications/applicationsmodel.h"

#include "app/gui/applications/applicationtext.h"
#include "core/domain/base/nearest.h"

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
        for (const int slot : std::as_const(m_slotOf)) {
            if (auto &row = m_rows[std::size_t(slot)]; row.instance == int(number))
                row.subject.instance = lowered;
        }
        m_ranksKnown = false;
        arrangeAll();
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
        m_heads.emplace_back();
        m_placesKnown = false; // it has no place for this slot, shown or not
    } else {
        slot = m_freeSlots.back();
        m_freeSlots.pop_back();
    }
    auto &row = m_rows[std::size_t(slot)];
    row.instance = instance;
    row.subject.instance = m_instances[std::size_t(instance)].instance.name.toLower();
    row.subject.pinned = m_pinned.contains(entry.key);
    m_slotOf.insert(entry.key, slot);
    changeRow(slot, entry);
    return slot;
}

void ApplicationsModel::changeRow(int slot, const ApplicationEntry &entry)
{
    auto &row = m_rows[std::size_t(slot)];
    describe(row, entry);
    row.project = projectNumber(entry.application->project);
}

void ApplicationsModel::apply(const ChangeSet &changes)
{
    if (changes.isEmpty())
        return;
    const int instance = instanceNumber(changes.instance);
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
        const bool wasShown = isShown(slot);
        changeRow(slot, entry);
        touched.push_back({slot, mask});
        if (wasShown != isShown(slot)
            || (wasShown && m_ranksKnown && headOf(m_rows[std::size_t(slot)]) != m_heads[std::size_t(slot)]))
            placed.push_back(slot);
    };
    for (const auto &entry : changes.inserted)
        change(entry, ~FieldMask{0});
    for (const auto &[entry, mask] : changes.changed)
        change(entry, mask);
    arrange(std::move(placed), removed);
    for (const int slot : removed) {
        m_rows[std::size_t(slot)] = {};
        m_freeSlots.push_back(slot);
    }
    tellChanged(std::move(touched));
}

void ApplicationsModel::setFilter(const FilterWords &filter)
{
    if (m_filter == filter)
        return;
    m_filter = filter;
    arrangeAll();
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
        slots.push_back(*each);
    }
    std::vector<Touched> touched;
    for (const int slot : slots)
        touched.push_back({slot, FieldMask(ApplicationField::Health)}); // the name's column shows the pin
    arrange(std::move(slots), {});
    tellChanged(std::move(touched));
}

void ApplicationsModel::sort(int column, Qt::SortOrder order)
{
    if (column < 0 || column >= kApplicationColumns)
        return;
    m_sortColumn = ApplicationColumn(column);
    m_sortOrder = order;
    m_ranksKnown = false;
    arrangeAll();
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

std::vector<int> ApplicationsModel::hiddenByToken() const
{
    std::vector<int> hidden(m_filter.tokens.size(), 0);
    for (const int slot : m_slotOf) {
        for (std::size_t token = 0; token < hidden.size(); ++token)
            hidden[token] += fits(m_filter.tokens[token], m_rows[std::size_t(slot)].subject) ? 0 : 1;
    }
    return hidden;
}

FilterVocabulary ApplicationsModel::vocabulary() const
{
    QSet<QString> spaces;
    QSet<QString> images;
    for (const int slot : m_slotOf) {
        const auto &application = m_rows[std::size_t(slot)].application();
        spaces.insert(application.nameSpace);
        for (const auto &image : application.summaryImages) {
            const auto name = image.mid(image.lastIndexOf(u'/') + 1);
            images.insert(name.left(name.indexOf(name.contains(u'@') ? u'@' : u':')));
        }
    }
    FilterVocabulary vocabulary;
    for (const auto &state : m_instances)
        vocabulary.instances.push_back(state.instance.name);
    vocabulary.projects = QStringList(m_projects.begin(), m_projects.end());
    vocabulary.nameSpaces = spaces.values();
    vocabulary.images = images.values();
    for (auto *words : {&vocabulary.instances, &vocabulary.projects, &vocabulary.nameSpaces, &vocabulary.images}) {
        words->removeAll(QString());
        std::ranges::sort(*words,
                          [](const QString &left, const QString &right) { return compareNaturally(left, right) < 0; });
    }
    return vocabulary;
}

int ApplicationsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_shown.size());
}

int ApplicationsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : kApplicationColumns;
}

QString ApplicationsModel::text(int shown, ApplicationColumn column) const
{
    const auto &shownRow = row(shown);
    return textOf(shownRow, instanceOf(shownRow), column, m_clock.now());
}

QVariant ApplicationsModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid()) // views ask for the current row where there is none
        return {};
    Q_ASSERT(checkIndex(index, CheckIndexOption::ParentIsInvalid));
    const auto column = ApplicationColumn(index.column());
    if (role == Qt::DisplayRole)
        return text(index.row(), column);
    if (role == Qt::AccessibleTextRole && column == ApplicationColumn::Name && row(index.row()).isPinned())
        return tr("%1, pinned").arg(row(index.row()).application().name);
    if (role == Qt::AccessibleTextRole)
        return text(index.row(), column);
    if (role == Qt::TextAlignmentRole && column == ApplicationColumn::DataAge)
        return QVariant::fromValue(Qt::AlignTrailing | Qt::AlignVCenter);
    if (role == Qt::ToolTipRole && column == ApplicationColumn::Health)
        return row(index.row()).application().health.message;
    if (role == Qt::ToolTipRole && column == ApplicationColumn::Images)
        return row(index.row()).application().summaryImages.join(u'\n');
    return {};
}

QVariant ApplicationsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= kApplicationColumns)
        return {};
    if (role == Qt::DisplayRole)
        return titleOf(ApplicationColumn(section));
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue((section == int(ApplicationColumn::DataAge) ? Qt::AlignTrailing : Qt::AlignLeading)
                                   | Qt::AlignVCenter);
    return {};
}

} // namespace lynceus
