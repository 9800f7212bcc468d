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

/// Makes the calls of a TaskStore one after the other in a thread of its own with a connection of its own, so that a
/// database that is slow or does not answer at all holds up nobody else. While one call takes longer than kPatience,
/// further ones fail at once (Error::Kind::Unreachable), until it has ended. Used in the thread that made it.
class TaskThread final
{
public:
    static constexpr Duration kPatience{2'000};
    static constexpr Duration kWait{1'000};   ///< of ask()
    static constexpr Duration kAnswer{5'000}; ///< for those whose client waits: see runWithin()

    /// The calls are made at once and in the caller's thread. @p store outlives this.
    explicit TaskThread(TaskStore &store);
    using Preparation = std::function<void(TaskStore &)>;

    /// The tables are there already: TaskStore::open() has made them. @p prepare is called in the thread, once, before
    /// all calls; what it needs it holds by value.
    TaskThread(DatabaseAddress address, const Clock &clock, Preparation prepare = {});
    /// What was not begun is dropped. A call that the database does not answer is left behind, with its thread.
    ~TaskThread();
    TaskThread(const TaskThread &) = delete;
    TaskThread &operator=(const TaskThread &) = delete;

    /// @p done gets what @p job(TaskStore &) said, a Result, unless @p context is gone by then. What the job needs it
    /// holds by value.
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

    /// The same; a call that has not been answered after @p most fails. If it had not begun by then, it is never made;
    /// if it had, it is rolled back, unless it is being committed: then nobody hears that it succeeded.
    template<typename Job, typename Done>
    void runWithin(Duration most, QObject *context, Job job, Done done)
    {
        using Answer = std::invoke_result_t<Job, TaskStore &>;
        if (m_direct)
            return done(job(*m_direct));
        auto isGivenUp = std::make_shared<std::atomic_bool>(false);
        auto isAnswered = std::make_shared<bool>(false); // in the caller's thread only
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

    /// Waits for the answer, @p most at the longest. A call that takes longer fails and may still be made later.
    template<typename Job>
    [[nodiscard]] std::invoke_result_t<Job, TaskStore &> ask(Job job, Duration most = kWait)
    {
        using Answer = std::invoke_result_t<Job, TaskStore &>;
        if (m_direct)
            return job(*m_direct);
        if (const auto trouble = whyNot())
            return tl::unexpected(*trouble);
        auto promise = std::make_shared<std::promise<Answer>>();
        auto isTaken = std::make_shared<std::atomic_bool>(false); // by the call, or by who gave it up before it began
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

    /// What the thread needs, which may outlive this.
    struct Shared;

    static void work(const std::shared_ptr<Shared> &shared, const Preparation &prepare);
    static void deliver(Shared &shared, std::function<void()> done);
    void post(Call call);
    void giveUpAfter(Duration most, std::function<void()> giveUp);
    /// A call cannot be made now.
    [[nodiscard]] std::optional<Error> whyNot() const;
    [[nodiscard]] Error noAnswer() const;

    TaskStore *m_direct = nullptr;
    std::shared_ptr<Shared> m_shared;
    std::unique_ptr<QObject> m_home; ///< in the caller's thread: receives what is done
    std::thread m_thread;
};

} // namespace lynceus
