#include "app/gui/applications/applicationsmodel.h"

#include "app/gui/applications/applicationorder.h"
#include "app/gui/applications/applicationtext.h"
#include "app/gui/widgets/labels/tooltips.h"
#include "core/domain/model/lastsync.h"
#include "core/domain/search/filtersubject.h"
#include "core/domain/search/naturalkey.h"
#include "core/domain/text/nearest.h"
#include "core/domain/text/visibletext.h"

#include <algorithm>
#include <numeric>

using namespace Qt::StringLiterals;

namespace lynceus {

namespace {

/// The rank of each of @p count ids; equal ones share a rank.
template<typename Before>
std::vector<int> ranksOf(std::size_t count, Before before)
{
    std::vector<int> order(count);
    std::iota(order.begin(), order.end(), 0);
    std::ranges::sort(order, before);
    std::vector<int> ranks(count);
    for (std::size_t i = 1; i < count; ++i)
        ranks[std::size_t(order[i])] = ranks[std::size_t(order[i - 1])] + (before(order[i - 1], order[i]) ? 1 : 0);
    return ranks;
}

} // namespace

ApplicationsModel::ApplicationsModel(const Clock &clock, QObject *parent)
    : OrderedTableModel(parent)
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
    m_instanceNames.push_back(id.toLower());
    m_receivedAt.emplace_back();
    m_ranksKnown = false;
    return int(m_instances.size()) - 1;
}

int ApplicationsModel::projectNumber(const QString &name)
{
    const auto known = m_projectOf.constFind(name);
    if (known != m_projectOf.cend())
        return *known;
    m_projects.push_back(name);
    m_projectNames.push_back(name.toLower());
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
        m_instanceNames[number] = state.instance.name.toLower();
        for (const int slot : m_order) {
            if (m_rows[std::size_t(slot)].instance == int(number))
                m_fitting[std::size_t(slot)] = fitsNow(slot);
        }
        sortAll();
    }
    if (m_sortColumn == ApplicationColumn::DataAge && !m_receivedAt[number] && state.receivedAt) {
        m_receivedAt[number] = state.receivedAt;
        sortAll();
    }
    // Ages are repainted each second anyway.
    if ((renamed || before.instance.colour != state.instance.colour) && rowCount() > 0)
        Q_EMIT dataChanged(index(0, int(ApplicationColumn::Instance)),
                           index(rowCount() - 1, int(ApplicationColumn::Instance)), {Qt::DisplayRole});
}

void ApplicationsModel::removeInstance(const QString &id)
{
    ChangeSet changes{.instance = id};
    forEach([&](const ApplicationRow &row) {
        if (instanceOf(row).instance.id == id)
            changes.removed.push_back(keyOf(row));
    });
    apply(changes);
    // The empty entry keeps the indexes of the others.
    const auto gone = std::ranges::find(m_instances, id, [](const InstanceState &each) { return each.instance.id; });
    if (gone != m_instances.end()) {
        m_instanceNames[std::size_t(gone - m_instances.begin())].clear();
        *gone = {};
    }
    m_ranksKnown = false;
}

int ApplicationsModel::slotOf(const ApplicationKey &key) const
{
    return m_slots.find(key, [&](int slot) {
        const auto &row = m_rows[std::size_t(slot)];
        const auto &application = row.application();
        return application.name == key.name && application.nameSpace == key.nameSpace
            && instanceOf(row).instance.id == key.instance;
    });
}

int ApplicationsModel::insertRow(const ApplicationEntry &entry, int instance)
{
    int slot = int(m_rows.size());
    if (m_freeSlots.empty()) {
        m_rows.emplace_back();
        m_values.emplace_back();
        m_fitting.emplace_back();
        m_bigrams.emplace_back();
    } else {
        slot = m_freeSlots.back();
        m_freeSlots.pop_back();
    }
    auto &row = m_rows[std::size_t(slot)];
    row.instance = instance;
    row.isPinned = m_pinned.contains(entry.key);
    row.name = m_names.hold(naturalKey(entry.key.name));
    row.images = m_images.hold(imagesKey(*entry.application));
    changeRow(slot, entry);
    m_slots.insert(entry.key, slot);
    return slot;
}

