#include "tests/gui/detail/detailscene.h"

#include "tests/support/treepicture.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace lynceus::test {

namespace {

constexpr auto kDigits = "3f1c22ab7e0d4a1f9c5e8b6d2a4c6e8f0b1d3f5a"; // the digits of a commit SHA
const QString revision = QString::fromLatin1(kDigits);

Application application()
{
    Application app;
    app.name = u"shop-api"_s;
    app.nameSpace = u"argocd"_s;
    app.project = u"shop"_s;
    app.autoSync = true;
    app.sync = SyncStatus::Synced;
    app.health.status = HealthStatus::Degraded;
    app.revisions = {revision};
    app.summaryImages = {u"ghcr.io/acme/shop-api:2.0.0"_s, u"ghcr.io/acme/shop-api:2.1.0"_s};
    ManagedResourceStatus deployment;
    deployment.key = keyOf(u"Deployment"_s, u"shop-api"_s);
    deployment.sync = SyncStatus::Synced;
    ManagedResourceStatus service = deployment;
    service.key = keyOf(u"Service"_s, u"shop-api"_s);
    ManagedResourceStatus config = deployment;
    config.key = keyOf(u"ConfigMap"_s, u"shop-api"_s);
    config.sync = SyncStatus::OutOfSync;
    ManagedResourceStatus migrate = deployment;
    migrate.key = keyOf(u"Job"_s, u"shop-api-migrate"_s);
    migrate.hook = true;
    app.resources = {deployment, service, config, migrate};
    return app;
}

ResourceEvent event(const ResourceKey &about, const QString &type, const QString &reason, const QString &message,
                    int count, Instant last)
{
    ResourceEvent event;
    event.involved = about;
    event.type = type;
    event.reason = reason;
    event.message = message;
    event.count = count;
    event.last = last;
    return event;
}

} // namespace

DetailScene::DetailScene()
    : m_engine(m_clock)
    , m_key{u"i1"_s, u"argocd"_s, u"shop-api"_s}
    , m_registered(m_clock.now() - 4min)
{
    InstanceState state;
    state.instance.id = u"i1"_s;
    state.instance.name = u"staging"_s;
    state.instance.colour = u"#7a5cd6"_s;
    state.instance.baseUrl = QUrl(u"https://argocd.example/base"_s);
    state.connection = Connection::Live;
    m_engine.putInstance(state);
    m_engine.putApplications(u"i1"_s, {application()});
    fillTree();
    fillAnswers();
    m_engine.putWatch(watch());
    m_engine.putHistory(watch(), timeline());
}

ResourceKey DetailScene::crashingPod()
{
    return keyOf(u"Pod"_s, u"shop-api-866476d94c-9nvt2"_s);
}

ResourceKey DetailScene::deployment()
{
    return keyOf(u"Deployment"_s, u"shop-api"_s);
}

Instant DetailScene::at(int seconds) const
{
    return m_registered + std::chrono::seconds(seconds);
}

void DetailScene::fillTree()
{
    auto tree = treeFrom(R"(
        Job shop-api-migrate        Healthy
          Pod shop-api-migrate-r6m85    ghcr.io/acme/shop-migrate:2.1.0  Healthy 1/1
        Deployment shop-api         Rev:5 Progressing "1 of 3 updated replicas are available"
          ReplicaSet shop-api-866476d94c  Rev:5 Progressing
            Pod shop-api-866476d94c-9nvt2 ghcr.io/acme/shop-api:2.1.0 Degraded 0/1 x4 CrashLoopBackOff
          ReplicaSet shop-api-5c9d8f7b6  Rev:4 Healthy
            Pod shop-api-5c9d8f7b6-ngqwp  ghcr.io/acme/shop-api:2.0.0 Healthy 1/1
            Pod shop-api-5c9d8f7b6-x2x4z  ghcr.io/acme/shop-api:2.0.0 Healthy 1/1
        Service shop-api            Healthy
        ConfigMap shop-api          Healthy
    )");
    const auto old = m_registered - 72h;
    for (auto &node : tree.nodes)
        node.createdAt = node.key.name.contains("866476d94c"_L1) || node.key.name.contains("migrate"_L1) ? at(40) : old;
    auto &last = tree.nodes.back();
    last.health.status = HealthStatus::None; // Argo CD has no health for a ConfigMap
    m_engine.putTree(m_key, tree);
}

