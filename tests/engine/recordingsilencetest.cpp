// At every time of every recording, with each source on time or late: a watch in which nothing changes names what it
// waits for, and everything that it says is true.

#include "core/domain/argocd/decoders/decoders.h"
#include "core/domain/rollout/judging/judge.h"
#include "core/replay/recordings/recordedstate.h"
#include "tests/engine/clustertruth.h"
#include "tests/engine/watches/recordedsources.h"
#include "tests/support/progresssummary.h"
#include "tests/support/recordingcase.h"

#include <deque>
#include <map>

#include <gtest/gtest.h>

namespace lynceus {

using namespace Qt::StringLiterals;

namespace {

constexpr Duration kStep{500};
constexpr Duration kSilence{15'000};
constexpr Duration kServersLag{5'000}; ///< Argo CD's tree is late, and the recording read it only every second
constexpr Duration kSampled{600};      ///< the cluster was sampled every 0.4 s, so changes appear in the next sample
constexpr Duration kEventsEvery{4'500};

/// Delays of the sources.
struct Delay
{
    const char *name;
    Duration application{0};
    Duration tree{0};
    Duration managed{0};

    [[nodiscard]] Duration longest() const { return std::max({application, tree, managed}); }
};

constexpr std::array kDelays{
    Delay{"OnTime"},
    Delay{"ApplicationLate", Duration{2'000}},
    Delay{"TreeLate", Duration{0}, Duration{2'000}},
    Delay{"ManagedLate", Duration{0}, Duration{0}, Duration{2'000}},
    Delay{"ApplicationVeryLate", Duration{20'000}},
    Delay{"TreeVeryLate", Duration{0}, Duration{20'000}},
    Delay{"ManagedVeryLate", Duration{0}, Duration{0}, Duration{20'000}},
};

/// What a watch reads at a given time of a recording.
class RecordedObservations final
{
public:
    explicit RecordedObservations(const std::shared_ptr<const Recording> &recording)
        : m_recorded(recording->head.recorded)
        , m_recordedState(recording)
    {
        for (const auto &line : recording->lines) {
            if (line.kind == RecordingLine::Kind::Get && line.path.contains("resourceUID"_L1))
                m_events.try_emplace(line.path);
        }
    }

    std::shared_ptr<const Application> application(Duration at)
    {
        return m_application
            .at(m_recordedState.applicationAt(at), m_recorded + at,
                [&](const QByteArray &body) { return m_decoder.application(body); })
            .value;
    }

    Observation at(Duration now, const Delay &delay)
    {
        const auto past = [now](Duration late) { return std::max(Duration{0}, now - late); };
        Observation observation;
        observation.now = m_recorded + now;
        observation.access = Access::Good;
        observation.application =
            m_lateApplication.at(m_recordedState.applicationAt(past(delay.application)), observation.now,
                                 [&](const QByteArray &body) { return m_decoder.application(body); });
        observation.tree = m_tree.at(m_recordedState.treeAt(past(delay.tree)), observation.now,
                                     [&](const QByteArray &body) { return m_decoder.resourceTree(body); });
        observation.managed = m_managed.at(m_recordedState.managedAt(past(delay.managed)), observation.now,
                                           [&](const QByteArray &body) { return m_decoder.managedResources(body); });
        for (auto &[path, source] : m_events) {
            const auto answer = m_recordedState.answer(path, now / kEventsEvery * kEventsEvery);
            if (answer.status != 200)
                continue;
            const auto events =
                source.at(answer.body, observation.now, [&](const QByteArray &body) { return m_decoder.events(body); })
                    .value;
            if (events)
                observation.events.insert(observation.events.end(), events->begin(), events->end());
        }
        return observation;
    }

private:
    Instant m_recorded;
    RecordedState m_recordedState;
    Decoder m_decoder;
    test::RecordedSource<Application> m_application;
    test::RecordedSource<Application> m_lateApplication;
    test::RecordedSource<ResourceTree> m_tree;
    test::RecordedSource<ManagedResources> m_managed;
    std::map<QString, test::RecordedSource<std::vector<ResourceEvent>>> m_events;
};

class RecordingSilence : public ::testing::TestWithParam<std::tuple<RecordingCase, Delay>>
{ };

TEST_P(RecordingSilence, ExplainsWaitsAndReportsNothingFalse)
{
    const auto &[recordingCase, delay] = GetParam();
    auto read = readRecording(recordingFile(recordingCase.recording));
    ASSERT_TRUE(read) << recordingCase.recording.toStdString();
    const auto recording = std::make_shared<const Recording>(*std::move(read));
    const ClusterTruth truth(*recording);
    const auto expectation = expectationOf(recordingCase, recording->head.recorded);
    RecordedObservations observations(recording);
    Judge judge(expectation);
    QString summary;
    auto since = recordingCase.registered;
    std::deque<std::pair<Duration, std::shared_ptr<const Application>>> applications;
    for (auto now = recordingCase.registered; now <= recordingCase.end; now += kStep) {
        const auto &verdict = judge.observe(observations.at(now, delay));
        if (verdict.outcome != Outcome::Waiting)
            break;
        if (const auto next = test::progressSummary(verdict); next != summary) {
            summary = next;
            since = now;
        }
        const bool isNamed = verdict.blocker || verdict.cause || verdict.stage >= Stage::Running;
        ASSERT_TRUE(isNamed || now - since < kSilence)
            << "no explanation at " << now.count() << " ms since " << since.count() << ", " << summary.toStdString();
        const auto from = now - delay.longest() - kServersLag;
        if (const auto application = observations.application(now))
            applications.emplace_back(now, application);
        while (!applications.empty() && applications.front().first < from)
            applications.pop_front();
        PeriodFacts possible{truth.between(from, now + kSampled), {}};
        for (const auto &[at, application] : applications)
            possible.applications.push_back(application);
        const auto untrue = contradiction(verdict, expectation, possible);
        ASSERT_TRUE(untrue.isEmpty()) << "false statement at " << now.count() << " ms: " << untrue.toStdString();
    }
}

INSTANTIATE_TEST_SUITE_P(Recordings, RecordingSilence, ::testing::ValuesIn(withVariants(kDelays)), [](const auto &one) {
    return (std::get<0>(one.param).name() + u'_' + QLatin1StringView(std::get<1>(one.param).name)).toStdString();
});

} // namespace

} // namespace lynceus
