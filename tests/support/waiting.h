#pragma once

#include "core/domain/time/time.h"

#include <QCoreApplication>
#include <QDeadlineTimer>
#include <QFuture>
#include <QTimer>

namespace lynceus::test {

inline constexpr Duration kPatience{20'000}; ///< until a test gives up; a loaded machine under sanitizers is slow

/// Lets events happen until @p holds; false if patience ended first. Tests only: product code never waits.
template<typename Condition>
[[nodiscard]] bool waitUntil(Condition holds, Duration patience = kPatience)
{
    const QDeadlineTimer deadline(patience);
    QTimer tick; // what ends the wait may be no event of this thread
    tick.start(std::chrono::milliseconds(2));
    while (!holds()) {
        if (deadline.hasExpired())
            return false;
        QCoreApplication::processEvents(QEventLoop::AllEvents | QEventLoop::WaitForMoreEvents);
    }
    return true;
}

template<typename T>
[[nodiscard]] bool waitFor(const QFuture<T> &future, Duration patience = kPatience)
{
    return waitUntil([&future] { return future.isFinished(); }, patience);
}

/// Lets everything happen that is ready to happen, deferred deletions included.
inline void drainEvents()
{
    for (int turn = 0; turn < 20; ++turn) {
        QCoreApplication::processEvents();
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    }
}

} // namespace lynceus::test
