#include "tests/domain/notify/policyrun.h"

#include <random>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace lynceus {

using namespace test::policy;

namespace {

constexpr int kEvents = 1'000;
constexpr int kWatches = 60;
constexpr int kDays = 25; // each with its own seed
constexpr int kNights = 5;
constexpr int kMostBanners = 6;  // within 10 min, not counting those of failing watches
constexpr int kMostFailures = 5; // within 10 min, of single failing watches

/// Sixty watches over a day, half of them in releases. They stall, warn, recover, fail and succeed; instances become
/// unreachable and recover.
class Day final
{
public:
    Day(unsigned seed, const NotificationSettings &settings)
        : run(settings)
        , m_random(seed)
    {
        for (int i = 0; i < kWatches; ++i)
            m_watches.push_back(watchOf(u"w%1"_s.arg(i), i % 2 == 0 ? u"release %1"_s.arg(i / 12) : QString()));
        for (const auto &id : {u"prod"_s, u"staging"_s, u"test"_s})
            run.instance(id, InstanceNews::State::Well);
    }

    void play()
    {
        std::vector<Duration> times(kEvents);
        std::ranges::generate(times, [this] { return Duration(chance(23 * 3'600'000)); });
        std::ranges::sort(times);
        const auto morning = run.now;
        for (const auto time : times) {
            run.advance(std::max(Duration(0), Duration(morning + time - run.now)));
            const auto before = run.intents.size();
            if (chance(20) == 0)
                run.instance(QStringList{u"prod"_s, u"staging"_s, u"test"_s}[chance(3)],
                             std::array{InstanceNews::State::Well, InstanceNews::State::Unreachable,
                                        InstanceNews::State::SignIn}[static_cast<std::size_t>(chance(3))]);
            else
                change(m_watches[static_cast<std::size_t>(chance(kWatches))]);
            run.settle();
            countAtNight(before);
        }
        run.advance(morning + 24h - run.now);
    }

    [[nodiscard]] const QStringList &failures() const { return m_failures; }

    [[nodiscard]] int heldBannersAtNight() const { return m_atNight; }

    PolicyRun run;

private:
    /// Counts the notifications between 20:00 and 8:00 that are not about failures.
    void countAtNight(std::size_t from)
    {
        const auto hour = (run.now.time_since_epoch() % 24h) / 1h;
        for (auto i = from; i < run.intents.size(); ++i) {
            const auto &[act, notice] = run.intents[i];
            if ((hour >= 20 || hour < 8) && act != Intent::Act::Withdraw && !isFailure(notice.kind))
                ++m_atNight;
        }
    }

    [[nodiscard]] int chance(int of) { return std::uniform_int_distribution(0, of - 1)(m_random); }

    void change(WatchRecord &watch)
    {
        if (watch.isOver())
            return run.watch(watch); // late news of an ended watch
        switch (chance(16)) {
        case 0:
        case 1:
            watch = failing(watch, static_cast<Cause::Kind>(chance(10)));
            break;
        case 2:
        case 3:
        case 4:
            watch = healed(watch);
            break;
        case 5:
            watch = ended(watch,
                          std::array{Outcome::Deployed, Outcome::Failed, Outcome::TimedOut, Outcome::Superseded,
                                     Outcome::Deployed, Outcome::Gone}[static_cast<std::size_t>(chance(6))]);
            break;
        default:
            ++watch.verdict.pods.ready;
        }
        if (watch.verdict.outcome == Outcome::Failed || watch.verdict.outcome == Outcome::TimedOut)
            m_failures.append(watch.id);
        run.watch(watch);
    }

    std::mt19937 m_random;
    std::vector<WatchRecord> m_watches;
    QStringList m_failures;
    int m_atNight = 0;
};

int banners(const Day &day)
{
    return static_cast<int>(std::ranges::count(day.run.intents, Intent::Act::Show, &Intent::act));
}

/// Whether it is about a single failing watch. The notification that several failures share does not count.
bool isOfFailure(const Notice &notice)
{
    return notice.slot.startsWith("watch:"_L1) && (isFailure(notice.kind) || notice.kind == NoticeKind::Failing);
}

/// The largest number of notifications shown within any 10 min.
int mostAtOnce(const Day &day, bool ofFailures)
{
    std::vector<Instant> times;
    for (std::size_t i = 0; i < day.run.intents.size(); ++i) {
        const auto &[act, notice] = day.run.intents[i];
        if (act == Intent::Act::Show && notice.slot != "failures"_L1 && isOfFailure(notice) == ofFailures)
            times.push_back(day.run.times[i]);
    }
    int most = 0;
    for (std::size_t end = 0; end < times.size(); ++end) {
        const auto within = [&](Instant at) { return at > times[end] - 10min && at <= times[end]; };
        most = std::max(most, static_cast<int>(std::ranges::count_if(times, within)));
    }
    return most;
}

bool wasReported(const Day &day, const QString &id)
{
    return std::ranges::any_of(day.run.intents, [&id](const Intent &intent) {
        return std::ranges::any_of(intent.notice.watches, [&](const WatchRecord &watch) {
            return watch.id == id && intent.notice.urgency == Urgency::Critical
                && (watch.verdict.outcome == Outcome::Failed || watch.verdict.outcome == Outcome::TimedOut);
        });
    });
}

} // namespace

TEST(SimulatedDay, ThousandEventsCauseAtMostSixBannersInTenMinutesAndLoseNoFailure)
{
    int failures = 0;
    int least = kEvents;
    for (unsigned seed = 1; seed <= kDays; ++seed) {
        Day day(seed, {});
        day.play();
        EXPECT_LE(mostAtOnce(day, false), kMostBanners) << "seed " << seed;
        EXPECT_LE(mostAtOnce(day, true), kMostFailures) << "seed " << seed;
        least = std::min(least, banners(day));
        for (const auto &id : day.failures())
            EXPECT_TRUE(wasReported(day, id)) << id.toStdString() << ", seed " << seed;
        failures += static_cast<int>(day.failures().size());
    }
    EXPECT_GT(failures, 5 * kDays) << "a day without failures proves nothing";
    EXPECT_GE(least, 6) << "a silent policy proves nothing";
}

TEST(SimulatedDay, QuietHoursHoldEverythingButFailuresOnAnyDay)
{
    NotificationSettings settings;
    settings.quietHours = {true, {20, 0}, {8, 0}};
    for (unsigned seed = 1; seed <= kNights; ++seed) {
        Day day(seed, settings);
        day.run.now = Instant(std::chrono::sys_days{std::chrono::year{2026} / 11 / 23} + 20h);
        day.play();
        for (const auto &id : day.failures())
            EXPECT_TRUE(wasReported(day, id)) << id.toStdString() << ", seed " << seed;
        EXPECT_EQ(day.heldBannersAtNight(), 0) << "seed " << seed;
        EXPECT_GT(banners(day), 0) << "seed " << seed;
    }
}

} // namespace lynceus
