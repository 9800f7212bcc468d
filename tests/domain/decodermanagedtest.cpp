// Managed resources: JSON in strings, of which only the fields that affect a rollout are read.
#include "core/domain/argocd/decoders/decoders.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace lynceus {

using namespace Qt::StringLiterals;
using Json = nlohmann::json;

namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

/// One item with @p manifest as its live state.
QByteArray itemWith(const std::string &group, const std::string &kind, const std::string &manifest)
{
    const Json item = {
        {"group", group}, {"kind", kind}, {"namespace", "web"}, {"name", "web"}, {"liveState", manifest}};
    return QByteArray::fromStdString(Json{{"items", {item}}}.dump());
}

std::optional<WorkloadSpec> liveOf(const std::string &group, const std::string &kind, const std::string &manifest)
{
    const auto managed = Decoder().managedResources(itemWith(group, kind, manifest)).value();
    EXPECT_EQ(managed.items, 1);
    return managed.workloads.empty() ? std::nullopt : managed.workloads.front().live;
}

std::string templateWith(const std::string &containers, const std::string &more = "")
{
    return R"({"apiVersion":"x","spec":{)" + more + R"("template":{"metadata":{},"spec":{)" + containers + "}}}}";
}

constexpr auto kContainers =
    R"("initContainers":[{"name":"i","image":"init:1"}],"containers":[{"image":"web:1"},{"image":"side:2","name":"s"}])";

TEST(DecodeManaged, ReadsThePodTemplateOfEachKnownKind)
{
    const QStringList images{u"init:1"_s, u"web:1"_s, u"side:2"_s};
    for (const auto &[group, kind] :
         {std::pair("apps", "Deployment"), std::pair("apps", "StatefulSet"), std::pair("apps", "DaemonSet"),
          std::pair("apps", "ReplicaSet"), std::pair("batch", "Job"), std::pair("argoproj.io", "Rollout"),
          std::pair("", "ReplicationController")}) {
        const auto spec = liveOf(group, kind, templateWith(kContainers));
        ASSERT_TRUE(spec) << kind;
        EXPECT_EQ(spec->images, images) << kind;
        EXPECT_FALSE(spec->replicas);
    }
    const auto cronJob =
        R"({"spec":{"suspend":true,"jobTemplate":{"spec":{"template":{"spec":{)" + std::string(kContainers) + "}}}}}}";
    EXPECT_EQ(liveOf("batch", "CronJob", cronJob).value().images, images);
    EXPECT_TRUE(liveOf("batch", "CronJob", cronJob).value().suspend);
    EXPECT_EQ(liveOf("", "Pod", R"({"spec":{)" + std::string(kContainers) + "}}").value().images, images);
}

