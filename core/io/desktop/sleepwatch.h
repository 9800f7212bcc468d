#pragma once

#include <QObject>

namespace lynceus {

/// Tells when this computer is about to sleep and when it woke up, where the system says so (logind); silent elsewhere:
/// a jump between wall clock and monotonic clock tells it there.
class SleepWatch : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

    enum class Wish {
        Hear,
        FinishFirst, ///< the system waits, for seconds at most, until all that is connected directly to it is done
    };

Q_SIGNALS:
    void goingToSleep();
    void wokeUp();
};

} // namespace lynceus
