#include "tests/support/windowscene.h"

#include "tests/support/treepicture.h"
#include "tests/support/watchmaker.h"

#include <array>

namespace lynceus::test {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

struct Line
{
    const char *instance;
    const char *name;
    const char *project;
    HealthStatus health;
    SyncStatus sync;
    const char *images;
    std::chrono::minutes synced;
    OperationPhase phase = OperationPhase::Succeeded;
};

constexpr std::array kDrawn{
    Line{"staging", "shop-web", "shop", HealthStatus::Progressing, SyncStatus::Synced, "shop-web:1.5.0 shop-web:1.4.0",
         0min},
    Line{"staging", "shop-api", "shop", HealthStatus::Healthy, SyncStatus::OutOfSync, "shop-api:2.0.0", 3min,
         OperationPhase::Failed},
    Line{"production", "shop-web", "shop", HealthStatus::Healthy, SyncStatus::Synced, "shop-web:1.4.0", 2880min},
    Line{"production", "orders", "orders", HealthStatus::Healthy, SyncStatus::OutOfSync, "orders:1.0.0", 7200min},
    Line{"staging", "shop-cart", "shop", HealthStatus::Healthy, SyncStatus::Synced, "shop-cart:0.9.2 sidecar:3.1",
         60min},
    Line{"staging", "shop-legacy", "legacy", HealthStatus::Degraded, SyncStatus::Synced, "shop-legacy:3.1.0", 180min},
    Line{"staging", "shop-paused", "shop", HealthStatus::Suspended, SyncStatus::Synced, "shop-paused:1.0.0", 360min},
    Line{"production", "shop-report", "shop", HealthStatus::Healthy, SyncStatus::Synced, "", 1440min},
    Line{"production", "shop-search", "shop", HealthStatus::Healthy, SyncStatus::Synced, "shop-search:7.1.1", 0min,
         OperationPhase::Running},
    Line{"staging", "shop-agent", "shop", HealthStatus::Missing, SyncStatus::Unknown, "shop-agent:5.3.0", 120min},
};

InstanceState instance(const QString &id, const QString &colour, Connection connection,
                       std::optional<Instant> receivedAt)
{
    InstanceState state;
    state.instance.id = id;
    state.instance.name = id;
    state.instance.baseUrl = QUrl(u"https://argocd.%1.acme.example"_s.arg(id));
    state.instance.colour = colour;
    state.connection = connection;
    state.receivedAt = receivedAt;
    state.serverVersion = u"v3.1.8+37ee009"_s;
    state.user = u"jane@acme.example"_s;
    state.renewable = true;
    return state;
}

Application made(const Line &line, Instant now)
{
    Application application;
    application.name = QString::fromLatin1(line.name);
    application.nameSpace = u"argocd"_s;
    application.project = QString::fromLatin1(line.project);
    application.health.status = line.health;
    application.sync = line.sync;
    application.autoSync = true;
    application.revisions = {u"334db74c0ffee0334db74c0ffee0334db74c0ffe"_s};
    for (const auto &image : QString::fromLatin1(line.images).split(u' ', Qt::SkipEmptyParts))
        application.summaryImages.push_back(u"ghcr.io/acme/"_s + image);
    OperationState operation;
    operation.phase = line.phase;
    operation.startedAt = now - line.synced - 12s;
    if (line.phase != OperationPhase::Running)
        operation.finishedAt = now - line.synced - 4s;
    application.operationState = operation;
    return application;
}

} // namespace

WindowScene::WindowScene(int applications)
{
    addInstances();
    addApplications(applications);
    addWatches();
    addTree();
}

void WindowScene::addInstances()
{
    const auto now = m_clock.now();
    m_engine.putInstance(instance(u"staging"_s, u"#7a5cd6"_s, Connection::Live, now - 1s));
    m_engine.putInstance(instance(u"production"_s, u"#d9822b"_s, Connection::Polling, now - 2s));
    auto edge = instance(u"edge"_s, u"#2a9d8f"_s, Connection::Stale, now - 250s);
    edge.message = u"GET /api/v1/stream/applications: nothing was heard for 45 s"_s;
    edge.retryAt = now + 20s;
    m_engine.putInstance(edge);
    m_engine.putRights(u"staging"_s,
                       {.applications = true, .visible = 0, .logs = true, .sync = false, .project = u"*"_s});
    m_engine.putRights(u"production"_s,
                       {.applications = false, .visible = 12, .logs = false, .sync = {}, .project = u"shop"_s});
}

