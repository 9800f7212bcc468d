#include "app/gui/deployments/deploymentsmodel.h"

#include "app/gui/widgets/labels/tooltips.h"
#include "app/gui/widgets/painting/stagemarks.h"
#include "core/domain/deployments/watcheddeployment.h"
#include "core/domain/search/naturalkey.h"
#include "core/domain/teamserver/taskwatch.h"
#include "core/domain/text/facts.h"
#include "core/domain/text/visibletext.h"
#include "core/domain/time/timeofday.h"
#include "core/engine/text/boardtext.h"
#include "core/engine/text/deploymenttext.h"
#include "core/engine/text/wording.h"

#include <QDateTime>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace lynceus {

namespace {

/// Sort key of a row: a natural key for text, otherwise a number.
struct SortKey
{
    int number = 0;
    bool isOver = false;
    QByteArray text;
    qint64 value = 0;
};

Duration tookOf(const Deployment &deployment, Instant now)
{
    return std::max(Duration{0}, deployment.endedAt.value_or(now) - deployment.startedAt);
}

} // namespace

StateMark markOf(Deployment::Outcome outcome)
{
    switch (outcome) {
    case Deployment::Outcome::InProgress:
        return {"loader-circle"_L1, StateRole::Working, DeploymentsModel::tr("In progress")};
    case Deployment::Outcome::Deployed:
        return {"circle-check"_L1, StateRole::Good, DeploymentsModel::tr("Deployed")};
    case Deployment::Outcome::Failed:
        return {"circle-x"_L1, StateRole::Bad, DeploymentsModel::tr("Failed")};
    case Deployment::Outcome::TimedOut:
        return {"hourglass"_L1, StateRole::Bad, DeploymentsModel::tr("Timed out")};
    case Deployment::Outcome::Superseded:
        return {"repeat"_L1, StateRole::Neutral, DeploymentsModel::tr("Superseded")};
    case Deployment::Outcome::Unknown:
        return {"circle-question-mark"_L1, StateRole::Neutral, DeploymentsModel::tr("Unknown")};
    }
    Q_UNREACHABLE();
}

DeploymentsModel::DeploymentsModel(const EngineState &state, const Clock &clock, const QTimeZone &zone, QObject *parent)
    : OrderedTableModel(parent)
    , m_state(state)
    , m_clock(clock)
    , m_zone(zone)
{ }

DeploymentsModel::~DeploymentsModel() = default;

QString DeploymentsModel::idOf(const DeploymentRow &row)
{
    return row.isWatchAlone ? u"watch/"_s + row.watch->id : deploymentId(row.deployment);
}

/// Adds or replaces the row in m_rows. The caller must call arrange().
int DeploymentsModel::putRow(DeploymentRow row)
{
    const auto id = idOf(row);
    const auto known = m_numberOf.constFind(id);
    int number = known == m_numberOf.cend() ? int(m_rows.size()) : *known;
    if (known == m_numberOf.cend() && !m_free.empty()) {
        number = m_free.back();
        m_free.pop_back();
    } else if (known == m_numberOf.cend()) {
        m_rows.emplace_back();
        m_fitting.emplace_back();
    }
    m_numberOf.insert(id, number);
    m_fitting[std::size_t(number)] = fits(row);
    m_rows[std::size_t(number)] = std::move(row);
    return number;
}

void DeploymentsModel::show(std::vector<Deployment> deployments, const std::vector<WatchRecord> &ended)
{
    QHash<QString, const WatchRecord *> watches;
    for (const auto &watch : ended)
        watches.insert(watch.id, &watch);
    std::vector<DeploymentRow> rows;
    for (auto &deployment : deployments) {
        DeploymentRow row{std::move(deployment), {}};
        if (const auto *watch = watches.take(row.deployment.watch))
            row.watch = *watch;
        rows.push_back(std::move(row));
    }
    for (const auto *watch : std::as_const(watches))
        rows.push_back({deploymentOf(*watch), *watch, true});

    auto gone = m_numberOf;
    for (const auto &row : rows)
        gone.remove(idOf(row));
    for (auto each = gone.cbegin(); each != gone.cend(); ++each)
        m_numberOf.remove(each.key()); // the data stays until the row is removed from the list
    std::vector<int> changed;
    for (auto &row : rows) {
        const auto known = m_numberOf.constFind(idOf(row));
        const bool isSame = known != m_numberOf.cend() && m_rows[std::size_t(*known)].deployment == row.deployment
            && m_rows[std::size_t(*known)].watch == row.watch;
        const int number = putRow(std::move(row)); // even if unchanged: the filter may depend on the current time
        if (!isSame)
            changed.push_back(number);
    }
    findRepeated();
    arrange();
    for (const int number : std::as_const(gone)) {
        m_rows[std::size_t(number)] = {};
        m_free.push_back(number);
    }
    reportChanged(changed, 0, ColumnCount - 1);
}

