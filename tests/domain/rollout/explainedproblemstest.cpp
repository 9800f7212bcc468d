#include "tests/domain/rollout/scene.h"

#include <functional>
#include <ostream>

#include <gtest/gtest.h>

namespace lynceus {

using namespace Qt::StringLiterals;

namespace {

using Kind = Cause::Kind;

/// A problem as Kubernetes and Argo CD report it (pod states; events of the kubelet, the scheduler and the controllers;
/// sync results and conditions), and the resource that the user should look at.
struct Trouble
{
    const char *name;
    std::function<void(Scene &)> happen;
    Kind kind;
    const char *resource; ///< "Pod web-2-a"; empty: the application itself
    double seconds = 30;  ///< s; until then the cause must be found
};

void PrintTo(const Trouble &trouble, std::ostream *stream)
{
    *stream << trouble.name;
}

QByteArray tree(const QByteArray &pod, const QByteArray &deployment = "Progressing")
{
    const auto newPod = pod.isEmpty() ? QByteArray() : "\n    Pod web-2-a web:1.5.0 " + pod;
    return "Deployment web Rev:2 " + deployment
        + "\n  ReplicaSet web-1 Healthy Rev:1\n    Pod web-1-a web:1.4.0 Healthy 1/1 Running"
          "\n  ReplicaSet web-2 Progressing Rev:2"
        + newPod;
}

std::function<void(Scene &)> pod(const QByteArray &state)
{
    return [state](Scene &scene) { scene.tree = treeFrom(tree(state)); };
}

ResourceEvent event(const QString &kind, const QString &name, const QString &reason, const QString &message)
{
    ResourceEvent event;
    event.involved = {{}, kind, u"web"_s, name};
    event.type = u"Warning"_s;
    event.reason = reason;
    event.message = message;
    event.first = event.last = second(8);
    return event;
}

/// A pod that does not start, with an event that explains why.
std::function<void(Scene &)> waiting(const QString &reason, const QString &message)
{
    return [=](Scene &scene) {
        scene.tree = treeFrom(tree("Progressing 0/1 Pending"));
        scene.events = {event(u"Pod"_s, u"web-2-a"_s, reason, message)};
    };
}

/// A ReplicaSet that must not create its pods.
std::function<void(Scene &)> refusedPods(const QString &message)
{
    return [=](Scene &scene) {
        scene.tree = treeFrom(tree({}));
        scene.events = {event(u"ReplicaSet"_s, u"web-2"_s, u"FailedCreate"_s, message)};
    };
}

/// An operation that failed for one resource.
std::function<void(Scene &)> refusedSync(const QString &message, const QString &kind = u"Deployment"_s,
                                         const QString &name = u"web"_s)
{
    return [=](Scene &scene) {
        scene.operation(OperationPhase::Failed, u"new"_s, 6, 8, {u"web:1.5.0"_s});
        auto &operation = *scene.application.operationState;
        operation.message = u"one or more objects failed to apply, reason: "_s + message;
        SyncResultResource refused;
        refused.key = keyOf(kind, name);
        refused.status = u"SyncFailed"_s;
        refused.message = message;
        std::erase_if(operation.resources, [&](const auto &known) { return known.key == refused.key; });
        operation.resources.push_back(refused);
        scene.status(u"Deployment"_s, u"web"_s, SyncStatus::OutOfSync);
    };
}

std::function<void(Scene &)> condition(const QString &type, const QString &message)
{
    return [=](Scene &scene) {
        scene.application.conditions = {{type, message, second(7)}};
        scene.refreshAskedAt = second(8);
        scene.application.reconciledAt = second(9);
    };
}

void failedHook(Scene &scene)
{
    scene.operation(OperationPhase::Running, u"new"_s, 6, {});
    SyncResultResource hook;
    hook.key = keyOf(u"Job"_s, u"migrate"_s);
    hook.hookType = u"PreSync"_s;
    hook.hookPhase = u"Running"_s;
    scene.application.operationState->resources = {hook};
    scene.tree = treeFrom(tree({})
                          + "\nJob migrate Degraded @1007 \"Job has reached the specified backoff limit\""
                            "\n  Pod migrate-x migrate:7 Degraded 0/1 \"relation exists\" Error");
}

void anotherWorkload(Scene &scene, const QString &kind, const QByteArray &picture)
{
    scene.managed.workloads.clear();
    scene.application.resources.clear();
    scene.workload(kind, u"web"_s, {u"web:1.5.0"_s});
    scene.tree = treeFrom(picture);
}

void prunable(Scene &scene)
{
    scene.managed.workloads.back().live = WorkloadSpec{{u"web:1.5.0"_s}, 1, false, false};
    scene.tree = treeFrom(tree("Progressing 0/1 ContainerCreating"));
    ManagedWorkload old;
    old.key = keyOf(u"Deployment"_s, u"web-old"_s);
    old.live = WorkloadSpec{{u"web:1.4.0"_s}, 1, false, false};
    scene.managed.workloads.push_back(old);
    scene.managed.items = 2;
    scene.status(u"Deployment"_s, u"web-old"_s, SyncStatus::OutOfSync);
    scene.application.resources.back().requiresPruning = true;
}

const std::vector<Trouble> &troubles()
{
    static const std::vector<Trouble> all = {
        // Images.
        {"ImageNotFound",
         pod(R"(Degraded 0/1 ErrImagePull "rpc error: code = NotFound desc = failed to pull and unpack image 'ghcr.io/acme/web:1.5.0': not found")"),
         Kind::ImagePull, "Pod web-2-a"},
        {"ImagePullUnauthorized",
         pod(R"(Degraded 0/1 ImagePullBackOff "pull access denied, repository does not exist or may require authorization")"),
         Kind::ImagePull, "Pod web-2-a"},
        {"ImageNameInvalid", pod(R"(Degraded 0/1 InvalidImageName "couldn't parse image name")"), Kind::ImagePull,
         "Pod web-2-a"},
        {"InitImageNotFound", pod("Degraded 0/1 Init:ImagePullBackOff"), Kind::ImagePull, "Pod web-2-a"},
        {"ImageNeverPulled", pod("Degraded 0/1 ErrImageNeverPull"), Kind::ImagePull, "Pod web-2-a"},
        // Containers.
        {"OutOfMemory", pod("Degraded 0/1 x3 OOMKilled"), Kind::CrashLoop, "Pod web-2-a"},
        {"OutOfMemoryBetweenRestarts", pod("Degraded 0/1 x3 Running"), Kind::CrashLoop, "Pod web-2-a"},
        {"CrashLoop", pod(R"(Degraded 0/1 x4 CrashLoopBackOff "back-off 1m20s restarting failed container=web")"),
         Kind::CrashLoop, "Pod web-2-a"},
        {"ExitCode", pod("Degraded 0/1 x1 Error"), Kind::CrashLoop, "Pod web-2-a"},
        {"WrongConfigMap", pod(R"(Degraded 0/1 CreateContainerConfigError "configmap 'web-config' not found")"),
         Kind::ContainerConfig, "Pod web-2-a"},
        {"WrongSecretKey",
         pod(R"(Degraded 0/1 CreateContainerConfigError "couldn't find key DB_URL in Secret web/db")"),
         Kind::ContainerConfig, "Pod web-2-a"},
        {"CommandNotFound",
         pod(R"(Degraded 0/1 RunContainerError "exec: '/app/webb': stat /app/webb: no such file or directory")"),
         Kind::ContainerConfig, "Pod web-2-a"},
        {"StartErrorOfContainer", pod("Degraded 0/1 StartError"), Kind::ContainerConfig, "Pod web-2-a"},
        {"InitCrashes", pod("Degraded 0/1 x2 Init:CrashLoopBackOff"), Kind::InitFailed, "Pod web-2-a"},
        {"InitFails", pod("Degraded 0/1 Init:Error"), Kind::InitFailed, "Pod web-2-a"},
        {"NeverReady", pod("Progressing 0/1 Running"), Kind::Readiness, "Pod web-2-a"},
        // Pods that wait.
        {"NotEnoughCpu",
         waiting(
             u"FailedScheduling"_s,
             u"0/3 nodes are available: 3 Insufficient cpu. preemption: 0/3 nodes are available: 3 No preemption victims found for incoming pod."_s),
         Kind::Unschedulable, "Pod web-2-a"},
        {"TaintedNodes",
         waiting(u"FailedScheduling"_s,
                 u"0/3 nodes are available: 3 node(s) had untolerated taint {dedicated: gpu}."_s),
         Kind::Unschedulable, "Pod web-2-a"},
        {"NodeSelector",
         waiting(u"FailedScheduling"_s,
                 u"0/3 nodes are available: 3 node(s) didn't match Pod's node affinity/selector."_s),
         Kind::Unschedulable, "Pod web-2-a"},
        {"ClaimPending",
         waiting(
             u"FailedScheduling"_s,
             u"0/3 nodes are available: pod has unbound immediate PersistentVolumeClaims. preemption: 0/3 nodes are available."_s),
         Kind::Volume, "Pod web-2-a"},
        {"ClaimMissing",
         waiting(u"FailedScheduling"_s, u"0/3 nodes are available: persistentvolumeclaim \"web-data\" not found."_s),
         Kind::Volume, "Pod web-2-a"},
        {"VolumeInAnotherZone",
         waiting(u"FailedScheduling"_s, u"0/3 nodes are available: 3 node(s) had volume node affinity conflict."_s),
         Kind::Volume, "Pod web-2-a"},
        {"ConfigMapToMountMissing",
         waiting(u"FailedMount"_s,
                 u"MountVolume.SetUp failed for volume \"config\" : configmap \"web-config\" not found"_s),
         Kind::Volume, "Pod web-2-a"},
        {"VolumeHeldElsewhere",
         waiting(
             u"FailedAttachVolume"_s,
             u"Multi-Attach error for volume \"pvc-1\" Volume is already exclusively attached to one node and can't be attached to another"_s),
         Kind::Volume, "Pod web-2-a"},
        {"SandboxFails",
         waiting(u"FailedCreatePodSandBox"_s,
                 u"Failed to create pod sandbox: plugin type=\"cni\" failed: no IP addresses available in range set"_s),
         Kind::ContainerConfig, "Pod web-2-a"},
        // Pods that are refused.
        {"Quota",
         refusedPods(
             u"Error creating: pods \"web-2-x\" is forbidden: exceeded quota: compute, requested: limits.cpu=2, used: limits.cpu=8, limited: limits.cpu=8"_s),
         Kind::Quota, "ReplicaSet web-2"},
        {"QuotaNeedsLimits",
         refusedPods(
             u"Error creating: pods \"web-2-x\" is forbidden: failed quota: compute: must specify limits.cpu for: web"_s),
         Kind::Quota, "ReplicaSet web-2"},
        {"LimitRange",
         refusedPods(
             u"Error creating: pods \"web-2-x\" is forbidden: maximum memory usage per Container is 1Gi, but limit is 2Gi"_s),
         Kind::AdmissionDenied, "ReplicaSet web-2"},
        {"PodSecurity",
         refusedPods(
             u"Error creating: pods \"web-2-x\" is forbidden: violates PodSecurity \"restricted:latest\": runAsNonRoot != true"_s),
         Kind::AdmissionDenied, "ReplicaSet web-2"},
        {"WebhookRefusesPods",
         refusedPods(
             u"Error creating: admission webhook \"validate.kyverno.svc-fail\" denied the request: resource Pod/web/web-2-x was blocked"_s),
         Kind::AdmissionDenied, "ReplicaSet web-2"},
        {"ServiceAccountMissing",
         refusedPods(
             u"Error creating: pods \"web-2-\" is forbidden: error looking up service account web/web: serviceaccount \"web\" not found"_s),
         Kind::Degraded, "ReplicaSet web-2"},
        // Syncs.
        {"WebhookDenies",
         refusedSync(
             u"error when patching \"/dev/shm/1\": admission webhook \"validate.kyverno.svc-fail\" denied the request: labels are required"_s),
         Kind::AdmissionDenied, "Deployment web"},
        {"AdmissionPolicyDenies",
         refusedSync(
             u"deployments.apps \"web\" is forbidden: ValidatingAdmissionPolicy 'replicas' with binding 'all' denied request: failed expression"_s),
         Kind::AdmissionDenied, "Deployment web"},
        {"ImmutableField",
         refusedSync(
             u"Deployment.apps \"web\" is invalid: spec.selector: Invalid value: v1.LabelSelector{}: field is immutable"_s),
         Kind::SyncFailed, "Deployment web"},
        {"UnknownField",
         refusedSync(
             u"error validating data: ValidationError(Deployment.spec): unknown field \"replica\" in io.k8s.api.apps.v1.DeploymentSpec"_s),
         Kind::SyncFailed, "Deployment web"},
        {"MayNotPatch",
         refusedSync(
             u"deployments.apps \"web\" is forbidden: User \"system:serviceaccount:argocd:argocd-application-controller\" cannot patch resource \"deployments\" in API group \"apps\" in the namespace \"web\""_s),
         Kind::SyncFailed, "Deployment web"},
        {"NamespaceMissing", refusedSync(u"namespaces \"web\" not found"_s), Kind::SyncFailed, "Deployment web"},
        {"AnotherResourceRefused",
         refusedSync(
             u"Service \"web\" is invalid: spec.ports[0].nodePort: Invalid value: 30080: provided port is already allocated"_s,
             u"Service"_s),
         Kind::SyncFailed, "Service web"},
        {"ClusterUnreachable",
         [](Scene &scene) {
             scene.operation(OperationPhase::Error, u"new"_s, 6, 8, {u"web:1.5.0"_s});
             scene.application.operationState->message =
                 u"Get \"https://10.0.0.1:443/version\": dial tcp: i/o timeout"_s;
         },
         Kind::SyncError, ""},
        {"Hook", failedHook, Kind::HookFailed, "Job migrate"},
        // Workloads.
        {"ProgressDeadline",
         [](Scene &scene) {
             scene.tree = treeFrom(
                 tree("Progressing 0/1 Running", R"(Degraded "Deployment 'web' exceeded its progress deadline")"));
         },
         Kind::ProgressDeadline, "Deployment web"},
        {"RolloutAborted",
         [](Scene &scene) {
             anotherWorkload(scene, u"Rollout"_s,
                             "Rollout web Degraded \"RolloutAborted: Rollout aborted update to revision 2: Metric "
                             "\\\"errors\\\" assessed Failed\"\n"
                             "  ReplicaSet web-2 Rev:2 Healthy");
         },
         Kind::RolloutAborted, "Rollout web"},
        {"StatefulSetCrashes",
         [](Scene &scene) {
             anotherWorkload(scene, u"StatefulSet"_s,
                             "StatefulSet web Progressing\n  Pod web-0 web:1.5.0 Degraded 0/1 x2 CrashLoopBackOff");
         },
         Kind::CrashLoop, "Pod web-0"},
        {"DaemonSetCannotPull",
         [](Scene &scene) {
             anotherWorkload(scene, u"DaemonSet"_s,
                             "DaemonSet web Progressing\n  Pod web-n1 web:1.5.0 Degraded 0/1 ImagePullBackOff");
         },
         Kind::ImagePull, "Pod web-n1"},
        // Git and the application.
        {"Manifests",
         condition(
             u"ComparisonError"_s,
             u"Failed to load target state: failed to generate manifest for source 1 of 1: rpc error: code = Unknown desc = `helm template` failed exit status 1"_s),
         Kind::ComparisonError, "", 100},
        {"InvalidSpec",
         condition(u"InvalidSpecError"_s, u"application destination server 'https://gone' does not exist"_s),
         Kind::InvalidSpec, "", 100},
        {"NeedsPruning", prunable, Kind::PruningNeeded, "Deployment web-old", 901},
        {"StaysOutOfSync",
         [](Scene &scene) {
             scene.tree = treeFrom(tree("Progressing 0/1 ContainerCreating"));
             scene.status(u"Deployment"_s, u"web"_s, SyncStatus::OutOfSync);
             scene.application.sync = SyncStatus::OutOfSync;
         },
         Kind::OutOfSync, "Deployment web", 901},
        {"Deleted", [](Scene &scene) { scene.access = Access::Gone; }, Kind::AppDeleted, ""},
        {"AnotherVersion",
         [](Scene &scene) {
             scene.application.revisions = {u"newer"_s};
             scene.operation(OperationPhase::Succeeded, u"newer"_s, 7, 8, {u"web:1.6.0"_s});
             scene.workload(u"Deployment"_s, u"web"_s, {u"web:1.6.0"_s});
         },
         Kind::SupersededBy, ""},
        {"RolledBack",
         [](Scene &scene) {
             scene.application.revisions = {u"old"_s};
             scene.operation(OperationPhase::Succeeded, u"old"_s, 7, 8, {u"web:1.4.0"_s});
             scene.workload(u"Deployment"_s, u"web"_s, {u"web:1.4.0"_s});
         },
         Kind::RolledBack, ""},
        {"AnotherName",
         [](Scene &scene) {
             scene.expectation.images = {*parseImageReference(u"ghcr.io/acme/wep:1.5.0"_s)};
             scene.application.sync = SyncStatus::Synced;
         },
         Kind::ImageNotInApplication, "", 100},
    };
    return all;
}

class ExplainedProblems : public ::testing::TestWithParam<Trouble>
{ };

} // namespace

TEST_P(ExplainedProblems, HasTheRightKindAndResource)
{
    const auto &trouble = GetParam();
    Scene scene;
    const bool fromTheStart = trouble.kind == Kind::ImageNotInApplication;
    if (fromTheStart)
        trouble.happen(scene);
    scene.oldVersionRuns();
    scene.at(1);
    if (!fromTheStart) {
        scene.newVersionIsApplied(5);
        scene.tree = treeFrom(tree("Progressing 0/1 ContainerCreating"));
        scene.at(6);
        trouble.happen(scene);
    }
    // The first cause counts: the cause that ends a watch may be less specific.
    std::optional<Cause> cause;
    for (double now = 8; now <= trouble.seconds && !cause; now += 0.5)
        cause = scene.at(now).cause;
    ASSERT_TRUE(cause) << "nothing was explained";
    EXPECT_EQ(nameOf(cause->kind).toStdString(), nameOf(trouble.kind).toStdString());
    const auto &resource = cause->resource;
    const auto name = resource.kind.isEmpty() ? QString() : resource.kind + u' ' + resource.name;
    EXPECT_EQ(name.toStdString(), trouble.resource);
    EXPECT_NE(scene.verdict().outcome, Outcome::Deployed);
}

INSTANTIATE_TEST_SUITE_P(Verdict, ExplainedProblems, ::testing::ValuesIn(troubles()),
                         [](const auto &each) { return std::string(each.param.name); });

TEST(ExplainedProblemsTest, AreManyAndOfEveryKind)
{
    EXPECT_GE(troubles().size(), 25U);
    for (int kind = static_cast<int>(Kind::ImagePull); kind <= static_cast<int>(Kind::RolledBack); ++kind) {
        if (kind == static_cast<int>(Kind::Children)) // a cause of a release, not of one application
            continue;
        EXPECT_TRUE(std::ranges::any_of(troubles(), [&](const Trouble &each) { return int(each.kind) == kind; }))
            << nameOf(static_cast<Kind>(kind)).toStdString();
    }
}

} // namespace lynceus
