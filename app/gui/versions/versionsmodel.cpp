#include "app/gui/versions/versionsmodel.h"

#include "app/gui/widgets/labels/tooltips.h"
#include "app/gui/widgets/text/agetext.h"
#include "core/domain/deployments/deployment.h"
#include "core/domain/search/naturalkey.h"
#include "core/domain/text/facts.h"
#include "core/domain/text/visibletext.h"
#include "core/domain/versions/versionrules.h"
#include "core/engine/text/deploymenttext.h"

#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace lynceus {

namespace {

constexpr std::size_t kMostInToolTip = 8; // applications listed per version

StateMark worstOf(const VersionTable::Cell &cell)
{
    auto health = HealthStatus::None;
    auto sync = SyncStatus::Synced;
    for (const auto &version : cell.versions) {
        health = std::max(health, version.health);
        sync = worse(sync, version.sync);
    }
    const bool isWell = health == HealthStatus::Healthy || health == HealthStatus::None;
    return isWell && (sync != SyncStatus::Synced || health == HealthStatus::None) ? markOf(sync) : markOf(health);
}

QStringList namesOf(const VersionTable::Cell &cell)
{
    QStringList names;
    for (const auto &version : cell.versions)
        names += version.version;
    return names;
}

/// "1.4.0, 1.5.0"; for many versions "1.4.0 … 2.0.0 (12)".
QString shortText(const VersionTable::Cell &cell)
{
    constexpr std::size_t kMostListed = 3;
    if (cell.versions.size() <= kMostListed)
        return versionText(namesOf(cell), true);
    return u"%1 … %2 (%3)"_s
        .arg(versionText({cell.versions.front().version}, true), versionText({cell.versions.back().version}, true))
        .arg(cell.versions.size());
}

/// Flags indexed by number: 1 if the number is in @p numbers.
std::vector<char> flagsOf(const std::vector<int> &numbers)
{
    std::vector<char> flags;
    for (const int number : numbers) {
        if (flags.size() <= std::size_t(number))
            flags.resize(std::size_t(number) + 1);
        flags[std::size_t(number)] = 1;
    }
    return flags;
}

/// @p filter without `is:`, which this screen ignores.
FilterWords withoutPins(FilterWords filter)
{
    std::erase_if(filter.tokens, [](const FilterToken &token) { return token.field == FilterToken::Field::Is; });
    return filter;
}

bool has(const std::vector<char> &flags, int number)
{
    return std::size_t(number) < flags.size() && flags[std::size_t(number)] != 0;
}

} // namespace

VersionsModel::VersionsModel(const Clock &clock, QObject *parent)
    : OrderedTableModel(parent)
    , m_clock(clock)
    , m_table(placing())
{ }

VersionsModel::~VersionsModel() = default;

VersionTable::Placing VersionsModel::placing() const
{
    return [rule = m_rule](const ApplicationEntry &entry) {
        return environmentOf(rule, *entry.application, entry.key.instance);
    };
}

void VersionsModel::apply(const ChangeSet &changes)
{
    take(m_table.apply(changes));
}

void VersionsModel::setInstance(const QString &id, const QString &name)
{
    if (m_names.value(id) == name)
        return;
    m_names.insert(id, name);
    m_table.setInstanceName(id, name);
    refilter(); // the filter may contain the instance's name
    if (m_rule.by != EnvironmentRule::By::Instance)
        return;
    arrangeColumns(wantedEnvironments());
    if (!m_columns.empty())
        Q_EMIT headerDataChanged(Qt::Horizontal, 0, columnCount() - 1);
}

void VersionsModel::removeInstance(const QString &id)
{
    ChangeSet changes{.instance = id};
    m_table.forEach([&](const ApplicationEntry &entry) {
        if (entry.key.instance == id)
            changes.removed.push_back(entry.key);
    });
    apply(changes);
    m_names.remove(id);
}

void VersionsModel::setRule(const EnvironmentRule &rule)
{
    if (m_rule == rule)
        return;
    m_rule = rule;
    m_environmentOrder.clear();
    if (!m_columns.empty()) {
        beginRemoveColumns({}, 0, columnCount() - 1);
        m_columns.clear();
        endRemoveColumns();
    }
    take(m_table.regroup(placing()));
}

void VersionsModel::setOrder(const QStringList &environments)
{
    m_environmentOrder = environments;
    arrangeColumns(wantedEnvironments());
}

QStringList VersionsModel::order() const
{
    QStringList names;
    for (const int number : m_columns)
        names += m_table.environments()[std::size_t(number)].name;
    for (const auto &name : m_environmentOrder) {
        if (!names.contains(name))
            names += name;
    }
    return names;
}

