#include "tests/engine/watches/faultscript.h"

#include <QCoreApplication>
#include <QFile>
#include <QTimer>

#include <algorithm>
#include <array>

#include <gtest/gtest.h>

using namespace Qt::StringLiterals;

namespace lynceus::test {

namespace {

constexpr Duration kSecond{1'000};
constexpr Duration kAfterTheHour{1'200'000}; // the last ones have a quarter of an hour
constexpr int kQuietTicks = 3;               // milliseconds without a request: all that was asked is answered

/// Those that end at once: what hangs is ended by limits of real time.
constexpr std::array kNetworkFaults{Fault::Kind::Refuse,      Fault::Kind::Reset,    Fault::Kind::Cut,
                                    Fault::Kind::GzipCut,     Fault::Kind::HalfHead, Fault::Kind::FalseLength,
                                    Fault::Kind::Truncate,    Fault::Kind::Empty,    Fault::Kind::Unauthorized,
                                    Fault::Kind::Unavailable, Fault::Kind::Html};

Duration between(std::mt19937 &random, int least, int most)
{
    return Duration{std::uniform_int_distribution<int>(least, most)(random)};
}

WatchRequest requestFor(const TapeCase &tapeCase, const QString &instance)
{
    const auto expectation = expectationOf(tapeCase, Instant{});
    WatchRequest request;
    request.application = tapeCase.application;
    request.application.instance = instance;
    request.project = tapeCase.project;
    request.images = expectation.images;
    request.timeout = expectation.deadline - expectation.registeredAt;
    request.failAfter = expectation.failAfter;
    request.imageGrace = expectation.imageGrace;
    request.bake = expectation.bake;
    request.acceptSuspended = expectation.acceptSuspended;
    request.refresh = !tapeCase.has(u"--no-refresh"_s);
    return request;
}

} // namespace

FaultScript::FaultScript(unsigned seed, int faults)
    : m_random(seed)
{
    const auto cases = tapeCases();
    for (int number = 0; number < kWatches; ++number) {
        Watch watch;
        watch.tapeCase = cases[static_cast<std::size_t>(number) % cases.size()];
        watch.instance = u"i%1"_s.arg(number);
        watch.at = between(m_random, 0, static_cast<int>(kHour.count()));
        m_watches.push_back(std::move(watch));
    }
    // Every fourth is one of the computer, the others are of servers.
    for (int number = 0; number < faults; ++number) {
        if (number % 4 != 0) {
            const auto watch = std::uniform_int_distribution<std::size_t>(0, m_watches.size() - 1)(m_random);
            m_watches[watch].faults.push_back(networkFault());
            continue;
        }
        Disturbance disturbance;
        disturbance.what = static_cast<Disturbance::What>(number / 4 % 3);
        disturbance.at = between(m_random, 0, static_cast<int>(kHour.count()));
        disturbance.how = between(m_random, 2'000, 30'000);
        if (disturbance.what == Disturbance::What::ClockJump)
            disturbance.how = between(m_random, -3'600'000, 3'600'000);
        m_disturbances.push_back(disturbance);
    }
    std::ranges::sort(m_disturbances, {}, &Disturbance::at);
}

Fault FaultScript::networkFault()
{
    Fault fault;
    fault.kind = kNetworkFaults[std::uniform_int_distribution<std::size_t>(0, kNetworkFaults.size() - 1)(m_random)];
    fault.from = between(m_random, 3'000, 70'000);
    fault.until = fault.from + between(m_random, 1'000, 20'000);
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
    m_book = std::make_unique<WatchBook>(*m_store, *m_clients, m_computer);
    ASSERT_TRUE(m_book->restore());
}

/// The next engine finds the files as they were at that moment: what destructors write afterwards is lost.
void FaultScript::crash(Duration off)
{
    const auto before = m_folder.filePath(u"store-%1.db"_s.arg(m_storeNumber++));
    const auto after = m_folder.filePath(u"store-%1.db"_s.arg(m_storeNumber));
    for (const auto &end : {u""_s, u"-wal"_s})
        QFile::copy(before + end, after + end);
    m_book.reset();
    m_clients.reset();
    m_store.reset();
    m_world.advance(off);
    open();
}

void FaultScript::disturb(const Disturbance &disturbance)
{
    switch (disturbance.what) {
    case Disturbance::What::Crash:
        return crash(disturbance.how);
    case Disturbance::What::Sleep:
        m_world.advance(disturbance.how);
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
        if (watch.server || watch.at > m_world.steady())
            continue;
        auto tape = readTape(tapeFile(watch.tapeCase.tape));
        ASSERT_TRUE(tape);
        ReplayOptions options;
        options.faults = watch.faults;
        watch.server = std::make_unique<ReplayServer>(std::vector{*std::move(tape)}, options, m_world);
        ASSERT_TRUE(watch.server->listen());
        QObject::connect(watch.server.get(), &ReplayServer::requestArrived, watch.server.get(),
                         [this] { ++m_requests; });
        InstanceAccess access;
        access.baseUrl = watch.server->baseUrl();
        access.token = Secret(QByteArray("e30.e30.e30"));
        m_clients->set(watch.instance, access);
        const auto ids = m_book->add({requestFor(watch.tapeCase, watch.instance)});
        ASSERT_TRUE(ids) << ids.error().message.toStdString();
        watch.id = ids->front();
        letAllHappen(); // it looks once before anything happens
    }
}

void FaultScript::letAllHappen()
{
    QTimer tick;
    tick.start(std::chrono::milliseconds(1));
    int last = m_requests;
    for (int quiet = 0; quiet < kQuietTicks; ++quiet) {
        QCoreApplication::processEvents(QEventLoop::AllEvents | QEventLoop::WaitForMoreEvents);
        if (std::exchange(last, m_requests) != m_requests)
            quiet = 0;
    }
}

void FaultScript::second()
{
    m_world.advance(kSecond);
    m_book->wakeUp();
    letAllHappen();
    m_book->flush();
    m_book->tend();
}

bool FaultScript::isIdle() const
{
    return std::ranges::all_of(m_book->board(), &WatchRecord::isOver);
}

QString FaultScript::storyOf(const Watch &watch, const StoredWatch &stored) const
{
    QString story;
    for (const auto &disturbance : m_disturbances) {
        if (disturbance.at >= watch.at - Duration{60'000} && disturbance.at < watch.at + Duration{120'000})
            story += u"  %1 s: %2 for %3 ms\n"_s.arg((disturbance.at - watch.at).count() / 1'000)
                         .arg(static_cast<int>(disturbance.what))
                         .arg(disturbance.how.count());
    }
    for (const auto &fault : watch.faults)
        story += u"  fault %1 from %2 to %3\n"_s.arg(faultNames().value(static_cast<int>(fault.kind)))
                     .arg(fault.from.count())
                     .arg(fault.until->count());
    const auto &expectation = stored.record.expectation;
    const auto since = [&](Instant at) { return (at - expectation.registeredAt).count() / 1'000; };
    story += u"  deadline %1 s\n"_s.arg(since(expectation.deadline));
    for (const auto &entry : stored.timeline) {
        if (entry.kind != TimelineEntry::Kind::Resource)
            story += u"  %1 s %2 %3\n"_s.arg(since(entry.at)).arg(nameOf(entry.kind), entry.text);
    }
    return story;
}

std::vector<FaultScript::Ending> FaultScript::play()
{
    open();
    auto next = m_disturbances.begin();
    while (m_world.steady() < kHour + kAfterTheHour) {
        registerDue();
        if (next != m_disturbances.end() && next->at <= m_world.steady())
            disturb(*next++);
        const bool allBegan =
            std::ranges::all_of(m_watches, [](const Watch &watch) { return watch.server != nullptr; });
        if (!isIdle())
            second();
        else if (allBegan)
            break;
        else
            m_world.advance(kSecond);
    }
    std::vector<Ending> endings;
    for (const auto &watch : m_watches) {
        const auto stored = m_store->watch(watch.id);
        if (!stored || !*stored) {
            endings.push_back({watch.tapeCase.name() + u" lost"_s, Outcome::Waiting, {}, {}});
            continue;
        }
        const auto &verdict = (*stored)->record.verdict;
        endings.push_back({watch.tapeCase.name(), verdict.outcome,
                           verdict.cause ? nameOf(verdict.cause->kind) : QString(), storyOf(watch, **stored)});
    }
    return endings;
}

} // namespace lynceus::test
