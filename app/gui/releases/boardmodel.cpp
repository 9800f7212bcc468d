#include "app/gui/releases/boardmodel.h"

#include "app/gui/widgets/tooltips.h"
#include "core/domain/base/visibletext.h"

#include <QDateTime>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace lynceus {

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
    m_soon.start();
}

void BoardModel::putWatch(const WatchRecord &watch)
{
    m_watches[watch.id] = watch;
    m_soon.start();
}

void BoardModel::removeWatch(const QString &id)
{
    m_etas.remove(id);
    if (m_watches.erase(id) > 0)
        m_soon.start();
}

void BoardModel::putEta(const QString &watch, const Eta &eta)
{
    m_etas[watch] = eta; // shown with the next tick
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
    flush();
}

bool BoardModel::hasRunning() const
{
    return std::ranges::any_of(m_watches, [](const auto &entry) { return !entry.second.isOver(); });
}

int BoardModel::needingAttention() const
{
    const auto &root = m_nodes.at(0).children;
    if (root.empty() || m_nodes.at(root.front()).group != BoardGroup::NeedsAttention)
        return 0;
    int count = 0;
    for (const auto id : m_nodes.at(root.front()).children)
        count += std::max(1, int(m_nodes.at(id).children.size()));
    return count;
}

const WatchRecord *BoardModel::watch(const QString &id) const
{
    const auto found = m_watches.find(id);
    return found == m_watches.end() ? nullptr : &found->second;
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
    const auto watches = watchesOf(node);
    if (watches.empty())
        return {};
    QList<InstanceLabel> looks;
    for (const auto *watch : watches) {
        const auto &id = watch->request.application.instance;
        looks.append({instanceName(id), QColor(m_instances.value(id).colour)});
    }
    return node.kind == Kind::Watch ? lynceus::rowOf(*watches.front(), looks.front(), m_zone)
                                    : lynceus::rowOf(node.name, watches, looks, m_zone);
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
    // Groups are passed over by the arrow keys.
    if (!index.isValid() || node(index).kind == Kind::Group)
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
        return visibleLine(spokenText(row) + u" · "_s + timeWords(index));
    case StateRoleRole:
        return QVariant::fromValue(row.role);
    case InstanceRole:
        return QVariant::fromValue(row.instance);
    case VersionsRole:
        return visibleLine(row.versions);
    case MarksRole:
        return QVariant::fromValue(row.marks);
    case PodsRole:
        return row.pods;
    case SentenceRole:
        return QVariant::fromValue(row.sentence);
    case OverRole:
        return row.over;
    case TimeRole:
        return timeData(index);
    default:
        return {};
    }
}

QVariant BoardModel::groupData(const Node &node, int role) const
{
    if (role != Qt::DisplayRole && role != Qt::AccessibleTextRole)
        return {};
    switch (node.group) {
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
    if (!watch)
        return {};
    const auto eta = m_etas.constFind(watch->id);
    return rowTimeText(*watch, eta == m_etas.constEnd() ? std::nullopt : std::optional(*eta), m_clock.now(), m_zone);
}

QString BoardModel::timeWords(const QModelIndex &index) const
{
    const auto *watch = watchAt(index);
    return watch ? rowTimeWords(*watch, m_clock.now(), m_zone) : QString();
}

} // namespace lynceus
