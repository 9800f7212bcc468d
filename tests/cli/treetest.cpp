#include "app/cli/output/applications/treeprinter.h"
#include "tests/support/treepicture.h"

namespace lynceus {

using namespace Qt::StringLiterals;

namespace {

Inspection inspectionOf(const QByteArray &picture)
{
    auto application = std::make_shared<Application>();
    application->name = u"web"_s;
    application->nameSpace = u"argocd"_s;
    application->project = u"shop"_s;
    application->health.status = HealthStatus::Degraded;
    application->sync = SyncStatus::Synced;
    application->revisions = {u"0123456789abcdef0123456789abcdef01234567"_s};
    Inspection inspection;
    inspection.key = {u"prod"_s, u"argocd"_s, u"web"_s};
    inspection.application = application;
    inspection.tree = std::make_shared<ResourceTree>(treeFrom(picture));
    return inspection;
}

const QByteArray kRollout = R"(
    ConfigMap web
    Deployment web                Progressing "1 of 2 updated"
      ReplicaSet web-1  Rev:1     Healthy
      ReplicaSet web-2  Rev:2     Healthy
        Pod web-2-a  web:1.4.0    Healthy 1/1
      ReplicaSet web-3  Rev:3     Progressing
        Pod web-3-b  web:1.5.0    Healthy 1/1
        Pod web-3-a  web:1.5.0    Degraded 0/1 x3 CrashLoopBackOff
    Job web-migrate               Healthy
)";

} // namespace

TEST(TreeText, DrawsProblemsFirstWithReasonsReadyCountsRestartsAndImages)
{
    EXPECT_EQ(treeText(inspectionOf(kRollout), {}).toStdString(),
              "argocd/web  ✕ Degraded  Synced to 0123456\n"
              "├─ Deployment web  ◐ Progressing  1 of 2 updated  2/3 pods\n"
              "│  ├─ ReplicaSet web-3  ◐ Progressing  1/2 pods  rev 3\n"
              "│  │  ├─ Pod web-3-a  ✕ Degraded  CrashLoopBackOff  0/1 ready  3 restarts  web:1.5.0\n"
              "│  │  └─ Pod web-3-b  ♥ Healthy  1/1 ready  web:1.5.0\n"
              "│  ├─ ReplicaSet web-2  ♥ Healthy  1/1 pods  rev 2\n"
              "│  │  └─ Pod web-2-a  ♥ Healthy  1/1 ready  web:1.4.0\n"
              "│  └─ 1 older ReplicaSet without pods\n"
              "├─ ConfigMap web\n"
              "└─ Job web-migrate  ♥ Healthy\n");
}

TEST(TreeText, TruncatesLinesToTheTerminal)
{
    for (const auto &line : treeText(inspectionOf(kRollout), {.colour = false, .width = 40, .utc = false}).split(u'\n'))
        EXPECT_LE(line.size(), 45) << line.toStdString(); // the name and the branch are never cut
}

TEST(TreeText, ShowsMissingResources)
{
    auto inspection = inspectionOf(kRollout);
    auto application = *inspection.application;
    ManagedResourceStatus missing;
    missing.key = {{}, u"Service"_s, u"web"_s, u"web"_s};
    missing.sync = SyncStatus::OutOfSync;
    application.resources.push_back(missing);
    inspection.application = std::make_shared<Application>(application);
    EXPECT_TRUE(treeText(inspection, {}).contains(u"Service web  ○ Missing  OutOfSync"_s));
}

TEST(TreeText, ReportsWhyThereIsNoTree)
{
    auto inspection = inspectionOf({});
    EXPECT_TRUE(treeText(inspection, {}).contains(u"no resources"_s));
    inspection.tree.reset();
    inspection.treeError = Error{Error::Kind::Forbidden, {}, u"permission denied"_s, false, 403};
    EXPECT_TRUE(treeText(inspection, {}).contains(u"cannot be shown: permission denied"_s));
}

TEST(TreeOutline, HandlesDeepTrees)
{
    std::vector<UnlinkedNode> nodes;
    for (int i = 0; i < 10'000; ++i) {
        UnlinkedNode node;
        node.node.uid = QString::number(i);
        node.node.key = {{}, u"Thing"_s, u"web"_s, QString::number(i)};
        node.parentUid = i == 0 ? QString() : QString::number(i - 1);
        nodes.push_back(node);
    }
    auto inspection = inspectionOf({});
    inspection.tree = std::make_shared<ResourceTree>(linkTree(std::move(nodes)));
    EXPECT_EQ(treeText(inspection, {}).count(u'\n'), kOutlineDepth + 2);
    EXPECT_FALSE(treeJson(inspection).isEmpty());
}

TEST(TreeJson, NestsResources)
{
    const auto text = treeJson(inspectionOf("Deployment web Healthy\n  Pod web-1 web:1 Healthy 1/1\n")).toStdString();
    EXPECT_EQ(
        text,
        R"({"application":{"instance":"prod","namespace":"argocd","name":"web","project":"shop","url":""},)"
        R"("health":"Degraded","sync":"Synced","error":null,"resources":[{"group":"apps","kind":"Deployment",)"
        R"("namespace":"web","name":"web","health":"Healthy","message":"","reason":"","sync":null,"hook":false,)"
        R"("images":[],"pods":{"ready":1,"all":1},"restarts":0,"revision":null,"createdAt":null,"resources":[)"
        R"({"group":"","kind":"Pod","namespace":"web","name":"web-1","health":"Healthy","message":"","reason":"",)"
        R"("sync":null,"hook":false,"images":["web:1"],"pods":{"ready":1,"all":1},"restarts":0,"revision":null,)"
        R"("createdAt":null,"resources":[]}]}]})"
        "\n");
}

} // namespace lynceus
