#pragma once

#include "core/engine/clients/answerpromise.h"

#include <QObject>
#include <QThread>

#include <functional>
#include <map>
#include <memory>

namespace lynceus {

/// A thread of its own for the engine's services, and the way there and back for those who live in another one.
/// Lives in the thread of its user. Whatever is posted runs in order; what comes back comes in order too, and nothing
/// comes to a context that died. Destroying it destroys the services in their thread and settles what is open.
class EngineThread final : public QObject
{
    Q_OBJECT
public:
    explicit EngineThread(QObject *parent = nullptr);
    ~EngineThread() override;

    /// To be called once, before anything is posted. @p build runs in the other thread: what it makes children of
    /// @p room lives until stop().
    void start(std::function<void(QObject *room)> build);
    /// Destroys everything in the other thread and waits for its end; settles what is open with what cancels it.
    void stop();

    /// @p work runs in the other thread; nothing happens after stop().
    void post(std::function<void()> work);

    /// The way back, from the other thread: @p work runs in this one.
    void postHome(std::function<void()> work);

    /// Brings the answer of one question home. Copies are the same answer; the first one counts. To be called in the
    /// other thread.
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

    /// @p work(requestContext, reply) runs in the other thread; requestContext dies with @p context. The future settles
    /// in this thread, where @p context lives; with @p cancelled if the engine ends before.
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
    QObject *m_room = nullptr;               ///< lives in the other thread, after what else lives there
    std::map<quint64, Open> m_open;          ///< in this one
    std::map<quint64, QObject *> m_contexts; ///< only touched in the other thread
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
    promise->settle(std::move(value)); // the continuation runs here and may destroy us
}

} // namespace lynceus