void VersionsModel::moveEnvironment(int from, int to)
{
    if (from == to || from < 0 || to < 0 || from >= columnCount() || to >= columnCount())
        return;
    auto environments = m_columns;
    const int moved = environments[std::size_t(from)];
    environments.erase(environments.begin() + from);
    environments.insert(environments.begin() + to, moved);
    arrangeColumns(std::move(environments));
    m_environmentOrder = order();
}

void VersionsModel::setFilter(const FilterWords &filter)
{
    if (m_filter == filter)
        return;
    const auto before = withoutPins(std::exchange(m_filter, filter));
    const auto known = withoutPins(filter);
    m_matcher = FilterMatcher(known);
    // Another letter can only hide more rows, and one less only show more: the others keep their state.
    const bool onlyHides = narrows(known, before);
    const bool onlyShows = narrows(before, known);
    for (const int number : m_order) {
        auto &fitting = m_fitting[std::size_t(number)];
        if (fitting ? !onlyShows : !onlyHides)
            fitting = fits(number);
    }
    showFitting();
}

void VersionsModel::setDifferingOnly(bool isDifferingOnly)
{
    if (m_isDifferingOnly == isDifferingOnly)
        return;
    m_isDifferingOnly = isDifferingOnly;
    refilter();
}

int VersionsModel::rowOf(const QString &repository) const
{
    const int number = m_table.rowOf(repository);
    return number < 0 ? -1 : rowOfNumber(number);
}

const VersionTable::Cell &VersionsModel::cellAt(int row, int column) const
{
    return rowAt(row).cell(m_columns[std::size_t(column)]);
}

bool VersionsModel::differs(int row) const
{
    return cellsDiffer(columnCount(), [&](int column) -> const VersionTable::Cell & { return cellAt(row, column); });
}

VersionCell VersionsModel::cell(int row, int column) const
{
    const auto &cell = cellAt(row, column);
    if (cell.versions.empty())
        return {};
    VersionCell said;
    said.versions = visibleLine(shortText(cell));
    said.state = worstOf(cell);
    said.hasDrift = cell.hasDrift();
    std::optional<Instant> syncedAt;
    for (const auto &version : cell.versions)
        syncedAt = std::max(syncedAt, version.syncedAt);
    if (syncedAt)
        said.age = ageText(m_clock.now() - *syncedAt);
    const int ahead = cellAhead(column, [&](int at) -> const VersionTable::Cell & { return cellAt(row, at); });
    if (ahead >= 0)
        said.ahead = title(ahead);
    return said;
}

QString VersionsModel::titleOf(const VersionTable::Environment &environment) const
{
    return m_rule.by == EnvironmentRule::By::Instance ? instanceName(environment.name) : environment.name;
}

QString VersionsModel::title(int column) const
{
    return visibleLine(titleOf(m_table.environments()[std::size_t(m_columns[std::size_t(column)])]));
}

QString VersionsModel::lag(int row, int column) const
{
    const int ahead = cellAhead(column, [&](int at) -> const VersionTable::Cell & { return cellAt(row, at); });
    if (ahead < 0)
        return {};
    QStringList versions;
    for (const auto &version : cellAt(row, column).versions)
        versions += version.version;
    std::vector<ApplicationKey> keys;
    for (const auto &entry : applications(row, ahead))
        keys.push_back(entry.key);
    const auto known = m_history.lag(repository(row), versions, keys);
    return known ? lagText(*known, title(ahead), m_zone) : QString();
}

void VersionsModel::reportLag()
{
    if (rowCount() > 0 && columnCount() > 0)
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1),
                           {Qt::AccessibleTextRole, Qt::ToolTipRole});
}

void VersionsModel::setZone(const QTimeZone &zone)
{
    m_zone = zone;
    reportLag();
}

std::vector<ApplicationEntry> VersionsModel::applications(int row, int column) const
{
    std::vector<ApplicationEntry> entries;
    for (const auto &version : cellAt(row, column).versions) {
        for (const int number : version.applications)
            entries.push_back(m_table.application(number).entry);
    }
    return entries;
}

QStringList VersionsModel::labels() const
{
    QSet<QString> keys;
    m_table.forEach([&](const ApplicationEntry &entry) {
        for (const auto &label : entry.application->labels)
            keys.insert(label.first);
    });
    QStringList sorted(keys.begin(), keys.end());
    std::ranges::sort(sorted, {}, naturalKey);
    return sorted;
}

