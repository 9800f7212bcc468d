// A judge that is stored and read again continues as if nothing had happened, at any time of any recording.

#include "core/domain/rollout/judging/judge.h"
#include "core/domain/rollout/verdict/memory.h"
#include "core/io/store/encoding/codec.h"
#include "tests/engine/watches/recordingqueries.h"
#include "tests/support/recordingcase.h"

#include <random>

#include <gtest/gtest.h>

namespace lynceus {

using namespace Qt::StringLiterals;

namespace {

constexpr Duration kStep{250};
constexpr Duration kLongestGap{20'000};
#ifdef LYNCEUS_ALL_VARIANTS
constexpr unsigned kGapSeeds = 10;
#else
constexpr unsigned kGapSeeds = 1;
#endif
constexpr Duration kAfterTheEnd{120'000};

Judge storedAndReadAgain(const Judge &judge)
{
    const auto memory = unpacked(packed(toCbor(judge.memory())));
    const auto verdict = unpacked(packed(toCbor(judge.verdict())));
    EXPECT_TRUE(memory && verdict);
    auto known = rolloutMemoryFrom(memory.value(), judge.expectation());
    EXPECT_TRUE(known);
    return {judge.expectation(), *std::move(known), verdictFrom(verdict.value()).value()};
}

/// A watch whose deadline is after the end of its recording may be undecided.
bool hasRecordedOutcome(const RecordingCase &recordingCase, const Verdict &verdict)
{
    return isKnownFailure(recordingCase) || recordingCase.outcomes.contains(nameOf(verdict.outcome))
        || (recordingCase.outcomes.contains(u"timed-out"_s) && verdict.outcome == Outcome::Waiting);
}

/// Jobs of the release that have succeeded. After a Job is deleted by its TTL, its success cannot be proven any more.
class DoneJobs
{
public:
    explicit DoneJobs(const QStringList &images)
        : m_images(images)
    { }

    void update(const Observation &observation)
    {
        if (!observation.managed.value || !observation.tree.value)
            return;
        for (const auto &workload : observation.managed.value->workloads) {
            if (workload.key.kind != "Job"_L1 || workload.hook || !workload.target)
                continue;
            const int index = observation.tree.value->indexOf(workload.key);
            m_isGone = index < 0 || observation.tree.value->nodes[static_cast<std::size_t>(index)].uid.isEmpty();
            const bool isNew = workload.live && std::ranges::any_of(workload.live->images, [&](const QString &image) {
                                   return m_images.contains(image);
                               });
            m_wasSeen = m_wasSeen
                || (!m_isGone && isNew
                    && observation.tree.value->nodes[static_cast<std::size_t>(index)].health.status
                        == HealthStatus::Healthy);
        }
    }
    /// The last observation shows no Job, and no earlier one showed its success.
    [[nodiscard]] bool wasMissed() const { return m_isGone && !m_wasSeen; }

private:
    QStringList m_images;
    bool m_isGone = false;
    bool m_wasSeen = false;
};

class JudgeResumed : public ::testing::TestWithParam<RecordingCase>
{ };

class JudgeAfterGaps : public ::testing::TestWithParam<RecordingCase>
{ };

/// If a version came and went unobserved, only the history could show it, so the verdict may differ.
std::vector<RecordingCase> casesForGaps()
{
    auto cases = recordingCases();
    std::erase_if(cases, [](const RecordingCase &one) {
        return one.outcomes.contains(u"superseded"_s) || one.outcomes.contains(u"timed-out"_s);
    });
    return cases;
}

TEST_P(JudgeResumed, YieldsTheSameVerdictAtEveryTime)
{
    const auto &recordingCase = GetParam();
    test::RecordingQueries queries(recordingCase.recording);
    Judge undisturbed(expectationOf(recordingCase, queries.recorded()));
    Judge disturbed = undisturbed;
    std::mt19937 random(1);
    for (auto now = recordingCase.registered; now <= recordingCase.end; now += kStep) {
        const auto observation = queries.at(now);
        if (random() % 5 == 0)
            disturbed = storedAndReadAgain(disturbed);
        ASSERT_EQ(disturbed.observe(observation), undisturbed.observe(observation)) << now.count() << " ms";
        if (undisturbed.verdict().outcome != Outcome::Waiting)
            break;
    }
    EXPECT_TRUE(hasRecordedOutcome(recordingCase, disturbed.verdict()));
}

/// Several times, nothing is observed for up to 20 s. The observations before and after must be enough.
TEST_P(JudgeAfterGaps, ReachesTheSameOutcome)
{
    const auto &recordingCase = GetParam();
    for (unsigned seed = 0; seed < kGapSeeds; ++seed) {
        test::RecordingQueries queries(recordingCase.recording);
        Judge judge(expectationOf(recordingCase, queries.recorded()));
        std::mt19937 random(seed);
        DoneJobs jobs(recordingCase.images);
        const auto observe = [&](Duration now) {
            const auto observation = queries.at(now);
            jobs.update(observation);
            judge.observe(observation);
        };
        for (auto now = recordingCase.registered; now <= recordingCase.end; now += kStep) {
            if (random() % 60 == 0) {
                judge = storedAndReadAgain(judge);
                now =
                    std::min(recordingCase.end, now + Duration{random() % static_cast<unsigned>(kLongestGap.count())});
            }
            observe(now);
        }
        // States that must last may have started with the last observation, so the end of the recording continues.
        for (auto now = recordingCase.end;
             judge.verdict().outcome == Outcome::Waiting && now <= recordingCase.end + kAfterTheEnd; now += kStep * 4)
            observe(now);
        const bool isUnprovable = judge.verdict().outcome == Outcome::Waiting && jobs.wasMissed();
        EXPECT_TRUE(isUnprovable || hasRecordedOutcome(recordingCase, judge.verdict()))
            << "seed " << seed << " ended " << nameOf(judge.verdict().outcome).toStdString();
    }
}

INSTANTIATE_TEST_SUITE_P(Recordings, JudgeResumed, ::testing::ValuesIn(recordingCases()),
                         [](const auto &one) { return one.param.name().toStdString(); });
INSTANTIATE_TEST_SUITE_P(Recordings, JudgeAfterGaps, ::testing::ValuesIn(casesForGaps()),
                         [](const auto &one) { return one.param.name().toStdString(); });

/// A stored watch whose deadline passed while nothing was observed.
class StoredDeadline : public ::testing::Test
{
protected:
    static Verdict seenAgainAfter(const QString &recording, Duration deadline, Duration asleepFrom, Duration until)
    {
        const auto cases = recordingCases();
        const auto found = std::ranges::find(cases, recording, &RecordingCase::recording);
        test::RecordingQueries queries(recording);
        auto expectation = expectationOf(*found, queries.recorded());
        expectation.oneOff = false;
        expectation.deadline = queries.recorded() + deadline;
        Judge judge(expectation);
        for (auto now = found->registered; now <= asleepFrom; now += kStep)
            judge.observe(queries.at(now));
        judge = storedAndReadAgain(judge);
        // The computer is awake again, but nothing was read yet: old data proves nothing.
        auto old = queries.at(asleepFrom);
        old.now = queries.recorded() + until;
        judge.observe(old);
        EXPECT_EQ(judge.verdict().outcome, Outcome::Waiting) << "one complete reading is still missing";
        return judge.observe(queries.at(until + kStep));
    }
};

TEST_F(StoredDeadline, IsJudgedByOneCompleteReadingAfterIt)
{
    // deploy-ok: rolled out between 8 and 17 s.
    EXPECT_EQ(seenAgainAfter(u"deploy-ok.jsonl.gz"_s, Duration{25'000}, Duration{9'000}, Duration{60'000}).outcome,
              Outcome::Deployed);
    EXPECT_EQ(seenAgainAfter(u"suspended.jsonl.gz"_s, Duration{15'000}, Duration{12'000}, Duration{29'000}).outcome,
              Outcome::TimedOut);
}

TEST_F(StoredDeadline, IsMissedIfHistoryProvesALaterDeployment)
{
    const auto verdict =
        seenAgainAfter(u"manual-sync.jsonl.gz"_s, Duration{20'000}, Duration{19'000}, Duration{60'000});
    EXPECT_EQ(verdict.outcome, Outcome::TimedOut) << "a user synced at 28 s";
}

} // namespace

} // namespace lynceus
