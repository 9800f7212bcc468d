// Plays each recording through the deployment tracker. Each release becomes one deployment, and nothing else does. A
// rule follows it to the verdict of the registered watch. After a pause it is reconstructed. There is one test for each
// recording, because reading a recording takes longer than playing it.
#include "tests/engine/clustertruth.h"
#include "tests/engine/deployments/recordedrun.h"
#include "tests/support/recordingcase.h"

#include <map>

#include <gtest/gtest.h>

using namespace Qt::StringLiterals;

namespace lynceus {

using namespace test;

namespace {

/// Applications that changed in a recording, in order; an application that changed twice is listed twice. From the
/// scripts of the recordings: commits, changed applications and manual syncs. Not included: repeated syncs (RollingSync
/// syncs each application three times), self-heal, autoscalers, evicted pods, and commits to other applications of the
/// same repository.
struct Changes
{
    QLatin1String recording;
    QLatin1String applications;
};

constexpr Changes kChanges[] = {
    {"already-deployed"_L1, "shop-web billing shop-web"_L1},
    {"crashloop"_L1, "shop-web shop-search shop-agent shop-manual"_L1},
    {"cronjob-only"_L1, "shop-web shop-report orders shop-waves"_L1},
    {"daemonset-ok"_L1, "shop-web shop-search shop-agent shop-manual"_L1},
    {"deploy-ok"_L1, "shop-web shop-cart shop-api shop-batch"_L1},
    {"digest-ok"_L1, "shop-web billing shop-web"_L1},
    {"image-typo"_L1, "shop-web shop-search shop-agent shop-manual"_L1},
    {"manual-sync"_L1, "shop-web shop-search shop-agent shop-manual"_L1},
    {"never-ready"_L1, "shop-web shop-report orders shop-waves"_L1},
    {"not-noticed-yet"_L1, "shop-legacy shop-paused shop-cart shop-web"_L1},
    {"other-workload-degraded"_L1, "shop-legacy shop-paused shop-cart shop-web"_L1},
    {"presync-fails"_L1, "shop-web shop-cart shop-api shop-batch"_L1},
    {"rollback"_L1, "shop-web shop-report orders shop-waves"_L1},
    {"rollout-canary-ok"_L1, "shop-canary shop-gate shop-bluegreen shop-twins"_L1},
    {"rollout-gate"_L1, "shop-canary shop-gate shop-bluegreen shop-twins"_L1},
    {"scaled-to-zero"_L1, "shop-web shop-cart shop-api shop-batch"_L1},
    {"sidecar-only"_L1, "shop-legacy shop-paused shop-cart shop-web"_L1},
    {"statefulset-ok"_L1, "shop-web shop-cart shop-api shop-batch"_L1},
    {"superseded"_L1, "shop-web billing shop-web"_L1},
    {"suspended"_L1, "shop-legacy shop-paused shop-cart shop-web"_L1},
    {"twins-ok"_L1, "shop-canary shop-gate shop-bluegreen shop-twins"_L1},
    {"v2.14-deploy-ok"_L1, "old-web old-api old-cart"_L1},
    {"waves-ok"_L1, "shop-web shop-report orders shop-waves"_L1},
    {"wrong-image"_L1, "shop-web billing shop-web"_L1},
    {"appset-first"_L1, "fleet-dev fleet-prod"_L1},
    {"appset-prod-waits"_L1, "fleet-dev"_L1},
    {"badyaml"_L1, ""_L1},
    {"bakeok"_L1, "bakeok"_L1},
    {"bigpull"_L1, "bigpull"_L1},
    {"child-of-parent"_L1, "family kid-a"_L1},
    {"cmvol"_L1, "cmvol"_L1},
    {"conf"_L1, "conf"_L1},
    {"crashtwice"_L1, "crashtwice"_L1},
    {"cronmix"_L1, "cronmix"_L1},
    {"deadlinepast"_L1, "deadlinepast"_L1},
    {"dsbad"_L1, "dsbad"_L1},
    {"evict"_L1, "evict"_L1},
    {"helm"_L1, "helm"_L1},
    {"helmparam"_L1, "helmparam"_L1},
    {"hookgen"_L1, "hookgen"_L1},
    {"hookgenbad"_L1, "hookgenbad"_L1},
    {"hookhang"_L1, "hookhang"_L1},
    {"hpaup"_L1, "hpaup"_L1},
    {"hub"_L1, "hub"_L1},
    {"ignimg"_L1, ""_L1},
    {"image-updater-kust"_L1, "iu-kust"_L1},
    {"immutable2"_L1, "immutable2"_L1},
    {"initfail"_L1, "initfail"_L1},
    {"joblong"_L1, "joblong"_L1},
    {"jobonly"_L1, "jobonly"_L1},
    {"jobttl"_L1, "jobttl"_L1},
    {"kustparam"_L1, "kustparam"_L1},
    {"minready"_L1, "minready"_L1},
    {"minworks"_L1, "minworks"_L1},
    {"multi"_L1, "multi"_L1},
    {"nocmheals"_L1, "nocmheals nocmheals"_L1},
    {"nocpu"_L1, "nocpu"_L1},
    {"noprune"_L1, "noprune"_L1},
    {"ondelete"_L1, "ondelete"_L1},
    {"oom"_L1, "oom"_L1},
    {"parent-watched"_L1, "family"_L1},
    {"partial"_L1, "partial"_L1},
    {"paused"_L1, "paused paused"_L1},
    {"postretry"_L1, "postretry"_L1},
    {"pushlate"_L1, "pushlate"_L1},
    {"recreate"_L1, "recreate"_L1},
    {"rollb"_L1, "rollb"_L1},
    {"sidecarok"_L1, "sidecarok"_L1},
    {"slowroll"_L1, "slowroll"_L1},
    {"stsstuck"_L1, "stsstuck"_L1},
    {"twocont"_L1, "twocont"_L1},
    {"zero2"_L1, "zero2"_L1},
    {"v2.8-good"_L1, "good"_L1},
    {"v2.8-helmparam"_L1, "helmparam"_L1},
    {"v2.8-hookbad"_L1, "hookbad"_L1},
    {"v2.8-rollb"_L1, "rollb"_L1},
    {"v2.8-sidecarok"_L1, "sidecarok"_L1},
    {"v2.8-typo"_L1, "typo"_L1},
    {"v2.8-wavesbad"_L1, "wavesbad"_L1},
    {"v2.8-windowed"_L1, ""_L1},
    {"v2.12-crash"_L1, "crash"_L1},
    {"v2.12-teamapp"_L1, "teamapp"_L1},
    {"v2.12-wavesbad"_L1, "wavesbad"_L1},
    {"v3.0-good"_L1, "good"_L1},
    {"v3.0-multi"_L1, "multi"_L1},
    {"v3.0-rollb"_L1, "rollb"_L1},
    {"v3.3-good"_L1, "good"_L1},
    {"v3.3-ignimg"_L1, ""_L1},
    {"v3.3-sidecarimg"_L1, "sidecarimg"_L1},
    {"v3.3-undone"_L1, "undone undone"_L1},
    {"v3.3-wavestop"_L1, "wavestop"_L1},
};

std::optional<QLatin1String> changesOf(const QString &recording)
{
    for (const auto &changes : kChanges) {
        if (recording == changes.recording + ".jsonl.gz"_L1)
            return changes.applications;
    }
    return std::nullopt;
}

constexpr std::chrono::seconds kNoticed(2);
constexpr auto kHeld = DeploymentProgress::kPatience + std::chrono::minutes(2); // for the last state of a recording

/// A rule with the options of the registered watch.
FollowRule ruleOf(const RecordingCase &recordingCase)
{
    const auto expected = expectationOf(recordingCase, {});
    FollowRule rule;
    rule.name = u"all"_s;
    rule.filter = u"project:*"_s;
    rule.deadline = expected.deadline - expected.registeredAt;
    rule.bake = expected.bake;
    return rule;
}

class RecordedDeployments : public testing::TestWithParam<RecordingCase>
{ };

INSTANTIATE_TEST_SUITE_P(Recordings, RecordedDeployments, testing::ValuesIn(recordingCases()),
                         [](const auto &info) { return info.param.name().toStdString(); });

std::string nameIn(const Deployment &deployment)
{
    return deployment.application.name.toStdString() + " at "
        + std::to_string(deployment.startedAt.time_since_epoch().count());
}

/// The last deployment of the application if its sync stopped before it applied images, so that they are unknown.
std::optional<Deployment> releaseWithoutImages(const RecordedRun &run, const RecordingCase &recordingCase)
{
    std::optional<Deployment> last;
    for (const auto &[deployment, at, shownAt] : run.noticed()) {
        if (deployment.application == recordingCase.application)
            last = deployment;
    }
    const auto isExpected = [&](const ImageChange &change) {
        return std::ranges::any_of(recordingCase.images, [&](const QString &image) {
            return repositoryName(parseImageReference(image).value()) == change.repository;
        });
    };
    return last && std::ranges::none_of(last->images, isExpected) ? last : std::nullopt;
}

/// The deployment that applies the expected image to the recorded application.
std::optional<Deployment> releaseIn(const RecordedRun &run, const RecordingCase &recordingCase)
{
    for (const auto &[deployment, at, shownAt] : run.noticed()) {
        if (deployment.application != recordingCase.application)
            continue;
        for (const auto &change : deployment.images) {
            for (const auto &image : recordingCase.images) {
                const auto expected = parseImageReference(image).value();
                if (change.repository == repositoryName(expected) && change.to.contains(versionOf(expected)))
                    return deployment;
            }
        }
    }
    return releaseWithoutImages(run, recordingCase);
}

/// Whether the expected version is deployed, or fails, during the recording.
bool containsRelease(const QString &recording)
{
    static const QStringList without{
        u"already-deployed"_s,  // it ran before
        u"wrong-image"_s,       // the application has no such image
        u"parent-watched"_s,    // a child application has it
        u"appset-prod-waits"_s, // its step of the rolling sync is not reached
        u"v2.8-windowed"_s,     // blocked by a sync window
        u"badyaml"_s,           // cannot be compared
        u"ignimg"_s,            // the image is an ignored difference
        u"v3.3-ignimg"_s,       // ignored difference, Argo CD 3.3
    };
    return !without.contains(recording.chopped(9));
}

/// Who started the release: an automated sync unless the script did something else.
Actor actorOf(const QString &recording)
{
    using Kind = Actor::Kind;
    static const std::map<QString, Actor> others{
        {u"manual-sync"_s, {Kind::User, u"admin"_s}},        {u"partial"_s, {Kind::User, u"admin"_s}},
        {u"rollb"_s, {Kind::Rollback, u"admin"_s}},          {u"v2.8-rollb"_s, {Kind::Rollback, u"admin"_s}},
        {u"v3.0-rollb"_s, {Kind::Rollback, u"admin"_s}},     {u"appset-first"_s, {Kind::ApplicationSet, {}}},
        {u"helmparam"_s, {Kind::ParameterOverride, {}}},     {u"v2.8-helmparam"_s, {Kind::ParameterOverride, {}}},
        {u"kustparam"_s, {Kind::ParameterOverride, {}}},     {u"child-of-parent"_s, {Kind::ParameterOverride, {}}},
        {u"image-updater-kust"_s, {Kind::ImageUpdater, {}}},
    };
    const auto found = others.find(recording.chopped(9));
    return found == others.end() ? Actor{Kind::Automated, {}} : found->second;
}

/// Releases whose success only pods and manifests show, with the reason why the application does not.
bool isBeyondTheApplication(const QString &recording)
{
    static const QStringList names{
        u"cronjob-only"_s,   // no pod
        u"scaled-to-zero"_s, // no pod
        u"zero2"_s,          // no pod
        u"cronmix"_s,        // a pod of the old version still works
        u"jobttl"_s,         // its Job was deleted: OutOfSync
        u"other-workload-degraded"_s,
        u"rollout-gate"_s, // stays Suspended
        u"hpaup"_s,        // an autoscaler keeps it Progressing until the end
    };
    return names.contains(recording.chopped(9));
}

/// Each change becomes one deployment soon after Argo CD showed it, and nothing else does.
void expectEachChangeOnce(const RecordedRun &run, const RecordingCase &recordingCase)
{
    QStringList names;
    for (const auto &[deployment, at, shownAt] : run.noticed()) {
        names += deployment.application.name;
        EXPECT_LE(at - shownAt, kNoticed) << nameIn(deployment);
        EXPECT_LE(run.at(at) - deployment.startedAt, kNoticed + std::chrono::seconds(1))
            << nameIn(deployment) << ": the start time is truncated to seconds";
        EXPECT_EQ(deployment.proof, Deployment::Proof::Observed) << nameIn(deployment);
    }
    EXPECT_EQ(names.join(u' ').toStdString(), QString(changesOf(recordingCase.recording).value()).toStdString());
}

void expectNotDeployedEarly(const RecordedRun &run, const RecordingCase &recordingCase)
{
    for (const auto &[deployment, at, shownAt] : run.noticed()) {
        const auto deployedAt = run.deployedAt().find(deploymentId(deployment));
        if (deployment.application != recordingCase.application || deployedAt == run.deployedAt().end())
            continue;
        EXPECT_FALSE(recordingCase.neverDeployed) << deployedAt->second.count() << " ms";
        for (const auto &image : recordingCase.images) {
            const auto expected = parseImageReference(image).value();
            for (const auto &change : deployment.images) {
                if (change.repository != repositoryName(expected) || !change.to.contains(expected.tag))
                    continue;
                ASSERT_TRUE(recordingCase.running)
                    << "the version never ran; deployed at " << deployedAt->second.count();
                EXPECT_GE(deployedAt->second, *recordingCase.running);
            }
        }
    }
}

/// Versions of @p repository in the cluster's pods until @p t.
QStringList versionsBefore(const ClusterTruth &truth, const QString &repository, Duration t)
{
    QStringList versions;
    for (const auto *state : truth.between(Duration{0}, t)) {
        for (const auto &pod : state->pods) {
            for (const auto &text : pod.images) {
                const auto image = parseImageReference(text);
                if (image && repositoryName(*image) == repository)
                    versions += versionOf(*image);
            }
        }
    }
    return versions;
}

/// Checks the actor and the old and new versions.
void expectVersionsAndActor(const Deployment &release, const RecordingCase &recordingCase, const RecordedRun &run,
                            const Recording &recording)
{
    const auto actor = actorOf(recordingCase.recording);
    EXPECT_EQ(nameOf(release.actor.kind), nameOf(actor.kind));
    if (!actor.name.isEmpty())
        EXPECT_EQ(release.actor.name, actor.name);
    const bool hasOld = recordingCase.recording != "manual-sync.jsonl.gz"_L1; // nothing ran before
    const ClusterTruth truth(recording);
    const auto repository = repositoryName(parseImageReference(recordingCase.images.front()).value());
    for (const auto &change : release.images) {
        if (change.repository != repository)
            continue;
        EXPECT_EQ(!change.from.isEmpty(), hasOld) << repository.toStdString();
        const auto ran = versionsBefore(truth, repository, release.startedAt - run.at(Duration{0}) + kNoticed);
        for (const auto &version : change.from)
            EXPECT_TRUE(ran.isEmpty() || ran.contains(version)) << version.toStdString() << " never ran";
        for (const auto &version : change.to)
            EXPECT_FALSE(change.from.contains(version)) << version.toStdString();
    }
}

/// Checks the outcome, as far as the application shows it.
void expectOutcome(const Deployment &release, const RecordingCase &recordingCase)
{
    if (recordingCase.outcomes != QStringList{u"deployed"_s})
        return;
    const auto seen = recordingCase.shown.value_or(recordingCase.end) + DeploymentProgress::kSteady + Duration{3'000};
    if (seen < recordingCase.end && !isBeyondTheApplication(recordingCase.recording))
        EXPECT_EQ(nameOf(release.outcome), "deployed"_L1) << release.cause.toStdString();
    else
        EXPECT_NE(release.outcome, Deployment::Outcome::Failed);
}

/// With a rule, each deployment of the application gets at most one watch. The watch of the release ends like the watch
/// that was registered beforehand.
void expectSameVerdict(const RecordedRun &run, const Deployment &release, const RecordingCase &recordingCase,
                       const RecordedState &recordedState)
{
    QStringList watched;
    for (const auto &followed : run.followed())
        watched += followed.deployment;
    EXPECT_EQ(watched.removeDuplicates(), 0);
    const auto followedWatch =
        std::ranges::find(run.followed(), deploymentId(release), &RecordedRun::Followed::deployment);
    ASSERT_NE(followedWatch, run.followed().end()) << "the deployment was not followed";
    const auto watch = judged(recordedState, followedWatch->request, followedWatch->at);
    const auto outcome = nameOf(watch.verdict.outcome);
    EXPECT_TRUE(recordingCase.outcomes.contains(outcome))
        << outcome.toStdString() << ", not " << recordingCase.outcomes.join(u'|').toStdString();
    const auto cause = watch.verdict.cause ? nameOf(watch.verdict.cause->kind) : u"none"_s;
    if (watch.verdict.outcome != Outcome::Deployed && !recordingCase.causes.isEmpty())
        EXPECT_TRUE(recordingCase.causes.contains(cause)) << cause.toStdString();
}

/// Deployments that started while Lynceus was stopped are reconstructed, the others are observed. None is listed twice,
/// none is invented. @p whole: a run that was never stopped.
void expectReconstructed(const RecordedRun &whole, const RecordedRun &later, Duration stoppedAt, Duration startedAt)
{
    std::map<QString, Deployment> found;
    for (const auto &one : later.noticed())
        found.emplace(deploymentId(one.deployment), one.deployment);
    for (auto one = whole.noticed().begin(); one != whole.noticed().end(); ++one) {
        const auto &deployment = one->deployment;
        const auto known = found.extract(deploymentId(deployment));
        if (one->shownAt <= stoppedAt)
            continue;
        const bool isMissed = one->shownAt <= startedAt;
        // Once the next sync has started, a failed sync leaves no trace.
        const bool isForgotten =
            isMissed && std::any_of(one + 1, whole.noticed().end(), [&](const auto &next) {
                return next.deployment.application == deployment.application && next.shownAt <= startedAt;
            });
        if (known.empty()) {
            EXPECT_TRUE(isForgotten) << nameIn(deployment) << " is not listed";
            continue;
        }
        EXPECT_EQ(nameOf(known.mapped().proof), isMissed ? "reconstructed"_L1 : "observed"_L1) << nameIn(deployment);
        EXPECT_EQ(known.mapped().revisionsTo, deployment.revisionsTo) << nameIn(deployment);
    }
    for (const auto &[id, deployment] : found)
        ADD_FAILURE() << nameIn(deployment) << " is not a deployment";
    for (const auto &followed : later.followed()) {
        const auto noticed = std::ranges::find(later.noticed(), followed.deployment,
                                               [](const auto &one) { return deploymentId(one.deployment); });
        EXPECT_EQ(nameOf(noticed->deployment.proof), "observed"_L1) << "no watch judged the deployment";
    }
}

/// Stops just before the release for half of the recording, then starts again.
void expectSameAfterAnAbsence(const RecordedRun &whole, const RecordingCase &recordingCase,
                              const RecordedState &recordedState)
{
    if (whole.noticed().empty())
        return;
    const auto end = recordedState.recording().end;
    const auto stoppedAt = whole.noticed().front().shownAt - Duration{1};
    const auto startedAt = std::min(stoppedAt + end / 2, end);
    RecordedRun earlier(recordedState);
    earlier.play(Duration{0}, stoppedAt);
    RecordedRun later(earlier, stoppedAt);
    later.follow(ruleOf(recordingCase), recordingCase.application);
    later.play(startedAt, end + kHeld);
    expectReconstructed(whole, later, stoppedAt, startedAt);
    expectNotDeployedEarly(later, recordingCase);
    const auto release = releaseIn(later, recordingCase);
    const auto expected = releaseIn(whole, recordingCase);
    const bool isSuperseded = expected && expected->outcome == Deployment::Outcome::Superseded;
    const bool isDeployed = recordingCase.outcomes == QStringList{u"deployed"_s} && !isSuperseded;
    if (release && isDeployed && !isBeyondTheApplication(recordingCase.recording))
        EXPECT_EQ(nameOf(release->outcome), "deployed"_L1) << release->cause.toStdString();
    for (const auto &one : later.noticed())
        EXPECT_TRUE(one.deployment.isOver()) << nameIn(one.deployment);
}

TEST_P(RecordedDeployments, AreNoticedFollowedAndReconstructed)
{
    const auto &recordingCase = GetParam();
    ASSERT_TRUE(changesOf(recordingCase.recording)) << "this recording is not in the table";
    const RecordedState recordedState(
        std::make_shared<const Recording>(readRecording(recordingFile(recordingCase.recording)).value()));
    RecordedRun run(recordedState);
    run.follow(ruleOf(recordingCase), recordingCase.application);
    run.play(Duration{0}, recordedState.recording().end);
    expectEachChangeOnce(run, recordingCase);
    expectNotDeployedEarly(run, recordingCase);
    expectSameAfterAnAbsence(run, recordingCase, recordedState);
    const auto release =
        containsRelease(recordingCase.recording) ? releaseIn(run, recordingCase) : std::optional<Deployment>();
    ASSERT_EQ(release.has_value(), containsRelease(recordingCase.recording));
    if (!release)
        return;
    expectVersionsAndActor(*release, recordingCase, run, recordedState.recording());
    expectOutcome(*release, recordingCase);
    expectSameVerdict(run, *release, recordingCase, recordedState);
}

} // namespace
} // namespace lynceus