VersionMatrix VersionsModel::shown() const
{
    auto matrix = m_table.matrix(shownNumbers(), m_columns);
    m_history.describe(matrix);
    for (int column = 0; column < columnCount(); ++column)
        matrix.environments[column] = titleOf(m_table.environments()[std::size_t(m_columns[std::size_t(column)])]);
    for (auto &row : matrix.rows) {
        for (auto &cell : row.cells) {
            for (auto &version : cell.versions) {
                for (auto &entry : version.applications)
                    entry.key.instance = instanceName(entry.key.instance);
            }
        }
    }
    return matrix;
}

int VersionsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_columns.size());
}

QVariant VersionsModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    switch (role) {
    case Qt::DisplayRole:
        return copied(index.row(), index.column());
    case Qt::AccessibleTextRole:
        return spoken(index.row(), index.column());
    case Qt::ToolTipRole:
        return toolTipText(toolTip(index.row(), index.column()));
    default:
        return {};
    }
}

QVariant VersionsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    const bool isRow = orientation == Qt::Vertical;
    if (section < 0 || section >= (isRow ? rowCount() : columnCount()))
        return {};
    const auto text = isRow ? visibleLine(repository(section)) : title(section);
    if (role == Qt::DisplayRole || role == Qt::AccessibleTextRole)
        return text;
    return role == Qt::ToolTipRole ? QVariant(toolTipText(text)) : QVariant();
}

/// Text for the clipboard, without ages, which would soon be wrong.
QString VersionsModel::copied(int row, int column) const
{
    const auto said = cell(row, column);
    if (said.versions.isEmpty())
        return u"–"_s;
    QStringList parts{said.versions};
    if (said.state.role != StateRole::Good)
        parts += said.state.word;
    if (!said.ahead.isEmpty())
        parts += tr("behind %1").arg(said.ahead);
    return joinedFacts(parts);
}

/// Screen readers read all cells of a row but not the vertical header, so the first cell includes it.
QString VersionsModel::spoken(int row, int column) const
{
    const auto said = spokenCell(row, column);
    const auto service = repository(row).section(u'/', -1);
    return column == 0 ? u"%1: %2"_s.arg(visibleLine(service), said) : said;
}

QString VersionsModel::spokenCell(int row, int column) const
{
    const auto said = cell(row, column);
    if (said.versions.isEmpty())
        return tr("does not run here");
    QStringList parts{said.versions, said.state.word};
    if (said.hasDrift)
        parts += tr("several versions");
    if (const auto known = lag(row, column); !said.ahead.isEmpty())
        parts += known.isEmpty() ? tr("behind %1").arg(said.ahead) : known;
    if (!said.age.isEmpty())
        parts += tr("synced %1 ago").arg(said.age);
    return parts.join(u", "_s);
}

QString VersionsModel::toolTip(int row, int column) const
{
    const auto &cell = cellAt(row, column);
    if (cell.versions.empty())
        return tr("%1 does not run in %2").arg(repository(row), title(column));
    QStringList lines;
    for (const auto &version : cell.versions) {
        QStringList names;
        for (const int number : version.applications) {
            const auto &key = m_table.application(number).entry.key;
            names += m_rule.by == EnvironmentRule::By::Instance
                ? key.name
                : u"%1 (%2)"_s.arg(key.name, instanceName(key.instance));
            if (std::size_t(names.size()) == kMostInToolTip)
                break;
        }
        if (version.applications.size() > kMostInToolTip)
            names += tr("%n more", nullptr, int(version.applications.size() - kMostInToolTip));
        QStringList state{nameOf(version.health), nameOf(version.sync)};
        state.removeAll(QString());
        if (version.syncedAt)
            state += tr("synced %1").arg(agoText(m_clock.now() - *version.syncedAt));
        lines += u"%1: %2"_s.arg(version.version, state.join(u", "_s));
        lines += u"    "_s + names.join(u", "_s);
    }
    if (const auto said = this->cell(row, column); !said.ahead.isEmpty())
        lines += tr("%1 runs other versions").arg(said.ahead);
    if (const auto known = lag(row, column); !known.isEmpty())
        lines += known;
    return lines.join(u'\n');
}

