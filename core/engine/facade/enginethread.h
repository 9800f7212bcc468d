#pragma once

#include "core/engine/clients/answerpromise.h"

#include <QObject>
#include <QThread>

#include <functional>
#include <map>
#include <memory>

namespace lynceus {

/// A thread for the engine's services, with calls to them and answers back to the user's thread. Lives in the user's
/// thread. Posted calls run in order; answers arrive in order, and never after their context was destroyed. Destroying
/// it destroys the services in their thread and settles open calls.
class EngineThread final : public QObject
{
    Q_OBJECT
public:
    explicit EngineThread(QObject *parent = nullptr);
    ~EngineThread() override;

    /// Call once, before anything is posted. @p build runs in the other thread; children that it adds to @p room live
    /// until stop().
    void start(std::function<void(QObject *room)> build);
    /// Destroys everything in the other thread, waits for it to end, and settles open calls with their `cancelled`
    /// value.
    void stop();

    /// Runs @p work in the other thread; does nothing after stop().
    void post(std::function<void()> work);

    /// Call in the other thread: runs @p work in this one.
    void postHome(std::function<void()> work);

    /// Passes the answer of a call to this thread. Copies belong to the same call; the first answer counts. Call it in
    /// the other thread.
    template<typename T>
    class Reply
    {
    public:
        Reply(EngineThread *home, quint64 id)
            : m_home(home)
            , m_id(id)
        { }
        void operator()(T value) const;

    private:
        EngineThread *m_home; ///< outlives the other thread
        quint64 m_id;
    };

    /// Runs @p work(requestContext, reply) in the other thread; requestContext is destroyed with @p context. The future
    /// settles in this thread, in which @p context must live; with @p cancelled if the engine stops first.
    template<typename T, typename Work>
    [[nodiscard]] QFuture<T> ask(QObject *context, T cancelled, Work work);

private:
    struct Open
    {
        std::shared_ptr<void> promise;
        std::function<void()> cancel;
    };

    template<typename T>
    void settle(quint64 id, T value);
    void drop(quint64 id);
    void forgetContext(quint64 id);

    QThread m_thread;
    QObject *m_room = nullptr;               ///< in the other thread, parent of the objects there
    std::map<quint64, Open> m_open;          ///< used in this thread
    std::map<quint64, QObject *> m_contexts; ///< used only in the other thread
    quint64 m_lastId = 0;
};

template<typename T>
void EngineThread::Reply<T>::operator()(T value) const
{
    m_home->forgetContext(m_id);
    QMetaObject::invokeMethod(
        m_home,
        [home = m_home, id = m_id, value = std::move(value)]() mutable { home->settle<T>(id, std::move(value)); },
        Qt::QueuedConnection);
}

template<typename T, typename Work>
QFuture<T> EngineThread::ask(QObject *context, T cancelled, Work work)
{
    const auto id = ++m_lastId;
    const auto promise = std::make_shared<AnswerPromise<T>>(context);
    auto future = promise->future();
    if (!m_room) { // stopped
        promise->settle(std::move(cancelled));
        return future;
    }
    m_open.emplace(id, Open{promise, [promise = promise.get(), cancelled] { promise->settle(cancelled); }});
    connect(context, &QObject::destroyed, this, [this, id] { drop(id); });
    post([this, id, room = m_room, work = std::move(work)]() mutable {
        auto *requestContext = new QObject(room);
        m_contexts.emplace(id, requestContext);
        work(requestContext, Reply<T>(this, id));
    });
    return future;
}

template<typename T>
void EngineThread::settle(quint64 id, T value)
{
    const auto found = m_open.find(id);
    if (found == m_open.end())
        return;
    const auto promise = std::static_pointer_cast<AnswerPromise<T>>(found->second.promise);
    m_open.erase(found);
    promise->settle(std::move(value)); // the continuation runs here and may destroy this object
}

} // namespace lynceus