void DeploymentsModel::put(const std::vector<Deployment> &deployments)
{
    const auto find = [this](const QString &id) -> const DeploymentRow * {
        const auto number = m_numberOf.constFind(id);
        return number == m_numberOf.cend() ? nullptr : &m_rows[std::size_t(*number)];
    };
    std::vector<int> changed;
    std::vector<int> freed;
    for (const auto &deployment : deployments) {
        DeploymentRow row{deployment, {}};
        const auto *known = find(deploymentId(deployment));
        const auto alone = u"watch/"_s + deployment.watch;
        if (const auto *watch = find(alone)) { // the watch has a deployment now
            row.watch = watch->watch;
            freed.push_back(m_numberOf.take(alone));
        } else if (known && known->watch && known->watch->id == deployment.watch) {
            row.watch = known->watch;
        }
        changed.push_back(putRow(std::move(row)));
    }
    findRepeated();
    arrange();
    for (const int number : freed) {
        m_rows[std::size_t(number)] = {};
        m_free.push_back(number);
    }
    reportChanged(changed, 0, ColumnCount - 1);
}

void DeploymentsModel::findRepeated()
{
    m_repeated.clear();
    QHash<QString, std::vector<int>> reported;
    for (const int number : std::as_const(m_numberOf)) {
        const auto &deployment = m_rows[std::size_t(number)].deployment;
        if (isTaskWatch(deployment.watch))
            reported[deployment.application.name].push_back(number);
    }
    if (reported.isEmpty())
        return;
    QStringList names;
    for (const auto &state : m_state.instances())
        names.append(state.instance.name);
    const auto repeatsTask = [&](const Deployment &each, const Deployment &seen) {
        const auto place = taskPlaceOf(each.watch);
        const auto *task = place ? m_state.serverTask(place->server, place->task) : nullptr;
        return repeats(each, seen)
            && !(task && isElsewhere(*task, m_state.instanceName(seen.application.instance), names));
    };
    for (const int number : std::as_const(m_numberOf)) {
        const auto &seen = m_rows[std::size_t(number)];
        const auto tasks = reported.constFind(seen.deployment.application.name);
        if (tasks == reported.constEnd() || seen.isWatchAlone || isTaskWatch(seen.deployment.watch))
            continue;
        for (const int task : *tasks) {
            if (repeatsTask(m_rows[std::size_t(task)].deployment, seen.deployment))
                m_repeated.insert(task);
        }
    }
}

void DeploymentsModel::put(const WatchRecord &watch)
{
    std::vector<int> touched;
    // Hundreds of watches may run. Only rows in progress, which are at the top, show stages.
    for (int at = 0; at < rowCount() && !deployment(at).isOver(); ++at) {
        if (deployment(at).application == watch.expectation.application)
            touched.push_back(numberAt(at));
    }
    if (watch.isOver()) {
        const auto judged = std::ranges::find_if(
            m_numberOf, [&](int number) { return m_rows[std::size_t(number)].deployment.watch == watch.id; });
        DeploymentRow row{deploymentOf(watch), watch, true};
        if (judged != m_numberOf.end() && !m_rows[std::size_t(*judged)].isWatchAlone)
            row = {m_rows[std::size_t(*judged)].deployment, watch, false};
        touched.push_back(putRow(std::move(row)));
        arrange();
    }
    reportChanged(touched, 0, ColumnCount - 1);
}

void DeploymentsModel::setFilter(const DeploymentFilter &filter)
{
    if (m_filter == filter)
        return;
    m_filter = filter;
    m_matcher = DeploymentMatcher(filter);
    refilter();
}

void DeploymentsModel::setPart(Instant from, Instant until)
{
    m_part = {from, until};
    arrange();
}

void DeploymentsModel::clearPart()
{
    m_part.reset();
    arrange();
}

void DeploymentsModel::setZone(const QTimeZone &zone)
{
    m_zone = zone;
    if (rowCount() > 0)
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1)); // causes contain times
}

void DeploymentsModel::putInstance(const Instance &instance)
{
    const auto &id = instance.id;
    if (m_instances.names.value(id) == instance.name && m_colours.value(id) == instance.colour
        && m_instances.baseUrls.value(id) == instance.baseUrl)
        return;
    m_instances.names.insert(id, instance.name);
    m_instances.baseUrls.insert(id, instance.baseUrl);
    m_colours.insert(id, instance.colour);
    refilter(); // the filter may contain the instance's name
    if (rowCount() > 0)
        Q_EMIT dataChanged(index(0, InstanceName), index(rowCount() - 1, InstanceName));
}

