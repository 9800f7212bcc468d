#include "app/cli/output/deployments/deploymentlist.h"

#include "app/cli/output/texttable.h"
#include "core/domain/text/visibletext.h"
#include "core/engine/text/deploymenttext.h"

#include <array>

using namespace Qt::StringLiterals;

namespace lynceus {

namespace {

constexpr std::array kHeads{"STARTED", "APPLICATION", "CHANGE", "ACTOR", "TOOK", "OUTCOME", "PROOF", "CAUSE"};
constexpr qsizetype kOutcome = 5;
constexpr int kLeastCause = 12; // columns; narrower than that, lines may wrap

Tone toneOf(Deployment::Outcome outcome)
{
    switch (outcome) {
    case Deployment::Outcome::Deployed:
        return Tone::Good;
    case Deployment::Outcome::Failed:
    case Deployment::Outcome::TimedOut:
        return Tone::Bad;
    case Deployment::Outcome::Superseded:
    case Deployment::Outcome::Unknown:
        return Tone::Doubtful;
    case Deployment::Outcome::InProgress:
        break;
    }
    return Tone::Plain;
}

QString tookText(const Deployment &deployment)
{
    return deployment.endedAt ? formatDuration(*deployment.endedAt - deployment.startedAt) : u"–"_s;
}

QStringList cellsOf(const Deployment &deployment, const InstanceNames &instances, const TextStyle &style)
{
    const auto &application = deployment.application;
    return {timeText(deployment.startedAt, style),
            visibleLine(instances.nameOf(application.instance) + u':' + application.name),
            visibleLine(changeText(deployment)),
            visibleLine(actorText(deployment.actor)),
            tookText(deployment),
            nameOf(deployment.outcome),
            nameOf(deployment.proof),
            visibleLine(deploymentCauseText(deployment))};
}

} // namespace

QByteArray deploymentTable(const std::vector<Deployment> &deployments, const InstanceNames &instances,
                           const TextStyle &style)
{
    TextTable table({kHeads.begin(), kHeads.end()}, kOutcome, kLeastCause);
    for (const auto &deployment : deployments)
        table.add(cellsOf(deployment, instances, style), toneOf(deployment.outcome));
    return table.text(style);
}

} // namespace lynceus
