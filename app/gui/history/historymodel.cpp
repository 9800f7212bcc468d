#include "app/gui/history/historymodel.h"

#include "app/gui/widgets/statemarks.h"
#include "app/gui/widgets/tooltips.h"
#include "core/domain/base/nearest.h"
#include "core/domain/base/visibletext.h"
#include "core/engine/text/boardtext.h"
#include "core/engine/text/verdicttext.h"

#include <QColor>

#include <algorithm>
#include <numeric>

using namespace Qt::StringLiterals;

namespace lynceus {

namespace {

Instant endOf(const WatchRecord &watch)
{
    return watch.endedAt.value_or(watch.registeredAt);
}

Duration tookOf(const WatchRecord &watch)
{
    return endOf(watch) - watch.registeredAt;
}

template<typename T>
int compared(const T &left, const T &right)
{
    return left < right ? -1 : (right < left ? 1 : 0);
}

} // namespace

HistoryModel::HistoryModel(const Clock &clock, const QTimeZone &zone, QObject *parent)
    : QAbstractTableModel(parent)
    , m_clock(clock)
    , m_zone(zone)
{ }

void HistoryModel::setZone(const QTimeZone &zone)
{
    if (m_zone == zone)
        return;
    m_zone = zone;
    if (!m_watches.empty())
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

int HistoryModel::compare(const WatchRecord &left, const WatchRecord &right) const
{
    switch (m_column) {
    case Ended:
        return compared(endOf(left), endOf(right));
    case Verdict:
        return compared(left.verdict.outcome, right.verdict.outcome);
    case Took:
        return compared(tookOf(left), tookOf(right));
    default:
        return compareNaturally(text(left, m_column), text(right, m_column));
    }
}

/// A whole order, so that equal cells do not change places: newest first, then by id.
bool HistoryModel::isBefore(const WatchRecord &left, const WatchRecord &right) const
{
    if (const int by = compare(left, right); by != 0)
        return (by < 0) == (m_order == Qt::AscendingOrder);
    return endOf(left) != endOf(right) ? endOf(left) > endOf(right) : left.id < right.id;
}

void HistoryModel::show(std::vector<WatchRecord> watches)
{
    std::ranges::sort(watches, [this](const auto &left, const auto &right) { return isBefore(left, right); });
    QHash<QString, std::size_t> wanted;
    for (std::size_t i = 0; i < watches.size(); ++i)
        wanted.insert(watches[i].id, i);
    removeMissing(wanted);
    // What stayed is in its order, unless a value that is sorted by changed: then it goes and comes again.
    for (std::size_t row = 0; row < watches.size(); ++row) {
        auto &watch = watches[row];
        const auto known = std::find_if(m_watches.begin() + std::ptrdiff_t(row), m_watches.end(),
                                        [&](const WatchRecord &other) { return other.id == watch.id; });
        const auto place = int(row);
        if (known != m_watches.end() && known != m_watches.begin() + place) {
            const auto from = int(known - m_watches.begin());
            beginMoveRows({}, from, from, {}, place);
            std::rotate(m_watches.begin() + place, known, known + 1);
            endMoveRows();
        } else if (known == m_watches.end()) {
            beginInsertRows({}, place, place);
            m_watches.insert(m_watches.begin() + place, watch);
            endInsertRows();
            continue;
        }
        if (m_watches[row] != watch) {
            m_watches[row] = std::move(watch);
            Q_EMIT dataChanged(index(place, 0), index(place, ColumnCount - 1));
        }
    }
}

void HistoryModel::removeMissing(const QHash<QString, std::size_t> &wanted)
{
    for (int last = int(m_watches.size()) - 1; last >= 0; --last) {
        if (wanted.contains(m_watches[std::size_t(last)].id))
            continue;
        int first = last;
        while (first > 0 && !wanted.contains(m_watches[std::size_t(first) - 1].id))
            --first;
        beginRemoveRows({}, first, last);
        m_watches.erase(m_watches.begin() + first, m_watches.begin() + last + 1);
        endRemoveRows();
        last = first;
    }
}

void HistoryModel::putInstance(const Instance &instance)
{
    const auto &id = instance.id;
    if (m_instances.names.value(id) == instance.name && m_colours.value(id) == instance.colour
        && m_instances.baseUrls.value(id) == instance.baseUrl)
        return;
    m_instances.names.insert(id, instance.name);
    m_instances.baseUrls.insert(id, instance.baseUrl);
    m_colours.insert(id, instance.colour);
    if (!m_watches.empty())
        Q_EMIT dataChanged(index(0, InstanceName), index(rowCount() - 1, InstanceName));
}

const WatchRecord *HistoryModel::at(const QModelIndex &index) const
{
    return index.isValid() ? &m_watches[std::size_t(index.row())] : nullptr;
}

int HistoryModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_watches.size());
}

int HistoryModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(ColumnCount);
}

QString HistoryModel::text(const WatchRecord &watch, int column) const
{
    switch (column) {
    case Ended:
        return momentText(endOf(watch), m_clock.now(), m_zone);
    case Application:
        return watch.request.application.name;
    case InstanceName:
        return m_instances.nameOf(watch.request.application.instance);
    case Versions:
        return versionsText(watch);
    case Verdict:
        return markOf(watch.verdict).word;
    case Cause: {
        const auto sentence = rowSentence(watch, m_zone);
        return watch.verdict.outcome == Outcome::Failed ? sentence.joined() : sentence.rest;
    }
    case Took:
        return formatDuration(std::chrono::floor<std::chrono::seconds>(tookOf(watch)));
    case Release:
        return watch.request.release;
    default:
        return {};
    }
}

QString HistoryModel::spoken(const WatchRecord &watch) const
{
    return tr("%1 on %2, %3: %4, %5, after %6")
        .arg(text(watch, Application), text(watch, InstanceName), text(watch, Versions),
             rowSentence(watch, m_zone).joined(), text(watch, Ended), text(watch, Took));
}

QVariant HistoryModel::data(const QModelIndex &index, int role) const
{
    const auto *watch = at(index);
    if (!watch)
        return {};
    switch (role) {
    case Qt::DisplayRole:
        return visibleLine(text(*watch, index.column()));
    case Qt::AccessibleTextRole:
        return visibleLine(index.column() == Ended ? spoken(*watch) : text(*watch, index.column()));
    case Qt::ToolTipRole:
        return toolTipText(index.column() == Cause ? sentence(watch->verdict, watch->expectation, m_zone)
                                                   : text(*watch, index.column()));
    case Qt::TextAlignmentRole:
        return int(index.column() == Took ? Qt::AlignTrailing | Qt::AlignVCenter : Qt::AlignLeading | Qt::AlignVCenter);
    case StateRoleRole:
        return QVariant::fromValue(markOf(watch->verdict).role);
    case InstanceColourRole:
        return QColor(m_colours.value(watch->request.application.instance));
    default:
        return {};
    }
}

QVariant HistoryModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return int(section == Took ? Qt::AlignTrailing | Qt::AlignVCenter : Qt::AlignLeading | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Ended:
        return tr("Ended");
    case Application:
        return tr("Application");
    case InstanceName:
        return tr("Instance");
    case Versions:
        return tr("Version");
    case Verdict:
        return tr("Verdict");
    case Cause:
        return tr("Cause");
    case Took:
        return tr("Duration");
    case Release:
        return tr("Release");
    default:
        return {};
    }
}

void HistoryModel::sort(int column, Qt::SortOrder order)
{
    if (column < 0 || column >= ColumnCount)
        return;
    m_column = column;
    m_order = order;
    Q_EMIT layoutAboutToBeChanged({}, QAbstractItemModel::VerticalSortHint);
    std::vector<int> rows(m_watches.size());
    std::iota(rows.begin(), rows.end(), 0);
    std::ranges::sort(rows, [this](int left, int right) {
        return isBefore(m_watches[std::size_t(left)], m_watches[std::size_t(right)]);
    });
    std::vector<WatchRecord> sorted;
    sorted.reserve(m_watches.size());
    std::vector<int> now(rows.size()); // by the row before
    for (int row = 0; row < int(rows.size()); ++row) {
        now[std::size_t(rows[std::size_t(row)])] = row;
        sorted.push_back(std::move(m_watches[std::size_t(rows[std::size_t(row)])]));
    }
    m_watches = std::move(sorted);
    const auto kept = persistentIndexList();
    QModelIndexList moved;
    for (const auto &before : kept)
        moved.append(index(now[std::size_t(before.row())], before.column()));
    changePersistentIndexList(kept, moved);
    Q_EMIT layoutChanged({}, QAbstractItemModel::VerticalSortHint);
}

} // namespace lynceus
