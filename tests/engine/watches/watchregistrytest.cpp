#include "core/engine/watches/watchregistry.h"

#include "core/domain/rollout/verdict/memory.h"
#include "core/domain/watch/usualnotice.h"
#include "core/domain/watch/watchrequests.h"
#include "core/engine/clients/workers.h"
#include "core/io/store/encoding/codec.h"
#include "core/replay/server/replayserver.h"
#include "tests/support/waiting.h"
#include "tests/support/wirewatch.h"

#include <QTemporaryDir>

#include <gtest/gtest.h>

using namespace Qt::StringLiterals;

namespace lynceus {

namespace {

constexpr double kSpeed = 4.0;
constexpr Duration kLong{90'000};

/// The system clock with a shift; it can be set, sleep and advance.
class ShiftedClock final : public Clock
{
public:
    [[nodiscard]] Instant now() const override { return m_clock.now() + m_shift + m_set; }
    [[nodiscard]] Duration steady() const override { return m_clock.steady() + m_awake; }
    [[nodiscard]] Duration sinceBoot() const override { return m_clock.steady() + m_shift; }
    void set(Duration by) { m_set += by; }
    void sleep(Duration how) { m_shift += how; }
    void pass(Duration how)
    {
        m_shift += how;
        m_awake += how;
    }

private:
    SystemClock m_clock;
    Duration m_set{0};
    Duration m_shift{0};
    Duration m_awake{0};
};

/// The clock of a server that does not sleep when the computer does.
class AwakeClock final : public Clock
{
public:
    explicit AwakeClock(const Clock &clock)
        : m_clock(clock)
    { }
    [[nodiscard]] Instant now() const override { return m_clock.now(); }
    [[nodiscard]] Duration steady() const override { return m_clock.sinceBoot(); }

private:
    const Clock &m_clock;
};

/// Calls a function before each event of this thread.
class EventCallback final : public QObject
{
public:
    explicit EventCallback(std::function<void()> callback)
        : m_callback(std::move(callback))
    {
        QCoreApplication::instance()->installEventFilter(this);
    }
    bool eventFilter(QObject *, QEvent *) override
    {
        m_callback();
        return false;
    }

private:
    std::function<void()> m_callback;
};

WatchRequest requestFor(const Recording &recording, const QString &instance = u"prod"_s)
{
    WatchRequest request;
    request.application = {instance, recording.head.applicationNamespace, recording.head.application};
    for (const auto &image : recording.head.images)
        request.images.push_back(parseImageReference(image).value());
    request.who = u"ada"_s;
    return request;
}

/// A store, a replay server as the instance "prod", and a registry that can be closed and opened again.
class WatchRegistryTest : public ::testing::Test
{
protected:
    void serve(const QString &recording, double speed = kSpeed)
    {
        m_recording = recordingNamed(recording);
        ReplayOptions options;
        options.speed = speed;
        m_server = std::make_unique<ReplayServer>(std::vector{m_recording}, options, m_clock);
        ASSERT_TRUE(m_server->listen());
    }

    void open(bool connected = true)
    {
        auto opened = WatchStore::open(m_folder.filePath(u"store.db"_s), m_clock.now());
        ASSERT_TRUE(opened);
        m_store = std::move(opened->store);
        m_clients = std::make_unique<InstanceClients>(m_clock, m_workers);
        if (connected && m_server)
            connectInstance();
        m_registry = std::make_unique<WatchRegistry>(*m_store, *m_clients, m_clock);
        QObject::connect(m_registry.get(), &WatchRegistry::watchChanged, m_registry.get(),
                         [this](const WatchRecord &record) { m_reported.push_back(record); });
        QObject::connect(m_registry.get(), &WatchRegistry::noticeRaised, m_registry.get(),
                         [this](const QString &sentence) { m_notices += sentence; });
        ASSERT_TRUE(m_registry->restore());
    }

    void connectInstance()
    {
        InstanceAccess access;
        access.baseUrl = m_server->baseUrl();
        access.token = Secret(QByteArray("e30.e30.e30"));
        m_clients->set(u"prod"_s, access);
    }

    void close()
    {
        m_registry.reset();
        m_clients.reset();
        m_store.reset();
    }

    [[nodiscard]] WatchRecord record(const QString &id) const
    {
        const auto board = m_registry->board();
        const auto found = std::ranges::find(board, id, &WatchRecord::id);
        return found == board.end() ? WatchRecord{} : *found;
    }
    [[nodiscard]] bool waitForEnd(const QString &id)
    {
        return test::waitUntil([&] { return record(id).isOver(); }, kLong);
    }

    QTemporaryDir m_folder;
    ShiftedClock m_clock;
    Workers m_workers;
    Recording m_recording;
    std::unique_ptr<ReplayServer> m_server;
    std::unique_ptr<WatchStore> m_store;
    std::unique_ptr<InstanceClients> m_clients;
    std::unique_ptr<WatchRegistry> m_registry;
    std::vector<WatchRecord> m_reported;
    QStringList m_notices;
};

TEST_F(WatchRegistryTest, FollowsAWatchToItsVerdictAndStoresItsTimeline)
{
    serve(u"deploy-ok"_s);
    open();
    const auto ids = m_registry->add({requestFor(m_recording)});
    ASSERT_TRUE(ids);
    EXPECT_EQ(ids->front().size(), 5);
    ASSERT_TRUE(waitForEnd(ids->front()));
    const auto ended = record(ids->front());
    EXPECT_EQ(ended.verdict.outcome, Outcome::Deployed);
    EXPECT_EQ(ended.oldImages, QStringList(u"ghcr.io/acme/shop-web:1.4.0"_s));
    EXPECT_FALSE(ended.expectation.oneOff);
    EXPECT_TRUE(ended.endedAt);
    for (const auto stage : {Stage::Noticed, Stage::Applied, Stage::Rolling, Stage::Running})
        EXPECT_TRUE(ended.stageReachedAt[static_cast<std::size_t>(stage)]) << nameOf(stage).toStdString();
    EXPECT_EQ(m_registry->history({})->front(), ended) << "the stored record equals the reported one";

    const auto timeline = m_registry->timeline(ids->front()).value();
    EXPECT_TRUE(std::ranges::is_sorted(timeline, {}, &TimelineEntry::at));
    EXPECT_EQ(timeline.back().kind, TimelineEntry::Kind::Outcome);
    const auto newPods = std::ranges::count_if(timeline, [](const TimelineEntry &entry) {
        return entry.resource.kind == u"Pod"_s && entry.images.contains(u"ghcr.io/acme/shop-web:1.5.0"_s);
    });
    EXPECT_GE(newPods, 3) << "each new pod appeared";
    EXPECT_LE(timeline.size(), 60U);
    close();
    open();
    EXPECT_EQ(record(ids->front()), ended);
    EXPECT_EQ(m_registry->timeline(ids->front()).value(), timeline);
}

TEST_F(WatchRegistryTest, EarlierWatchesProvideTheUsualTimeToNotice)
{
    open(false);
    WatchRequest request;
    request.application = {u"prod"_s, u"argocd"_s, u"shop-web"_s};
    request.images = {parseImageReference(u"shop-web:1"_s).value()};
    std::vector<StoredWatch> past;
    for (int number = 0; number < int(kLeastWaits); ++number) {
        StoredWatch watch{beginningOf(request, u"wold%1"_s.arg(number), m_clock.now()), {}, {}, false};
        watch.record.verdict.outcome = Outcome::Deployed;
        watch.record.endedAt = m_clock.now();
        watch.record.stageReachedAt[static_cast<std::size_t>(Stage::Noticed)] =
            watch.record.expectation.registeredAt + std::chrono::minutes(8);
        past.push_back(std::move(watch));
    }
    ASSERT_TRUE(m_store->write(past, WatchStore::Durability::Program));

    const auto usual = [&](const Result<QString> &id) { return record(id.value()).expectation.usualNotice; };
    const auto added = m_registry->add({request}).value().front();
    EXPECT_EQ(usual(added), std::chrono::minutes(12));
    EXPECT_EQ(usual(m_registry->follow(request)), std::chrono::minutes(12));
    request.application.nameSpace = u"team"_s;
    EXPECT_EQ(usual(m_registry->add({request}).value().front()), kDefaultUsualNotice)
        << "another application of that name";
    request.application = {u"other"_s, u"argocd"_s, u"shop-web"_s};
    EXPECT_EQ(usual(m_registry->follow(request)), kDefaultUsualNotice) << "the application is on another instance";
    close();
    open(false);
    EXPECT_EQ(usual(added), std::chrono::minutes(12)) << "stored with the watch";
}

TEST_F(WatchRegistryTest, BaselineIsTheRunningVersionEvenIfGitIsAhead)
{
    serve(u"deploy-ok"_s);
    open();
    const auto first = m_registry->add({requestFor(m_recording)})->front();
    ASSERT_TRUE(test::waitUntil([&] { return record(first).verdict.stage >= Stage::Noticed; }, kLong));
    const auto later = m_registry->follow(requestFor(m_recording)).value();
    ASSERT_TRUE(test::waitUntil([&] { return !record(later).oldImages.isEmpty(); }, kLong));
    EXPECT_EQ(record(later).oldImages, QStringList(u"ghcr.io/acme/shop-web:1.4.0"_s));
    EXPECT_EQ(record(first).oldImages, QStringList(u"ghcr.io/acme/shop-web:1.4.0"_s));
}

TEST_F(WatchRegistryTest, FailedHookLogIsStoredWithItsWatch)
{
    m_recording = recordingNamed(u"presync-fails"_s);
    for (const auto *pod : {"dwbb2", "srngm", "zsf6z"}) {
        const LogQuery query{u"shop-api-migrate-"_s + QLatin1StringView(pod), u"shop-api"_s, {}, 20, false};
        RecordingLine line;
        line.kind = RecordingLine::Kind::Log;
        const auto path = logsPath({{}, {}, u"shop-api"_s}, {}, query);
        line.path = path.path + u'?' + path.query.query();
        line.contentType = "application/json";
        line.body = R"({"result":{"content":"ERROR: column exists"}})"
                    "\n"
                    R"({"result":{"content":"","last":true}})";
        m_recording.lines.insert(m_recording.lines.begin(), line);
    }
    m_server = std::make_unique<ReplayServer>(std::vector{m_recording}, ReplayOptions{.speed = kSpeed}, m_clock);
    ASSERT_TRUE(m_server->listen());
    open();
    const auto id = m_registry->add({requestFor(m_recording)})->front();
    ASSERT_TRUE(test::waitUntil([&] { return !record(id).logLines.isEmpty(); }, kLong));
    EXPECT_EQ(record(id).logLines, QStringList(u"ERROR: column exists"_s));
    EXPECT_TRUE(record(id).logPod.startsWith(u"shop-api-migrate-"_s)) << record(id).logPod.toStdString();
    m_registry->flush();
    EXPECT_EQ(m_store->watch(id).value()->record.logLines, record(id).logLines);
}

TEST_F(WatchRegistryTest, ContinuesAfterAKill)
{
    serve(u"deploy-ok"_s);
    open();
    const auto id = m_registry->add({requestFor(m_recording)})->front();
    ASSERT_TRUE(test::waitUntil([&] { return record(id).verdict.stage >= Stage::Noticed; }, kLong));
    ASSERT_TRUE(test::waitUntil([&] { return m_store->watch(id).value()->record.verdict.stage >= Stage::Noticed; }))
        << "timeout: the state was not stored within a second";
    const auto before = record(id);
    close(); // nothing is flushed by destructors
    open();
    EXPECT_GE(record(id).verdict.stage, Stage::Noticed) << "noticed stays noticed";
    EXPECT_EQ(record(id).expectation, before.expectation) << "the expectation is unchanged";
    ASSERT_TRUE(waitForEnd(id));
    EXPECT_EQ(record(id).verdict.outcome, Outcome::Deployed);
    EXPECT_EQ(record(id).expectation, before.expectation);
}

// A kill or another client may come at any time, even between an answer and its signal.
TEST_F(WatchRegistryTest, StoredStateIsConsistent)
{
    serve(u"deploy-ok"_s);
    open();
    StoredWatch begun;
    begun.record = beginningOf(requestFor(m_recording), u"wabcd"_s, m_clock.now());
    const auto localTime = begun.record.expectation.registeredAt;
    ActiveWatch run(begun, *m_clients, m_clock, nullptr);
    int readings = 0;
    EventCallback check([&] {
        const auto stored = run.stored();
        if (stored.memory.isEmpty())
            return;
        ++readings;
        ASSERT_NE(stored.record.expectation.registeredAt, localTime) << "the recorded server has another time";
        const auto memory = rolloutMemoryFrom(stored.memory, stored.record.expectation);
        ASSERT_TRUE(memory);
        ASSERT_EQ(memory->noticed, stored.record.verdict.stage >= Stage::Noticed);
    });
    run.run();
    ASSERT_TRUE(
        test::waitUntil([&] { return run.record().verdict.stage >= Stage::Rolling || HasFatalFailure(); }, kLong));
    EXPECT_GT(readings, 10);
}

TEST_F(WatchRegistryTest, ServerClockDecidesDeadlinesDuringSleep)
{
    serve(u"suspended"_s);
    open();
    auto request = requestFor(m_recording);
    request.timeout = Duration{3'600'000};
    const auto id = m_registry->add({request})->front();
    ASSERT_TRUE(test::waitUntil([&] { return record(id).verdict.stage >= Stage::Noticed; }, kLong));
    close();
    m_clock.sleep(Duration{2 * 3'600'000});
    open(false);
    test::drainEvents();
    EXPECT_FALSE(record(id).isOver()) << "no observation yet";
    // The recorded server does not sleep, and its clock counts.
    connectInstance();
    ASSERT_TRUE(test::waitUntil([&] { return record(id).verdict.blocker.has_value(); }, kLong));
    EXPECT_FALSE(record(id).isOver()) << "time remains by the server's clock";
}

// The timeout keeps its length, whatever the computer does before the server's first answer.
TEST_F(WatchRegistryTest, SleepBeforeTheFirstAnswerCountsTowardsTheDeadline)
{
    constexpr Duration kOutage{3'000'000};
    ReplayOptions options;
    options.faults = {Fault{Fault::Kind::Unavailable, Duration{0}, kOutage, {}}};
    m_recording = recordingNamed(u"suspended"_s);
    const AwakeClock simulatedClock(m_clock);
    m_server = std::make_unique<ReplayServer>(std::vector{m_recording}, options, simulatedClock);
    ASSERT_TRUE(m_server->listen());
    open();
    auto request = requestFor(m_recording);
    request.timeout = Duration{5'400'000};
    const auto id = m_registry->add({request})->front();
    ASSERT_TRUE(test::waitUntil([&] { return record(id).verdict.blocker.has_value(); }, kLong)) << "refused";
    m_clock.set(Duration{7'200'000}); // setting the clock must not change the timeout either
    m_clock.sleep(kOutage);
    m_registry->wakeUp();
    ASSERT_TRUE(test::waitUntil([&] { return record(id).verdict.stage >= Stage::Noticed; }, kLong));
    const auto expectation = record(id).expectation;
    EXPECT_EQ(expectation.deadline - expectation.registeredAt, request.timeout);
    const auto tooLate = expectation.registeredAt - m_recording.head.recorded;
    EXPECT_LT(tooLate, std::chrono::minutes(5)) << "registered at the start of the server's recording";
    EXPECT_GT(tooLate, -std::chrono::minutes(5));
    close();
    m_server.reset(); // its clock is destroyed at the end of this test
}

TEST_F(WatchRegistryTest, OverdueWatchIsAbortedAfterADayWithoutReading)
{
    open(false);
    WatchRequest request;
    request.application = {u"prod"_s, u"argocd"_s, u"shop-web"_s};
    request.images = {parseImageReference(u"shop-web:1"_s).value()};
    const auto id = m_registry->add({request})->front();
    m_clock.sleep(Duration{23 * 3'600'000});
    close();
    open(false);
    EXPECT_FALSE(record(id).isOver());
    close();
    m_clock.sleep(Duration{2 * 3'600'000});
    open(false);
    m_registry->tend();
    EXPECT_FALSE(record(id).isOver()) << "the watch retries after waking up";
    m_clock.pass(Duration{119'000});
    m_registry->tend();
    EXPECT_FALSE(record(id).isOver());
    m_clock.pass(Duration{2'000});
    m_clock.sleep(Duration{20'000});
    m_registry->tend();
    EXPECT_FALSE(record(id).isOver()) << "the computer slept again";
    m_clock.pass(Duration{121'000});
    m_registry->tend();
    EXPECT_EQ(record(id).verdict.outcome, Outcome::Aborted);
}

TEST_F(WatchRegistryTest, NewerWatchOfTheSameImageNameReplacesTheOlder)
{
    open(false);
    WatchRequest request;
    request.application = {u"prod"_s, u"argocd"_s, u"shop-web"_s};
    request.images = {parseImageReference(u"ghcr.io/acme/shop-web:1.5.0"_s).value()};
    const auto older = m_registry->add({request})->front();
    auto other = request;
    other.images = {parseImageReference(u"ghcr.io/acme/sidecar:2"_s).value()};
    const auto beside = m_registry->add({other})->front();
    request.images = {parseImageReference(u"ghcr.io/acme/shop-web:1.6.0"_s).value()};
    const auto newer = m_registry->add({request})->front();
    EXPECT_EQ(record(older).verdict.outcome, Outcome::Cancelled);
    EXPECT_EQ(record(older).replacedBy, newer);
    EXPECT_FALSE(record(beside).isOver());
    EXPECT_FALSE(record(newer).isOver());
    close();
    open(false);
    EXPECT_EQ(record(older).replacedBy, newer);
    EXPECT_EQ(m_registry->history({})->size(), 1U);
}

TEST_F(WatchRegistryTest, AllOrNoneAreRegistered)
{
    open(false);
    WatchRequest right;
    right.application = {u"prod"_s, u"argocd"_s, u"shop-web"_s};
    right.images = {parseImageReference(u"shop-web:1"_s).value()};
    auto wrong = right;
    wrong.application.name = u"shop-api"_s;
    wrong.images.clear();
    const auto ids = m_registry->add({right, wrong});
    ASSERT_FALSE(ids);
    EXPECT_EQ(ids.error().kind, Error::Kind::BadInput);
    EXPECT_TRUE(ids.error().message.contains(u"shop-api"_s));
    EXPECT_FALSE(m_registry->add({right, right})) << "one watch would end the other";
    EXPECT_TRUE(m_registry->board().empty());
    EXPECT_TRUE(m_store->board()->empty());
}

TEST_F(WatchRegistryTest, UnstorableWatchIsNotRegistered)
{
    open(false);
    WatchRequest request;
    request.application = {u"prod"_s, u"argocd"_s, u"shop-web"_s};
    request.images = {parseImageReference(u"shop-web:1"_s).value()};
    const auto id = m_registry->add({request})->front();
    {
        Database other(m_folder.filePath(u"store.db"_s));
        ASSERT_TRUE(other.open(Database::Use::Write));
        Transaction lock(other);
        ASSERT_TRUE(lock.begin(Transaction::Durability::Program));
        auto second = request;
        second.application.name = u"shop-api"_s;
        const auto ids = m_registry->add({second});
        ASSERT_FALSE(ids);
        EXPECT_TRUE(ids.error().retryable);
        EXPECT_EQ(m_registry->board().size(), 1U);
        ASSERT_TRUE(m_registry->cancel(id)) << "the change is kept in memory until it can be written";
        EXPECT_EQ(m_notices.size(), 1);
    }
    m_registry->flush();
    EXPECT_EQ(m_store->watch(id).value()->record.verdict.outcome, Outcome::Cancelled);
}

TEST_F(WatchRegistryTest, CommandsReportWhatTheyCannotDo)
{
    open(false);
    WatchRequest request;
    request.application = {u"prod"_s, u"argocd"_s, u"shop-web"_s};
    request.images = {parseImageReference(u"shop-web:1"_s).value()};
    const auto id = m_registry->add({request})->front();
    EXPECT_EQ(m_registry->cancel(u"wxxxx"_s).error().kind, Error::Kind::NotFound);
    EXPECT_EQ(m_registry->dismiss(id).error().kind, Error::Kind::BadInput) << "the watch is running";
    EXPECT_EQ(m_registry->extend(id, Duration{0}).error().kind, Error::Kind::BadInput);

    const auto deadline = record(id).expectation.deadline;
    ASSERT_TRUE(m_registry->extend(id, Duration{600'000}));
    EXPECT_EQ(record(id).expectation.deadline, deadline + Duration{600'000});
    ASSERT_TRUE(m_registry->snooze(id, Duration{60'000}));
    EXPECT_TRUE(record(id).snoozedUntil);
    ASSERT_TRUE(m_registry->cancel(id));
    EXPECT_EQ(record(id).verdict.outcome, Outcome::Cancelled);
    EXPECT_EQ(m_registry->extend(id, Duration{1'000}).error().kind, Error::Kind::BadInput)
        << "the deployment has ended";
    const auto again = m_registry->repeat({id});
    ASSERT_TRUE(again);
    EXPECT_EQ(record(again->front()).request, record(id).request);
    ASSERT_TRUE(m_registry->dismiss(id));
    EXPECT_TRUE(record(id).id.isEmpty());
    EXPECT_EQ(m_registry->history({})->size(), 1U) << "history keeps the watch";
}

TEST_F(WatchRegistryTest, NotesAndAssigneesCanChangeAtAnyTimeAndSurviveAKill)
{
    open(false);
    WatchRequest request;
    request.application = {u"prod"_s, u"argocd"_s, u"shop-web"_s};
    request.images = {parseImageReference(u"shop-web:1"_s).value()};
    const auto id = m_registry->add({request})->front();
    ASSERT_TRUE(m_registry->setNote(id, u"  waits for the DBA\n"_s));
    ASSERT_TRUE(m_registry->setTakenBy(id, u"ada"_s));
    EXPECT_EQ(m_reported.back().request.note, u"waits for the DBA"_s);
    EXPECT_EQ(m_reported.back().takenBy, u"ada"_s);
    EXPECT_EQ(m_registry->setNote(id, QString(kLongestNote + 1, u'x')).error().kind, Error::Kind::BadInput);
    EXPECT_EQ(m_registry->setTakenBy(u"wxxxx"_s, u"ada"_s).error().kind, Error::Kind::NotFound);
    close();
    open(false);
    EXPECT_EQ(record(id).request.note, u"waits for the DBA"_s);
    EXPECT_EQ(record(id).takenBy, u"ada"_s);
    ASSERT_TRUE(m_registry->cancel(id));
    ASSERT_TRUE(m_registry->setTakenBy(id, {}));
    EXPECT_EQ(record(id).takenBy, QString()) << "also for an ended watch";
    ASSERT_TRUE(m_registry->setTakenBy(id, u"grace"_s));
    ASSERT_TRUE(m_registry->dismiss(id));
    HistoryQuery query;
    query.text = u"grace"_s;
    EXPECT_EQ(m_registry->history(query)->size(), 1U) << "history finds the watch by its note";
}

TEST_F(WatchRegistryTest, RemovesExpiredHistoryAtStartAndDaily)
{
    open(false);
    StoredWatch ended;
    ended.record.request.application = ended.record.expectation.application = {u"prod"_s, u"argocd"_s, u"shop-web"_s};
    ended.record.verdict.outcome = Outcome::Deployed;
    ended.dismissed = true;
    const auto day = std::chrono::hours(24);
    std::vector<StoredWatch> past;
    for (const auto &[id, age] :
         {std::pair(u"old"_s, 40 * day), std::pair(u"month"_s, 20 * day), std::pair(u"week"_s, 5 * day)}) {
        ended.record.id = id;
        ended.record.registeredAt = m_clock.now() - age;
        ended.record.endedAt = ended.record.registeredAt;
        past.push_back(ended);
    }
    ASSERT_TRUE(m_store->write(past, WatchStore::Durability::Power));
    close();

    Duration age = 30 * day;
    const auto ids = [this] {
        QStringList known;
        const auto history = m_registry->history({}).value();
        for (const auto &record : history)
            known += record.id;
        return known;
    };
    open(false);
    EXPECT_EQ(ids().size(), 3) << "no limit was set";
    m_registry->setRetention([&] { return RetentionLimits{.age = age}; });
    ASSERT_TRUE(m_registry->restore());
    EXPECT_EQ(ids(), (QStringList{u"week"_s, u"month"_s}));
    age = 10 * day; // the user changes the setting while the program runs
    m_clock.pass(day - Duration{60'000});
    m_registry->tend();
    EXPECT_EQ(ids().size(), 2) << "not more than once a day";
    m_clock.pass(Duration{120'000});
    m_registry->tend();
    EXPECT_EQ(ids(), QStringList(u"week"_s));
}

TEST_F(WatchRegistryTest, RulesFollowALimitedNumberPerInstance)
{
    open(false);
    WatchRequest request;
    request.images = {parseImageReference(u"shop-web:1"_s).value()};
    request.who = followerName(u"shop"_s);
    const auto follow = [&](const QString &instance, int number) {
        request.application = {instance, u"argocd"_s, u"app-%1"_s.arg(number)};
        return m_registry->follow(request);
    };
    const auto first = follow(u"prod"_s, 0);
    ASSERT_TRUE(first);
    for (int number = 1; number < WatchRegistry::kMostFollowed; ++number)
        ASSERT_TRUE(follow(u"prod"_s, number));
    const auto refused = follow(u"prod"_s, 1'000);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().kind, Error::Kind::BadInput);
    EXPECT_TRUE(refused.error().message.contains(u"300 deployments"_s));
    EXPECT_TRUE(follow(u"other"_s, 0)) << "each instance has its own limit";
    auto typed = request;
    typed.application = {u"prod"_s, u"argocd"_s, u"app-2000"_s};
    typed.who = u"ann"_s;
    EXPECT_TRUE(m_registry->add({typed})) << "manual watches are not limited";
    ASSERT_TRUE(m_registry->cancel(*first));
    EXPECT_TRUE(follow(u"prod"_s, 1'000)) << "after one watch ended";
}

TEST_F(WatchRegistryTest, WaitsForAClientAndContinuesWithTheNext)
{
    serve(u"deploy-ok"_s);
    open(false);
    const auto id = m_registry->add({requestFor(m_recording)})->front();
    test::drainEvents();
    EXPECT_EQ(record(id).verdict, Verdict{});
    connectInstance();
    ASSERT_TRUE(test::waitUntil([&] { return record(id).verdict.stage >= Stage::Noticed; }, kLong));
    m_clients->remove(u"prod"_s); // the instance is paused
    test::drainEvents();
    EXPECT_EQ(m_server->openStreams(), 0);
    connectInstance();
    ASSERT_TRUE(waitForEnd(id));
    EXPECT_EQ(record(id).verdict.outcome, Outcome::Deployed);
}

} // namespace

} // namespace lynceus
