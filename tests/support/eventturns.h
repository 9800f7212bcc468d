#pragma once

#include <QCoreApplication>
#include <QTimer>

#include <utility>

namespace lynceus::test {

/// Lets so many turns of the event loop happen: for tests that end something at each moment of its life.
inline void passTurns(int turns)
{
    for (int turn = 0; turn < turns; ++turn)
        QCoreApplication::processEvents();
}

/// Lets events happen until @p count() was the same for @p ticks turns in which isUnderWay() did not hold: what arrives
/// over the loopback is there as soon as it is written, and causes the next request in the same or the next turn.
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
