#pragma once

#include "core/io/serve/httpreply.h"

#include <QFutureWatcher>
#include <QPromise>

#include <memory>
#include <utility>

namespace lynceus {

/// A reply that is settled later: a handler returns reply() at once and settles it afterwards. Copies share the reply.
class PendingReply final
{
public:
    PendingReply();

    /// For the listener; the reply itself if it is already settled, as in calls without threads.
    [[nodiscard]] HttpReply reply() const;
    /// Settles with @p reply, or with the result of its future while @p context exists. Call once.
    void settle(QObject *context, HttpReply reply) const;
    /// Cancels the reply; call instead of settle() if it can no longer be settled.
    void abandon() const { m_promise->finish(); }

private:
    std::shared_ptr<QPromise<HttpReply>> m_promise;
};

/// Calls @p done(QFuture<T>) in this thread, also if the future was cancelled, unless @p context was destroyed. Not a
/// continuation: Qt 6.4 runs those even if their context was destroyed.
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

/// The reply that @p compose creates from the result of @p future.
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
