// All tapes at once, over real sockets and in real time: what the product promises about when it says something.
#include "tests/engine/wirewatch.h"
#include "tests/support/tapecase.h"

#include <QEventLoop>
#include <QTimer>

#include <algorithm>

#include <gtest/gtest.h>

using namespace Qt::StringLiterals;

namespace lynceus {

namespace {

constexpr Duration kSampling{600};  // the cluster's truth was sampled each 0.4 s
constexpr Duration kLatency{2'000}; // promised
constexpr Duration kLastWords{800}; // a final verdict waits that long for its commit
constexpr int kMostRequests = 60;   // promised, in any minute

struct Running
{
    TapeCase tape;
    std::unique_ptr<WireWatch> watch;
};

Duration option(const TapeCase &tape, const QString &name, Duration otherwise)
{
    const auto text = tape.option(name);
    return text.isEmpty() ? otherwise : parseDuration(text).value_or(otherwise);
}

WireCase wireFor(const TapeCase &tape)
{
    WireCase wire;
    wire.tape = tape.tape.chopped(9);
    wire.images = tape.images;
    wire.timeout = option(tape, u"--timeout"_s, Duration{900'000});
    wire.failAfter = option(tape, u"--fail-after"_s, Duration{60'000});
    wire.imageGrace = option(tape, u"--image-grace"_s, Duration{60'000});
    wire.acceptSuspended = tape.has(u"--accept-suspended"_s);
    wire.refresh = !tape.has(u"--no-refresh"_s);
    return wire;
}

std::vector<Running> startAll()
{
    std::vector<Running> all;
    for (const auto &tape : tapeCases())
        all.push_back({tape, std::make_unique<WireWatch>(wireFor(tape))});
    for (const auto &running : all)
        running.watch->start();
    return all;
}

void waitForAll(std::vector<Running> &all, Duration limit)
{
    QEventLoop loop;
    QTimer::singleShot(limit, &loop, &QEventLoop::quit);
    const auto over = [&] {
        if (std::ranges::all_of(all, [](const Running &running) { return running.watch->isOver(); }))
            loop.quit();
    };
    for (const auto &running : all)
        QObject::connect(running.watch.get(), &WireWatch::over, &loop, over);
    loop.exec();
}

void checkEnd(const TapeCase &tape, WireWatch &watch)
{
    ASSERT_TRUE(watch.isOver());
    const auto &verdict = watch.runner().verdict();
    EXPECT_EQ(nameOf(verdict.outcome).toStdString(), tape.outcome.toStdString());
    const auto saidAt = watch.said().back().at;
    if (verdict.outcome == Outcome::Deployed) {
        EXPECT_GE(saidAt, *tape.running - kSampling);
        EXPECT_LE(saidAt, std::max(*tape.shown, tape.registered) + kLatency);
    }
    EXPECT_LE(watch.overAt(), saidAt + kLastWords);
    EXPECT_LE(watch.mostRequestsInAMinute(), kMostRequests);
    EXPECT_LE(watch.mostOpenStreams(), 2);
}

void checkWarning(const TapeCase &tape, const WireWatch &watch)
{
    if (!tape.evidence)
        return;
    const auto first = std::ranges::find_if(watch.said(), [&](const WireWatch::Said &said) {
        return said.verdict.cause && tape.causes.contains(nameOf(said.verdict.cause->kind));
    });
    ASSERT_NE(first, watch.said().end()) << "never warned";
    EXPECT_LE(first->at, *tape.evidence + kLatency);
}

TEST(TapesOnTime, EndAsRecordedWithinTheirTimes)
{
    auto all = startAll();
    ASSERT_GE(all.size(), 26U);
    waitForAll(all, Duration{150'000});
    for (auto &running : all) {
        SCOPED_TRACE(running.tape.name().toStdString());
        checkEnd(running.tape, *running.watch);
        checkWarning(running.tape, *running.watch);
        const auto &tape = running.tape;
        std::printf("%-45s %-10s %7.2f s (shown %6.2f), %3d requests, %2d in a minute, %d streams\n",
                    qPrintable(tape.name()), qPrintable(nameOf(running.watch->runner().verdict().outcome)),
                    static_cast<double>(running.watch->said().back().at.count()) / 1000.0,
                    static_cast<double>(tape.shown.value_or(Duration{0}).count()) / 1000.0, running.watch->requests(),
                    running.watch->mostRequestsInAMinute(), running.watch->mostOpenStreams());
    }
}

} // namespace

} // namespace lynceus
