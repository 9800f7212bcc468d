#include "app/serve/answers/pendingreply.h"

namespace lynceus {

PendingReply::PendingReply()
    : m_promise(std::make_shared<QPromise<HttpReply>>())
{
    m_promise->start();
}

HttpReply PendingReply::reply() const
{
    auto future = m_promise->future();
    if (future.isFinished())
        return future.result();
    HttpReply pending;
    pending.later = std::make_shared<QFuture<HttpReply>>(std::move(future));
    return pending;
}

void PendingReply::settle(QObject *context, HttpReply reply) const
{
    if (reply.later) {
        whenFinished(*reply.later, context, [promise = m_promise](const QFuture<HttpReply> &later) {
            if (later.resultCount() > 0)
                promise->addResult(later.result());
            promise->finish(); // without a result: the reply is cancelled
        });
        return;
    }
    m_promise->addResult(std::move(reply));
    m_promise->finish();
}

} // namespace lynceus
