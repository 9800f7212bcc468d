#include "core/io/tasks/taskthread.h"

#include <QTimer>

#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <utility>

using namespace Qt::StringLiterals;

namespace lynceus {

namespace {

constexpr std::size_t kMostWaiting = 2'000;        // calls; answers to more would be too late
constexpr std::chrono::milliseconds kGoodbye{500}; // for the current call, on destruction

} // namespace

struct TaskThread::Shared
{
    Shared(DatabaseAddress databaseAddress, const Clock &ourClock)
        : address(std::move(databaseAddress))
        , clock(ourClock)
    { }

    const DatabaseAddress address;
    const Clock &clock;
    std::mutex mutex;
    std::condition_variable changed;
    std::deque<Call> waiting;
    std::optional<Duration> busySince; ///< steady clock; start of the current call
    QObject *home = nullptr;           ///< null: the owner is gone
    bool isEnding = false;
    bool hasEnded = false;
};

TaskThread::TaskThread(TaskStore &store)
    : m_direct(&store)
{ }

TaskThread::TaskThread(DatabaseAddress address, const Clock &clock, Preparation prepare)
    : m_shared(std::make_shared<Shared>(std::move(address), clock))
    , m_home(std::make_unique<QObject>())
{
    m_shared->home = m_home.get();
    m_thread = std::thread([shared = m_shared, prepare = std::move(prepare)] { work(shared, prepare); });
}

TaskThread::~TaskThread()
{
    if (m_direct)
        return;
    std::unique_lock lock(m_shared->mutex);
    m_shared->isEnding = true;
    m_shared->home = nullptr;
    m_shared->waiting.clear();
    m_shared->changed.notify_all();
    const bool hasEnded = m_shared->changed.wait_for(lock, kGoodbye, [this] { return m_shared->hasEnded; });
    lock.unlock();
    if (hasEnded)
        m_thread.join();
    else
        m_thread.detach(); // libpq cannot be interrupted: waiting for it would keep the process from exiting
}

void TaskThread::work(const std::shared_ptr<Shared> &shared, const Preparation &prepare)
{
    {
        const auto store = TaskStore::attached(shared->address, shared->clock);
        if (prepare)
            prepare(*store);
        std::unique_lock lock(shared->mutex);
        while (true) {
            shared->changed.wait(lock, [&] { return shared->isEnding || !shared->waiting.empty(); });
            if (shared->isEnding)
                break;
            auto call = std::exchange(shared->waiting.front(), {});
            shared->waiting.pop_front();
            shared->busySince = shared->clock.steady();
            lock.unlock();
            call(*store);
            call = {}; // its data is destroyed before the lock is taken
            lock.lock();
            shared->busySince.reset();
        }
    } // the connection is closed in the thread that opened it
    const std::scoped_lock lock(shared->mutex);
    shared->hasEnded = true;
    shared->changed.notify_all();
}

void TaskThread::deliver(Shared &shared, std::function<void()> done)
{
    const std::scoped_lock lock(shared.mutex); // home must exist until it is posted
    if (shared.home)
        QMetaObject::invokeMethod(shared.home, std::move(done), Qt::QueuedConnection);
}

void TaskThread::post(Call call)
{
    const std::scoped_lock lock(m_shared->mutex);
    m_shared->waiting.push_back(std::move(call));
    m_shared->changed.notify_all();
}

void TaskThread::giveUpAfter(Duration most, std::function<void()> giveUp)
{
    QTimer::singleShot(most, m_home.get(), std::move(giveUp));
}

Error TaskThread::noAnswer() const
{
    const auto name = shownAddress(m_shared->address);
    return {Error::Kind::Unreachable, name, u"The database %1 does not answer"_s.arg(name), true, 0};
}

std::optional<Error> TaskThread::whyNot() const
{
    const std::scoped_lock lock(m_shared->mutex);
    const auto &since = m_shared->busySince;
    const bool isStalled = since && m_shared->clock.steady() - *since >= kPatience;
    return isStalled || m_shared->waiting.size() >= kMostWaiting ? std::optional(noAnswer()) : std::nullopt;
}

} // namespace lynceus
