#include "app/gui/releases/boardmodel.h"

#include "app/gui/widgets/environments.h"
#include "app/gui/widgets/tooltips.h"
#include "core/domain/base/facts.h"
#include "core/domain/base/visibletext.h"
#include "core/domain/teamserver/taskwatch.h"

#include <QDateTime>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace lynceus {

namespace {

QList<int> rolesThatDiffer(const BoardRow &before, const BoardRow &after)
{
    QList<int> roles;
    const auto add = [&roles](bool differs, std::initializer_list<int> touched) {
        if (differs)
            roles.append(touched);
    };
    add(before.name != after.name, {Qt::DisplayRole});
    add(before.instance != after.instance, {BoardModel::InstanceRole});
    add(before.environment != after.environment, {BoardModel::EnvironmentRole});
    add(before.versions != after.versions, {BoardModel::VersionsRole});
    add(before.marks != after.marks, {BoardModel::MarksRole});
    add(before.pods != after.pods, {BoardModel::PodsRole});
    add(before.sentence != after.sentence, {BoardModel::SentenceRole, Qt::ToolTipRole});
    add(before.remark != after.remark, {BoardModel::RemarkRole});
    add(before.role != after.role || before.stateWord != after.stateWord, {BoardModel::StateRoleRole});
    add(before.explains != after.explains, {BoardModel::ExplainsRole});
    add(before.over != after.over, {BoardModel::OverRole, BoardModel::TimeRole});
    if (!roles.isEmpty())
        roles.append(Qt::AccessibleTextRole);
    return roles;
}

} // namespace

BoardModel::BoardModel(const Clock &clock, const QTimeZone &zone, QObject *parent)
    : QAbstractItemModel(parent)
    , m_clock(clock)
    , m_zone(zone)
{
    m_nodes[0]; // the root
    m_soon.setSingleShot(true);
    connect(&m_soon, &QTimer::timeout, this, &BoardModel::flush);
}

void BoardModel::putInstance(const InstanceState &state)
{
    auto &instance = m_instances[state.instance.id];
    if (instance == state.instance)
        return; // its age and connection are not shown here
    instance = state.instance;
    m_searched.clear();
    m_soon.start();
}

void BoardModel::putWatch(const WatchRecord &watch)
{
    m_watches[watch.id] = watch;
    m_searched.remove(watch.id);
    m_soon.start();
}

void BoardModel::removeWatch(const QString &id)
{
    m_etas.remove(id);
    m_searched.remove(id);
    if (m_watches.erase(id) > 0)
        m_soon.start();
}

void BoardModel::putEta(const QString &watch, const Eta &eta)
{
    m_etas[watch] = eta;
    m_soon.start();
}

void BoardModel::setZone(const QTimeZone &zone)
{
    if (m_zone == zone)
        return;
    m_zone = zone;
    flush(); // another day may be today
    for (int group = 0; group < rowCount(); ++group)
        tellTimes(index(group, 0));
}

/// Times are made when they are asked for.
void BoardModel::tellTimes(const QModelIndex &parent)
{
    const int rows = rowCount(parent);
    if (rows == 0)
        return;
    Q_EMIT dataChanged(index(0, 0, parent), index(rows - 1, 0, parent), {TimeRole, Qt::AccessibleTextRole});
    for (int row = 0; row < rows; ++row)
        tellTimes(index(row, 0, parent));
}

void BoardModel::timeWentBy()
{
    constexpr Duration kLongest = std::chrono::minutes(1);
    const auto now = m_clock.now();
    if (now >= m_lookAt || now < m_lookAt - kLongest) // the clock was set back
        flush();
}

void BoardModel::setFilter(const QString &text)
{
    const auto words = text.simplified().split(u' ', Qt::SkipEmptyParts);
    if (words == m_words)
        return;
    m_words = words;
    const bool isCurrent = !m_soon.isActive() && m_clock.now() < m_lookAt;
    apply(isCurrent ? Rows::Groups : Rows::All);
}

/// Made once and not at each key: versions are taken apart for it.
const QString &BoardModel::searchedText(const WatchRecord &watch) const
{
    auto &text = m_searched[watch.id];
    if (text.isEmpty()) {
        const auto &request = watch.request;
        const auto &key = request.application;
        text = QStringList{key.name,
                           key.nameSpace,
                           instanceName(key.instance),
                           request.project,
                           request.release,
                           versionsText(watch),
                           request.note,
                           watch.takenBy,
                           environmentLabel(watch).name,
                           isTaskWatch(watch.id) ? request.who : QString()} // else it is the user
                   .join(u'\n');
    }
    return text;
}

