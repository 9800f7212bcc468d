#include "core/domain/versions/versionmatrix.h"
#include "core/io/store/deployments/deploymentstore.h"
#include "core/io/store/watchstore.h"

#include <QFileInfo>
#include <QTemporaryDir>

#include <benchmark/benchmark.h>
#include <optional>

// A store with 100,000 deployments, and the matrix of 30,000 applications in 6 environments.

namespace lynceus {
namespace {

using namespace Qt::StringLiterals;

constexpr int kDeployments = 100'000;
constexpr int kServices = 2'000;
constexpr int kApplications = 30'000;
constexpr int kEnvironments = 6;
constexpr Instant kFirst{std::chrono::hours(24 * 365 * 56)};

QString commitOf(int number)
{
    return QString::number(0x9e3779b97f4a7c15ULL * static_cast<quint64>(number + 1), 16).rightJustified(16, u'0')
        + u"c0ffee00c0ffee00c0ffee00"_s;
}

Deployment deploymentOf(int number)
{
    Deployment made;
    made.application = {u"i%1"_s.arg(number % 10), u"argocd"_s,
                        u"team-%1-service-%2"_s.arg(number % 40).arg(number % kServices)};
    made.project = u"team-%1"_s.arg(number % 40);
    made.kind = Deployment::Kind::Image;
    made.outcome = number % 20 == 0 ? Deployment::Outcome::Failed : Deployment::Outcome::Deployed;
    made.actor = {Actor::Kind::Automated, u"Developer %1 <developer%1@acme.example>"_s.arg(number % 150)};
    made.images = {{u"ghcr.io/acme/service-%1"_s.arg(number % kServices),
                    {u"1.%1.0"_s.arg(number / kServices)},
                    {u"1.%1.0"_s.arg(number / kServices + 1)},
                    false}};
    made.revisionsFrom = QStringList{commitOf(number)};
    made.revisionsTo = QStringList{commitOf(number + 1)};
    made.commit = RevisionMetadata{made.actor.name,
                                   u"Release service %1 for ticket SHOP-%2"_s.arg(number % kServices).arg(number),
                                   kFirst + std::chrono::seconds(300) * number};
    made.startedAt = kFirst + std::chrono::seconds(300) * number;
    made.endedAt = made.startedAt + std::chrono::seconds(45);
    if (made.outcome == Deployment::Outcome::Failed)
        made.cause = u"degraded"_s;
    return made;
}

/// A store that is filled once.
class LargeStore final
{
public:
    LargeStore()
    {
        const auto file = m_folder.filePath(u"store.db"_s);
        if (!WatchStore::open(file, kFirst))
            return;
        m_store = DeploymentStore::open(file).value_or(nullptr);
        std::vector<Deployment> batch;
        for (int number = 0; m_store && number < kDeployments; ++number) {
            batch.push_back(deploymentOf(number));
            if (batch.size() < 1'000)
                continue;
            if (!m_store->write(batch))
                m_store.reset();
            batch.clear();
        }
        m_bytes = QFileInfo(file).size(); // without the write-ahead log, which is deleted when the program ends
    }

    [[nodiscard]] DeploymentStore *store() const { return m_store.get(); }
    [[nodiscard]] double megabytes() const { return double(m_bytes) / 1e6; }

private:
    QTemporaryDir m_folder;
    std::unique_ptr<DeploymentStore> m_store;
    qint64 m_bytes = 0;
};

const LargeStore &largeStore()
{
    static const LargeStore store;
    return store;
}

void page(benchmark::State &state, const DeploymentQuery &query)
{
    const auto &big = largeStore();
    if (!big.store())
        return state.SkipWithError("the store was not filled");
    for (auto _ : state) {
        const auto found = big.store()->find(query);
        if (!found || found->empty())
            state.SkipWithError("nothing was found");
    }
    state.counters["MB"] = big.megabytes();
}

void newestPage(benchmark::State &state)
{
    page(state, {.limit = 100});
}
BENCHMARK(newestPage)->Unit(benchmark::kMillisecond);

void pageOfFailures(benchmark::State &state)
{
    page(state, {.outcomes = {Deployment::Outcome::Failed}, .limit = 100});
}
BENCHMARK(pageOfFailures)->Unit(benchmark::kMillisecond);

void pageOfApplication(benchmark::State &state)
{
    page(state, {.application = u"team-7-service-1007"_s, .limit = 100});
}
BENCHMARK(pageOfApplication)->Unit(benchmark::kMillisecond);

/// The worst case: all texts are searched, and one matches.
void pageByText(benchmark::State &state)
{
    page(state, {.text = u"ticket SHOP-77777"_s, .limit = 100});
}
BENCHMARK(pageByText)->Unit(benchmark::kMillisecond);

/// The four numbers of all deployments, more than any 90 days have.
void numbers(benchmark::State &state)
{
    const auto &big = largeStore();
    if (!big.store())
        return state.SkipWithError("the store was not filled");
    const auto until = kFirst + std::chrono::seconds(300) * kDeployments;
    const auto from = kFirst + std::chrono::seconds(300) * (kDeployments / 2);
    for (auto _ : state) {
        const auto samples = big.store()->samples({.from = kFirst, .until = until});
        if (!samples || samples->size() != kDeployments)
            return state.SkipWithError("not all were found");
        benchmark::DoNotOptimize(deploymentTrend(*samples, from, until).now.deployed);
    }
}
BENCHMARK(numbers)->Unit(benchmark::kMillisecond);

void numbersOfProject(benchmark::State &state)
{
    const auto &big = largeStore();
    if (!big.store())
        return state.SkipWithError("the store was not filled");
    for (auto _ : state) {
        const auto samples = big.store()->samples({.project = u"team-7"_s, .from = kFirst});
        if (!samples || samples->empty())
            return state.SkipWithError("none were found");
        benchmark::DoNotOptimize(samples->size());
    }
}
BENCHMARK(numbersOfProject)->Unit(benchmark::kMillisecond);

void matrix(benchmark::State &state)
{
    std::vector<PlacedApplication> applications;
    for (int number = 0; number < kApplications; ++number) {
        Application application;
        application.name = u"service-%1"_s.arg(number);
        application.summaryImages = {u"ghcr.io/acme/service-%1:1.%2.0"_s.arg(number / kEnvironments).arg(number % 50),
                                     u"docker.io/envoyproxy/envoy:v1.30"_s};
        application.health.status = HealthStatus::Healthy;
        const auto environment = u"environment-%1"_s.arg(number % kEnvironments);
        applications.push_back(
            {{{environment, u"argocd"_s, application.name}, std::make_shared<const Application>(application)},
             environment});
    }
    for (auto _ : state) {
        std::optional built(versionMatrix(applications));
        benchmark::DoNotOptimize(built->rows.size());
        state.PauseTiming(); // do not measure the destruction
        built.reset();
        state.ResumeTiming();
    }
}
BENCHMARK(matrix)->Unit(benchmark::kMillisecond);

} // namespace
} // namespace lynceus