bool DeploymentsModel::fits(const DeploymentRow &row) const
{
    const auto more = row.watch
        ? QStringList{row.watch->request.release, row.watch->request.note, row.watch->takenBy}.join(u'\n')
        : QString();
    return m_matcher.fits(row.deployment, m_instances.nameOf(row.deployment.application.instance), m_clock.now(), more);
}

void DeploymentsModel::refilter()
{
    for (const int number : std::as_const(m_numberOf))
        m_fitting[std::size_t(number)] = fits(m_rows[std::size_t(number)]);
    arrange();
}

void DeploymentsModel::sort(int column, Qt::SortOrder order)
{
    if (column < 0 || column >= ColumnCount)
        return;
    m_sortColumn = column;
    m_sortOrder = order;
    arrange();
}

void DeploymentsModel::arrange()
{
    const auto now = m_clock.now();
    std::vector<SortKey> keys;
    for (const int number : std::as_const(m_numberOf)) {
        const auto &row = m_rows[std::size_t(number)];
        const auto began = row.deployment.startedAt;
        if (m_fitting[std::size_t(number)] == 0 || m_repeated.contains(number)
            || (m_part && (began < m_part->first || began >= m_part->second)))
            continue;
        SortKey key{number, row.deployment.isOver(), {}, 0};
        if (m_sortColumn == Began)
            key.value = began.time_since_epoch().count();
        else if (m_sortColumn == Took)
            key.value = tookOf(row.deployment, now).count();
        else
            key.text = naturalKey(textOf(row, m_sortColumn));
        keys.push_back(std::move(key));
    }
    const bool isDescending = m_sortOrder == Qt::DescendingOrder;
    std::ranges::sort(keys, [&](const SortKey &left, const SortKey &right) {
        if (left.isOver != right.isOver)
            return right.isOver;
        if (left.value != right.value)
            return (left.value < right.value) != isDescending;
        if (const int by = left.text.compare(right.text); by != 0)
            return (by < 0) != isDescending;
        const auto &leftRow = m_rows[std::size_t(left.number)];
        const auto &rightRow = m_rows[std::size_t(right.number)];
        if (leftRow.deployment.startedAt != rightRow.deployment.startedAt)
            return leftRow.deployment.startedAt > rightRow.deployment.startedAt;
        return idOf(leftRow) < idOf(rightRow);
    });
    std::vector<int> wanted(keys.size());
    std::ranges::transform(keys, wanted.begin(), &SortKey::number);
    showNumbers(wanted);
}

const DeploymentRow *DeploymentsModel::at(const QModelIndex &index) const
{
    return index.isValid() ? &row(index.row()) : nullptr;
}

std::vector<Deployment> DeploymentsModel::shown() const
{
    std::vector<Deployment> listed;
    for (int at = 0; at < rowCount(); ++at) {
        if (!row(at).isWatchAlone)
            listed.push_back(deployment(at));
    }
    return listed;
}

std::vector<WatchRecord> DeploymentsModel::shownWatches() const
{
    std::vector<WatchRecord> listed;
    for (int at = 0; at < rowCount(); ++at) {
        if (const auto &watch = row(at).watch)
            listed.push_back(*watch);
    }
    return listed;
}

DeploymentTrend DeploymentsModel::trend(Instant from, Instant until, const std::vector<Deployment> &before) const
{
    std::vector<DeploymentSample> samples;
    for (const auto &deployment : before) {
        if (fits({deployment, {}}))
            samples.push_back(sampleOf(deployment));
    }
    for (const int number : m_numberOf) {
        const auto &row = m_rows[std::size_t(number)];
        if (m_fitting[std::size_t(number)] != 0 && !row.isWatchAlone && !m_repeated.contains(number))
            samples.push_back(sampleOf(row.deployment));
    }
    std::ranges::sort(samples, {}, &DeploymentSample::startedAt);
    return deploymentTrend(samples, from, until);
}

std::optional<Instant> DeploymentsModel::oldest() const
{
    std::optional<Instant> oldest;
    for (const int number : m_numberOf) {
        const auto began = m_rows[std::size_t(number)].deployment.startedAt;
        oldest = std::min(oldest.value_or(began), began);
    }
    return oldest;
}

bool DeploymentsModel::hasRunning() const
{
    return rowCount() > 0 && !deployment(0).isOver();
}

QString DeploymentsModel::text(int at, int column) const
{
    return textOf(row(at), column);
}

