#include "core/domain/newwatch/targetindex.h"

#include <array>
#include <benchmark/benchmark.h>

// Keystrokes in New watch with 50,000 applications on 10 instances, which run 20,000 repositories and one sidecar.

namespace lynceus {
namespace {

using namespace Qt::StringLiterals;

constexpr int kApplications = 50'000;
constexpr int kInstances = 10;
constexpr int kRepositories = 20'000;

ApplicationEntry entryOf(int number)
{
    Application application;
    application.name = u"team-%1-service-%2"_s.arg(number % 97).arg(number);
    application.nameSpace = u"argocd"_s;
    application.summaryImages = {u"ghcr.io/acme/service-%1:1.%2.0"_s.arg(number % kRepositories).arg(number % 50),
                                 u"docker.io/envoyproxy/envoy:v1.30"_s};
    return {{u"instance-%1"_s.arg(number % kInstances), u"argocd"_s, application.name},
            std::make_shared<const Application>(application)};
}

TargetIndex bigIndex()
{
    static const auto entries = [] {
        std::vector<ApplicationEntry> made;
        for (int number = 0; number < kApplications; ++number)
            made.push_back(entryOf(number));
        return made;
    }();
    TargetIndex filled;
    for (const auto &entry : entries)
        filled.put(entry);
    return filled;
}

/// Fills the index, as when New watch opens for the first time.
void filling(benchmark::State &state)
{
    std::ignore = bigIndex(); // creates the entries outside of the measurement
    for (auto _ : state)
        benchmark::DoNotOptimize(bigIndex().count());
}
BENCHMARK(filling)->Unit(benchmark::kMillisecond);

void keystroke(benchmark::State &state)
{
    static const std::array<QString, 8> kTexts{u"s"_s,
                                               u"service"_s,
                                               u"service-1234"_s,
                                               u"ghcr.io/acme/"_s,
                                               u"ghcr.io/acme/service-777:1.5.0"_s,
                                               u"envoyproxy/envoy:v1.31"_s,
                                               u"team-5"_s,
                                               u"ghcr.io/acme/servise-777:1.5.0"_s}; // no match, so a suggestion
    const auto &text = kTexts.at(std::size_t(state.range(0)));
    static const auto index = bigIndex();
    for (auto _ : state)
        benchmark::DoNotOptimize(index.find(text).found);
    state.SetLabel(text.toStdString());
}
BENCHMARK(keystroke)->DenseRange(0, 7)->Unit(benchmark::kMillisecond);

} // namespace
} // namespace lynceus
