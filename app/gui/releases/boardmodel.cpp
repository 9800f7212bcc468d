#include "app/gui/releases/boardmodel.h"

#include "app/gui/environments/environments.h"
#include "app/gui/widgets/labels/tooltips.h"
#include "core/domain/teamserver/taskwatch.h"
#include "core/domain/text/facts.h"
#include "core/domain/text/visibletext.h"

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
    add(before.role != after.role || before.stateText != after.stateText, {BoardModel::StateRoleRole});
    add(before.explains != after.explains, {BoardModel::ExplainsRole});
    add(before.over != after.over, {BoardModel::OverRole, BoardModel::TimeRole});
    if (!roles.isEmpty())
        roles.append(Qt::AccessibleTextRole);
    return roles;
}

} // namespace

BoardModel::BoardModel(const Clock &clock, const QTimeZone &zone, QObject *parent)
    : KeyedTreeModel(parent)
    , m_clock(clock)
    , m_zone(zone)
{
    m_soon.setSingleShot(true);
    connect(&m_soon, &QTimer::timeout, this, &BoardModel::flush);
}

void BoardModel::putInstance(const InstanceState &state)
{
    auto &instance = m_instances[state.instance.id];
    if (instance == state.instance)
        return; // the board does not show age and connection
    instance = state.instance;
    m_filter.forgetAll();
    m_soon.start();
}

void BoardModel::putWatch(const WatchRecord &watch)
{
    m_watches[watch.id] = watch;
    m_filter.forget(watch.id);
    m_soon.start();
}

void BoardModel::removeWatch(const QString &id)
{
    m_etas.remove(id);
    m_filter.forget(id);
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
    flush(); // midnight may have moved
    for (int group = 0; group < rowCount(); ++group)
        reportTimes(index(group, 0));
}

/// Times are computed on request.
void BoardModel::reportTimes(const QModelIndex &parent)
{
    const int rows = rowCount(parent);
    if (rows == 0)
        return;
    Q_EMIT dataChanged(index(0, 0, parent), index(rows - 1, 0, parent), {TimeRole, Qt::AccessibleTextRole});
    for (int row = 0; row < rows; ++row)
        reportTimes(index(row, 0, parent));
}

void BoardModel::timeWentBy()
{
    constexpr Duration kLongest = std::chrono::minutes(1);
    const auto now = m_clock.now();
    if (now >= m_checkAt || now < m_checkAt - kLongest) // the clock was set back
        flush();
}

void BoardModel::setFilter(const QString &text)
{
    if (!m_filter.setText(text))
        return;
    const bool isCurrent = !m_soon.isActive() && m_clock.now() < m_checkAt;
    apply(isCurrent ? Rows::Groups : Rows::All);
}

QString BoardModel::searchedText(const WatchRecord &watch) const
{
    const auto &request = watch.request;
    const auto &key = request.application;
    return QStringList{key.name,
                       key.nameSpace,
                       instanceName(key.instance),
                       request.project,
                       request.release,
                       versionsText(watch),
                       request.note,
                       watch.takenBy,
                       environmentLabel(watch).name,
                       isTaskWatch(watch.id) ? request.who : QString()} // otherwise the user
        .join(u'\n');
}

