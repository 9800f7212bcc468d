#include "app/gui/versions/versionsmodel.h"
#include "app/gui/versions/versionsview.h"
#include "tests/support/fakeclock.h"

#include <QPixmap>

#include <benchmark/benchmark.h>
#include <memory>

// Promise: the versions of 30,000 applications in 6 environments are loaded within 100 ms. A change, or a key in the
// filter, is painted within 16 ms.

namespace lynceus {
namespace {

using namespace Qt::StringLiterals;

constexpr int kApplications = 30'000;
constexpr int kEnvironments = 6;

ApplicationEntry entryOf(int number, int version)
{
    Application application;
    application.name = u"service-%1"_s.arg(number);
    application.nameSpace = u"argocd"_s;
    application.project = u"team-%1"_s.arg(number % 40);
    application.summaryImages = {u"ghcr.io/acme/service-%1:1.%2.0"_s.arg(number / kEnvironments).arg(version),
                                 u"docker.io/envoyproxy/envoy:v1.30"_s};
    application.health.status = HealthStatus::Healthy;
    application.sync = SyncStatus::Synced;
    const ApplicationKey key{u"environment-%1"_s.arg(number % kEnvironments), u"argocd"_s, application.name};
    return {key, std::make_shared<const Application>(std::move(application))};
}

const ChangeSet &everything()
{
    static const auto changes = [] {
        ChangeSet all;
        for (int number = 0; number < kApplications; ++number)
            all.inserted.push_back(entryOf(number, number % 50));
        return all;
    }();
    return changes;
}

void fillVersions(benchmark::State &state)
{
    const test::FakeClock clock;
    const auto &all = everything();
    for (auto _ : state) {
        auto model = std::make_unique<VersionsModel>(clock);
        model->apply(all);
        benchmark::DoNotOptimize(model->rowCount());
        state.PauseTiming(); // do not measure the destruction
        model.reset();
        state.ResumeTiming();
    }
}
BENCHMARK(fillVersions)->Unit(benchmark::kMillisecond);

/// A model with all applications and its view.
class Shown
{
public:
    Shown()
    {
        m_model.apply(everything());
        m_view.resize(1'100, 740);
        m_view.show();
        paint();
    }

    [[nodiscard]] VersionsModel &model() { return m_model; }
    void paint() { benchmark::DoNotOptimize(m_view.grab()); }

private:
    test::FakeClock m_clock;
    VersionsModel m_model{m_clock};
    VersionsView m_view{m_model};
};

/// state.range(0) applications change at once, as in one interval of collected changes. Each also has the sidecar.
void changeVersions(benchmark::State &state)
{
    Shown shown;
    int version = 100;
    for (auto _ : state) {
        state.PauseTiming();
        ChangeSet changes;
        ++version;
        for (int i = 0; i < state.range(0); ++i)
            changes.changed.push_back({entryOf(i * 7, version), FieldMask(ApplicationField::Images)});
        state.ResumeTiming();
        shown.model().apply(changes);
        shown.paint();
    }
}
BENCHMARK(changeVersions)->Arg(1)->Arg(150)->Unit(benchmark::kMillisecond);

/// The worst key: most services do not match, so that all their applications are checked.
void filterVersions(benchmark::State &state)
{
    Shown shown;
    const auto filters = {parseApplicationFilter(u"service-4711"_s), parseApplicationFilter(u"service-47"_s)};
    for (auto _ : state) {
        for (const auto &filter : filters) {
            shown.model().setFilter(filter);
            shown.paint();
        }
    }
}
BENCHMARK(filterVersions)->Unit(benchmark::kMillisecond);

} // namespace
} // namespace lynceus
