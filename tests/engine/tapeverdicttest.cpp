// Every recording against the judge, without network, at virtual time, with each source on time or late.

#include "core/domain/argocd/decoders.h"
#include "core/domain/rollout/judge.h"
#include "core/io/replay/tapeworld.h"
#include "tests/support/tapecase.h"

#include <gtest/gtest.h>

namespace lynceus {

using namespace Qt::StringLiterals;

namespace {

constexpr Duration kStep{250};
constexpr Duration kSampling{600}; ///< the cluster's truth was sampled every 0.4 s
constexpr Duration kLatency{2'000};

/// How late each source is, and whether its sighting says so (a slow request) or not (a stale cache behind it).
struct Lateness
{
    const char *name;
    Duration application{0};
    Duration tree{0};
    Duration managed{0};
    bool honest = true;
};

constexpr std::array kLateness{
    Lateness{"OnTime"},
    Lateness{"ApplicationLate", Duration{2000}, Duration{0}, Duration{0}, true},
    Lateness{"TreeLate", Duration{0}, Duration{2000}, Duration{0}, true},
    Lateness{"ManagedLate", Duration{0}, Duration{0}, Duration{2000}, true},
    Lateness{"ApplicationStale", Duration{2000}, Duration{0}, Duration{0}, false},
    Lateness{"TreeStale", Duration{0}, Duration{2000}, Duration{0}, false},
    Lateness{"ManagedStale", Duration{0}, Duration{0}, Duration{2000}, false},
};

/// One source of a tape, decoded only when its bytes change.
template<typename T>
class Source
{
public:
    template<typename Decode>
    Sighting<T> at(const std::optional<QByteArray> &body, Instant readAt, Decode decode)
    {
        if (!body)
            return {};
        if (!m_value || *body != m_body) {
            m_body = *body;
            auto decoded = decode(*body);
            EXPECT_TRUE(decoded) << (decoded ? "" : decoded.error().message.toStdString());
            if (!decoded)
                return {};
            m_value = std::make_shared<const T>(*std::move(decoded));
        }
        return {m_value, readAt};
    }

private:
    QByteArray m_body;
    std::shared_ptr<const T> m_value;
};

struct Played
{
    Verdict verdict;
    Duration at{0};
    std::vector<std::pair<Duration, Verdict>> changes;

    [[nodiscard]] std::optional<Duration> firstCause(const QString &kind) const
    {
        const auto found = std::ranges::find_if(changes, [&](const auto &change) {
            return change.second.cause && nameOf(change.second.cause->kind) == kind;
        });
        return found == changes.end() ? std::nullopt : std::optional(found->first);
    }
    [[nodiscard]] bool showedBlocker(const QString &kind) const
    {
        return std::ranges::any_of(changes, [&](const auto &change) {
            return change.second.blocker && nameOf(change.second.blocker->kind) == kind;
        });
    }
};

Played play(const TapeCase &tapeCase, const Lateness &late)
{
    auto tape = readTape(tapeFile(tapeCase.tape));
    EXPECT_TRUE(tape) << tapeCase.tape.toStdString();
    const auto recorded = tape->head.recorded;
    const TapeWorld world(std::make_shared<const Tape>(*std::move(tape)));
    Judge judge(expectationOf(tapeCase, recorded));
    Decoder decoder;
    Source<Application> application;
    Source<ResourceTree> tree;
    Source<ManagedResources> managed;
    Played played;
    for (auto now = tapeCase.registered; now <= tapeCase.end; now += kStep) {
        const auto past = [&](Duration lateness) { return std::max(Duration{0}, now - lateness); };
        const auto stamp = [&](Duration lateness) { return recorded + (late.honest ? past(lateness) : now); };
        Observation observation;
        observation.now = recorded + now;
        observation.access = Access::Good;
        observation.application = application.at(world.applicationAt(past(late.application)), stamp(late.application),
                                                 [&](const QByteArray &body) { return decoder.application(body); });
        observation.tree = tree.at(world.treeAt(past(late.tree)), stamp(late.tree),
                                   [&](const QByteArray &body) { return decoder.resourceTree(body); });
        observation.managed = managed.at(world.managedAt(past(late.managed)), stamp(late.managed),
                                         [&](const QByteArray &body) { return decoder.managedResources(body); });
        const auto before = judge.verdict();
        const auto &verdict = judge.observe(observation);
        if (verdict.outcome != before.outcome || verdict.stage != before.stage || verdict.blocker != before.blocker
            || verdict.cause != before.cause)
            played.changes.emplace_back(now, verdict);
        if (verdict.outcome != Outcome::Waiting) {
            played.at = now;
            break;
        }
    }
    played.verdict = judge.verdict();
    return played;
}

std::string storyOf(const Played &played)
{
    QString story;
    for (const auto &[at, verdict] : played.changes) {
        story += u"%1 ms: %2 %3 %4 %5\n"_s.arg(at.count())
                     .arg(nameOf(verdict.stage), nameOf(verdict.outcome),
                          verdict.blocker ? nameOf(verdict.blocker->kind) : u"-"_s,
                          verdict.cause ? nameOf(verdict.cause->kind) + u' ' + verdict.cause->resource.name : u"-"_s);
    }
    return story.toStdString();
}

class TapeVerdict : public ::testing::TestWithParam<std::tuple<TapeCase, Lateness>>
{ };

TEST_P(TapeVerdict, EndsAsItReallyEnded)
{
    const auto &[tapeCase, late] = GetParam();
    const auto played = play(tapeCase, late);
    SCOPED_TRACE(storyOf(played));
    EXPECT_EQ(nameOf(played.verdict.outcome).toStdString(), tapeCase.outcome.toStdString());
    if (!tapeCase.causes.isEmpty()) {
        ASSERT_TRUE(played.verdict.cause);
        EXPECT_TRUE(tapeCase.causes.contains(nameOf(played.verdict.cause->kind)));
    }
    EXPECT_TRUE(tapeCase.blocker.isEmpty() || played.showedBlocker(tapeCase.blocker));
    if (played.verdict.outcome == Outcome::Deployed) {
        ASSERT_TRUE(tapeCase.running);
        EXPECT_GE(played.at, *tapeCase.running - kSampling);
        EXPECT_LE(played.at,
                  std::max(*tapeCase.shown, tapeCase.registered) + kLatency + late.application + late.tree
                      + late.managed);
    }
    if (tapeCase.evidence) {
        const auto seen = played.firstCause(tapeCase.causes.front());
        ASSERT_TRUE(seen);
        EXPECT_LE(*seen, *tapeCase.evidence + kLatency + late.application + late.tree + late.managed);
    }
}

INSTANTIATE_TEST_SUITE_P(
    Tapes, TapeVerdict, ::testing::Combine(::testing::ValuesIn(tapeCases()), ::testing::ValuesIn(kLateness)),
    [](const auto &one) {
        return (std::get<0>(one.param).name() + u'_' + QLatin1StringView(std::get<1>(one.param).name)).toStdString();
    });

} // namespace

} // namespace lynceus