void WindowScene::addApplications(int count)
{
    QHash<QString, std::vector<Application>> all;
    for (const auto &line : kDrawn)
        all[QString::fromLatin1(line.instance)].push_back(made(line, m_clock.now()));
    static constexpr std::array kTeams{"billing", "catalog", "identity", "mail", "search", "shipping", "stock", "tax"};
    static constexpr std::array kParts{"api", "worker", "web", "cron", "gateway"};
    for (int i = int(kDrawn.size()); i < count; ++i) {
        const auto *team = kTeams[std::size_t(i) % kTeams.size()];
        const auto name =
            u"%1-%2-%3"_s
                .arg(QString::fromLatin1(team), QString::fromLatin1(kParts[std::size_t(i / 8) % kParts.size()]))
                .arg(i / 40);
        const auto image = u"%1:1.%2.%3"_s.arg(name.section(u'-', 0, 1)).arg(i % 7).arg(i % 11).toLatin1();
        const auto latin = name.toLatin1();
        const Line line{nullptr,
                        latin.constData(),
                        team,
                        i % 37 == 0       ? HealthStatus::Degraded
                            : i % 23 == 0 ? HealthStatus::Progressing
                                          : HealthStatus::Healthy,
                        i % 19 == 0 ? SyncStatus::OutOfSync : SyncStatus::Synced,
                        image.constData(),
                        std::chrono::minutes(1 + i * 7 % 20'000)};
        all[i % 3 == 0 ? u"staging"_s : i % 3 == 1 ? u"production"_s : u"edge"_s].push_back(made(line, m_clock.now()));
    }
    for (auto [id, applications] : all.asKeyValueRange())
        m_engine.putApplications(id, applications);
}

void WindowScene::addWatches()
{
    const auto put = [this](WatchRecord watch, const QString &old, Duration ago) {
        const auto moved = m_clock.now() - ago - watch.registeredAt;
        watch.registeredAt += moved;
        watch.expectation.registeredAt += moved;
        watch.expectation.deadline += moved;
        if (watch.endedAt)
            watch.endedAt = *watch.endedAt + moved;
        watch.oldImages = {old};
        m_engine.putWatch(watch);
    };
    auto api = failing(makeWatch(u"w7k3f"_s, u"shop-api"_s, u"ghcr.io/acme/shop-api:2.1.0"_s));
    put(api, u"ghcr.io/acme/shop-api:2.0.0"_s, 4min);
    put(rolling(makeWatch(u"w8m2a"_s), 2, 3), u"ghcr.io/acme/shop-web:1.4.0"_s, 1min);
    auto orders = held(makeWatch(u"w9p4c"_s, u"orders"_s, u"ghcr.io/acme/orders:1.1.0"_s));
    orders.request.application.instance = u"production"_s;
    orders.expectation.application.instance = u"production"_s;
    put(orders, u"ghcr.io/acme/orders:1.0.0"_s, 80s);
    put(ended(makeWatch(u"w2c5d"_s, u"shop-cart"_s, u"ghcr.io/acme/shop-cart:0.9.2"_s), Outcome::Deployed),
        u"ghcr.io/acme/shop-cart:0.9.1"_s, 40min);
    auto search =
        ended(makeWatch(u"w3d6e"_s, u"shop-search"_s, u"ghcr.io/acme/shop-search:7.1.0"_s), Outcome::Superseded);
    search.request.application.instance = u"production"_s;
    search.expectation.application.instance = u"production"_s;
    put(search, u"ghcr.io/acme/shop-search:7.0.0"_s, 82min);
}

void WindowScene::addTree()
{
    m_engine.putTree({u"staging"_s, u"argocd"_s, u"shop-api"_s}, treeFrom(R"(
        Job shop-api-migrate  Degraded "Job has reached the specified backoff limit"
          Pod shop-api-migrate-r6m85  ghcr.io/acme/shop-migrate:2.1.0  Degraded  0/1  Error
        Deployment shop-api  Rev:4  Healthy
          ReplicaSet shop-api-866476d94c  Rev:4  Healthy
            Pod shop-api-866476d94c-9nvt2  ghcr.io/acme/shop-api:2.0.0  Healthy  1/1
            Pod shop-api-866476d94c-ngqwp  ghcr.io/acme/shop-api:2.0.0  Healthy  1/1
        Service shop-api  Healthy
    )"));
    m_engine.putTree({u"staging"_s, u"argocd"_s, u"shop-web"_s}, treeFrom(R"(
        Deployment shop-web  Rev:5  Progressing "1 of 3 updated"
          ReplicaSet shop-web-b45559d75  Rev:5  Progressing
            Pod shop-web-b45559d75-ktb87  ghcr.io/acme/shop-web:1.5.0  Healthy  1/1
            Pod shop-web-b45559d75-x2lmn  ghcr.io/acme/shop-web:1.5.0  Progressing  0/1  ContainerCreating
          ReplicaSet shop-web-5659f8bbdb  Rev:4  Healthy
            Pod shop-web-5659f8bbdb-4kq2z  ghcr.io/acme/shop-web:1.4.0  Healthy  1/1
    )"));
}

} // namespace lynceus::test
