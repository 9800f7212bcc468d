#pragma once

#include "core/domain/time/time.h"

#include <QCoreApplication>
#include <QDeadlineTimer>
#include <QFuture>
#include <QTimer>

namespace lynceus::test {

inline constexpr Duration kPatience{20'000}; ///< timeout of tests; a loaded machine under sanitizers is slow

/// Processes events until @p holds; false after kPatience. For tests only: product code never blocks.
template<typename Condition>
[[nodiscard]] bool waitUntil(Condition holds, Duration patience = kPatience)
{
    const QDeadlineTimer deadline(patience);
    QTimer tick; // the condition may change without an event in this thread
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

/// Processes all pending events, including deferred deletions.
inline void drainEvents()
{
    for (int turn = 0; turn < 20; ++turn) {
        QCoreApplication::processEvents();
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    }
}

} // namespace lynceus::test
