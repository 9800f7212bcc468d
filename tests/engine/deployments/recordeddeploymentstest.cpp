// Each recording is played through the tracker of deployments: everything that was released becomes a deployment once,
// and nothing else does.
#include "core/domain/argocd/decoders.h"
#include "core/domain/argocd/requests.h"
#include "core/domain/deployments/deploymenttracker.h"
#include "core/domain/deployments/marksdecoder.h"
#include "tests/support/recordingcase.h"

#include <map>

#include <gtest/gtest.h>

using namespace Qt::StringLiterals;

namespace lynceus {
namespace {

/// The applications that were changed in a recording, in that order; an application twice was changed twice. From the
/// scripts of the recordings: commits, changed applications and syncs by hand. Absent are syncs that repeat
/// (RollingSync syncs each application three times), self-heal, autoscalers, evicted pods, and commits of other
/// applications of the same repository.
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

/// Plays what a client sees: one list, then the events of the stream.
class Play final
{
public:
    explicit Play(const RecordingCase &recordingCase)
        : m_case(recordingCase)
        , m_recording(readRecording(recordingFile(recordingCase.recording)).value())
    { }

    [[nodiscard]] Instant at(Duration t) const { return m_recording.head.recorded + t; }
    [[nodiscard]] const std::vector<Deployment> &started() const { return m_started; }
    [[nodiscard]] const std::map<QString, Deployment> &all() const { return m_all; }
    /// When it was first told of.
    [[nodiscard]] Duration noticedAt(const Deployment &deployment) const
    {
        return m_noticed.at(deploymentId(deployment));
    }

    /// @p check(deployment, time) is called for each that is told of.
    template<typename Check>
    void run(Check check)
    {
        bool isListed = false;
        Duration second{0};
        for (const auto &line : m_recording.lines) {
            for (; second < line.at; second += std::chrono::seconds(1))
                note(m_tracker.wait(u"tape"_s, at(second)), second, check);
            if (line.kind == RecordingLine::Kind::Get && line.path.startsWith("/api/v1/applications?"_L1) && !isListed)
                isListed = list(line);
            if (line.kind == RecordingLine::Kind::Frame && line.path.startsWith("/api/v1/stream/applications?"_L1))
                note(event(line), line.at, check);
        }
    }

private:
    bool list(const RecordingLine &line)
    {
        auto list = m_decoder.applicationList(line.body, ApplicationDetail::Summary);
        if (!list)
            return false;
        for (auto &application : list->applications) {
            const ApplicationKey key{u"tape"_s, application.nameSpace, application.name};
            m_tracker.remember({key, std::make_shared<const Application>(std::move(application))});
        }
        return true;
    }

    std::vector<Deployment> event(const RecordingLine &line)
    {
        const auto marks = m_marks.event(line.body);
        EXPECT_TRUE(marks.has_value()) << (marks ? QString() : marks.error().message).toStdString();
        if (!marks)
            return {};
        return m_tracker.take({u"tape"_s, marks->nameSpace, marks->name}, *marks, at(line.at));
    }

    template<typename Check>
    void note(const std::vector<Deployment> &changed, Duration t, Check &check)
    {
        for (const auto &deployment : changed) {
            const auto id = deploymentId(deployment);
            if (!m_all.contains(id)) {
                m_started.push_back(deployment);
                m_noticed.emplace(id, t);
            }
            m_all.insert_or_assign(id, deployment);
            check(deployment, t);
        }
    }