QString DeploymentsModel::textOf(const DeploymentRow &row, int column) const
{
    const auto &one = row.deployment;
    switch (column) {
    case Began: {
        const auto at = QDateTime::fromMSecsSinceEpoch(one.startedAt.time_since_epoch().count(), m_zone);
        const auto today = QDateTime::fromMSecsSinceEpoch(m_clock.now().time_since_epoch().count(), m_zone).date();
        return at.date() == today ? timeOfDayText(at.time(), TimeOfDay::Seconds)
                                  : at.toString(u"yyyy-MM-dd "_s) + timeOfDayText(at.time(), TimeOfDay::Minutes);
    }
    case Application:
        return visibleLine(one.application.name);
    case InstanceName:
        return visibleLine(m_instances.nameOf(one.application.instance));
    case Change:
        return visibleLine(row.isWatchAlone ? versionsText(*row.watch) : changeText(one));
    case By:
        return visibleLine(translatedActorText(one.actor));
    case Took:
        return one.isOver() && !one.endedAt
            ? u"–"_s
            : durationText(std::chrono::floor<std::chrono::seconds>(tookOf(one, m_clock.now())));
    case Outcome:
        return row.isWatchAlone ? markOf(row.watch->verdict).word : markOf(one.outcome).word;
    case Proof:
        return one.proof == Deployment::Proof::Watched ? tr("watched")
            : one.proof == Deployment::Proof::Observed ? tr("observed")
                                                       : tr("reconstructed");
    default:
        return {};
    }
}

StateMark DeploymentsModel::mark(int at) const
{
    const auto &one = row(at);
    return one.isWatchAlone ? markOf(one.watch->verdict) : markOf(one.deployment.outcome);
}

std::optional<StageMarks> DeploymentsModel::stages(int at) const
{
    const auto &one = deployment(at);
    if (one.isOver())
        return std::nullopt;
    if (const auto place = taskPlaceOf(one.watch)) {
        const auto *task = m_state.serverTask(place->server, place->task);
        const auto record = task ? std::optional(watchOf(*task, place->server)) : std::nullopt;
        return record && !isStateAlone(*record) ? std::optional(stageMarks(record->verdict)) : std::nullopt;
    }
    for (const auto &watch : m_state.watches()) {
        if (!watch.isOver() && isAbout(watch, one))
            return stageMarks(watch.verdict);
    }
    return observedMarks(one);
}

QString DeploymentsModel::secondLine(int at) const
{
    const auto &one = deployment(at);
    const auto &watch = row(at).watch;
    QStringList parts;
    if (row(at).isWatchAlone)
        parts += rowSentence(*watch, m_zone).joined();
    else if (const auto cause = causeText(one); !cause.isEmpty())
        parts += cause;
    else if (const auto commit = changedCommit(one); !commit.isEmpty())
        parts += shortCommit(commit);
    if (one.commit && one.cause.isEmpty() && !row(at).isWatchAlone)
        parts += {one.commit->message.section(u'\n', 0, 0), one.commit->author.section(u" <"_s, 0, 0)};
    if (watch && !watch->request.release.isEmpty())
        parts += tr("release %1").arg(watch->request.release);
    return visibleLine(joinedFacts(parts));
}

/// Screen readers read all cells of a row, so each cell's text contains only its own part.
QString DeploymentsModel::spoken(int row, int column) const
{
    const auto shown = text(row, column);
    switch (column) {
    case Began:
        return shown.isEmpty() ? shown : tr("began %1").arg(shown);
    case InstanceName:
        return shown.isEmpty() ? shown : tr("on %1").arg(shown);
    case By:
        return shown.isEmpty() ? shown : tr("by %1").arg(shown);
    case Took:
        return shown.isEmpty() ? shown : tr("took %1").arg(shown);
    case Outcome: {
        const auto marks = stages(row);
        QStringList parts{shown, marks ? lynceus::textOf(*marks) : QString(), secondLine(row)};
        parts.removeAll(QString());
        return parts.join(u", "_s);
    }
    default:
        return shown;
    }
}

int DeploymentsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant DeploymentsModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    if (role == Qt::DisplayRole)
        return text(index.row(), index.column());
    if (role == Qt::AccessibleTextRole)
        return spoken(index.row(), index.column());
    if (role == Qt::ToolTipRole) {
        if (const auto marks = stages(index.row()); marks && index.column() == Outcome)
            return toolTipText(lynceus::textOf(*marks));
        const auto second = secondLine(index.row());
        const auto whole = wholeChangeText(deployment(index.row()));
        return toolTipText(QStringList{
            index.column() == Change && !whole.isEmpty() ? whole : text(index.row(), index.column()), second}
                               .join(second.isEmpty() ? QString() : u"\n"_s));
    }
    return {};
}

QVariant DeploymentsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation == Qt::Horizontal && section == Took && role == Qt::TextAlignmentRole)
        return int(Qt::AlignTrailing | Qt::AlignVCenter); // like the cells of the column
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Began:
        return tr("Began");
    case Application:
        return tr("Application");
    case InstanceName:
        return tr("Instance");
    case Change:
        return tr("Change");
    case By:
        return tr("By");
    case Took:
        return tr("Took");
    case Outcome:
        return tr("Outcome");
    case Proof:
        return tr("Proof");
    default:
        return {};
    }
}

} // namespace lynceus
