#include "tests/engine/watches/faultscript.h"

#include "tests/support/eventloop.h"
#include "tests/support/waiting.h"

#include <QCoreApplication>
#include <QDeadlineTimer>
#include <QFile>
#include <QTimer>

#include <algorithm>
#include <array>

#include <gtest/gtest.h>

using namespace Qt::StringLiterals;

namespace lynceus::test {

namespace {

constexpr Duration kSecond{1'000};
constexpr Duration kAfterTheHour{2'400'000}; // for the watches that start last, with 15 min and longer outages
constexpr Duration kStep{2'000};             // about the polling interval of a watch
constexpr Duration kAfterARecording{90'000}; // its last state continues, so that what must last a minute is decided
constexpr Duration kQuietStep{15'000};
constexpr Duration kSampling{600};       // precision of a recording's truth
constexpr int kQuietTicks = 3;           // ms without a request, after which all requests are answered
constexpr Duration kSlowComputer{1'000}; // real time; answers that take longer arrive during the script's time

/// Faults that end at once. Faults that hang are ended by timeouts in real time.
constexpr std::array kNetworkFaults{Fault::Kind::Refuse,      Fault::Kind::Reset,    Fault::Kind::Cut,
                                    Fault::Kind::GzipCut,     Fault::Kind::HalfHead, Fault::Kind::FalseLength,
                                    Fault::Kind::Truncate,    Fault::Kind::Empty,    Fault::Kind::Unauthorized,
                                    Fault::Kind::Unavailable, Fault::Kind::Html};

Duration between(std::mt19937 &random, int least, int most)
{
    return Duration{std::uniform_int_distribution<int>(least, most)(random)};
}

WatchRequest requestFor(const RecordingCase &recordingCase, const QString &instance)
{
    const auto expectation = expectationOf(recordingCase, Instant{});
    WatchRequest request;
    request.application = recordingCase.application;
    request.application.instance = instance;
    request.project = recordingCase.project;
    request.images = expectation.images;
    request.timeout = expectation.deadline - expectation.registeredAt;
    request.failAfter = expectation.failAfter;
    request.imageGrace = expectation.imageGrace;
    request.bake = expectation.bake;
    request.acceptSuspended = expectation.acceptSuspended;
    request.refresh = !recordingCase.has(u"--no-refresh"_s);
    return request;
}

} // namespace

FaultScript::FaultScript(Recordings &recordings, unsigned seed, int faults)
    : m_recordings(recordings)
    , m_random(seed)
{
    auto cases = recordingCases();
    std::erase_if(cases, isKnownFailure);
    for (int number = 0; number < kWatches; ++number) {
        Watch watch;
        watch.recordingCase = cases[static_cast<std::size_t>(number) % cases.size()];
        watch.instance = u"i%1"_s.arg(number);
        if (faults > 0)
            watch.at = between(m_random, 0, static_cast<int>(kHour.count()));
        m_watches.push_back(std::move(watch));
    }
    // Every fourth fault affects the computer, the others affect servers.
    for (int number = 0; number < faults; ++number) {
        if (number % 4 == 0) {
            m_disturbances.push_back(disturbance(number / 4));
            continue;
        }
        auto &watch = m_watches[std::uniform_int_distribution<std::size_t>(0, m_watches.size() - 1)(m_random)];
        watch.faults.push_back(networkFault(watch.recordingCase));
    }
    std::ranges::sort(m_disturbances, {}, &Disturbance::at);
}

FaultScript::~FaultScript()
{
    m_registry.reset();
    m_clients.reset();
    drainEvents(); // streams that are deleted later use our clocks
}

Disturbance FaultScript::disturbance(int number)
{
    Disturbance made;
    made.what = static_cast<Disturbance::What>(number % 3);
    made.at = between(m_random, 0, static_cast<int>(kHour.count()));
    made.how = between(m_random, 2'000, 30'000);
    if (made.what == Disturbance::What::ClockJump)
        made.how = between(m_random, -3'600'000, 3'600'000);
    else if (made.what == Disturbance::What::Sleep && number % 4 == 0)
        made.how = between(m_random, 300'000, 1'500'000); // long enough for deadlines to pass
    return made;
}

Fault FaultScript::networkFault(const RecordingCase &recordingCase)
{
    Fault fault;
    fault.kind = kNetworkFaults[std::uniform_int_distribution<std::size_t>(0, kNetworkFaults.size() - 1)(m_random)];
    fault.from = between(m_random, 3'000, 70'000);
    fault.until = fault.from + between(m_random, 1'000, 20'000);
    if (between(m_random, 1, 8) == Duration{1}) { // the outage lasts until after the deadline
        const auto expectation = expectationOf(recordingCase, Instant{});
        fault.until = expectation.deadline - expectation.registeredAt + between(m_random, 10'000, 600'000);
        fault.from = std::min(fault.from, *fault.until - kSecond);
    }
    return fault;
}

void FaultScript::open()
{
    auto opened = WatchStore::open(m_folder.filePath(u"store-%1.db"_s.arg(m_storeNumber)), m_computer.now());
    ASSERT_TRUE(opened) << opened.error().message.toStdString();
    EXPECT_TRUE(opened->notices.isEmpty());
    m_store = std::move(opened->store);
    m_clients = std::make_unique<InstanceClients>(m_computer, m_workers);
    for (const auto &watch : m_watches) {
        if (!watch.server)
            continue;
        InstanceAccess access;
        access.baseUrl = watch.server->baseUrl();
        access.token = Secret(QByteArray("e30.e30.e30"));
        m_clients->set(watch.instance, access);
    }
    m_registry = std::make_unique<WatchRegistry>(*m_store, *m_clients, m_computer);
    ASSERT_TRUE(m_registry->restore());
}

/// The next engine finds the files as they are now. What destructors write later is lost.
void FaultScript::crash(Duration off)
{
    const auto before = m_folder.filePath(u"store-%1.db"_s.arg(m_storeNumber++));
    const auto after = m_folder.filePath(u"store-%1.db"_s.arg(m_storeNumber));
    for (const auto &end : {u""_s, u"-wal"_s})
        QFile::copy(before + end, after + end);
    m_registry.reset();
    m_clients.reset();
    m_store.reset();
    m_simulatedClock.advance(off);
    open();
}

void FaultScript::disturb(const Disturbance &disturbance)
{
    switch (disturbance.what) {
    case Disturbance::What::Crash:
        return crash(disturbance.how);
    case Disturbance::What::Sleep:
        m_simulatedClock.advance(disturbance.how);
        m_computer.sleep(disturbance.how);
        return;
    case Disturbance::What::ClockJump:
        m_computer.set(disturbance.how);
        return;
    }
}

void FaultScript::registerDue()
{
    for (auto &watch : m_watches) {
        if (watch.server || watch.at > m_simulatedClock.steady())
            continue;
        const auto &name = watch.recordingCase.recording;
        if (!m_recordings.contains(name)) {
            auto read = readRecording(recordingFile(name));
            ASSERT_TRUE(read);
            m_recordings.emplace(name, *std::move(read));
        }
        const auto &recording = m_recordings.at(name);
        watch.at = m_simulatedClock.steady(); // the computer may have slept through the planned time
        watch.end = watch.at + recording.end;
        ReplayOptions options;
        options.faults = watch.faults;
        watch.server = std::make_unique<ReplayServer>(std::vector{recording}, options, m_simulatedClock);
        ASSERT_TRUE(watch.server->listen());
        QObject::connect(watch.server.get(), &ReplayServer::requestArrived, watch.server.get(),
                         [this] { ++m_requests; });
        InstanceAccess access;
        access.baseUrl = watch.server->baseUrl();
        access.token = Secret(QByteArray("e30.e30.e30"));
        m_clients->set(watch.instance, access);
        const auto ids = m_registry->add({requestFor(watch.recordingCase, watch.instance)});
        ASSERT_TRUE(ids) << ids.error().message.toStdString();
        watch.id = ids->front();
        processAll(); // each watch reads its sources once before anything happens
        m_registry->wakeUp();
        processAll();
    }
}

void FaultScript::processAll()
{
    const QDeadlineTimer patience(kSlowComputer);
    waitUntilStill([this] { return m_requests; }, kQuietTicks,
                   [&] { return !isAllAnswered() && !patience.hasExpired(); });
}

/// Otherwise time would continue while a response is under way, which does not show the server's time then.
bool FaultScript::isAllAnswered() const
{
    return std::ranges::all_of(m_watches, [this](const Watch &watch) {
        const auto *client = m_clients->client(watch.instance);
        return !client || client->isIdle();
    });
}

void FaultScript::pass(Duration time)
{
    m_simulatedClock.advance(time);
    for (const auto &watch : m_watches) {
        if (watch.server)
            watch.server->checkClock();
    }
    m_registry->wakeUp();
    processAll();
    m_registry->tend();
    for (const auto &record : m_registry->board()) {
        const auto watch = std::ranges::find(m_watches, record.id, &Watch::id);
        if (record.isOver() && watch != m_watches.end() && !watch->endedAt)
            watch->endedAt = m_simulatedClock.steady() - watch->at;
    }
}

/// After all recordings have ended, watches only wait for deadlines.
Duration FaultScript::step() const
{
    const auto board = m_registry->board();
    const bool moves = std::ranges::any_of(m_watches, [&](const Watch &watch) {
        const auto record = std::ranges::find(board, watch.id, &WatchRecord::id);
        return record != board.end() && !record->isOver() && m_simulatedClock.steady() < watch.end + kAfterARecording;
    });
    return moves ? kStep : kQuietStep;
}

bool FaultScript::isIdle() const
{
    return std::ranges::all_of(m_registry->board(), &WatchRecord::isOver);
}

QString FaultScript::timelineOf(const Watch &watch, const StoredWatch &stored) const
{
    QString details;
    for (const auto &disturbance : m_disturbances) {
        if (disturbance.at >= watch.at - Duration{60'000} && disturbance.at < watch.at + Duration{120'000})
            details += u"  %1 s: %2 for %3 ms\n"_s.arg((disturbance.at - watch.at).count() / 1'000)
                           .arg(static_cast<int>(disturbance.what))
                           .arg(disturbance.how.count());
    }
    for (const auto &fault : watch.faults)
        details += u"  fault %1 from %2 to %3\n"_s.arg(faultNames().value(static_cast<int>(fault.kind)))
                       .arg(fault.from.count())
                       .arg(fault.until->count());
    const auto &expectation = stored.record.expectation;
    const auto since = [&](Instant at) { return (at - expectation.registeredAt).count() / 1'000; };
    details += u"  deadline %1 s\n"_s.arg(since(expectation.deadline));
    for (const auto &entry : stored.timeline) {
        if (entry.kind != TimelineEntry::Kind::Resource)
            details += u"  %1 s %2 %3\n"_s.arg(since(entry.at)).arg(nameOf(entry.kind), entry.text);
    }
    return details;
}

std::vector<FaultScript::Ending> FaultScript::play()
{
    open();
    auto next = m_disturbances.begin();
    while (m_simulatedClock.steady() < kHour + kAfterTheHour) {
        registerDue();
        if (next != m_disturbances.end() && next->at <= m_simulatedClock.steady()) {
            next->at = m_simulatedClock.steady(); // the computer may have slept through the planned time
            disturb(*next++);
        }
        const bool allStarted =
            std::ranges::all_of(m_watches, [](const Watch &watch) { return watch.server != nullptr; });
        if (next != m_disturbances.end() && next->at <= m_simulatedClock.steady() + step())
            m_registry->flush(); // as within 1 s of real time, so that a crash loses only later changes
        if (!isIdle())
            pass(step());
        else if (allStarted)
            break;
        else
            m_simulatedClock.advance(kStep);
    }
    std::vector<Ending> endings;
    for (const auto &watch : m_watches)
        endings.push_back(endingOf(watch));
    return endings;
}

bool FaultScript::isDisturbed(Duration from, Duration until) const
{
    return std::ranges::any_of(m_disturbances, [&](const Disturbance &each) {
        return each.at <= until && each.at + std::chrono::abs(each.how) >= from;
    });
}

FaultScript::Ending FaultScript::endingOf(const Watch &watch) const
{
    Ending ending;
    ending.name = watch.recordingCase.name();
    const auto stored = m_store->watch(watch.id);
    if (!stored || !*stored) {
        ending.name += u" lost"_s;
        return ending;
    }
    const auto &record = (*stored)->record;
    const auto &verdict = record.verdict;
    ending.outcome = verdict.outcome;
    if (verdict.cause)
        ending.cause = nameOf(verdict.cause->kind);
    const auto &running = watch.recordingCase.running;
    const auto &expectation = record.expectation;
    const auto decided = watch.endedAt.value_or(Duration{0});
    const auto deadline = expectation.deadline - expectation.registeredAt;
    if (verdict.outcome == Outcome::Deployed && running && decided + kSampling < *running)
        ending.tooEarly = *running - decided;
    ending.disturbed = !watch.faults.empty() || isDisturbed(watch.at, watch.at + decided + kSecond);
    ending.blindAtDeadline = isDisturbed(watch.at + deadline - kSecond, watch.at + deadline + kSecond)
        || std::ranges::any_of(watch.faults, [&](const Fault &fault) {
                                 return fault.from < deadline && fault.until.value_or(fault.from) > deadline;
                             });
    ending.details = timelineOf(watch, **stored);
    return ending;
}

} // namespace lynceus::test