void ApplicationsModel::changeRow(int slot, const ApplicationEntry &entry)
{
    auto &row = m_rows[std::size_t(slot)];
    if (row.held && row.held->summaryImages != entry.application->summaryImages) {
        m_images.release(row.images);
        row.images = m_images.hold(imagesKey(*entry.application));
    }
    describe(row, entry.application);
    row.project = projectNumber(entry.application->project);
    m_bigrams[std::size_t(slot)] = BigramSet(row.searched.all());
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
    std::vector<int> removed;
    for (const auto &key : changes.removed) {
        if (const int slot = slotOf(key); slot >= 0) {
            removed.push_back(slot);
            m_slots.erase(key, slot);
        }
    }
    std::vector<int> placed; // rows that are removed from their position, or had none
    std::vector<Touched> touched;
    const auto change = [&](const ApplicationEntry &entry, FieldMask mask) {
        const int slot = slotOf(entry.key);
        if (slot < 0) {
            placed.push_back(insertRow(entry, instance));
            return;
        }
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
    reportTouched(std::move(touched));
}

void ApplicationsModel::setFilter(const FilterWords &filter)
{
    if (m_filter == filter)
        return;
    const auto before = std::exchange(m_filter, filter);
    m_matcher = FilterMatcher(filter);
    // A longer filter can only hide more rows, and a shorter one only show more: the other rows need no check.
    const bool onlyHides = narrows(m_filter, before);
    const bool onlyShows = narrows(before, m_filter);
    // Iterates in memory order, which takes half the time of the sorted order.
    for (std::size_t slot = 0; slot < m_rows.size(); ++slot) {
        auto &fitting = m_fitting[slot];
        if (fitting ? !onlyShows : !onlyHides)
            fitting = fitsNow(int(slot));
    }
    showFitting();
}

void ApplicationsModel::setPinned(const QSet<ApplicationKey> &pinned)
{
    const auto before = std::exchange(m_pinned, pinned);
    std::vector<int> slots;
    for (const int slot : m_order) {
        auto &row = m_rows[std::size_t(slot)];
        if (row.isPinned == pinned.contains(keyOf(row)))
            continue;
        row.isPinned = !row.isPinned;
        m_fitting[std::size_t(slot)] = fitsNow(slot);
        slots.push_back(slot);
    }
    std::vector<Touched> touched;
    for (const int slot : slots)
        touched.push_back({slot, FieldMask(ApplicationField::Health)}); // the name column shows the pin
    arrange(slots, {});
    reportTouched(std::move(touched));
}

void ApplicationsModel::sort(int column, Qt::SortOrder order)
{
    if (column < 0 || column >= kApplicationColumns)
        return;
    m_sortColumn = ApplicationColumn(column);
    m_sortOrder = order;
    std::ranges::transform(m_instances, m_receivedAt.begin(), &InstanceState::receivedAt);
    sortAll();
}

const Application *ApplicationsModel::find(const ApplicationKey &key) const
{
    const int slot = slotOf(key);
    return slot < 0 ? nullptr : m_rows[std::size_t(slot)].held.get();
}

int ApplicationsModel::rowOf(const ApplicationKey &key) const
{
    const int slot = slotOf(key);
    return slot < 0 ? -1 : rowOfNumber(slot);
}

const InstanceState &ApplicationsModel::instanceOf(const ApplicationRow &row) const
{
    return m_instances[std::size_t(row.instance)];
}

ApplicationKey ApplicationsModel::keyOf(const ApplicationRow &row) const
{
    return {instanceOf(row).instance.id, row.application().nameSpace, row.application().name};
}

bool ApplicationsModel::fits(const FilterMatcher &matcher, const ApplicationRow &row, const BigramSet *bigrams) const
{
    FilterView view{.instance = m_instanceNames[std::size_t(row.instance)],
                    .project = m_projectNames[std::size_t(row.project)],
                    .searched = row.searched.all(),
                    .images = row.searched.images(),
                    .bigrams = bigrams,
                    .health = filterWord(row.health),
                    .sync = filterWord(row.sync),
                    .pinned = row.isPinned};
    // The application is elsewhere in memory: loading it takes longer than a text search.
    if (matcher.seeksNames())
        addNames(view, row);
    return matcher.fits(view);
}

/// The texts of a row are elsewhere in memory; its bigrams are next to those of the previous row.
bool ApplicationsModel::fits(const FilterMatcher &matcher, int slot) const
{
    const auto &bigrams = m_bigrams[std::size_t(slot)];
    if (!matcher.mayFit(bigrams))
        return false;
    const auto &row = m_rows[std::size_t(slot)];
    return row.held && fits(matcher, row, &bigrams);
}

std::vector<int> ApplicationsModel::hiddenByToken() const
{
    std::vector<int> hidden;
    for (const auto &token : m_filter.tokens) {
        const FilterMatcher alone(FilterWords{{token}});
        hidden.push_back(int(std::ranges::count_if(m_order, [&](int slot) { return !fits(alone, slot); })));
    }
    return hidden;
}

FilterVocabulary ApplicationsModel::vocabulary() const
{
    QSet<QString> spaces;
    QSet<QString> images;
    std::vector<char> seen(std::size_t(m_images.numbers()), 0);
    const QString *space = nullptr;
    for (const auto &row : m_rows) {
        if (!row.held)
            continue;
        const auto &application = row.application();
        if (!space || *space != application.nameSpace) // usually the same as in the previous row
            spaces.insert(*(space = &application.nameSpace));
        if (std::exchange(seen[std::size_t(row.images)], 1))
            continue;
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
    for (auto *words : {&vocabulary.instances, &vocabulary.projects, &vocabulary.nameSpaces, &vocabulary.images})
        words->removeAll(QString());
    return vocabulary;
}

int ApplicationsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : kApplicationColumns;
}

QString ApplicationsModel::text(int shown, ApplicationColumn column) const
{
    const auto &shownRow = row(shown);
    return visibleLine(textOf(shownRow, instanceOf(shownRow), column, m_clock.now()));
}

QVariant ApplicationsModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid()) // views ask for the current row even if there is none
        return {};
    Q_ASSERT(checkIndex(index, CheckIndexOption::ParentIsInvalid));
    const auto column = ApplicationColumn(index.column());
    if (role == Qt::DisplayRole)
        return text(index.row(), column);
    if (role == Qt::AccessibleTextRole && column == ApplicationColumn::Name && row(index.row()).isPinned)
        return tr("%1, pinned").arg(text(index.row(), column));
    if (role == Qt::AccessibleTextRole)
        return text(index.row(), column);
    if (role == Qt::TextAlignmentRole && column == ApplicationColumn::DataAge)
        return QVariant::fromValue(Qt::AlignTrailing | Qt::AlignVCenter);
    if (role == Qt::ToolTipRole && column == ApplicationColumn::Health)
        return toolTipText(row(index.row()).application().health.message);
    if (role == Qt::ToolTipRole && column == ApplicationColumn::Images)
        return toolTipText(row(index.row()).application().summaryImages.join(u'\n'));
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

