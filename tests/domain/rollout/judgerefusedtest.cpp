// A sync that cannot succeed and is retried again and again.
#include "core/domain/rollout/judging/refusals.h"
#include "tests/domain/rollout/scene.h"

#include <gtest/gtest.h>

namespace lynceus {

using namespace Qt::StringLiterals;

namespace {

QString immutable(int attempt)
{
    return u"error when patching \"/dev/shm/%1\": Deployment.apps \"web\" is invalid: spec.selector: field is immutable"_s
        .arg(2'979'788 * attempt);
}

/// One attempt fails. The next one starts some seconds later with an empty result.
void fail(Scene &scene, double at, int attempt, const QString &message)
{
    scene.operation(OperationPhase::Running, u"new"_s, 5, at, {u"web:1.5.0"_s});
    scene.application.operationState->retryCount = attempt;
    scene.application.operationState->message = u"one or more tasks completed unsuccessfully"_s;
    auto &resource = scene.application.operationState->resources.front();
    resource.status = u"SyncFailed"_s;
    resource.hookPhase = u"Failed"_s;
    resource.message = message;
}

void retry(Scene &scene, int attempt)
{
    scene.operation(OperationPhase::Running, u"new"_s, 5, {});
    scene.application.operationState->retryCount = attempt;
    scene.application.operationState->message = u"Retrying operation. Attempt #%1"_s.arg(attempt);
}

Scene noticed()
{
    Scene scene;
    scene.oldVersionRuns();
    scene.at(0);
    scene.application.revisions = {u"new"_s};
    scene.workload(u"Deployment"_s, u"web"_s, {u"web:1.5.0"_s}, {u"web:1.4.0"_s});
    scene.status(u"Deployment"_s, u"web"_s, SyncStatus::OutOfSync);
    scene.until(5);
    return scene;
}

TEST(JudgeRefused, SameReasonPersistsAcrossRetries)
{
    auto scene = noticed();
    double now = 6;
    for (int attempt = 1; attempt < 9 && scene.verdict().outcome == Outcome::Waiting; ++attempt, now += 10) {
        fail(scene, now, attempt, immutable(attempt));
        scene.until(now + 5);
        EXPECT_EQ(scene.cause(), Cause::Kind::SyncFailed);
        EXPECT_FALSE(scene.verdict().cause->message.contains(u"/dev/shm"_s));
        if (scene.verdict().outcome != Outcome::Waiting)
            break;
        retry(scene, attempt);
        scene.until(now + 9.5);
        EXPECT_EQ(scene.cause(), Cause::Kind::SyncFailed) << "the warning stays between two attempts";
        EXPECT_NE(scene.blocker(), Blocker::Kind::WaitingForWave);
    }
    EXPECT_EQ(scene.verdict().outcome, Outcome::Failed);
    EXPECT_GE(scene.verdict().decidedAt, second(65)) << "after --fail-after";
    EXPECT_LE(scene.verdict().decidedAt, second(68));
}

TEST(JudgeRefused, LaterSuccessWithdrawsTheRefusal)
{
    auto scene = noticed();
    fail(scene, 6, 1, immutable(1));
    scene.until(20);
    EXPECT_TRUE(scene.cause());
    scene.operation(OperationPhase::Running, u"new"_s, 5, {}, {u"web:1.5.0"_s});
    scene.application.operationState->retryCount = 1;
    scene.until(21);
    EXPECT_FALSE(scene.cause());
    EXPECT_EQ(scene.until(100).outcome, Outcome::Waiting);
}

TEST(JudgeRefused, AnotherReasonRestartsTheTimer)
{
    auto scene = noticed();
    fail(scene, 6, 1, immutable(1));
    scene.until(60);
    fail(scene, 60, 2, u"admission webhook \"policy\" denied the request"_s);
    EXPECT_EQ(scene.until(80).outcome, Outcome::Waiting);
    EXPECT_EQ(scene.cause(), Cause::Kind::AdmissionDenied);
    EXPECT_EQ(scene.until(122).outcome, Outcome::Failed);
}

TEST(JudgeRefused, RefusalOfAnotherReleaseDoesNotCount)
{
    Scene scene;
    scene.oldVersionRuns();
    scene.at(0);
    scene.operation(OperationPhase::Running, u"other"_s, 1, 2, {u"web:1.4.9"_s});
    scene.application.operationState->resources.front().status = u"SyncFailed"_s;
    scene.application.operationState->resources.front().message = immutable(1);
    EXPECT_EQ(scene.until(200).outcome, Outcome::Waiting);
    EXPECT_FALSE(scene.cause());
}

TEST(JudgeRefused, MessagesLoseOnlyTemporaryParts)
{
    const std::vector<std::pair<QString, QString>> table{
        {immutable(3), u"error when patching: Deployment.apps \"web\" is invalid: spec.selector: field is immutable"_s},
        {u"error validating \"/tmp/1234\": error validating data: unknown field"_s,
         u"error validating: error validating data: unknown field"_s},
        {u"it failed. Retrying attempt #2 at 8:06PM."_s, u"it failed"_s},
        {u"it failed (retried 5 times)."_s, u"it failed"_s},
        {u"Unable to read /tmp/_argocd-repo/1b2c3d4e-5f60-7182-93a4-b5c6d7e8f901/chart/values.yaml"_s,
         u"Unable to read chart/values.yaml"_s},
        {u"container \"/bin/app\" not found in \"/opt/1\""_s, u"container \"/bin/app\" not found in \"/opt/1\""_s},
        {{}, {}},
    };
    for (const auto &[message, words] : table)
        EXPECT_EQ(withoutTemporaryNames(message), words) << message.toStdString();
}

} // namespace

} // namespace lynceus