bool BoardModel::isWanted(const WatchRecord &watch) const
{
    if (m_words.isEmpty())
        return true;
    const auto &text = searchedText(watch);
    return std::ranges::all_of(m_words,
                               [&text](const QString &word) { return text.contains(word, Qt::CaseInsensitive); });
}

/// After the layout, in which hidden watches have their say, too: an old failure stays replaced by a newer watch.
void BoardModel::filter(std::vector<BoardSection> &sections)
{
    m_attention = 0;
    m_shown = 0;
    for (auto &section : sections) {
        if (section.group == BoardGroup::NeedsAttention)
            m_attention = int(section.entries.size());
        for (auto &entry : section.entries) {
            std::erase_if(entry.watches, [this](const QString &id) { return !isWanted(m_watches.at(id)); });
            m_shown += int(entry.watches.size());
        }
        std::erase_if(section.entries, [](const BoardEntry &entry) { return entry.watches.empty(); });
    }
    std::erase_if(sections, [](const BoardSection &section) { return section.entries.empty(); });
}

const WatchRecord *BoardModel::watch(const QString &id) const
{
    const auto found = m_watches.find(id);
    return found == m_watches.end() ? nullptr : &found->second;
}

QStringList BoardModel::tasksOf(const QString &server) const
{
    QStringList ids;
    for (const auto &[id, record] : m_watches) {
        if (record.request.application.instance == server && isTaskWatch(id))
            ids.append(id);
    }
    return ids;
}

std::vector<const WatchRecord *> BoardModel::watchesOf(const Node &node) const
{
    if (node.kind == Kind::Watch) {
        const auto *record = watch(node.name);
        return record ? std::vector{record} : std::vector<const WatchRecord *>();
    }
    std::vector<const WatchRecord *> watches;
    if (node.kind == Kind::Release) {
        for (const auto &[id, record] : m_watches) {
            if (record.request.release == node.name)
                watches.push_back(&record);
        }
    }
    return watches;
}

const WatchRecord *BoardModel::watchAt(const QModelIndex &index) const
{
    return index.isValid() ? foremost(watchesOf(node(index))) : nullptr;
}

QStringList BoardModel::watchesAt(const QModelIndex &index) const
{
    QStringList ids;
    if (index.isValid()) {
        for (const auto *watch : watchesOf(node(index)))
            ids.append(watch->id);
    }
    return ids;
}

QModelIndex BoardModel::indexOf(const QString &watch) const
{
    return indexOf(m_ids.value(u"watch "_s + watch));
}

QString BoardModel::instanceName(const QString &id) const
{
    const auto found = m_instances.constFind(id);
    return found == m_instances.constEnd() ? id : found->name;
}

QUrl BoardModel::baseUrl(const QString &instance) const
{
    return m_instances.value(instance).baseUrl;
}

BoardTime BoardModel::time() const
{
    const auto now = m_clock.now();
    const auto local = QDateTime::fromMSecsSinceEpoch(now.time_since_epoch().count(), m_zone);
    const auto midnight = QDateTime(local.date(), QTime(0, 0), m_zone);
    return {now, Instant(Duration(midnight.toMSecsSinceEpoch()))};
}

BoardRow BoardModel::rowOf(const Node &node) const
{
    if (node.kind == Kind::Group)
        return rowOfGroup(node);
    const auto watches = watchesOf(node);
    if (watches.empty())
        return {};
    QList<BoardLabels> labels;
    for (const auto *watch : watches) {
        const auto &id = watch->request.application.instance;
        labels.append({{instanceName(id), QColor(m_instances.value(id).colour)}, environmentLabel(*watch)});
    }
    const auto pace = paceOf(foremost(watches));
    return node.kind == Kind::Watch ? lynceus::rowOf(*watches.front(), labels.front(), pace, m_zone)
                                    : lynceus::rowOf(node.name, watches, labels, pace, m_zone);
}

std::optional<Pace> BoardModel::paceOf(const WatchRecord *watch) const
{
    const auto eta = watch ? m_etas.constFind(watch->id) : m_etas.constEnd();
    return eta == m_etas.constEnd() ? std::nullopt : lynceus::paceOf(*watch, *eta, m_clock.now());
}

BoardRow BoardModel::rowOfGroup(const Node &node) const
{
    std::vector<const WatchRecord *> watches;
    for (const auto &id : node.watches) {
        if (const auto *record = watch(id))
            watches.push_back(record);
    }
    return groupRow(titleOf(node), watches);
}

