#pragma once

#include <QObject>
#include <QPointer>
#include <QScopeGuard>
#include <QThreadPool>

#include <deque>
#include <functional>
#include <memory>
#include <utility>

namespace lynceus {

/// A thread for work that would block its owner's thread for too long, such as decoding lists of megabytes. Works on
/// values only; nothing is shared. Create and destroy it in the thread that receives the results. Destroying it drops
/// work that has not started and waits for the rest.
class Workers final
{
public:
    /// A list of 5,000 applications takes about 10 ms, so one thread is enough for many instances; and only one list at
    /// a time has its text and parser in memory.
    static constexpr int kThreads = 1;
    /// Maximum of started tasks whose results were not taken: the next list is decoded while the previous one is
    /// merged, but no more lists wait in memory.
    static constexpr int kAhead = 2;

    Workers();
    ~Workers();
    Workers(const Workers &) = delete;
    Workers &operator=(const Workers &) = delete;

    /// Runs @p work in the other thread, then @p done with its result in this one, unless @p context was destroyed.
    template<typename Work, typename Done>
    void run(QObject *context, Work work, Done done);

    /// Returns freed memory to the system; glibc otherwise keeps it in the arena of each thread.
    static void giveMemoryBack();
    /// Call before the first connection in a program with many connections: Qt uses a thread per connection, and glibc
    /// would give each thread its own, fragmented arena.
    static void useFewArenas();

private:
    void begin(std::function<void()> work);
    void resultTaken();

    QObject m_home; ///< in the owner's thread
    std::deque<std::function<void()>> m_waiting;
    int m_begun = 0;
    QThreadPool m_pool;
};

template<typename Work, typename Done>
void Workers::run(QObject *context, Work work, Done done)
{
    // Both belong to this thread; the other thread passes the box on without accessing it.
    struct Box
    {
        QPointer<QObject> context;
        Done done;
    };
    auto box = std::make_shared<Box>(Box{context, std::move(done)});
    const auto shared = std::make_shared<Work>(std::move(work));
    begin([this, box = std::move(box), shared]() mutable {
        auto result = std::make_shared<decltype((*shared)())>((*shared)());
        QMetaObject::invokeMethod(
            &m_home,
            [this, box = std::move(box), result = std::move(result)] {
                const auto next = qScopeGuard([this, home = QPointer(&m_home)] {
                    if (home) // done() may have destroyed us
                        resultTaken();
                });
                if (box->context)
                    box->done(std::move(*result));
            },
            Qt::QueuedConnection);
    });
}

} // namespace lynceus