TEST(DecodeManaged, ReadsProbeDelays)
{
    const auto delayOf = [](const std::string &probes) {
        const auto containers = R"("containers":[{"image":"web:1",)" + probes + R"("name":"web"},{"image":"side:2"}])";
        return liveOf("apps", "Deployment", templateWith(containers)).value().probeDelay;
    };
    EXPECT_EQ(delayOf(""), Duration{0});
    EXPECT_EQ(delayOf(R"("readinessProbe":{"httpGet":{"port":80}},)"), Duration{10'000});
    EXPECT_EQ(delayOf(R"("readinessProbe":{"initialDelaySeconds":40,"periodSeconds":5},)"), Duration{45'000});
    EXPECT_EQ(
        delayOf(R"("startupProbe":{"periodSeconds":2,"failureThreshold":30},"readinessProbe":{"periodSeconds":1},)"),
        Duration{61'000});
    for (const auto *odd : {R"("readinessProbe":"x",)", R"("readinessProbe":null,)"})
        EXPECT_EQ(delayOf(odd), Duration{0}) << odd;
    EXPECT_EQ(delayOf(R"("readinessProbe":{"initialDelaySeconds":-5,"periodSeconds":"x"},)"), Duration{10'000});
    EXPECT_EQ(delayOf(R"("startupProbe":{"periodSeconds":86400,"failureThreshold":86400},)"), Duration{86'400'000});
}

TEST(DecodeManaged, ReadsTheUpdateStrategy)
{
    struct Case
    {
        const char *kind;
        const char *strategy;
        bool onDelete;
        int partition;
    };
    for (const auto &each : {
             Case{"StatefulSet", R"({"type":"OnDelete"})", true, 0},
             Case{"DaemonSet", R"({"type":"OnDelete"})", true, 0},
             Case{"StatefulSet", R"({"type":"RollingUpdate","rollingUpdate":{"partition":2}})", false, 2},
             Case{"StatefulSet", R"({"type":"RollingUpdate","rollingUpdate":{"partition":0}})", false, 0},
             Case{"StatefulSet", R"({"rollingUpdate":{"maxUnavailable":1}})", false, 0},
             Case{"StatefulSet", R"({"rollingUpdate":{"partition":-1}})", false, 0},
             Case{"StatefulSet", R"({"rollingUpdate":{"partition":"2"}})", false, 0},
             Case{"StatefulSet", R"({"rollingUpdate":[2]})", false, 0}, Case{"StatefulSet", R"("OnDelete")", false, 0},
             Case{"Deployment", R"({"type":"OnDelete"})", false, 0}, // not a field of this kind: the API drops it
         }) {
        const auto manifest = templateWith(kContainers, std::string(R"("updateStrategy":)") + each.strategy + ",");
        const auto spec = liveOf("apps", each.kind, manifest).value();
        EXPECT_EQ(spec.onDelete, each.onDelete) << each.kind << each.strategy;
        EXPECT_EQ(spec.partition, each.partition) << each.kind << each.strategy;
    }
}

TEST(DecodeManaged, ReadsTheImagesFieldManager)
{
    const auto ownersOf = [](const std::string &entries) {
        const auto manifest = R"({"metadata":{"managedFields":)" + entries + R"(},"spec":{"template":{"spec":{)"
            + std::string(kContainers) + "}}}}";
        return liveOf("apps", "Deployment", manifest).value().imageOwners;
    };
    const std::string image = R"("fieldsV1":{"f:spec":{"f:template":{"f:spec":{"f:containers":{
        "k:{\"name\":\"web\"}":{"f:image":{}}}}}}})";
    EXPECT_THAT(ownersOf(R"([{"manager":"argocd-controller","operation":"Apply",)" + image + "}]"),
                ElementsAre(u"argocd-controller"_s));
    EXPECT_THAT(
        ownersOf(R"([{"manager":"argocd-controller",)" + image + R"(},{"manager":"kubectl-set",)" + image + "}]"),
        ElementsAre(u"argocd-controller"_s, u"kubectl-set"_s));
    EXPECT_THAT(ownersOf(R"([{"manager":"kube-controller-manager","subresource":"status",)" + image + "}]"), IsEmpty());
    EXPECT_THAT(ownersOf(R"([{"manager":"hpa","fieldsV1":{"f:spec":{"f:replicas":{}}}}])"), IsEmpty());
    for (const auto *odd : {"null", R"("x")", "[null]", "[1]", R"([{"manager":7,"fieldsV1":{"f:image":{}}}])",
                            R"([{"fieldsV1":{"f:image":{}}}])", R"([{"manager":"a","fieldsV1":"f:image"}])"})
        EXPECT_THAT(ownersOf(odd), IsEmpty()) << odd;
}

TEST(DecodeApplication, ReadsIgnoredDifferences)
{
    const auto read = [](const std::string &differences) {
        const auto body = R"({"metadata":{"name":"web"},"spec":{"ignoreDifferences":)" + differences + "}}";
        return Decoder().application(QByteArray::fromStdString(body)).value().ignoredDifferences;
    };
    IgnoredDifference expected;
    expected.group = u"apps"_s;
    expected.kind = u"Deployment"_s;
    expected.nameSpace = u"shop"_s;
    expected.name = u"web"_s;
    expected.fields = QStringList{u"/spec/replicas"_s, u".spec.template.spec.containers[].image"_s};
    expected.managers = QStringList{u"kube-controller-manager"_s};
    EXPECT_THAT(read(R"([{"group":"apps","kind":"Deployment","namespace":"shop","name":"web",
        "jqPathExpressions":[".spec.template.spec.containers[].image"],"jsonPointers":["/spec/replicas"],
        "managedFieldsManagers":["kube-controller-manager"]}])"),
                ElementsAre(expected));
    EXPECT_THAT(read("null"), IsEmpty());
    EXPECT_THAT(read("[]"), IsEmpty());
    EXPECT_THAT(read(R"([{"kind":"Deployment","jsonPointers":null}])").size(), 1);
}

