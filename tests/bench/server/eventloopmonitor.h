#pragma once

#include "tests/bench/server/processfigures.h"

#include <QAbstractEventDispatcher>
#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

#include <algorithm>

namespace lynceus {

/// The longest iteration of this thread's event loop in CPU time, and the largest delay of a precise timer; both in ms.
class EventLoopMonitor final : public QObject
{
public:
    EventLoopMonitor()
    {
        // The only signal that all of Qt's event loops emit at the same point of an iteration.
        connect(QAbstractEventDispatcher::instance(), &QAbstractEventDispatcher::aboutToBlock, this, [this] {
            const double now = static_cast<double>(threadTime()) / 1e6;
            m_longest = std::max(m_longest, now - m_before);
            m_before = now;
        });
        m_beat.setTimerType(Qt::PreciseTimer);
        m_beat.setInterval(kBeat);
        connect(&m_beat, &QTimer::timeout, this, [this] {
            m_latest = std::max(m_latest, static_cast<double>(m_sinceBeat.nsecsElapsed()) / 1e6 - kBeat);
            m_sinceBeat.start();
        });
    }

    void start()
    {
        m_longest = m_latest = 0;
        m_sinceBeat.start();
        m_beat.start();
    }
    void stop() { m_beat.stop(); }
    [[nodiscard]] double longest() const { return m_longest; }
    [[nodiscard]] double latest() const { return m_latest; }

private:
    static constexpr int kBeat = 5; // ms between two timeouts

    QTimer m_beat;
    QElapsedTimer m_sinceBeat;
    double m_before = 0;
    double m_longest = 0;
    double m_latest = 0;
};

} // namespace lynceus
