#pragma once

#include <QFuture>
#include <QFutureInterface>
#include <QObject>
#include <QPointer>

namespace lynceus {

/// A promise with a context: settles once, or is dropped silently if the context was destroyed first.
///
/// When a promise is destroyed unsettled, Qt 6.4 runs the continuation too and asserts that the continuation's context
/// exists (`future.then(context, …)`, qfuture_impl.h). So a dropped promise first removes its continuation. Not needed
/// once Qt 6.6 is the minimum. Only the first continuation is removed: attach one, not a chain.
template<typename T>
class AnswerPromise final
{
public:
    explicit AnswerPromise(QObject *context)
        : m_context(context)
    {
        m_interface.reportStarted();
    }
    AnswerPromise(const AnswerPromise &) = delete;
    AnswerPromise &operator=(const AnswerPromise &) = delete;
    ~AnswerPromise()
    {
        if (!m_interface.isFinished())
            m_interface.drop();
    }

    [[nodiscard]] QFuture<T> future() { return m_interface.future(); }

    void settle(T value)
    {
        if (m_interface.isFinished())
            return;
        if (!m_context) {
            m_interface.drop();
            return;
        }
        m_interface.reportResult(std::move(value));
        m_interface.reportFinished(); // runs the continuation, which may destroy us
    }

private:
    class Interface final : public QFutureInterface<T>
    {
    public:
        void drop()
        {
            this->cleanContinuation();
            this->cancelAndFinish();
        }
    };

    Interface m_interface;
    QPointer<QObject> m_context;
};

} // namespace lynceus