    RecordingCase m_case;
    Recording m_recording;
    Decoder m_decoder;
    MarksDecoder m_marks;
    DeploymentTracker m_tracker;
    std::vector<Deployment> m_started;
    std::map<QString, Deployment> m_all;
    std::map<QString, Duration> m_noticed;
};

class RecordedDeployments : public testing::TestWithParam<RecordingCase>
{ };

INSTANTIATE_TEST_SUITE_P(Recordings, RecordedDeployments, testing::ValuesIn(recordingCases()),
                         [](const auto &info) { return info.param.name().toStdString(); });

TEST_P(RecordedDeployments, EachChangeIsNoticedOnceAndNothingElse)
{
    const auto changes = changesOf(GetParam().recording);
    ASSERT_TRUE(changes) << "this recording is not in the table";
    Play play(GetParam());
    play.run([](const Deployment &, Duration) {});
    QStringList names;
    for (const auto &deployment : play.started()) {
        names += deployment.application.name;
        EXPECT_LE(play.at(play.noticedAt(deployment)) - deployment.startedAt, std::chrono::seconds(3))
            << deployment.application.name.toStdString(); // whole seconds, cut off, and two more
        EXPECT_EQ(deployment.proof, Deployment::Proof::Observed);
    }
    EXPECT_EQ(names.join(u' ').toStdString(), QString(*changes).toStdString());
}

TEST_P(RecordedDeployments, IsNeverCalledDeployedTooEarly)
{
    const auto &recordingCase = GetParam();
    Play play(recordingCase);
    play.run([&](const Deployment &deployment, Duration t) {
        if (deployment.application != recordingCase.application || deployment.outcome != Deployment::Outcome::Deployed)
            return;
        EXPECT_FALSE(recordingCase.neverDeployed) << t.count() << " ms";
        for (const auto &image : recordingCase.images) {
            const auto expected = parseImageReference(image).value();
            for (const auto &change : deployment.images) {
                if (change.repository != repositoryName(expected) || !change.to.contains(expected.tag))
                    continue;
                ASSERT_TRUE(recordingCase.running) << "it never ran; called deployed at " << t.count() << " ms";
                EXPECT_GE(t, *recordingCase.running);
            }
        }
    });
}

/// Of the application that the recording is about, the one that brings its image.
std::optional<Deployment> releaseIn(const Play &play, const RecordingCase &recordingCase)
{
    for (const auto &[id, deployment] : play.all()) {
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
    return std::nullopt;
}

/// Who started the release: an automated sync unless the script says otherwise.
Actor::Kind actorOf(const QString &recording)
{
    using Kind = Actor::Kind;
    static const std::map<QString, Kind> others{
        {u"manual-sync"_s, Kind::User},
        {u"partial"_s, Kind::User},
        {u"rollb"_s, Kind::Rollback},
        {u"v2.8-rollb"_s, Kind::Rollback},
        {u"v3.0-rollb"_s, Kind::Rollback},
        {u"appset-first"_s, Kind::ApplicationSet},
        {u"helmparam"_s, Kind::ParameterOverride},
        {u"v2.8-helmparam"_s, Kind::ParameterOverride},
        {u"kustparam"_s, Kind::ParameterOverride},
        {u"child-of-parent"_s, Kind::ParameterOverride},
        {u"image-updater-kust"_s, Kind::ParameterOverride}, // until the whole application says who
    };
    const auto found = others.find(recording.chopped(9));
    return found == others.end() ? Kind::Automated : found->second;
}

/// Releases that are seen to run by pods and manifests only, and why the application does not show it.
bool isBeyondTheApplication(const QString &recording)
{
    static const QStringList names{
        u"cronjob-only"_s,   // no pod
        u"scaled-to-zero"_s, // no pod
        u"zero2"_s,          // no pod
        u"cronmix"_s,        // a pod of the old version works on
        u"jobttl"_s,         // its Job is gone: OutOfSync
        u"other-workload-degraded"_s,
        u"rollout-gate"_s, // Suspended for long
        u"hpaup"_s,        // an autoscaler keeps it Progressing until the end
    };
    return names.contains(recording.chopped(9));
}

TEST_P(RecordedDeployments, TheReleaseHasItsVersionsItsActorAndItsOutcome)
{
    const auto &recordingCase = GetParam();
    const bool isDeployed = recordingCase.outcomes == QStringList{u"deployed"_s};
    if (!isDeployed || recordingCase.recording == "already-deployed.jsonl.gz"_L1)
        return; // where nothing runs, nothing but the sync may show a version: the other tests have those
    Play play(recordingCase);
    play.run([](const Deployment &, Duration) {});
    const auto release = releaseIn(play, recordingCase);
    ASSERT_TRUE(release);
    EXPECT_EQ(nameOf(release->actor.kind), nameOf(actorOf(recordingCase.recording)));
    // Nothing ran before, or only a Job whose pod is gone.
    static const QStringList withoutOld{u"manual-sync"_s, u"joblong"_s, u"jobonly"_s};
    const bool hasOld = !withoutOld.contains(recordingCase.recording.chopped(9));
    for (const auto &change : release->images) {
        if (change.repository == repositoryName(parseImageReference(recordingCase.images.front()).value()))
            EXPECT_EQ(!change.from.isEmpty(), hasOld) << change.repository.toStdString();
    }
    const auto seen = recordingCase.shown.value_or(recordingCase.end) + DeploymentProgress::kSteady + Duration{3'000};
    if (seen < recordingCase.end && !isBeyondTheApplication(recordingCase.recording))
        EXPECT_EQ(nameOf(release->outcome), "deployed"_L1) << release->cause.toStdString();
    else
        EXPECT_NE(release->outcome, Deployment::Outcome::Failed);
}

/// Lynceus saw the application before the release, was not there while it happened, and reads it at the end.
TEST_P(RecordedDeployments, WhatWasMissedIsReconstructed)
{
    const auto &recordingCase = GetParam();
    const auto recording = readRecording(recordingFile(recordingCase.recording)).value();
    Decoder decoder;
    std::optional<Application> first;
    QByteArray last;
    const auto path = applicationPath(recordingCase.application, {}).path + u'?';
    for (const auto &line : recording.lines) {
        if (line.kind != RecordingLine::Kind::Get || line.status != 200 || !line.path.startsWith(path))
            continue;
        if (!first)
            first = decoder.application(line.body).value();
        last = line.body;
    }
    ASSERT_TRUE(first);
    const auto &key = recordingCase.application;
    DeploymentTracker tracker;
    tracker.remember({key, std::make_shared<const Application>(*first)});
    const auto listed = std::make_shared<const Application>(decoder.application(last).value());
    std::map<QString, Deployment> found;
    if (tracker.isToBeRead({key, listed})) {
        const auto now = recording.head.recorded + recording.end;
        for (const auto &deployment : tracker.catchUp(key, MarksDecoder().application(last).value(), now))
            found.insert_or_assign(deploymentId(deployment), deployment);
    }
    const auto expected = QString(changesOf(recordingCase.recording).value()).split(u' ').count(key.name);
    EXPECT_EQ(static_cast<qsizetype>(found.size()), expected);
    for (const auto &[id, deployment] : found) {
        EXPECT_EQ(deployment.proof, Deployment::Proof::Reconstructed);
        EXPECT_NE(deployment.outcome, Deployment::Outcome::Deployed) << "nobody saw that yet";
    }
}

} // namespace
} // namespace lynceus