TEST(DecodeManaged, ReadsReplicasAndSuspension)
{
    const auto deployment =
        liveOf("apps", "Deployment", templateWith(kContainers, R"("replicas":0,"paused":true,"suspend":true,)"));
    EXPECT_EQ(deployment->replicas, 0);
    EXPECT_TRUE(deployment->paused);
    EXPECT_FALSE(deployment->suspend) << "a Deployment has no suspend field";
    const auto job = liveOf("batch", "Job", templateWith(kContainers, R"("suspend":true,"paused":true,)"));
    EXPECT_TRUE(job->suspend);
    EXPECT_FALSE(job->paused);
    EXPECT_TRUE(liveOf("argoproj.io", "Rollout", templateWith(kContainers, R"("paused":true,)"))->paused);
}

TEST(DecodeManaged, OtherKindsAreOnlyCounted)
{
    for (
        const auto &[group, kind, manifest] : {
            std::tuple("", "ConfigMap", std::string(R"({"data":{"containers":"x"}})")),
            std::tuple("", "Service", std::string(R"({"spec":{"ports":[{"port":80}]}})")),
            std::tuple("apiextensions.k8s.io", "CustomResourceDefinition",
                       std::string(R"({"spec":{"versions":[{"x":{"containers":[{"image":"no:1"}]}}]}})")),
            std::tuple("argoproj.io", "Rollout",
                       std::string(R"({"spec":{"workloadRef":{"kind":"Deployment"},"template":null}})")),
            std::tuple(
                "acme.io", "Thing",
                std::string(
                    R"({"spec":{"containers":[{"name":"no image"},5,{"image":7}]},"status":{"containers":[{"image":"no:1"}]}})")),
            std::tuple("acme.io", "Thing", std::string(R"({"spec":{"containers":{"image":"no list"}}})")),
            std::tuple("apps", "Deployment", std::string(R"({"spec":{"template":{"spec":{"containers":[]}}}})")),
            std::tuple("apps", "Deployment", std::string(R"({"spec":[]})")),
        })
        EXPECT_FALSE(liveOf(group, kind, manifest)) << kind << manifest;
}

TEST(DecodeManaged, SearchesUnknownKindsForContainers)
{
    const auto custom =
        liveOf("acme.io", "Thing", R"({"metadata":{"containers":[{"image":"no:0"}]},"spec":{"replicas":3,
        "parts":[{"pod":{"containers":[{"image":"a:1"}]}},[{"deep":{"initContainers":[{"image":"b:2"},{"image":""}]}}]]}})");
    ASSERT_TRUE(custom);
    EXPECT_THAT(custom->images, ElementsAre(u"a:1"_s, u"b:2"_s));
    EXPECT_EQ(custom->replicas, 3);
}