InstanceLabel BoardModel::environmentLabel(const WatchRecord &watch) const
{
    const auto *environment = m_environments ? m_environments->of(watch) : nullptr;
    return environment ? InstanceLabel{environment->name, QColor(environment->colour)} : InstanceLabel();
}

void BoardModel::follow(const Environments &environments)
{
    m_environments = &environments;
    const auto takeThem = [this] {
        m_searched.clear();
        m_soon.start();
    };
    connect(&environments, &Environments::changed, this, takeThem);
    takeThem();
}

void BoardModel::setArrangement(const BoardArrangement &arrangement)
{
    if (m_arrangement == arrangement)
        return;
    m_arrangement = arrangement;
    flush();
}

bool BoardModel::isFolded(const QModelIndex &group) const
{
    return group.isValid() && m_folded.contains(node(group).key);
}

void BoardModel::setFolded(const QModelIndex &group, bool folded)
{
    if (!group.isValid() || node(group).kind != Kind::Group || isFolded(group) == folded)
        return;
    if (folded)
        m_folded.append(node(group).key);
    else
        m_folded.removeAll(node(group).key);
    Q_EMIT dataChanged(group, group, {Qt::AccessibleTextRole}); // and what it can: flags have no role
}

void BoardModel::setFoldedGroups(const QStringList &groups)
{
    m_folded = groups;
    m_folded.removeDuplicates();
}

int BoardModel::rowOf(Id id) const
{
    const auto &siblings = m_nodes.at(m_nodes.at(id).parent).children;
    return int(std::ranges::find(siblings, id) - siblings.begin());
}

QModelIndex BoardModel::indexOf(Id id) const
{
    return id == 0 ? QModelIndex() : createIndex(rowOf(id), 0, id);
}

QModelIndex BoardModel::index(int row, int column, const QModelIndex &parent) const
{
    if (!hasIndex(row, column, parent))
        return {};
    return createIndex(row, column, m_nodes.at(parent.internalId()).children[std::size_t(row)]);
}

QModelIndex BoardModel::parent(const QModelIndex &child) const
{
    return child.isValid() ? indexOf(node(child).parent) : QModelIndex();
}

int BoardModel::rowCount(const QModelIndex &parent) const
{
    if (parent.column() > 0)
        return 0;
    return int(m_nodes.at(parent.isValid() ? parent.internalId() : 0).children.size());
}

int BoardModel::columnCount(const QModelIndex &) const
{
    return 1;
}

Qt::ItemFlags BoardModel::flags(const QModelIndex &index) const
{
    if (!index.isValid() || (node(index).kind == Kind::Group && !isFolded(index)))
        return Qt::NoItemFlags;
    return Qt::ItemIsEnabled | Qt::ItemIsSelectable
        | (node(index).kind == Kind::Watch ? Qt::ItemNeverHasChildren : Qt::NoItemFlags);
}

QVariant BoardModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const auto &shown = node(index);
    if (role == KindRole)
        return QVariant::fromValue(shown.kind);
    if (shown.kind == Kind::Group)
        return groupData(shown, role);
    const auto &row = shown.row;
    switch (role) {
    case Qt::DisplayRole:
        return visibleLine(row.name);
    case Qt::ToolTipRole:
        return toolTipText(row.sentence.joined());
    case Qt::AccessibleTextRole:
        return visibleLine(joinedFacts({spokenText(row), timeWords(index)}));
    case StateRoleRole:
        return QVariant::fromValue(row.role);
    case InstanceRole:
        return QVariant::fromValue(row.instance);
    case EnvironmentRole:
        return QVariant::fromValue(row.environment);
    case VersionsRole:
        return visibleLine(row.versions);
    case MarksRole:
        return QVariant::fromValue(row.marks);
    case PodsRole:
        return row.pods;
    case SentenceRole:
        return QVariant::fromValue(row.sentence);
    case RemarkRole:
        return visibleLine(row.remark);
    case OverRole:
        return row.over;
    case ExplainsRole:
        return row.explains;
    case TimeRole:
        return timeData(index);
    default:
        return {};
    }
}

QVariant BoardModel::groupData(const Node &node, int role) const
{
    const auto &row = node.row;
    switch (role) {
    case Qt::DisplayRole:
        return visibleLine(row.name);
    case Qt::AccessibleTextRole:
        return visibleLine(u"%1: %2"_s.arg(row.name, row.sentence.lead));
    case StateRoleRole:
        return QVariant::fromValue(row.role);
    case PodsRole:
        return row.pods;
    case SentenceRole:
        return QVariant::fromValue(row.sentence);
    default:
        return {};
    }
}