std::uint64_t ApplicationsModel::valueOf(const ApplicationRow &row) const
{
    const auto &application = row.application();
    switch (m_sortColumn) {
    case ApplicationColumn::Name:
        return std::uint64_t(row.name);
    case ApplicationColumn::Instance:
    case ApplicationColumn::DataAge:
        return std::uint64_t(row.instance);
    case ApplicationColumn::Project:
        return std::uint64_t(row.project);
    case ApplicationColumn::Images:
        return std::uint64_t(row.images);
    case ApplicationColumn::Health:
        return severityOf(application.health.status);
    case ApplicationColumn::Sync:
        return severityOf(application);
    case ApplicationColumn::LastSync:
        return std::uint64_t(lastSyncOf(application).value_or(Instant{}).time_since_epoch().count());
    }
    Q_UNREACHABLE();
}

void ApplicationsModel::renewRanks()
{
    const auto byText = [](const QString &left, const QString &right) { return compareNaturally(left, right) < 0; };
    if (m_sortColumn == ApplicationColumn::Instance)
        m_ranks = ranksOf(m_instances.size(), [&](int left, int right) {
            return byText(m_instances[std::size_t(left)].instance.name, m_instances[std::size_t(right)].instance.name);
        });
    else if (m_sortColumn == ApplicationColumn::Project)
        m_ranks = ranksOf(m_projects.size(), [&](int left, int right) {
            return byText(m_projects[std::size_t(left)], m_projects[std::size_t(right)]);
        });
    else if (m_sortColumn == ApplicationColumn::DataAge) // ascending: newest data first
        m_ranks = ranksOf(m_receivedAt.size(), [this](int left, int right) {
            return m_receivedAt[std::size_t(left)] > m_receivedAt[std::size_t(right)];
        });
    m_ranksKnown = true;
}

