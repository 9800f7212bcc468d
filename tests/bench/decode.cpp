#include "core/domain/argocd/decoders/decoders.h"
#include "core/domain/argocd/requests/requests.h"
#include "core/domain/argocd/responses/answer.h"
#include "core/domain/argocd/responses/streamsplitter.h"
#include "tests/support/biglist.h"
#include "tests/support/samples.h"

#include <benchmark/benchmark.h>

// Bytes per second count the JSON text. The lists are a recorded list, multiplied to 10,000 applications.

namespace lynceus {
namespace {

using namespace Qt::StringLiterals;

constexpr int kApplications = 10'000;

const QByteArray &fullList()
{
    static const auto list = bigApplicationList(kApplications);
    return list;
}

const QByteArray &fieldsList()
{
    static const auto list =
        bigApplicationList(kApplications, listFields({u"v3.6.0"_s, 3, 6}, ApplicationDetail::Summary));
    return list;
}

void decodeList(benchmark::State &state, const QByteArray &list, ApplicationDetail detail)
{
    Decoder decoder;
    for (auto _ : state) {
        state.PauseTiming();
        auto body = list;
        body.reserve(list.size() + 64); // spare capacity as from the transport, so that the text is parsed in place
        state.ResumeTiming();
        auto decoded = decoder.applicationList(std::move(body), detail);
        state.PauseTiming(); // do not measure the destruction of the values
        if (!decoded || decoded->applications.size() != kApplications || !decoded->badItems.empty())
            state.SkipWithError("not all applications were decoded");
        decoded = DecodedApplicationList();
        state.ResumeTiming();
    }
    state.SetBytesProcessed(static_cast<int64_t>(state.iterations()) * list.size());
}

void listSummary(benchmark::State &state)
{
    decodeList(state, fullList(), ApplicationDetail::Summary);
}
BENCHMARK(listSummary)->Unit(benchmark::kMillisecond);

void listFull(benchmark::State &state)
{
    decodeList(state, fullList(), ApplicationDetail::Full);
}
BENCHMARK(listFull)->Unit(benchmark::kMillisecond);

void listWithFields(benchmark::State &state)
{
    decodeList(state, fieldsList(), ApplicationDetail::Summary);
}
BENCHMARK(listWithFields)->Unit(benchmark::kMillisecond);

void completeJson(benchmark::State &state)
{
    for (auto _ : state)
        benchmark::DoNotOptimize(isCompleteJson(fullList()));
    state.SetBytesProcessed(static_cast<int64_t>(state.iterations()) * fullList().size());
}
BENCHMARK(completeJson)->Unit(benchmark::kMillisecond);

void bigTree(benchmark::State &state)
{
    const auto body = sampleBody(u"big-tree.json.gz"_s);
    Decoder decoder;
    for (auto _ : state) {
        auto tree = decoder.resourceTree(body);
        if (!tree)
            state.SkipWithError("the tree was not decoded");
        benchmark::DoNotOptimize(tree);
    }
    state.SetBytesProcessed(static_cast<int64_t>(state.iterations()) * body.size());
}
BENCHMARK(bigTree)->Unit(benchmark::kMicrosecond);

/// One frame of 8 MB in pieces, as from a socket.
void splitStream(benchmark::State &state)
{
    const auto piece = static_cast<qsizetype>(state.range(0));
    const auto bytes = "data: " + QByteArray(8 * 1024 * 1024, 'x') + "\n\n";
    for (auto _ : state) {
        StreamSplitter splitter;
        for (qsizetype at = 0; at < bytes.size(); at += piece)
            benchmark::DoNotOptimize(
                splitter.feed(QByteArrayView(bytes).sliced(at, std::min(piece, bytes.size() - at))));
    }
    state.SetBytesProcessed(static_cast<int64_t>(state.iterations()) * bytes.size());
}
BENCHMARK(splitStream)->Arg(16)->Arg(64 * 1024)->Unit(benchmark::kMillisecond);

} // namespace
} // namespace lynceus