QString BoardModel::titleOf(const Node &group) const
{
    if (group.label) {
        if (!group.label->isEmpty())
            return *group.label;
        return m_arrangement.grouping == BoardGrouping::Release ? tr("Without a release")
                                                                : tr("Without an environment");
    }
    switch (group.group) {
    case BoardGroup::NeedsAttention:
        return tr("Needs attention");
    case BoardGroup::InProgress:
        return tr("In progress");
    case BoardGroup::DoneToday:
        return tr("Done today");
    case BoardGroup::Earlier:
        return tr("Earlier");
    }
    Q_UNREACHABLE();
}

QVariant BoardModel::timeData(const QModelIndex &index) const
{
    const auto *watch = watchAt(index);
    return watch ? rowTimeText(*watch, paceOf(watch), m_clock.now(), m_zone) : QVariant();
}

QString BoardModel::timeWords(const QModelIndex &index) const
{
    const auto *watch = watchAt(index);
    return watch ? rowTimeWords(*watch, paceOf(watch), m_clock.now(), m_zone) : QString();
}

BoardOrder BoardModel::order() const
{
    BoardOrder order{.sorting = m_arrangement.sorting};
    switch (m_arrangement.grouping) {
    case BoardGrouping::Attention:
        break;
    case BoardGrouping::Environment:
        order.labelOf = [this](const WatchRecord &watch) { return environmentLabel(watch).name; };
        if (m_environments)
            order.labels = m_environments->names();
        break;
    case BoardGrouping::Release:
        order.labelOf = [](const WatchRecord &watch) { return watch.request.release; };
        break;
    case BoardGrouping::Instance:
        order.labelOf = [this](const WatchRecord &watch) { return instanceName(watch.request.application.instance); };
        break;
    }
    return order;
}

BoardModel::Wanted BoardModel::groupFor(const BoardSection &section) const
{
    Node group{.kind = Kind::Group,
               .key = u"group %1"_s.arg(int(section.group)),
               .name = {},
               .group = section.group,
               .children = {},
               .row = {}};
    if (m_arrangement.grouping != BoardGrouping::Attention && section.group != BoardGroup::NeedsAttention) {
        group.label = section.label;
        group.key = u"group %1: "_s.arg(textOf({m_arrangement.grouping, {}})) + section.label;
    }
    for (const auto &entry : section.entries)
        group.watches.append(QStringList(entry.watches.begin(), entry.watches.end()));
    return {std::move(group), {}};
}

std::vector<BoardModel::Wanted> BoardModel::wanted()
{
    std::vector<const WatchRecord *> watches;
    for (const auto &[id, watch] : m_watches)
        watches.push_back(&watch);
    const auto watchNode = [](const QString &id) {
        return Wanted{{.kind = Kind::Watch, .key = u"watch "_s + id, .name = id, .children = {}, .row = {}}, {}};
    };
    auto sections = boardLayout(watches, time(), order());
    filter(sections);
    std::vector<Wanted> groups;
    for (const auto &section : sections) {
        auto group = groupFor(section);
        for (const auto &entry : section.entries) {
            if (entry.release.isEmpty()) {
                group.children.push_back(watchNode(entry.watches.front()));
                continue;
            }
            Wanted release{{.kind = Kind::Release,
                            .key = u"release "_s + entry.release,
                            .name = entry.release,
                            .children = {},
                            .row = {}},
                           {}};
            for (const auto &id : entry.watches)
                release.children.push_back(watchNode(id));
            group.children.push_back(std::move(release));
        }
        groups.push_back(std::move(group));
    }
    return groups;
}

/// Each minute, and when a rollout becomes late.
Instant BoardModel::nextChange() const
{
    const auto now = m_clock.now();
    Instant next = std::chrono::floor<std::chrono::minutes>(now) + std::chrono::minutes(1);
    for (const auto &[id, watch] : m_watches) {
        if (const auto pace = paceOf(&watch); pace && !pace->isLate)
            next = std::min(next, pace->lateAt);
    }
    return next;
}

void BoardModel::flush()
{
    apply(Rows::All);
}

void BoardModel::apply(Rows rows)
{
    m_soon.stop();
    m_lookAt = nextChange();
    const auto layout = wanted();
    QSet<QString> keys;
    takeKeys(layout, keys);
    removeUnwanted(0, keys);
    arrange(0, layout);
    removeLeftovers(0, layout);
    refreshRows(0, rows);
    Q_EMIT applied();
}

