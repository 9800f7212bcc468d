#pragma once

#include <QObject>
#include <QPointer>
#include <QThreadPool>

#include <memory>
#include <utility>

namespace lynceus {

/// Threads for what would keep their owner's thread busy for too long: lists of megabytes. Values go in and come out,
/// nothing is shared. Built and destroyed in the thread that gets the results; destroying it drops what has not begun
/// and lets the rest end.
class Workers final
{
public:
    static constexpr int kThreads =
        2; ///< more only compete with the machine's other work, each with an arena of its own

    Workers();
    ~Workers();
    Workers(const Workers &) = delete;
    Workers &operator=(const Workers &) = delete;

    /// Runs @p work in another thread and then @p done(its result) in this one, unless @p context died meanwhile.
    template<typename Work, typename Done>
    void run(QObject *context, Work work, Done done);

private:
    QObject m_home; ///< in the owner's thread
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
    m_pool.start([this, box = std::move(box), shared]() mutable {
        auto result = std::make_shared<decltype((*shared)())>((*shared)());
        QMetaObject::invokeMethod(
            &m_home,
            [box = std::move(box), result = std::move(result)] {
                if (box->context)
                    box->done(std::move(*result));
            },
            Qt::QueuedConnection);
    });
}

} // namespace lynceus
