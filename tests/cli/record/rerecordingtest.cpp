// Replaying a recording must yield the verdict of the original server, for the same reasons and at the same moments.
// These tests replay recordings, record the replay, and replay the result in virtual time.
#include "app/cli/record/applicationrecorder.h"
#include "core/domain/rollout/judging/judge.h"
#include "core/domain/rollout/sync/operation.h"
#include "core/engine/watches/explanations.h"
#include "core/replay/recordings/recordedstate.h"
#include "core/replay/server/replayserver.h"
#include "tests/support/eventloop.h"
#include "tests/support/recordingcase.h"
#include "tests/support/simulatedclock.h"
#include "tests/support/waiting.h"

#include <gtest/gtest.h>

namespace lynceus {

using namespace Qt::StringLiterals;

namespace {

constexpr Duration kStep{250};
/// The documented limit. Time stands still during requests, so the load of the machine has no influence.
constexpr Duration kMostShift{1'000};
constexpr Duration kShortLived{1'500}; ///< a state may be missed between two polls if it is shorter than this
constexpr Duration kEventsEvery{1'000};
/// The last state is kept this long, so that conditions that must hold for a minute are decided.
constexpr Duration kAfterTheEnd{90'000};

QString pathOf(const ApiPath &path)
{
    return path.path + u'?' + path.query.toString(QUrl::FullyEncoded);
}

/// A watch without sockets: sends WatchRunner's requests to a recording and combines the answers in the same way.
class OfflineWatch final
{
public:
    OfflineWatch(Recording recording, const RecordingCase &recordingCase, Instant zero)
        : m_case(recordingCase)
        , m_zero(recording.head.recorded)
        , m_recordedState(std::make_shared<const Recording>(std::move(recording)))
        , m_judge(expectationOf(recordingCase, zero))
        , m_now(zero + recordingCase.registered)
        , m_end(zero + recordingCase.end + kAfterTheEnd)
    { }

    void watch()
    {
        for (; m_now <= m_end && m_judge.verdict().outcome == Outcome::Waiting; m_now += kStep)
            observe();
        for (auto &[words, spans] : m_spans)
            close(spans);
        outcome = nameOf(m_judge.verdict().outcome);
        end = std::chrono::duration_cast<Duration>(m_now - m_zero);
    }

    struct Span
    {
        Instant from;
        Instant until; ///< time of the last poll in this state
        bool isOpen = true;
    };
    using Spans = std::map<QString, std::vector<Span>>;

    QString outcome;
    Duration end{0}; ///< in recording time
    /// Stages, causes and blockers with their time spans.
    [[nodiscard]] const Spans &spans() const { return m_spans; }

private:
    template<typename T>
    struct Read
    {
        QByteArray body;
        std::shared_ptr<const T> value;
    };

    template<typename T, typename Decode>
    static std::shared_ptr<const T> decoded(Read<T> &read, const std::optional<QByteArray> &body, Decode decode)
    {
        if (!body)
            return nullptr;
        if (!read.value || read.body != *body) {
            auto made = decode(*body);
            EXPECT_TRUE(made) << (made ? "" : made.error().message.toStdString());
            if (!made)
                return nullptr;
            read = {*body, std::make_shared<const T>(*std::move(made))};
        }
        return read.value;
    }

    [[nodiscard]] std::optional<QByteArray> answer(const ApiPath &path) const
    {
        const auto given = m_recordedState.answer(pathOf(path), recordingTime());
        return given.status == 200 ? std::optional(given.body) : std::nullopt;
    }

    [[nodiscard]] Duration recordingTime() const
    {
        return std::max(Duration{0}, std::chrono::duration_cast<Duration>(m_now - m_zero));
    }

    void observe()
    {
        const auto &key = m_case.application;
        if (auto value = decoded(m_application, m_recordedState.applicationAt(recordingTime()),
                                 [this](const QByteArray &body) { return m_decoder.application(body); }))
            m_sources.takeApplication(std::move(value), m_now);
        if (auto value = decoded(m_tree, m_recordedState.treeAt(recordingTime()),
                                 [this](const QByteArray &body) { return m_decoder.resourceTree(body); }))
            m_sources.takeTree(std::move(value), m_now);
        if (auto value = decoded(m_managed, m_recordedState.managedAt(recordingTime()),
                                 [this](const QByteArray &body) { return m_decoder.managedResources(body); }))
            m_sources.takeManaged(std::move(value), m_now);
        if (m_now - m_askedAt >= kEventsEvery) {
            m_askedAt = m_now;
            if (const auto windows = answer(syncWindowsPath(key, m_case.project))) {
                if (auto made = m_decoder.syncWindows(*windows))
                    m_sources.takeSyncWindows(std::make_shared<const SyncWindows>(*std::move(made)), m_now);
            }
            if (const auto *application = m_sources.application(); application && isSyncedInSteps(*application)) {
                if (const auto steps =
                        answer(applicationSetPath(application->applicationSet, application->nameSpace))) {
                    if (auto made = m_decoder.applicationSet(*steps))
                        m_sources.takeApplicationSet(std::make_shared<const ApplicationSetProgress>(*std::move(made)),
                                                     m_now);
                }
            }
            if (const auto &broken = m_explanations.brokenResource()) {
                if (const auto events = answer(resourceEventsPath(key, m_case.project, broken->key, broken->uid)))
                    m_sources.takeResourceEvents(m_decoder.events(*events).value_or(std::vector<ResourceEvent>()));
            }
            if (m_judge.verdict().cause) {
                if (const auto events = answer(applicationEventsPath(key, m_case.project)))
                    m_sources.takeApplicationEvents(m_decoder.events(*events).value_or(std::vector<ResourceEvent>()));
            }
        }
        auto observation = m_sources.observation(m_now, m_access);
        observation.access = Access::Good;
        // A watch requests a refresh when it starts. Recordings do not contain when the controller handled it.
        observation.refreshAskedAt = m_zero + m_case.registered;
        observation.refreshTakenUp = true;
        const auto &verdict = m_judge.observe(observation);
        m_explanations.follow(verdict, m_sources, m_now);
        note(verdict);
    }

    void note(const Verdict &verdict)
    {
        QStringList now{u"stage "_s + nameOf(verdict.stage), u"outcome "_s + nameOf(verdict.outcome)};
        if (verdict.cause)
            now << u"cause "_s + nameOf(verdict.cause->kind) + u' ' + verdict.cause->resource.kind + u' '
                    + verdict.cause->resource.name;
        if (verdict.blocker)
            now << u"blocker "_s + nameOf(verdict.blocker->kind) + u' ' + verdict.blocker->resource.name;
        for (auto &[words, spans] : m_spans) {
            if (!now.contains(words))
                close(spans);
        }
        for (const auto &words : now) {
            auto &spans = m_spans[words];
            if (spans.empty() || !spans.back().isOpen)
                spans.push_back({m_now, m_now});
            spans.back().until = m_now;
        }
    }

    static void close(std::vector<Span> &spans)
    {
        if (!spans.empty())
            spans.back().isOpen = false;
    }

    const RecordingCase &m_case;
    Instant m_zero;
    RecordedState m_recordedState;
    Judge m_judge;
    Decoder m_decoder;
    WatchSources m_sources;
    AccessState m_access;
    Explanations m_explanations;
    Read<Application> m_application;
    Read<ResourceTree> m_tree;
    Read<ManagedResources> m_managed;
    Instant m_now;
    Instant m_end;
    Instant m_askedAt{};
    Spans m_spans;
};

/// Records the replay of @p recording. Time stands still during requests.
class ReplayRecorder final
{
public:
    ReplayRecorder(const Recording &recording, const RecordingCase &recordingCase)
        : m_server({recording}, {}, m_clock)
    {
        if (!m_server.listen())
            qFatal("no port");
        QObject::connect(&m_server, &ReplayServer::requestArrived, &m_server, [this] { ++m_requests; });
        InstanceAccess access;
        access.baseUrl = m_server.baseUrl();
        m_client.emplace(u"test"_s, access, m_clock);
        auto key = recordingCase.application;
        key.instance = u"test"_s;
        m_recorder.emplace(*m_client, m_clock, key, recordingCase.project, recordingCase.images, Replacements());
    }
    ~ReplayRecorder()
    {
        m_recorder.reset();
        m_client.reset();
        test::drainEvents(); // deleted streams use the clock until then
    }
    ReplayRecorder(const ReplayRecorder &) = delete;
    ReplayRecorder &operator=(const ReplayRecorder &) = delete;

    [[nodiscard]] QByteArray made(Duration until)
    {
        bool hasBegun = false;
        bool hasFinished = false;
        QObject::connect(&*m_recorder, &ApplicationRecorder::began, &m_server, [&] { hasBegun = true; });
        QObject::connect(&*m_recorder, &ApplicationRecorder::finished, &m_server, [&] { hasFinished = true; });
        m_recorder->start();
        if (!test::waitUntil([&] { return hasBegun; }))
            return {};
        settle();
        while (m_server.position() < until) {
            m_clock.advance(kStep);
            m_server.checkClock();
            m_recorder->checkClock();
            settle();
        }
        m_recorder->finish();
        if (!test::waitUntil([&] { return hasFinished; }))
            return {};
        return m_recorder->recording()->text();
    }

private:
    /// Waits until all requests are answered and all stream data has arrived. On loopback, data arrives as soon as it
    /// is written.
    void settle()
    {
        constexpr int kQuietTurns = 8;
        const QDeadlineTimer patience(test::kPatience);
        test::waitUntilStill([this] { return m_requests; }, kQuietTurns,
                             [&] { return !m_recorder->isIdle() && !patience.hasExpired(); });
    }

    test::SimulatedClock m_clock;
    ReplayServer m_server;
    std::optional<ArgoCdClient> m_client;
    std::optional<ApplicationRecorder> m_recorder;
    int m_requests = 0;
};

std::string timelineOf(const OfflineWatch::Spans &spans, Instant zero)
{
    QString details;
    for (const auto &[words, each] : spans) {
        details += words + u':';
        for (const auto &span : each)
            details += u" %1-%2"_s.arg((span.from - zero).count()).arg((span.until - zero).count());
        details += u'\n';
    }
    return details.toStdString();
}

/// Every state that lasted long enough in @p one must occur in @p other at the same time.
void expectSame(const OfflineWatch &one, const OfflineWatch &other, const char *which)
{
    for (const auto &[words, spans] : one.spans()) {
        const auto found = other.spans().find(words);
        for (const auto &span : spans) {
            const bool isLast = words.startsWith("outcome "_L1) && words != "outcome waiting"_L1;
            if (!isLast && span.until - span.from < kShortLived)
                continue;
            const bool isThere =
                found != other.spans().end() && std::ranges::any_of(found->second, [&](const OfflineWatch::Span &same) {
                    return same.from <= span.from + kMostShift && same.until >= span.from - kMostShift;
                });
            EXPECT_TRUE(isThere) << which << " lacks within the tolerance: " << words.toStdString();
        }
    }
}

class Rerecording : public testing::TestWithParam<RecordingCase>
{ };

} // namespace

TEST_P(Rerecording, YieldsTheSameVerdictReasonsAndTimes)
{
    const auto &recordingCase = GetParam();
    const auto recording = readRecording(recordingFile(recordingCase.recording)).value();
    const auto zero = recording.head.recorded;
    OfflineWatch original(recording, recordingCase, zero);
    original.watch();

    constexpr Duration kBehind{3'000}; // later states are not compared
    const auto text = ReplayRecorder(recording, recordingCase).made(std::min(recording.end, original.end + kBehind));
    auto again = parseRecording(text, u"again"_s);
    ASSERT_TRUE(again) << again.error().message.toStdString();
    OfflineWatch replayed(*std::move(again), recordingCase, zero);
    replayed.watch();

    SCOPED_TRACE("original:\n" + timelineOf(original.spans(), zero) + "replayed:\n"
                 + timelineOf(replayed.spans(), zero));
    EXPECT_EQ(replayed.outcome.toStdString(), original.outcome.toStdString());
    expectSame(original, replayed, "the recording");
    expectSame(replayed, original, "the server");
}

INSTANTIATE_TEST_SUITE_P(Recordings, Rerecording, testing::ValuesIn(sampledCases()),
                         [](const auto &one) { return one.param.name().toStdString(); });

} // namespace lynceus