ApplicationOrder ApplicationsModel::order()
{
    const auto *ranks = &m_ranks;
    if (m_sortColumn == ApplicationColumn::Name)
        ranks = &m_names.ranks();
    else if (m_sortColumn == ApplicationColumn::Images)
        ranks = &m_images.ranks();
    else if (m_sortColumn == ApplicationColumn::Health || m_sortColumn == ApplicationColumn::Sync
             || m_sortColumn == ApplicationColumn::LastSync)
        ranks = nullptr;
    else if (!m_ranksKnown) // new ids are between existing ones, which keep their order
        renewRanks();
    return {m_rows, m_values, ranks, m_names.ranks(), m_sortOrder};
}

void ApplicationsModel::sortAll()
{
    m_ranksKnown = false;
    for (const int slot : m_order)
        m_values[std::size_t(slot)] = valueOf(m_rows[std::size_t(slot)]);
    m_order = order().sorted(m_order);
    showFitting();
}

void ApplicationsModel::arrange(const std::vector<int> &slots, const std::vector<int> &removed)
{
    if (slots.empty() && removed.empty())
        return;
    std::vector<char> leaves(m_rows.size(), 0);
    for (const int slot : removed)
        leaves[std::size_t(slot)] = 1;
    for (const int slot : slots) {
        leaves[std::size_t(slot)] = 1;
        m_values[std::size_t(slot)] = valueOf(m_rows[std::size_t(slot)]);
    }
    std::erase_if(m_order, [&leaves](int slot) { return leaves[std::size_t(slot)]; });
    const auto now = order();
    m_order = now.merged(m_order, now.sorted(slots));
    showFitting();
}

void ApplicationsModel::showFitting()
{
    std::vector<int> wanted;
    wanted.reserve(m_order.size());
    std::ranges::copy_if(m_order, std::back_inserter(wanted),
                         [this](int slot) { return m_fitting[std::size_t(slot)]; });
    showNumbers(wanted);
}

void ApplicationsModel::reportTouched(std::vector<Touched> touched)
{
    // Convert slots to rows of the table; drop hidden ones.
    for (auto &each : touched)
        each.slot = rowOfNumber(each.slot);
    std::erase_if(touched, [](const Touched &each) { return each.slot < 0 || columnsTouchedBy(each.mask).empty(); });
    std::ranges::sort(touched, {}, &Touched::slot);
    for (std::size_t first = 0; first < touched.size();) {
        auto last = first;
        FieldMask mask = touched[first].mask;
        while (last + 1 < touched.size() && touched[last + 1].slot <= touched[last].slot + 1)
            mask |= touched[++last].mask;
        const auto columns = columnsTouchedBy(mask);
        const auto [left, right] = std::ranges::minmax(columns);
        Q_EMIT dataChanged(index(touched[first].slot, int(left)), index(touched[last].slot, int(right)),
                           {Qt::DisplayRole, Qt::AccessibleTextRole});
        first = last + 1;
    }
}

} // namespace lynceus
