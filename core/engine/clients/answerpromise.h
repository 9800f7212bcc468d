#pragma once

#include <QFuture>
#include <QFutureInterface>
#include <QObject>
#include <QPointer>

namespace lynceus {

/// A promise to a context: kept once, or silently dropped when the context died before.
///
/// Qt 6.4 runs a continuation also when its promise is destroyed unkept, and asserts then that the continuation's
/// context lives (`future.then(context, …)`, qfuture_impl.h). So a dropped promise takes its continuation away first.
/// This can go when Qt 6.6 is the oldest that we build with. Only the first continuation is taken away: attach one, not
/// a chain.
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
        m_interface.reportFinished(); // the continuation runs here and may destroy us
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