void BoardModel::takeKeys(const std::vector<Wanted> &wanted, QSet<QString> &keys)
{
    for (const auto &each : wanted) {
        keys.insert(each.node.key);
        takeKeys(each.children, keys);
    }
}

/// Before the rest is arranged: else each row below would be moved up by itself. What has something wanted below it
/// stays until that was moved.
void BoardModel::removeUnwanted(Id parent, const QSet<QString> &keys)
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
        beginRemoveRows(indexOf(parent), first, last);
        auto &left = m_nodes.at(parent).children;
        left.erase(left.begin() + first, left.begin() + last + 1);
        for (int gone = first; gone <= last; ++gone)
            forget(children[std::size_t(gone)]);
        endRemoveRows();
        last = first;
    }
}

bool BoardModel::isKept(Id id, const QSet<QString> &keys) const
{
    const auto &node = m_nodes.at(id);
    return keys.contains(node.key) || std::ranges::any_of(node.children, [&](Id child) { return isKept(child, keys); });
}

/// From the front: what stands at a row after its turn stays there, what is not wanted gathers at the end.
void BoardModel::arrange(Id parent, const std::vector<Wanted> &wanted)
{
    for (std::size_t row = 0; row < wanted.size(); ++row) {
        place(parent, int(row), wanted[row]);
        m_nodes.at(m_ids.value(wanted[row].node.key)).watches = wanted[row].node.watches;
        arrange(m_ids.value(wanted[row].node.key), wanted[row].children);
    }
}

void BoardModel::place(Id parent, int row, const Wanted &wanted)
{
    const auto known = m_ids.constFind(wanted.node.key);
    auto &siblings = m_nodes.at(parent).children;
    if (known == m_ids.constEnd()) {
        const auto id = ++m_lastId;
        beginInsertRows(indexOf(parent), row, row);
        siblings.insert(siblings.begin() + row, id);
        auto node = wanted.node;
        node.parent = parent;
        m_ids.insert(node.key, id);
        auto &inserted = m_nodes.insert_or_assign(id, std::move(node)).first->second;
        inserted.row = rowOf(inserted);
        endInsertRows();
        return;
    }
    const auto id = *known;
    const auto from = m_nodes.at(id).parent;
    const int fromRow = rowOf(id);
    if (from == parent && fromRow == row)
        return;
    beginMoveRows(indexOf(from), fromRow, fromRow, indexOf(parent), row);
    auto &left = m_nodes.at(from).children;
    left.erase(left.begin() + fromRow);
    siblings.insert(siblings.begin() + row, id);
    m_nodes.at(id).parent = parent;
    endMoveRows();
}

void BoardModel::removeLeftovers(Id parent, const std::vector<Wanted> &wanted)
{
    for (const auto &entry : wanted)
        removeLeftovers(m_ids.value(entry.node.key), entry.children);
    auto &children = m_nodes.at(parent).children;
    const auto kept = wanted.size();
    if (children.size() == kept)
        return;
    beginRemoveRows(indexOf(parent), int(kept), int(children.size()) - 1);
    const std::vector<Id> gone(children.begin() + int(kept), children.end());
    children.resize(kept);
    for (const auto id : gone)
        forget(id);
    endRemoveRows();
}

void BoardModel::forget(Id id)
{
    const auto children = m_nodes.at(id).children;
    for (const auto child : children)
        forget(child);
    m_ids.remove(m_nodes.at(id).key);
    m_nodes.erase(id);
}

void BoardModel::refreshRows(Id parent, Rows rows)
{
    const auto children = m_nodes.at(parent).children;
    int first = -1; // of the span of siblings that changed in the same roles
    QList<int> spanRoles;
    const auto endSpan = [&](int end) {
        if (first >= 0 && !spanRoles.isEmpty())
            Q_EMIT dataChanged(indexOf(children[std::size_t(first)]), indexOf(children[std::size_t(end) - 1]),
                               spanRoles);
        first = -1;
    };
    for (int row = 0; row < int(children.size()); ++row) {
        auto &node = m_nodes.at(children[std::size_t(row)]);
        auto now = rowOf(node);
        const auto roles = rolesThatDiffer(node.row, now);
        node.row = std::move(now);
        if (first < 0 || roles != spanRoles) {
            endSpan(row);
            first = row;
            spanRoles = roles;
        }
    }
    endSpan(int(children.size()));
    if (rows == Rows::Groups)
        return;
    for (const auto child : children)
        refreshRows(child, rows);
}

} // namespace lynceus
