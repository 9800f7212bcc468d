// Judges every recording in virtual time without network, with each source on time or late.

#include "core/domain/argocd/decoders/decoders.h"
#include "core/domain/rollout/judging/judge.h"
#include "core/replay/recordings/recordedstate.h"
#include "tests/engine/watches/recordedsources.h"
#include "tests/support/recordingcase.h"

#include <gtest/gtest.h>

namespace lynceus {

using namespace Qt::StringLiterals;
using namespace test;

namespace {

constexpr Duration kStep{250};
constexpr Duration kSampling{600}; ///< the truth of the cluster was sampled every 0.4 s
constexpr Duration kLatency{2'000};
constexpr Duration kWarning{5'000};           ///< limit of a warning after evidence that only events or conditions show
constexpr Duration kAfterTheRecording{1'000}; ///< step after the recording, whose last state continues

/// Delays of the sources. `honest`: the timestamps show the delay (a slow request); otherwise they do not (a stale
/// cache in the server).
struct Lateness
{
    const char *name;
    Duration application{0};
    Duration tree{0};
    Duration managed{0};
    bool honest = true;
};

constexpr Lateness kOnTime{"OnTime"};
constexpr std::array kLateness{
    kOnTime,
    Lateness{"ApplicationLate", Duration{2000}, Duration{0}, Duration{0}, true},
    Lateness{"TreeLate", Duration{0}, Duration{2000}, Duration{0}, true},
    Lateness{"ManagedLate", Duration{0}, Duration{0}, Duration{2000}, true},
    Lateness{"ApplicationStale", Duration{2000}, Duration{0}, Duration{0}, false},
    Lateness{"TreeStale", Duration{0}, Duration{2000}, Duration{0}, false},
    Lateness{"ManagedStale", Duration{0}, Duration{0}, Duration{2000}, false},
};

struct Played
{
    Verdict verdict;
    Duration at{0};
    std::vector<std::pair<Duration, Verdict>> changes;

    /// When a cause of one of these kinds was first shown; empty: of any kind.
    [[nodiscard]] std::optional<Duration> firstCause(const QStringList &kinds) const
    {
        const auto found = std::ranges::find_if(changes, [&](const auto &change) {
            return change.second.cause && (kinds.isEmpty() || kinds.contains(nameOf(change.second.cause->kind)));
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

Played play(const RecordingCase &recordingCase, const Lateness &late)
{
    auto recording = readRecording(recordingFile(recordingCase.recording));
    EXPECT_TRUE(recording) << recordingCase.recording.toStdString();
    const auto recorded = recording->head.recorded;
    const RecordedState recordedState(std::make_shared<const Recording>(*std::move(recording)));
    const auto expectation = expectationOf(recordingCase, recorded);
    Judge judge(expectation);
    Decoder decoder;
    RecordedSource<Application> application;
    RecordedSource<ResourceTree> tree;
    RecordedSource<ManagedResources> managed;
    RecordedExplanations explanations(recordedState);
    Played played;
    const auto last =
        std::max(recordingCase.end, expectation.deadline - recorded + expectation.bake) + kAfterTheRecording;
    for (auto now = recordingCase.registered; now <= last;
         now += now < recordingCase.end ? kStep : kAfterTheRecording) {
        const auto past = [&](Duration lateness) { return std::max(Duration{0}, now - lateness); };
        const auto stamp = [&](Duration lateness) { return recorded + (late.honest ? past(lateness) : now); };
        Observation observation;
        observation.now = recorded + now;
        observation.access = Access::Good;
        observation.application =
            application.at(recordedState.applicationAt(past(late.application)), stamp(late.application),
                           [&](const QByteArray &body) { return decoder.application(body); });
        observation.tree = tree.at(recordedState.treeAt(past(late.tree)), stamp(late.tree),
                                   [&](const QByteArray &body) { return decoder.resourceTree(body); });
        observation.managed = managed.at(recordedState.managedAt(past(late.managed)), stamp(late.managed),
                                         [&](const QByteArray &body) { return decoder.managedResources(body); });
        explanations.add(observation, now, decoder);
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

std::string timelineOf(const Played &played)
{
    QString details;
    for (const auto &[at, verdict] : played.changes) {
        const auto blocker = verdict.blocker ? nameOf(verdict.blocker->kind) + u' ' + verdict.blocker->resource.name
                + u" \""_s + verdict.blocker->message.left(60) + u'"'
                                             : u"-"_s;
        details += u"%1 ms: %2 %3 %4 %5\n"_s.arg(at.count())
                       .arg(nameOf(verdict.stage), nameOf(verdict.outcome), blocker,
                            verdict.cause ? nameOf(verdict.cause->kind) + u' ' + verdict.cause->resource.name : u"-"_s);
    }
    return details.toStdString();
}

/// Checks a run against the index of recordings and collects the violations.
class RecordingIndexCheck
{
public:
    RecordingIndexCheck(const RecordingCase &recordingCase, const Lateness &late, const Played &played)
        : m_case(recordingCase)
        , m_played(played)
        , m_late(late.application + late.tree + late.managed)
    {
        checkEnd();
        if (played.verdict.outcome == Outcome::Deployed)
            checkDeployed();
        checkWarning();
    }

    [[nodiscard]] const QStringList &violations() const { return m_violations; }

private:
    void checkEnd()
    {
        const auto &verdict = m_played.verdict;
        const auto outcome = nameOf(verdict.outcome);
        expect(m_case.outcomes.contains(outcome), u"it ended %1"_s.arg(outcome));
        expect(!m_case.neverDeployed || verdict.outcome != Outcome::Deployed, u"it never ran"_s);
        if (verdict.outcome == Outcome::Failed && m_case.failedBy)
            expect(m_played.at <= *m_case.failedBy + m_late, u"failed at %1 ms is late"_s.arg(m_played.at.count()));
        if (verdict.outcome != Outcome::Deployed && !m_case.causes.isEmpty()) {
            const auto cause = verdict.cause ? nameOf(verdict.cause->kind) : u"none"_s;
            expect(m_case.causes.contains(cause), u"the cause at the end is "_s + cause);
        }
        expect(m_case.blocker.isEmpty() || m_played.showedBlocker(m_case.blocker),
               u"the blocker %1 was not shown"_s.arg(m_case.blocker));
        for (const auto &note : m_case.notes) {
            const bool noted =
                std::ranges::any_of(verdict.notes, [&](const Note &known) { return nameOf(known.kind) == note; });
            expect(noted, u"the note %1 is missing"_s.arg(note));
        }
    }

    void checkDeployed()
    {
        expect(m_case.running.has_value(), u"it never ran"_s);
        if (!m_case.running)
            return;
        const auto bake = expectationOf(m_case, {}).bake;
        expect(m_played.at >= *m_case.running + bake - kSampling,
               u"deployed at %1 ms is too early"_s.arg(m_played.at.count()));
        if (m_case.shown)
            expect(m_played.at <= std::max(*m_case.shown, m_case.registered) + bake + kLatency + m_late,
                   u"deployed at %1 ms is late"_s.arg(m_played.at.count()));
    }

    void checkWarning()
    {
        if (!m_case.evidence)
            return;
        static const QStringList kSeenInEvents{u"unschedulable"_s, u"volume"_s, u"quota"_s};
        const auto seen = m_played.firstCause(m_case.causes);
        const bool byEvents = kSeenInEvents.contains(m_case.causes.value(0));
        expect(seen.has_value(), u"no warning"_s);
        if (seen)
            expect(*seen <= *m_case.evidence + (byEvents ? kWarning : kLatency) + m_late,
                   u"the warning at %1 ms is late"_s.arg(seen->count()));
    }

    void expect(bool kept, const QString &promise)
    {
        if (!kept)
            m_violations.push_back(promise);
    }

    const RecordingCase &m_case;
    const Played &m_played;
    Duration m_late;
    QStringList m_violations;
};

class RecordingVerdict : public ::testing::TestWithParam<std::tuple<RecordingCase, Lateness>>
{ };

TEST_P(RecordingVerdict, MatchesTheRecordedOutcome)
{
    const auto &[recordingCase, late] = GetParam();
    const auto played = play(recordingCase, late);
    SCOPED_TRACE(timelineOf(played));
    const auto broken = RecordingIndexCheck(recordingCase, late, played).violations().join(u", "_s).toStdString();
    if (!isKnownFailure(recordingCase)) {
        EXPECT_EQ(broken, "");
    } else if (QLatin1StringView(late.name) == QLatin1StringView(kOnTime.name)) {
        EXPECT_NE(broken, "") << "remove the entry from the list of exceptions";
    }
}

INSTANTIATE_TEST_SUITE_P(
    Recordings, RecordingVerdict, ::testing::ValuesIn(withVariants(kLateness)), [](const auto &one) {
        return (std::get<0>(one.param).name() + u'_' + QLatin1StringView(std::get<1>(one.param).name)).toStdString();
    });

} // namespace

} // namespace lynceus