void VersionsModel::take(const VersionTable::Changes &changes)
{
    if (changes.hasOtherEnvironments)
        showEnvironments();
    const auto order = [this](int number) -> const QByteArray & { return m_table.row(number).order; };
    if (!changes.removed.empty()) {
        const auto gone = flagsOf(changes.removed);
        std::erase_if(m_order, [&](int number) { return has(gone, number); });
        for (const int number : changes.removed)
            m_fitting[std::size_t(number)] = 0;
    }
    if (!changes.inserted.empty()) {
        auto inserted = changes.inserted;
        std::ranges::sort(inserted, {}, order);
        std::vector<int> merged;
        std::ranges::merge(m_order, inserted, std::back_inserter(merged), {}, order, order);
        m_order = std::move(merged);
        m_fitting.resize(std::max(m_fitting.size(), std::size_t(std::ranges::max(inserted)) + 1));
    }
    for (const auto *numbers : {&changes.inserted, &changes.changed}) {
        for (const int number : *numbers)
            m_fitting[std::size_t(number)] = fits(number);
    }
    showFitting();
    if (!m_columns.empty())
        reportChanged(changes.changed, 0, columnCount() - 1,
                      {Qt::DisplayRole, Qt::AccessibleTextRole, Qt::ToolTipRole});
}

std::vector<int> VersionsModel::wantedEnvironments() const
{
    const auto &all = m_table.environments();
    std::vector<std::tuple<qsizetype, QByteArray, int>> places;
    for (int number = 0; number < int(all.size()); ++number) {
        const auto &environment = all[std::size_t(number)];
        if (environment.applications == 0)
            continue;
        const auto at = m_environmentOrder.indexOf(environment.name);
        places.emplace_back(at < 0 ? m_environmentOrder.size() : at, naturalKey(titleOf(environment)), number);
    }
    std::ranges::sort(places);
    std::vector<int> numbers;
    for (const auto &place : places)
        numbers.push_back(std::get<int>(place));
    return numbers;
}

void VersionsModel::showEnvironments()
{
    const auto wanted = wantedEnvironments();
    const auto isWanted = flagsOf(wanted);
    for (int column = columnCount() - 1; column >= 0; --column) {
        if (has(isWanted, m_columns[std::size_t(column)]))
            continue;
        beginRemoveColumns({}, column, column);
        m_columns.erase(m_columns.begin() + column);
        endRemoveColumns();
    }
    const auto isThere = flagsOf(m_columns);
    std::vector<int> kept;
    std::ranges::copy_if(wanted, std::back_inserter(kept), [&](int number) { return has(isThere, number); });
    arrangeColumns(std::move(kept));
    for (std::size_t first = 0; first < wanted.size(); ++first) {
        if (has(isThere, wanted[first]))
            continue;
        auto last = first;
        while (last + 1 < wanted.size() && !has(isThere, wanted[last + 1]))
            ++last;
        beginInsertColumns({}, int(first), int(last));
        m_columns.insert(m_columns.begin() + std::ptrdiff_t(first), wanted.begin() + std::ptrdiff_t(first),
                         wanted.begin() + std::ptrdiff_t(last) + 1);
        endInsertColumns();
        first = last;
    }
}

/// Reorders the columns. @p environments has the same elements as m_columns.
void VersionsModel::arrangeColumns(std::vector<int> environments)
{
    if (environments == m_columns)
        return;
    Q_EMIT layoutAboutToBeChanged({}, QAbstractItemModel::HorizontalSortHint);
    const auto from = persistentIndexList();
    QModelIndexList to;
    for (const auto &each : from) {
        const auto at = std::ranges::find(environments, m_columns[std::size_t(each.column())]);
        to += index(each.row(), int(at - environments.begin()));
    }
    m_columns = std::move(environments);
    changePersistentIndexList(from, to);
    Q_EMIT layoutChanged({}, QAbstractItemModel::HorizontalSortHint);
}

bool VersionsModel::fits(int number) const
{
    const auto &row = m_table.row(number);
    if (m_isDifferingOnly
        && !cellsDiffer(int(row.cells.size()), [&](int at) -> const VersionTable::Cell & { return row.cell(at); }))
        return false;
    if (m_filter.isEmpty())
        return true;
    auto images = row.searched + ':';
    for (const auto &cell : row.cells) {
        for (const auto &version : cell.versions) {
            images.truncate(row.searched.size() + 1);
            images += version.searched;
            const BigramSet imageBigrams{QByteArrayView(images)};
            if (std::ranges::any_of(version.applications, [&](int one) {
                    return m_matcher.mayFit(imageBigrams | m_table.bigrams(one))
                        && m_matcher.fits(m_table.application(one).subject, images);
                }))
                return true;
        }
    }
    return false;
}

void VersionsModel::refilter()
{
    for (const int number : m_order)
        m_fitting[std::size_t(number)] = fits(number);
    showFitting();
}

void VersionsModel::showFitting()
{
    std::vector<int> wanted;
    std::ranges::copy_if(m_order, std::back_inserter(wanted),
                         [this](int number) { return m_fitting[std::size_t(number)] != 0; });
    showNumbers(wanted);
}

} // namespace lynceus
