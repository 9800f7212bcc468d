#include "app/cli/commands/commands.h"
#include "app/cli/commands/watches/pastquery.h"
#include "app/cli/process/console.h"
#include "core/engine/deployments/deploymentexport.h"
#include "core/engine/deployments/deploymentreport.h"
#include "core/io/store/database/storefolder.h"
#include "core/io/store/deployments/deploymentstore.h"

using namespace Qt::StringLiterals;

namespace lynceus {

namespace {

constexpr Duration kUsualPeriod = std::chrono::hours(24 * 7);
constexpr int kMostFailures = 200; // failures with a timeline in the report

/// "application shop-web, instance prod"; empty if nothing is filtered.
QString scopeText(const DeploymentQuery &query, const InstanceNames &instances)
{
    QStringList parts;
    const auto add = [&](const QString &what, const QString &value) {
        if (!value.isEmpty())
            parts += what + u' ' + value;
    };
    const auto addNames = [&](const QString &what, const auto &values) {
        QStringList names;
        for (const auto value : values)
            names += nameOf(value);
        add(what, names.join(u" or "_s));
    };
    add(u"application"_s, query.application);
    add(u"instance"_s, query.instance.isEmpty() ? QString() : instances.nameOf(query.instance));
    add(u"project"_s, query.project);
    add(u"rule"_s, query.rule);
    addNames(u"outcome"_s, query.outcomes);
    addNames(u"actor"_s, query.actors);
    addNames(u"proof"_s, query.proofs);
    add(u"with"_s, query.text);
    return parts.join(u", "_s);
}

bool isFailure(const Deployment &deployment)
{
    return deployment.outcome == Deployment::Outcome::Failed || deployment.outcome == Deployment::Outcome::TimedOut;
}

Result<std::vector<DeploymentReport::Failure>> failuresOf(DeploymentStore &store, DeploymentQuery query)
{
    query.limit = kMostFailures;
    query.offset = 0;
    if (query.outcomes.empty())
        query.outcomes = {Deployment::Outcome::Failed, Deployment::Outcome::TimedOut};
    const auto found = store.find(query);
    if (!found)
        return tl::unexpected(found.error());
    auto watches = WatchStore::openToRead(storeFile());
    if (!watches)
        return tl::unexpected(watches.error());
    std::vector<DeploymentReport::Failure> failures;
    for (const auto &deployment : *found) {
        if (!isFailure(deployment))
            continue;
        // A verdict may have been removed while its deployment is kept.
        const auto timeline = *watches && !deployment.watch.isEmpty()
            ? (*watches)->timeline(deployment.watch)
            : Result<std::vector<TimelineEntry>>(std::vector<TimelineEntry>());
        if (!timeline)
            return tl::unexpected(timeline.error());
        failures.push_back({deployment, *timeline});
    }
    return failures;
}

Result<DeploymentReport> reportOf(DeploymentStore *store, DeploymentQuery query, Instant now)
{
    DeploymentReport report;
    report.madeAt = now;
    const auto until = query.until.value_or(now);
    const auto from = query.from.value_or(until - kUsualPeriod);
    if (from >= until)
        return badInput(u"it is not before the end of the period; use an earlier time"_s, u"--since"_s);
    query.from = from;
    query.until = until;
    if (!store) { // no store yet
        report.trend = deploymentTrend({}, from, until);
        return report;
    }
    auto sampled = query;
    sampled.from = from - (until - from);
    const auto samples = store->samples(sampled);
    if (!samples)
        return tl::unexpected(samples.error());
    report.trend = deploymentTrend(*samples, from, until);
    const int shown = query.limit;
    query.limit = shown + 1;
    auto deployments = store->find(query);
    if (!deployments)
        return tl::unexpected(deployments.error());
    report.isCut = deployments->size() > static_cast<std::size_t>(shown);
    if (report.isCut)
        deployments->pop_back();
    report.deployments = *std::move(deployments);
    auto failures = failuresOf(*store, query);
    if (!failures)
        return tl::unexpected(failures.error());
    report.failures = *std::move(failures);
    return report;
}

QByteArray textOf(const DeploymentReport &report, const ReportOptions &options, const InstanceNames &instances)
{
    const auto zone = options.utc ? QTimeZone::utc() : QTimeZone::systemTimeZone();
    switch (options.format) {
    case ReportOptions::Format::Markdown:
        return reportMarkdown(report, instances, zone);
    case ReportOptions::Format::Json:
        return reportJson(report, instances);
    case ReportOptions::Format::Csv:
        return deploymentCsv(report.deployments, instances);
    case ReportOptions::Format::Html:
        break;
    }
    return reportHtml(report, instances, zone);
}

} // namespace

ExitCode runCommand(const ReportOptions &options, const CommandContext &context)
{
    const auto instances = storedInstanceNames();
    const auto query = restricted(options.query, options.past, instances, context.clock.now());
    auto store = DeploymentStore::openToRead(storeFile());
    if (!store)
        return reportError(store.error());
    auto report = reportOf(store->get(), query, context.clock.now());
    if (!report)
        return reportError(report.error());
    report->scope = scopeText(query, instances);
    return writeOutput(textOf(*report, options, instances)) ? ExitCode::Done : ExitCode::Usage;
}

} // namespace lynceus
