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

/// A thread for what would keep its owner's thread busy for too long: lists of megabytes. Values go in and come out,
/// nothing is shared. Built and destroyed in the thread that gets the results; destroying it drops what has not begun
/// and lets the rest end.
class Workers final
{
public:
    /// A list of 5,000 applications takes some 10 ms, so that those of many instances are there in moments one after
    /// the other; and only one at a time has its text and its parser in memory.
    static constexpr int kThreads = 1;
    /// Work that is begun and whose result was not taken yet: the next list is read while the one before is merged, but
    /// no more lists than these wait for that.
    static constexpr int kAhead = 2;

    Workers();
    ~Workers();
    Workers(const Workers &) = delete;
    Workers &operator=(const Workers &) = delete;

    /// Runs @p work in another thread and then @p done(its result) in this one, unless @p context died meanwhile.
    template<typename Work, typename Done>
    void run(QObject *context, Work work, Done done);

    /// Memory that was used for a moment goes back to the system: glibc keeps it otherwise, in each thread's arena.
    static void giveMemoryBack();
    /// For a program with many connections, each of which Qt gives a thread: glibc would give each thread an arena,
    /// with gaps of its own. To be called before they begin.
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
    // Both belong to this thread: they travel in a box that the other one does not look into.
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
                    if (home) // whoever took the result may have destroyed us
                        resultTaken();
                });
                if (box->context)
                    box->done(std::move(*result));
            },
            Qt::QueuedConnection);
    });
}

} // namespace lynceus
