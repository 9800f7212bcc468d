#include "app/gui/deployments/deploymentexporter.h"

#include "core/domain/teamserver/taskwatch.h"
#include "core/engine/deployments/deploymentexport.h"
#include "core/engine/deployments/historyexport.h"

using namespace Qt::StringLiterals;

namespace lynceus {

namespace {

constexpr std::size_t kMostTimelines = 100; // of failures in a report

bool isFailure(const Deployment &deployment)
{
    return deployment.outcome == Deployment::Outcome::Failed || deployment.outcome == Deployment::Outcome::TimedOut;
}

} // namespace

DeploymentExporter::DeploymentExporter(Engine &engine, QObject *parent)
    : QObject(parent)
    , m_engine(engine)
{ }

DeploymentExporter::Format DeploymentExporter::formatOf(const QString &fileName)
{
    const auto endsWith = [&fileName](QLatin1StringView suffix) {
        return fileName.endsWith(suffix, Qt::CaseInsensitive);
    };
    return endsWith(".json"_L1) ? Format::Json
        : endsWith(".html"_L1)  ? Format::Html
        : endsWith(".md"_L1)    ? Format::Markdown
                                : Format::Csv;
}

void DeploymentExporter::make(Format format, Listed listed, std::function<void(const QByteArray &content)> take)
{
    const auto &deployments = listed.report.deployments;
    switch (format) {
    case Format::Csv:
        return take(deploymentCsv(deployments, listed.names));
    case Format::Json:
        return take(deploymentJson(deployments, listed.names));
    case Format::WatchCsv:
        return take(historyCsv(listed.watches, listed.names));
    case Format::WatchJson:
        return take(historyJson(listed.watches, listed.names));
    case Format::Html:
    case Format::Markdown:
        break;
    }
    for (const auto &deployment : deployments) {
        if (isFailure(deployment))
            listed.report.failures.push_back({deployment, {}});
    }
    collectTimelines(format, std::move(listed), 0, std::move(take));
}

/// Reads the timelines of failures one after the other.
void DeploymentExporter::collectTimelines(Format format, Listed listed, std::size_t next,
                                          std::function<void(const QByteArray &content)> take)
{
    auto &failures = listed.report.failures;
    const auto hasTimeline = [](const Deployment &deployment) { // team servers provide none
        return !deployment.watch.isEmpty() && !isTaskWatch(deployment.watch);
    };
    while (next < failures.size() && !hasTimeline(failures[next].deployment))
        ++next;
    if (next >= qMin(failures.size(), kMostTimelines))
        return take(format == Format::Markdown ? reportMarkdown(listed.report, listed.names)
                                               : reportHtml(listed.report, listed.names));
    const auto watch = failures[next].deployment.watch;
    m_engine.timeline(watch, this)
        .then(this,
              [this, format, listed = std::move(listed), next,
               take = std::move(take)](const Result<std::vector<TimelineEntry>> &timeline) mutable {
                  if (timeline)
                      listed.report.failures[next].timeline = *timeline;
                  collectTimelines(format, std::move(listed), next + 1, std::move(take));
              });
}

} // namespace lynceus
