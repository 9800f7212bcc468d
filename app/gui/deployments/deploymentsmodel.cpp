#include "app/gui/deployments/deploymentsmodel.h"

#include "app/gui/widgets/tooltips.h"
#include "core/domain/base/visibletext.h"
#include "core/domain/teamserver/taskwatch.h"
#include "core/engine/text/deploymenttext.h"

#include <QDateTime>
#include <QLocale>
#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace lynceus {

namespace {

bool isBefore(const Deployment &left, const Deployment &right)
{
    if (left.isOver() != right.isOver())
        return right.isOver();
    if (left.startedAt != right.startedAt)
        return left.startedAt > right.startedAt;
    return deploymentId(left) < deploymentId(right);
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

DeploymentsModel::DeploymentsModel(const Clock &clock, const QTimeZone &zone, QObject *parent)
    : QAbstractTableModel(parent)
    , m_clock(clock)
    , m_zone(zone)
{ }

DeploymentsModel::~DeploymentsModel() = default;

void DeploymentsModel::show(std::vector<Deployment> deployments)
{
    m_all.clear();
    for (auto &deployment : deployments) {
        const auto id = deploymentId(deployment);
        m_all.insert(id, std::move(deployment));
    }
    findRepeated();
    arrange();
}

void DeploymentsModel::put(const std::vector<Deployment> &deployments)
{
    for (const auto &deployment : deployments)
        m_all.insert(deploymentId(deployment), deployment);
    findRepeated();
    arrange();
}

void DeploymentsModel::setFilter(const DeploymentFilter &filter)
{
    if (m_filter == filter)
        return;
    m_filter = filter;
    m_matcher = DeploymentMatcher(filter);
    arrange();
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
    if (!m_shown.empty())
        Q_EMIT dataChanged(index(0, Began), index(rowCount() - 1, Began));
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
    arrange(); // a filter may name it
    if (!m_shown.empty())
        Q_EMIT dataChanged(index(0, InstanceName), index(rowCount() - 1, InstanceName));
}

void DeploymentsModel::findRepeated()
{
    m_repeated.clear();
    QHash<QString, std::vector<const Deployment *>> told;
    for (const auto &each : std::as_const(m_all)) {
        if (isTaskWatch(each.watch))
            told[each.application.name].push_back(&each);
    }
    if (told.isEmpty())
        return;
    for (const auto &seen : std::as_const(m_all)) {
        const auto tasks = told.constFind(seen.application.name);
        if (tasks == told.constEnd() || isTaskWatch(seen.watch))
            continue;
        for (const auto *task : *tasks) {
            if (repeats(*task, seen))
                m_repeated.insert(deploymentId(*task));
        }
    }
}

bool DeploymentsModel::fits(const Deployment &deployment) const
{
    return !m_repeated.contains(deploymentId(deployment))
        && m_matcher.fits(deployment, m_instances.nameOf(deployment.application.instance), m_clock.now());
}

void DeploymentsModel::arrange()
{
    std::vector<Deployment> wanted;
    std::ranges::copy_if(m_all, std::back_inserter(wanted), [this](const Deployment &each) {
        return (!m_part || (each.startedAt >= m_part->first && each.startedAt < m_part->second)) && fits(each);
    });
    std::ranges::sort(wanted, isBefore);
    QHash<QString, std::size_t> places;
    for (std::size_t i = 0; i < wanted.size(); ++i)
        places.insert(deploymentId(wanted[i]), i);
    removeUnwanted(places);
    QSet<QString> isThere;
    for (const auto &each : m_shown)
        isThere.insert(deploymentId(each));
    for (std::size_t row = 0; row < wanted.size(); ++row) {
        const auto id = deploymentId(wanted[row]);
        const auto place = int(row);
        if (!isThere.contains(id)) {
            auto last = row; // all that come in one place come at once
            while (last + 1 < wanted.size() && !isThere.contains(deploymentId(wanted[last + 1])))
                ++last;
            beginInsertRows({}, place, int(last));
            m_shown.insert(m_shown.begin() + place, wanted.begin() + place, wanted.begin() + std::ptrdiff_t(last) + 1);
            endInsertRows();
            row = last;
            continue;
        }
        const auto known = std::find_if(m_shown.begin() + place, m_shown.end(),
                                        [&id](const Deployment &each) { return deploymentId(each) == id; });
        if (known != m_shown.begin() + place) {
            const auto from = int(known - m_shown.begin());
            beginMoveRows({}, from, from, {}, place);
            std::rotate(m_shown.begin() + place, known, known + 1);
            endMoveRows();
        }
        if (m_shown[row] != wanted[row]) {
            m_shown[row] = wanted[row];
            Q_EMIT dataChanged(index(place, 0), index(place, ColumnCount - 1));
        }
    }
}

void DeploymentsModel::removeUnwanted(const QHash<QString, std::size_t> &wanted)
{
    const auto isWanted = [&](int row) { return wanted.contains(deploymentId(deployment(row))); };
    for (int last = rowCount() - 1; last >= 0; --last) {
        if (isWanted(last))
            continue;
        int first = last;
        while (first > 0 && !isWanted(first - 1))
            --first;
        beginRemoveRows({}, first, last);
        m_shown.erase(m_shown.begin() + first, m_shown.begin() + last + 1);
        endRemoveRows();
        last = first;
    }
}

const Deployment *DeploymentsModel::at(const QModelIndex &index) const
{
    return index.isValid() ? &deployment(index.row()) : nullptr;
}

int DeploymentsModel::rowOf(const QString &id) const
{
    const auto found =
        std::ranges::find_if(m_shown, [&id](const Deployment &each) { return deploymentId(each) == id; });
    return found == m_shown.end() ? -1 : int(found - m_shown.begin());
}

DeploymentTrend DeploymentsModel::trend(Instant from, Instant until, const std::vector<Deployment> &before) const
{
    std::vector<DeploymentSample> samples;
    const auto add = [&](const Deployment &deployment) {
        if (fits(deployment))
            samples.push_back(sampleOf(deployment));
    };
    std::ranges::for_each(before, add);
    std::ranges::for_each(m_all, add);
    std::ranges::sort(samples, {}, &DeploymentSample::startedAt);
    return deploymentTrend(samples, from, until);
}

bool DeploymentsModel::hasRunning() const
{
    return !m_shown.empty() && !m_shown.front().isOver();
}

QString DeploymentsModel::text(int row, int column) const
{
    const auto &one = deployment(row);
    switch (column) {
    case Began: {
        const auto at = QDateTime::fromMSecsSinceEpoch(one.startedAt.time_since_epoch().count(), m_zone);
        const auto today = QDateTime::fromMSecsSinceEpoch(m_clock.now().time_since_epoch().count(), m_zone).date();
        return at.date() == today ? at.time().toString(u"HH:mm:ss"_s) : at.toString(u"yyyy-MM-dd HH:mm"_s);
    }
    case Application:
        return visibleLine(one.application.name);
    case InstanceName:
        return visibleLine(m_instances.nameOf(one.application.instance));
    case Change:
        return visibleLine(changeText(one));
    case By:
        return visibleLine(actorWords(one.actor));
    case Took: {
        const auto end = one.endedAt ? *one.endedAt : m_clock.now();
        return one.isOver() && !one.endedAt ? u"–"_s : formatDuration(std::max(Duration{0}, end - one.startedAt));
    }
    case Outcome:
        return markOf(one.outcome).word;
    case Proof:
        return one.proof == Deployment::Proof::Watched ? tr("watched")
            : one.proof == Deployment::Proof::Observed ? tr("observed")
                                                       : tr("reconstructed");
    default:
        return {};
    }
}

QString DeploymentsModel::secondLine(int row) const
{
    const auto &one = deployment(row);
    if (const auto cause = causeWords(one); !cause.isEmpty())
        return visibleLine(cause);
    QStringList parts;
    if (const auto commit = changedCommit(one); !commit.isEmpty())
        parts += shortCommit(commit);
    if (one.commit)
        parts += {one.commit->message.section(u'\n', 0, 0), one.commit->author.section(u" <"_s, 0, 0)};
    parts.removeAll(QString());
    return visibleLine(parts.join(u" · "_s));
}

QString DeploymentsModel::spoken(int row) const
{
    QStringList parts{text(row, Outcome) + u": "_s + text(row, Application),
                      tr("on %1").arg(text(row, InstanceName)),
                      text(row, Change),
                      tr("by %1").arg(text(row, By)),
                      tr("began %1").arg(text(row, Began)),
                      tr("took %1").arg(text(row, Took)),
                      text(row, Proof),
                      secondLine(row)};
    parts.removeAll(QString());
    return parts.join(u", "_s);
}

int DeploymentsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_shown.size());
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
        return index.column() == Began ? spoken(index.row()) : text(index.row(), index.column());
    if (role == Qt::ToolTipRole) {
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
        return int(Qt::AlignTrailing | Qt::AlignVCenter); // as the times below
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
