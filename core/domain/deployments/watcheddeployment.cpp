#include "core/domain/deployments/watcheddeployment.h"

#include "core/domain/watch/watchrequests.h"

#include <algorithm>

namespace lynceus {

namespace {

std::optional<Deployment::Outcome> judgedOutcome(Outcome outcome)
{
    switch (outcome) {
    case Outcome::Deployed:
        return Deployment::Outcome::Deployed;
    case Outcome::Failed:
        return Deployment::Outcome::Failed;
    case Outcome::TimedOut:
        return Deployment::Outcome::TimedOut;
    case Outcome::Superseded:
        return Deployment::Outcome::Superseded;
    case Outcome::Waiting:
    case Outcome::Aborted:
    case Outcome::Gone:
    case Outcome::SignInNeeded:
    case Outcome::Cancelled:
        break;
    }
    return std::nullopt;
}

bool brings(const Deployment &deployment, const ImageReference &expected)
{
    const auto tagged = expected.digest.isEmpty() ? expected.tag : expected.tag + u'@' + expected.digest;
    return std::ranges::any_of(deployment.images, [&](const ImageChange &change) {
        const bool isVersion = std::ranges::any_of(change.to, [&](const QString &version) {
            return version == tagged || (!expected.digest.isEmpty() && version.endsWith(expected.digest));
        });
        return change.repository == repositoryName(expected) && isVersion;
    });
}

/// Whether the watch expects everything that the deployment brings.
bool coversImages(const WatchRecord &watch, const Deployment &deployment)
{
    const auto isExpected = [&](const QString &repository) {
        return std::ranges::any_of(watch.expectation.images,
                                   [&](const ImageReference &image) { return repositoryName(image) == repository; });
    };
    return !watch.expectation.version.isImages()
        || std::ranges::all_of(deployment.images, [&](const ImageChange &change) {
               return change.isHook || change.isOfPods || change.to.isEmpty() || isExpected(change.repository);
           });
}

/// It ended for another reason before a watch saw the version running: that was another sync of the version.
bool endedOtherwise(const Deployment &deployment, const Verdict &verdict)
{
    const bool isFinal = deployment.outcome == Deployment::Outcome::Superseded || deployment.cause == kOperationFailed;
    return verdict.outcome == Outcome::Deployed && isFinal && deployment.endedAt
        && (!verdict.decidedAt || *deployment.endedAt < *verdict.decidedAt);
}

bool bringsVersion(const WatchRecord &watch, const Deployment &deployment)
{
    const auto &expectation = watch.expectation;
    switch (expectation.version.kind) {
    case ExpectedVersion::Kind::Images:
        return !expectation.images.empty() && std::ranges::all_of(expectation.images, [&](const ImageReference &image) {
            return brings(deployment, image);
        });
    case ExpectedVersion::Kind::Revision:
        return std::ranges::any_of(deployment.revisionsTo, [&](const QString &revision) {
            return revision.startsWith(expectation.version.value);
        });
    case ExpectedVersion::Kind::ChartVersion:
        return deployment.chartTo == expectation.version.value;
    case ExpectedVersion::Kind::Next:
        break;
    }
    return deployment.startedAt >= expectation.registeredAt;
}

} // namespace

bool hasJudged(const WatchRecord &watch)
{
    return judgedOutcome(watch.verdict.outcome).has_value();
}

bool isAbout(const WatchRecord &watch, const Deployment &deployment)
{
    const auto &expected = watch.expectation.application;
    const auto &actual = deployment.application;
    if (watch.request.withChildren) // its children have their own watches
        return false;
    if (expected.instance != actual.instance || expected.name != actual.name
        || (!expected.nameSpace.isEmpty() && expected.nameSpace != actual.nameSpace))
        return false;
    if (deployment.endedAt && *deployment.endedAt < watch.expectation.registeredAt
        && deployment.outcome != Deployment::Outcome::Deployed)
        return false; // the watch judged a version that was already running
    if (watch.verdict.decidedAt && *watch.verdict.decidedAt < deployment.startedAt)
        return false;
    if (watch.verdict.outcome == Outcome::Deployed && !coversImages(watch, deployment))
        return false; // it has not observed the other images
    return !endedOtherwise(deployment, watch.verdict) && bringsVersion(watch, deployment);
}

void takeVerdict(Deployment &deployment, const WatchRecord &watch)
{
    const auto outcome = judgedOutcome(watch.verdict.outcome);
    if (!outcome)
        return;
    deployment.proof = Deployment::Proof::Watched;
    deployment.watch = watch.id;
    if (const auto rule = ruleOf(watch.request.who); !rule.isEmpty())
        deployment.rule = rule;
    deployment.outcome = *outcome;
    deployment.endedAt = watch.verdict.decidedAt ? watch.verdict.decidedAt : watch.endedAt;
    const auto &cause = watch.verdict.cause;
    deployment.cause = cause ? nameOf(cause->kind) : QString();
    deployment.message = cause ? cause->message : QString();
    if (*outcome == Deployment::Outcome::Deployed) {
        deployment.cause.clear();
        deployment.message.clear();
    } else if (!cause && watch.verdict.blocker) {
        deployment.cause = nameOf(watch.verdict.blocker->kind);
        deployment.message = watch.verdict.blocker->message;
    }
}

Deployment deploymentOf(const WatchRecord &watch)
{
    const auto &expectation = watch.expectation;
    Deployment made;
    made.application = expectation.application;
    made.project = watch.request.project;
    made.outcome = Deployment::Outcome::Unknown;
    made.proof = Deployment::Proof::Watched;
    made.actor = {Actor::Kind::User, watch.request.who};
    made.commit = watch.commit;
    made.startedAt = expectation.registeredAt;
    made.watch = watch.id;
    switch (expectation.version.kind) {
    case ExpectedVersion::Kind::Images:
        made.kind = Deployment::Kind::Image;
        for (const auto &image : expectation.images)
            made.images.push_back({repositoryName(image), {}, {versionOf(image)}});
        break;
    case ExpectedVersion::Kind::Revision:
        made.revisionsTo = QStringList{expectation.version.value};
        break;
    case ExpectedVersion::Kind::ChartVersion:
        made.kind = Deployment::Kind::Chart;
        made.chartTo = expectation.version.value;
        break;
    case ExpectedVersion::Kind::Next:
        break;
    }
    takeVerdict(made, watch);
    if (watch.endedAt) // on the server's clock, like all times of a deployment
        made.endedAt = expectation.registeredAt + (*watch.endedAt - watch.registeredAt);
    return made;
}

StageMarks observedMarks(const Deployment &deployment)
{
    StageMarks marks;
    marks.fill(StageMark::ToCome);
    marks.front() = StageMark::Reached;
    const std::size_t applied = std::size_t(Stage::Applied) - 1;
    marks.at(applied) = deployment.isSynced ? StageMark::Reached : StageMark::Working;
    if (deployment.isSynced)
        marks.at(applied + 1) = StageMark::Working;
    return marks;
}

} // namespace lynceus
