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

Q_SIGNALS:
    void goingToSleep();
    void wokeUp();
};

} // namespace lynceus
