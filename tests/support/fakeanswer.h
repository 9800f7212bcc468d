#pragma once

#include "core/engine/clients/answerpromise.h"

#include <QTimer>

#include <memory>

namespace lynceus::test {

/// Settles a promise with @p value in the next iteration of the event loop, or as soon as @p held is false again.
template<typename T>
QFuture<T> answerLater(QObject *owner, QObject *context, std::shared_ptr<const bool> held, T value)
{
    auto promise = std::make_shared<AnswerPromise<T>>(context);
    auto future = promise->future();
    auto *turn = new QTimer(owner); // destroyed with the owner; the promise is then dropped
    QObject::connect(turn, &QTimer::timeout, turn, [turn, promise, held, value = std::move(value)] {
        if (*held)
            return;
        turn->stop();
        turn->deleteLater();
        promise->settle(value);
    });
    turn->start(0);
    return future;
}

} // namespace lynceus::test