/// Runs after the layout, which considers hidden watches too: an old failure stays replaced by a newer watch.
void BoardModel::filter(std::vector<BoardSection> &sections)
{
    const auto isHidden = [this](const QString &id) {
        return !m_filter.matches(id, [&] { return searchedText(m_watches.at(id)); });
    };
    m_attention = 0;
    m_shown = 0;
    for (auto &section : sections) {
        if (section.group == BoardGroup::NeedsAttention)
            m_attention = int(section.entries.size());
        for (auto &entry : section.entries) {
            std::erase_if(entry.watches, isHidden);
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

std::vector<const WatchRecord *> BoardModel::watchesOf(const BoardNode &node) const
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
    return index.isValid() ? foremost(watchesOf(payload(index))) : nullptr;
}

QStringList BoardModel::watchesAt(const QModelIndex &index) const
{
    QStringList ids;
    if (index.isValid()) {
        for (const auto *watch : watchesOf(payload(index)))
            ids.append(watch->id);
    }
    return ids;
}

QModelIndex BoardModel::indexOf(const QString &watch) const
{
    return indexOfKey(u"watch "_s + watch);
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

BoardRow BoardModel::rowOf(const BoardNode &node) const
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

BoardRow BoardModel::rowOfGroup(const BoardNode &node) const
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
        m_filter.forgetAll();
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
    return group.isValid() && m_folded.contains(keyOf(group));
}

void BoardModel::setFolded(const QModelIndex &group, bool folded)
{
    if (!group.isValid() || payload(group).kind != Kind::Group || isFolded(group) == folded)
        return;
    if (folded)
        m_folded.append(keyOf(group));
    else
        m_folded.removeAll(keyOf(group));
    Q_EMIT dataChanged(group, group, {Qt::AccessibleTextRole}); // and the fold state, because flags have no role
}

void BoardModel::setFoldedGroups(const QStringList &groups)
{
    m_folded = groups;
    m_folded.removeDuplicates();
}

int BoardModel::columnCount(const QModelIndex &) const
{
    return 1;
}

Qt::ItemFlags BoardModel::flags(const QModelIndex &index) const
{
    if (!index.isValid() || (payload(index).kind == Kind::Group && !isFolded(index)))
        return Qt::NoItemFlags;
    return Qt::ItemIsEnabled | Qt::ItemIsSelectable
        | (payload(index).kind == Kind::Watch ? Qt::ItemNeverHasChildren : Qt::NoItemFlags);
}

QVariant BoardModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const auto &shown = payload(index);
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
        return visibleLine(joinedFacts({spokenText(row), timeText(index)}));
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

QVariant BoardModel::groupData(const BoardNode &node, int role) const
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

QString BoardModel::titleOf(const BoardNode &group) const
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

QString BoardModel::timeText(const QModelIndex &index) const
{
    const auto *watch = watchAt(index);
    return watch ? rowTimeSentence(*watch, paceOf(watch), m_clock.now(), m_zone) : QString();
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
    Wanted wanted{u"group %1"_s.arg(int(section.group)), {.kind = Kind::Group, .group = section.group}};
    auto &group = wanted.payload;
    if (m_arrangement.grouping != BoardGrouping::Attention && section.group != BoardGroup::NeedsAttention) {
        group.label = section.label;
        wanted.key = u"group %1: "_s.arg(textOf({m_arrangement.grouping, {}})) + section.label;
    }
    for (const auto &entry : section.entries)
        group.watches.append(QStringList(entry.watches.begin(), entry.watches.end()));
    return wanted;
}

std::vector<BoardModel::Wanted> BoardModel::wanted()
{
    std::vector<const WatchRecord *> watches;
    for (const auto &[id, watch] : m_watches)
        watches.push_back(&watch);
    const auto watchNode = [](const QString &id) {
        return Wanted{u"watch "_s + id, {.kind = Kind::Watch, .name = id}};
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
            Wanted release{u"release "_s + entry.release, {.kind = Kind::Release, .name = entry.release}};
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
    m_checkAt = nextChange();
    show(wanted());
    refreshRows(0, rows);
    Q_EMIT applied();
}

void BoardModel::refreshRows(Id parent, Rows rows)
{
    const auto children = childrenOf(parent);
    int first = -1; // start of the span of siblings with the same changed roles
    QList<int> spanRoles;
    const auto endSpan = [&](int end) {
        if (first >= 0 && !spanRoles.isEmpty())
            Q_EMIT dataChanged(indexOfNode(children[std::size_t(first)]), indexOfNode(children[std::size_t(end) - 1]),
                               spanRoles);
        first = -1;
    };
    for (int row = 0; row < int(children.size()); ++row) {
        auto &node = payload(children[std::size_t(row)]);
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
