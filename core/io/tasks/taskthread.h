#pragma once

#include "core/io/tasks/taskstore.h"

#include <QObject>
#include <QPointer>

#include <atomic>
#include <chrono>
#include <functional>
#include <future>
#include <memory>
#include <thread>
#include <type_traits>
#include <utility>

namespace lynceus {

/// Runs the calls of a TaskStore one after another in its own thread with its own connection, so that a slow or
/// unresponsive database blocks nothing else. While a call takes longer than kPatience, further ones fail at once
/// (Error::Kind::Unreachable). Use it in the thread that created it.
class TaskThread final
{
public:
    static constexpr Duration kPatience{2'000};
    static constexpr Duration kWait{1'000};   ///< for ask()
    static constexpr Duration kAnswer{5'000}; ///< for calls whose client waits; see runWithin()

    /// Runs calls synchronously in the caller's thread. @p store must outlive this.
    explicit TaskThread(TaskStore &store);
    using Preparation = std::function<void(TaskStore &)>;

    /// The tables must exist; TaskStore::open() creates them. @p prepare is called once in the thread before all calls
    /// and must hold its data by value.
    TaskThread(DatabaseAddress address, const Clock &clock, Preparation prepare = {});
    /// Drops calls that have not started. A call that the database does not answer is left behind with its thread.
    ~TaskThread();
    TaskThread(const TaskThread &) = delete;
    TaskThread &operator=(const TaskThread &) = delete;

    /// Passes the Result of @p job(TaskStore &) to @p done, unless @p context was destroyed. The job must hold its data
    /// by value.
    template<typename Job, typename Done>
    void run(QObject *context, Job job, Done done)
    {
        using Answer = std::invoke_result_t<Job, TaskStore &>;
        if (m_direct)
            return done(job(*m_direct));
        if (const auto trouble = whyNot())
            return done(Answer(tl::unexpected(*trouble)));
        post([job = std::move(job), done = std::move(done), receiver = QPointer<QObject>(context),
              shared = m_shared](TaskStore &store) {
            auto answer = std::make_shared<Answer>(job(store));
            deliver(*shared, [answer, done, receiver] {
                if (receiver)
                    done(std::move(*answer));
            });
        });
    }

    /// Like run(), but fails if there is no answer after @p most. A call that has not started by then is never made;
    /// one that has started is rolled back, unless it is being committed: its success is then not reported.
    template<typename Job, typename Done>
    void runWithin(Duration most, QObject *context, Job job, Done done)
    {
        using Answer = std::invoke_result_t<Job, TaskStore &>;
        if (m_direct)
            return done(job(*m_direct));
        auto isGivenUp = std::make_shared<std::atomic_bool>(false);
        auto isAnswered = std::make_shared<bool>(false); // only in the caller's thread
        const auto answer = [done = std::move(done), isAnswered, receiver = QPointer<QObject>(context)](Answer given) {
            if (!std::exchange(*isAnswered, true) && receiver)
                done(std::move(given));
        };
        giveUpAfter(most, [isGivenUp, answer, error = noAnswer()] {
            isGivenUp->store(true);
            answer(tl::unexpected(error));
        });
        run(
            context,
            [job = std::move(job), isGivenUp, error = noAnswer()](TaskStore &store) -> Answer {
                if (isGivenUp->load())
                    return tl::unexpected(error);
                store.setStillWanted([isGivenUp] { return !isGivenUp->load(); });
                auto said = job(store);
                store.setStillWanted({});
                return said;
            },
            answer);
    }

    /// Waits for the answer, for @p most at most. A call that takes longer fails and may still be made later.
    template<typename Job>
    [[nodiscard]] std::invoke_result_t<Job, TaskStore &> ask(Job job, Duration most = kWait)
    {
        using Answer = std::invoke_result_t<Job, TaskStore &>;
        if (m_direct)
            return job(*m_direct);
        if (const auto trouble = whyNot())
            return tl::unexpected(*trouble);
        auto promise = std::make_shared<std::promise<Answer>>();
        // By the call, or by its cancellation before it started.
        auto isTaken = std::make_shared<std::atomic_bool>(false);
        auto future = promise->get_future();
        post([job = std::move(job), promise, isTaken](TaskStore &store) {
            if (!isTaken->exchange(true))
                promise->set_value(job(store));
        });
        if (future.wait_for(most) == std::future_status::ready)
            return future.get();
        isTaken->store(true);
        return tl::unexpected(noAnswer());
    }

private:
    using Call = std::function<void(TaskStore &)>;

    /// State of the thread, which may outlive this.
    struct Shared;

    static void work(const std::shared_ptr<Shared> &shared, const Preparation &prepare);
    static void deliver(Shared &shared, std::function<void()> done);
    void post(Call call);
    void giveUpAfter(Duration most, std::function<void()> giveUp);
    /// Why a call cannot be made now.
    [[nodiscard]] std::optional<Error> whyNot() const;
    [[nodiscard]] Error noAnswer() const;

    TaskStore *m_direct = nullptr;
    std::shared_ptr<Shared> m_shared;
    std::unique_ptr<QObject> m_home; ///< in the caller's thread: receives results
    std::thread m_thread;
};

} // namespace lynceus
