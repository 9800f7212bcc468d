#pragma once

#include <QObject>

namespace lynceus {

/// Reports when this computer is about to sleep and when it woke up, if the system tells (logind). Elsewhere nothing is
/// emitted; jumps between wall and monotonic clock reveal sleep there.
class SleepWatch : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

    enum class Wish {
        Report,
        FinishFirst, ///< the system waits, for a few seconds at most, until directly connected slots are done
    };

Q_SIGNALS:
    void goingToSleep();
    void wokeUp();
};

} // namespace lynceus
