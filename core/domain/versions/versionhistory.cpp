#include "core/domain/versions/versionhistory.h"

#include "core/domain/versions/chartversions.h"
#include "core/domain/versions/versionmatrix.h"

#include <algorithm>

namespace lynceus {

void VersionHistory::take(const Deployment &deployment)
{
    Known known;
    for (const auto &change : deployment.images) {
        if (!change.isHook && !change.to.isEmpty())
            known.steps.push_back({change.repository, change.from, change.to});
    }
    if (!deployment.chartTo.isEmpty())
        known.steps.push_back({{}, QStringList{deployment.chartFrom}, QStringList{deployment.chartTo}});
    if (known.steps.empty())
        return;
    using Outcome = Deployment::Outcome;
    known.counts = deployment.outcome != Outcome::Failed && deployment.outcome != Outcome::TimedOut
        && deployment.outcome != Outcome::Superseded;
    auto &steps = m_known[deployment.application];
    steps.insert_or_assign(deployment.startedAt, std::move(known));
    if (steps.size() > kMost)
        steps.erase(steps.begin());
}

const VersionHistory::Step *VersionHistory::stepOf(const Known &known, const QString &service)
{
    const bool isChart = isChartService(service);
    const auto step = std::ranges::find_if(
        known.steps, [&](const Step &one) { return isChart ? one.service.isEmpty() : one.service == service; });
    return step == known.steps.end() ? nullptr : &*step;
}

std::optional<VersionLag> VersionHistory::lagOf(const Steps &steps, const QString &service, const QString &version)
{
    VersionLag lag{0, {}};
    for (auto known = steps.rbegin(); known != steps.rend(); ++known) {
        const auto *step = stepOf(known->second, service);
        if (!step)
            continue;
        if (known->second.counts)
            ++lag.deployments;
        if (!step->from.contains(version))
            continue;
        lag.deployments = std::max(lag.deployments, 1);
        lag.since = known->first;
        return lag;
    }
    return std::nullopt;
}

std::optional<VersionLag> VersionHistory::lag(const QString &service, const QStringList &versions,
                                              const std::vector<ApplicationKey> &ahead) const
{
    std::optional<VersionLag> most;
    for (const auto &application : ahead) {
        const auto steps = m_known.constFind(application);
        if (steps == m_known.cend())
            continue;
        for (const auto &version : versions) {
            const auto one = lagOf(*steps, service, version);
            const bool isMore = one
                && (!most || one->deployments > most->deployments
                    || (one->deployments == most->deployments && one->since < most->since));
            if (isMore)
                most = one;
        }
    }
    return most;
}

std::optional<Instant> VersionHistory::since(const ApplicationKey &application, const QString &service,
                                             const QString &version) const
{
    const auto steps = m_known.constFind(application);
    if (steps == m_known.cend())
        return std::nullopt;
    for (auto known = steps->rbegin(); known != steps->rend(); ++known) {
        const auto *step = stepOf(known->second, service);
        if (step && step->to.contains(version))
            return known->first;
        if (step && known->second.counts)
            return std::nullopt; // another version followed
    }
    return std::nullopt;
}

void VersionHistory::describe(VersionMatrix &matrix) const
{
    for (auto &row : matrix.rows) {
        for (std::size_t column = 0; column < row.cells.size(); ++column) {
            auto &cell = row.cells[column];
            for (auto &version : cell.versions) {
                version.since.reset();
                for (const auto &entry : version.applications)
                    version.since = std::max(version.since, since(entry.key, row.repository, version.version));
            }
            cell.lag.reset();
            const int left = row.behind(column);
            if (left < 0)
                continue;
            std::vector<ApplicationKey> ahead;
            for (const auto &version : row.cells[std::size_t(left)].versions) {
                for (const auto &entry : version.applications)
                    ahead.push_back(entry.key);
            }
            cell.lag = lag(row.repository, cell.names(), ahead);
        }
    }
}

} // namespace lynceus