TEST(DecodeManaged, BoundsTheSearch)
{
    const auto nested = [](int depth) {
        std::string text = R"({"containers":[{"image":"a:1"}]})";
        for (int i = 0; i < depth; ++i)
            text = R"({"x":)" + text + "}";
        return R"({"spec":)" + text + "}";
    };
    EXPECT_TRUE(liveOf("acme.io", "Thing", nested(100)));
    const auto deep = Decoder().managedResources(itemWith("acme.io", "Thing", nested(200)));
    ASSERT_FALSE(deep);
    EXPECT_TRUE(deep.error().message.endsWith(u"is nested too deeply")) << deep.error().message.toStdString();
}

TEST(DecodeManaged, TargetAndLiveAreOptional)
{
    const Json items = {{"items",
                         {{{"kind", "Deployment"},
                           {"group", "apps"},
                           {"targetState", templateWith(kContainers)},
                           {"liveState", "null"}},
                          {{"kind", "Deployment"},
                           {"group", "apps"},
                           {"targetState", ""},
                           {"liveState", templateWith(kContainers)},
                           {"hook", true}},
                          {{"kind", "Deployment"}, {"group", "apps"}, {"targetState", nullptr}}}}};
    const auto managed = Decoder().managedResources(QByteArray::fromStdString(items.dump())).value();
    EXPECT_EQ(managed.items, 3);
    EXPECT_FALSE(managed.targetsEmpty);
    ASSERT_EQ(managed.workloads.size(), 2U);
    EXPECT_TRUE(managed.workloads[0].target);
    EXPECT_FALSE(managed.workloads[0].live);
    EXPECT_FALSE(managed.workloads[1].target);
    EXPECT_TRUE(managed.workloads[1].live);
    EXPECT_TRUE(managed.workloads[1].hook);
}

TEST(DecodeManaged, ReportsThatNoItemHasATarget)
{
    Decoder decoder;
    EXPECT_TRUE(decoder.managedResources(itemWith("", "ConfigMap", "{}")).value().targetsEmpty);
    EXPECT_FALSE(decoder.managedResources(R"({"items":[{"kind":"ConfigMap","targetState":"{}"},{"kind":"Secret"}]})")
                     .value()
                     .targetsEmpty);
    EXPECT_FALSE(decoder.managedResources(R"({"items":null})").value().targetsEmpty) << "an empty body is not an error";
    EXPECT_FALSE(decoder.managedResources("{}").value().targetsEmpty);
}

TEST(DecodeManaged, KeepsTheLiveGeneration)
{
    const auto managed =
        Decoder()
            .managedResources(itemWith(
                "apps", "Deployment",
                R"({"metadata":{"generation":12,"name":"web"},"spec":{"template":{"spec":{"containers":[{"image":"a"}]}}}})"))
            .value();
    EXPECT_EQ(managed.workloads.at(0).liveGeneration, u"12"_s);
    EXPECT_EQ(managed.workloads.at(0).key, (ResourceKey{u"apps"_s, u"Deployment"_s, u"web"_s, u"web"_s}));
}

TEST(DecodeManaged, ReportsManifestsThatAreNotJson)
{
    Decoder decoder;
    for (const std::string manifest :
         {"{", "[]", "x", "{}}", "{\"spec\":{\"template\":{\"spec\":{\"containers\":[{\"image\" 1}]}}}}"}) {
        const auto managed = decoder.managedResources(itemWith("apps", "Deployment", manifest));
        ASSERT_FALSE(managed) << manifest;
        EXPECT_TRUE(managed.error().message.startsWith(u"items[0].liveState")) << managed.error().message.toStdString();
    }
    EXPECT_FALSE(decoder.managedResources(R"({"items":[null]})"));
    EXPECT_FALSE(decoder.managedResources(R"({"items":[{"targetState":{}}]})"));
}

