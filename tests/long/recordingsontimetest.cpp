// Plays all recordings at once, over real sockets and in real time. Checks verdicts, warnings and the budget of
// requests.
#include "tests/support/recordingcase.h"
#include "tests/support/waiting.h"
#include "tests/support/wirewatch.h"

#include <QSet>

#include <algorithm>
#include <array>

#include <gtest/gtest.h>

using namespace Qt::StringLiterals;

namespace lynceus {

namespace {

constexpr Duration kSampling{600}; // the truth of the cluster was sampled every 0.4 s
constexpr int kMostRequests = 60;  // promised limit for any minute

struct Running
{
    RecordingCase recording;
    QString trouble; ///< a fault during the complete recording; empty: none
    std::unique_ptr<WireWatch> watch;

    [[nodiscard]] QString name() const { return recording.name() + u' ' + trouble; }
};

Duration option(const RecordingCase &recording, const QString &name, Duration otherwise)
{
    const auto text = recording.option(name);
    return text.isEmpty() ? otherwise : parseDuration(text).value_or(otherwise);
}

WireCase wireFor(const RecordingCase &recording)
{
    WireCase wire;
    wire.recording = recording.recording.chopped(9);
    wire.images = recording.images;
    wire.timeout = option(recording, u"--timeout"_s, Duration{900'000});
    wire.failAfter = option(recording, u"--fail-after"_s, Duration{60'000});
    wire.imageGrace = option(recording, u"--image-grace"_s, Duration{60'000});
    wire.bake = option(recording, u"--bake"_s, Duration{0});
    wire.acceptSuspended = recording.has(u"--accept-suspended"_s);
    wire.refresh = !recording.has(u"--no-refresh"_s);
    return wire;
}

/// A fault that disables the stream of the tree, so that the tree is polled. Only for some recordings.
std::optional<QString> troubleFor(const RecordingCase &recording)
{
    const QSet<QString> chosen{u"deploy-ok.jsonl.gz"_s,     u"twins-ok.jsonl.gz"_s,        u"image-typo.jsonl.gz"_s,
                               u"presync-fails.jsonl.gz"_s, u"v2.14-deploy-ok.jsonl.gz"_s, u"crashloop.jsonl.gz"_s};
    if (!chosen.contains(recording.recording))
        return std::nullopt;
    return u"unavailable:stream/applications/%1/resource-tree"_s.arg(recording.application.name);
}

std::vector<Running> startAll()
{
    std::vector<Running> all;
    for (const auto &recording : recordingCases()) {
        if (isKnownFailure(recording) || recording.outcomes.size() > 1)
            continue; // which of several outcomes comes first is only decided after the recording ends
        auto wire = wireFor(recording);
        all.push_back({recording, {}, std::make_unique<WireWatch>(wire)});
        if (const auto trouble = troubleFor(recording)) {
            wire.faults = QStringList{*trouble};
            all.push_back({recording, *trouble, std::make_unique<WireWatch>(wire)});
        }
    }
    for (const auto &running : all)
        running.watch->start();
    return all;
}

void waitForAll(const std::vector<Running> &all, Duration limit)
{
    std::ignore = test::waitUntil(
        [&all] { return std::ranges::all_of(all, [](const Running &each) { return each.watch->isOver(); }); }, limit);
}

void checkEnd(const RecordingCase &recording, WireWatch &watch)
{
    ASSERT_TRUE(watch.isOver());
    const auto &verdict = watch.runner().verdict();
    EXPECT_TRUE(recording.outcomes.contains(nameOf(verdict.outcome))) << nameOf(verdict.outcome).toStdString();
    const auto reportedAt = watch.reportedVerdicts().back().at;
    if (verdict.outcome == Outcome::Deployed) {
        EXPECT_GE(reportedAt, *recording.running - kSampling);
    }
    EXPECT_LE(watch.mostRequestsInAMinute(), kMostRequests);
    EXPECT_LE(watch.mostOpenStreams(), 2);
}

void checkWarning(const RecordingCase &recording, const WireWatch &watch)
{
    if (!recording.evidence)
        return;
    const auto first = std::ranges::find_if(watch.reportedVerdicts(), [&](const WireWatch::ReportedVerdict &report) {
        return report.verdict.cause
            && (recording.causes.isEmpty() || recording.causes.contains(nameOf(report.verdict.cause->kind)));
    });
    EXPECT_NE(first, watch.reportedVerdicts().end()) << "no warning was reported";
}

TEST(RecordingsOnTime, EndAsRecordedAndWithinTheBudget)
{
    auto all = startAll();
    ASSERT_GE(all.size(), 26U);
    waitForAll(all, Duration{150'000});
    for (auto &running : all) {
        SCOPED_TRACE(running.name().toStdString());
        checkEnd(running.recording, *running.watch);
        checkWarning(running.recording, *running.watch);
        const auto &recording = running.recording;
        const auto warned = running.watch->warnedAt();
        std::printf("%-60s %-10s %7.2f s (shown %6.2f), %3d requests, %2d in a minute, %d streams, warned %6.2f "
                    "(evidence %6.2f)\n",
                    qPrintable(running.name()), qPrintable(nameOf(running.watch->runner().verdict().outcome)),
                    static_cast<double>(running.watch->reportedVerdicts().back().at.count()) / 1000.0,
                    static_cast<double>(recording.shown.value_or(Duration{0}).count()) / 1000.0,
                    running.watch->requests(), running.watch->mostRequestsInAMinute(), running.watch->mostOpenStreams(),
                    static_cast<double>(warned.count()) / 1000.0,
                    static_cast<double>(recording.evidence.value_or(Duration{0}).count()) / 1000.0);
    }
}

struct Trouble
{
    const char *fault;
    Duration end; ///< recording time at which the fault ends
};

constexpr std::array kTroubles{
    Trouble{"cut@10s-11s:stream", Duration{11'000}}, Trouble{"refuse@6s+8s", Duration{14'000}},
    Trouble{"unavailable@6s+7s", Duration{13'000}},  Trouble{"html@6s+7s", Duration{13'000}},
    Trouble{"silence@6s+7s", Duration{13'000}},      Trouble{"hang@6s+7s", Duration{13'000}},
    Trouble{"truncate@6s+10s", Duration{16'000}},    Trouble{"gzip-cut@6s+10s", Duration{16'000}},
    Trouble{"reset@12s+10s", Duration{22'000}},      Trouble{"unavailable:stream", Duration{0}},
};

TEST(RecordingsOnTime, NetworkFaultsChangeNoVerdict)
{
    const auto cases = recordingCases();
    const auto recording = std::ranges::find(cases, u"deploy-ok.jsonl.gz"_s, &RecordingCase::recording);
    ASSERT_NE(recording, cases.end());
    std::vector<Running> all;
    for (const auto &trouble : kTroubles) {
        auto wire = wireFor(*recording);
        wire.faults = QStringList{QString::fromLatin1(trouble.fault)};
        all.push_back({*recording, wire.faults.front(), std::make_unique<WireWatch>(wire)});
    }
    for (const auto &running : all)
        running.watch->start();
    waitForAll(all, Duration{60'000});
    for (std::size_t i = 0; i < all.size(); ++i) {
        SCOPED_TRACE(kTroubles[i].fault);
        auto &watch = *all[i].watch;
        ASSERT_TRUE(watch.isOver());
        EXPECT_EQ(watch.runner().verdict().outcome, Outcome::Deployed);
        EXPECT_FALSE(watch.runner().startError());
        EXPECT_GE(watch.reportedVerdicts().back().at, *recording->running - kSampling);
        EXPECT_LE(watch.mostRequestsInAMinute(), kMostRequests);
        EXPECT_LE(watch.mostOpenStreams(), 2);
        std::printf("%-25s deployed %6.2f s (shown %6.2f, trouble until %6.2f), %d requests\n", kTroubles[i].fault,
                    static_cast<double>(watch.reportedVerdicts().back().at.count()) / 1000.0,
                    static_cast<double>(recording->shown->count()) / 1000.0,
                    static_cast<double>(kTroubles[i].end.count()) / 1000.0, watch.requests());
    }
}

} // namespace

} // namespace lynceus
