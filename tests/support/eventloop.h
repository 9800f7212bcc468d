#pragma once

#include <QCoreApplication>
#include <QTimer>

#include <utility>

namespace lynceus::test {

/// Runs the given number of iterations of the event loop; for tests that end an object at each point of its life.
inline void runEventLoop(int turns)
{
    for (int turn = 0; turn < turns; ++turn)
        QCoreApplication::processEvents();
}

/// Runs the event loop until @p count() did not change for @p ticks iterations in which isUnderWay() was false: data on
/// the loopback arrives as soon as it is written and causes the next request in the same or the next iteration.
template<typename Count, typename UnderWay>
void waitUntilStill(Count count, int ticks, UnderWay isUnderWay)
{
    QTimer tick;
    tick.start(std::chrono::milliseconds(1));
    auto last = count();
    for (int still = 0; still < ticks; ++still) {
        QCoreApplication::processEvents(QEventLoop::AllEvents | QEventLoop::WaitForMoreEvents);
        const bool hasChanged = std::exchange(last, count()) != last;
        if (hasChanged || isUnderWay())
            still = 0;
    }
}

} // namespace lynceus::test