TEST(DecodeManaged, UnexpectedManifestContentIsNotAnError)
{
    const auto spec =
        liveOf("apps", "Deployment",
               R"({"metadata":{"generation":"x"},"spec":{"replicas":"3","paused":"yes","template":{"spec":{
        "initContainers":"none","containers":[null,{"image":5},{"image":"web:1"}]}}}})");
    ASSERT_TRUE(spec);
    EXPECT_THAT(spec->images, ElementsAre(u"web:1"_s));
    EXPECT_FALSE(spec->replicas);
    EXPECT_FALSE(spec->paused);
    for (const auto *replicas : {"-1", "1.5", "99999999999", "null"})
        EXPECT_FALSE(
            liveOf("apps", "Deployment", templateWith(kContainers, std::string(R"("replicas":)") + replicas + ","))
                ->replicas);
}

TEST(DecodeManaged, ResolvesNestedEscapes)
{
    const auto spec =
        liveOf("apps", "Deployment",
               R"({"spec":{"template":{"spec":{"containers":[{"image":"caf\u00e9/\ud83d\ude00:\"1\"\n"}]}}}})");
    EXPECT_THAT(spec->images, ElementsAre(u"café/\U0001F600:\"1\"\n"_s));
}

TEST(DecodeManaged, ReadsWhetherAllPodsAreNew)
{
    struct Case
    {
        const char *kind;
        const char *status;
        bool isRolledOut;
    };
    for (const auto &each : {
             Case{"StatefulSet", R"({"observedGeneration":4,"replicas":2,"updatedReplicas":2})", true},
             Case{"StatefulSet", R"({"observedGeneration":3,"replicas":2,"updatedReplicas":2})", false},
             Case{"StatefulSet", R"({"observedGeneration":4,"replicas":2,"updatedReplicas":1})", false},
             Case{"StatefulSet", R"({"observedGeneration":4,"replicas":2})", false},
             Case{"StatefulSet", R"({"updatedReplicas":2})", false},
             Case{"StatefulSet", R"({"observedGeneration":"4","updatedReplicas":[2]})", false},
             Case{"StatefulSet", "7", false},
             Case{"DaemonSet", R"({"observedGeneration":4,"desiredNumberScheduled":3,"updatedNumberScheduled":3})",
                  true},
             Case{"DaemonSet", R"({"observedGeneration":4,"desiredNumberScheduled":3})", false},
             Case{"DaemonSet", R"({"observedGeneration":4,"updatedNumberScheduled":3})", false},
             Case{"Deployment", R"({"observedGeneration":4,"updatedReplicas":2})", false},
         }) {
        const auto manifest = R"({"metadata":{"generation":4},"spec":{"replicas":2,"template":{"spec":{)"
            + std::string(kContainers) + R"(}}},"status":)" + each.status + "}";
        EXPECT_EQ(liveOf("apps", each.kind, manifest).value().isRolledOut, each.isRolledOut)
            << each.kind << each.status;
    }
}

TEST(DecodeManaged, ReadsImagesThatAWorkloadNamesOutsideOfItsContainers)
{
    const std::string manifest =
        R"({"spec":{"template":{"spec":{"containers":[{"image":"operator:1","args":["--db",)"
        R"("acme/db:7","acme/db:7","redis:6379","0.0.0.0:8080"],"env":[{"name":"RELATED_IMAGE","value":"acme/proxy:3"}],"name":"o"}],)"
        R"("volumes":[{"name":"v","image":{"reference":"acme/data:2"}}]}}}})";
    const auto managed = Decoder().managedResources(itemWith("apps", "Deployment", manifest)).value();
    ASSERT_EQ(managed.workloads.size(), 1U);
    EXPECT_EQ(managed.workloads.front().live->images, QStringList{u"operator:1"_s});
    ASSERT_EQ(managed.mentions.size(), 1U);
    EXPECT_EQ(managed.mentions.front().live, (QStringList{u"acme/db:7"_s, u"acme/proxy:3"_s, u"acme/data:2"_s}));
}

} // namespace
} // namespace lynceus
