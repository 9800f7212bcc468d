#pragma once

#include <QAbstractEventDispatcher>
#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

#include <algorithm>
#include <ctime>

namespace lynceus {

/// The longest turn of this thread's event loop, in its own time, and how late its most punctual timer came by the
/// clock; both in ms.
class Turns final : public QObject
{
public:
    Turns()
    {
        // Only this signal comes at the same place of a turn in all of Qt's event loops.
        connect(QAbstractEventDispatcher::instance(), &QAbstractEventDispatcher::aboutToBlock, this, [this] {
            const double now = ownTime();
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
    static constexpr int kBeat = 5; // ms between two looks at whether the thread is free

    /// ms that this thread worked: what else runs on the machine does not count.
    static double ownTime()
    {
        timespec time{};
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
        return static_cast<double>(time.tv_sec) * 1e3 + static_cast<double>(time.tv_nsec) / 1e6;
    }

    QTimer m_beat;
    QElapsedTimer m_sinceBeat;
    double m_before = 0;
    double m_longest = 0;
    double m_latest = 0;
};

} // namespace lynceus