void DetailScene::fillAnswers()
{
    auto &known = answers();
    known.applicationEvents =
        std::vector{event({{}, u"Application"_s, u"argocd"_s, u"shop-api"_s}, u"Normal"_s, u"OperationStarted"_s,
                          u"Initiated automated sync to '3f1c22a'"_s, 1, at(30)),
                    event({{}, u"Application"_s, u"argocd"_s, u"shop-api"_s}, u"Normal"_s, u"ResourceUpdated"_s,
                          u"Updated health status: Healthy -> Progressing"_s, 1, at(45))};
    known.events[crashingPod()] = std::vector{
        event(crashingPod(), u"Warning"_s, u"BackOff"_s,
              u"Back-off restarting failed container app in pod shop-api-866476d94c-9nvt2_shop"_s, 7, at(220)),
        event(crashingPod(), u"Normal"_s, u"Pulled"_s,
              u"Container image \"ghcr.io/acme/shop-api:2.1.0\" already present on machine"_s, 4, at(200))};
    known.manifests[deployment()] =
        Manifests{uR"({"apiVersion":"apps/v1","kind":"Deployment","metadata":{"name":"shop-api","namespace":"shop",
            "managedFields":[{"manager":"argocd-controller"}]},"spec":{"replicas":3,"strategy":{"type":"RollingUpdate"},
            "template":{"spec":{"containers":[{"name":"app","image":"ghcr.io/acme/shop-api:2.0.0",
            "env":[{"name":"LOG_LEVEL","value":"info"}]}]}}},"status":{"readyReplicas":2}})"_s,
                  uR"({"apiVersion":"apps/v1","kind":"Deployment","metadata":{"name":"shop-api","namespace":"shop"},
            "spec":{"replicas":3,"template":{"spec":{"containers":[{"name":"app",
            "image":"ghcr.io/acme/shop-api:2.1.0","env":[{"name":"LOG_LEVEL","value":"debug"}]}]}}}})"_s};
    known.commits[revision] = RevisionMetadata{u"Ada Lovelace <ada@acme.example>"_s,
                                               u"Take the lock before the migration\n\nLong story."_s, at(-120)};
    known.containers[crashingPod().name] = {u"app"_s, u"sidecar"_s, u"init-db"_s};
    std::vector<LogLine> lines;
    for (int i = 1; i <= 200; ++i)
        lines.push_back(
            {u"line %1: %2"_s.arg(i).arg(i % 50 == 0 ? u"ERROR cannot reach the database"_s : u"listening"_s),
             crashingPod().name, at(100 + i / 2), false});
    known.logs[crashingPod().name + u"/app"_s] = lines;
}

WatchRecord DetailScene::watch() const
{
    WatchRecord watch;
    watch.id = u"w7k3f"_s;
    watch.request.application = m_key;
    watch.request.project = u"shop"_s;
    watch.request.who = u"pipeline"_s;
    watch.request.release = u"sprint 42"_s;
    watch.request.images = {*parseImageReference(u"ghcr.io/acme/shop-api:2.1.0")};
    watch.expectation.application = m_key;
    watch.expectation.images = watch.request.images;
    watch.expectation.registeredAt = m_registered;
    watch.expectation.deadline = m_registered + 15min;
    watch.oldImages = {u"ghcr.io/acme/shop-api:2.0.0"_s};
    watch.registeredAt = m_registered;
    auto &verdict = watch.verdict;
    verdict.stage = Stage::Rolling;
    verdict.pods = {3, 1, 0, 2};
    verdict.cause = Cause{};
    verdict.cause->kind = Cause::Kind::CrashLoop;
    verdict.cause->resource = crashingPod();
    verdict.cause->restarts = 4;
    verdict.cause->message = u"migration 0042 failed: column \"lock\" already exists"_s;
    verdict.notes = {
        {Note::Kind::OtherTag, keyOf(u"Job"_s, u"shop-api-migrate"_s), u"ghcr.io/acme/shop-migrate:2.1.0"_s}};
    verdict.evidence.observedAt = at(235);
    verdict.evidence.revisions = {revision};
    verdict.evidence.workloads = {
        {deployment(), {u"ghcr.io/acme/shop-api:2.1.0"_s}, {HealthStatus::Progressing, {}}, verdict.pods}};
    verdict.evidence.pods = {
        {crashingPod().name, {u"ghcr.io/acme/shop-api:2.1.0"_s}, {HealthStatus::Degraded, {}}, u"CrashLoopBackOff"_s}};
    for (const auto &[stage, seconds] :
         {std::pair{Stage::None, 0}, {Stage::Noticed, 20}, {Stage::Applied, 35}, {Stage::Rolling, 42}})
        watch.stageReachedAt.at(std::size_t(stage)) = at(seconds);
    return watch;
}

std::vector<TimelineEntry> DetailScene::timeline() const
{
    using Kind = TimelineEntry::Kind;
    const auto newSet = keyOf(u"ReplicaSet"_s, u"shop-api-866476d94c"_s);
    const auto job = keyOf(u"Job"_s, u"shop-api-migrate"_s);
    return {
        {at(0), Kind::Blocker, {}, u"not-noticed"_s, {}},
        {at(20), Kind::Stage, {}, u"noticed"_s, {}},
        {at(20), Kind::Blocker, {}, {}, {}},
        {at(22), Kind::Operation, {}, u"Running"_s, {}},
        {at(24), Kind::Resource, job, u"Progressing"_s, {}},
        {at(33), Kind::Resource, job, u"Healthy"_s, {}},
        {at(35), Kind::Stage, {}, u"applied"_s, {}},
        {at(36), Kind::Operation, {}, u"Succeeded"_s, {}},
        {at(38), Kind::Resource, deployment(), u"Progressing"_s, {}},
        {at(40), Kind::Resource, newSet, u"Progressing"_s, {}},
        {at(41), Kind::Resource, crashingPod(), u"Progressing"_s, {u"ghcr.io/acme/shop-api:2.1.0"_s}},
        {at(42), Kind::Stage, {}, u"rolling"_s, {}},
        {at(60), Kind::Resource, crashingPod(), u"Degraded: CrashLoopBackOff"_s, {u"ghcr.io/acme/shop-api:2.1.0"_s}},
        {at(62), Kind::Cause, crashingPod(), u"crash-loop"_s, {}},
        {at(95), Kind::Resource, keyOf(u"Pod"_s, u"shop-api-5c9d8f7b6-aaaaa"_s), u"gone"_s, {}},
        {at(120), Kind::Access, {}, u"unreachable"_s, {}},
        {at(150), Kind::Access, {}, {}, {}},
    };
}

} // namespace lynceus::test
