#pragma once

#include "core/io/serve/httpreply.h"

#include <QFutureWatcher>
#include <QPromise>

#include <memory>
#include <utility>

namespace lynceus {

/// A reply that is known later: what a handler returns at once, and what settles it. Copies are the same reply.
class PendingReply final
{
public:
    PendingReply();

    /// To be returned to the listener; the reply itself where it is settled already, as it is without threads.
    [[nodiscard]] HttpReply reply() const;
    /// With @p reply, or with what that becomes while @p context is there. Once.
    void settle(QObject *context, HttpReply reply) const;
    /// Nobody can answer any more. Instead of settle().
    void abandon() const { m_promise->finish(); }

private:
    std::shared_ptr<QPromise<HttpReply>> m_promise;
};

/// @p done(QFuture<T>) in this thread, unless @p context is gone by then; also if the future was cancelled. No
/// continuation: Qt 6.4 runs it also when its context is gone.
template<typename T, typename Done>
void whenFinished(const QFuture<T> &future, QObject *context, Done done)
{
    if (future.isFinished())
        return done(future);
    auto *watcher = new QFutureWatcher<T>(context);
    QObject::connect(watcher, &QFutureWatcherBase::finished, context, [watcher, done = std::move(done)] {
        watcher->deleteLater();
        done(watcher->future());
    });
    watcher->setFuture(future);
}

/// The reply that @p compose makes of the result of @p future.
template<typename T, typename Compose>
[[nodiscard]] HttpReply replyWhen(const QFuture<T> &future, QObject *context, Compose compose)
{
    const PendingReply pending;
    whenFinished(future, context, [pending, context, compose](const QFuture<T> &finished) {
        if (finished.resultCount() > 0)
            pending.settle(context, compose(finished.result()));
        else
            pending.abandon();
    });
    return pending.reply();
}

} // namespace lynceus
