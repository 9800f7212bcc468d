#include "core/io/process/lockwait.h"

#include <QDeadlineTimer>
#include <QTimer>

namespace lynceus {

namespace {

using Take = std::function<void(tl::expected<HeldLock, LockFailure>)>;

constexpr Duration kBetweenTries{50}; // an attempt is two system calls

/// Retries until it ends, then deletes itself.
class LockWait final : public QObject
{
public:
    LockWait(HeldLock lock, Duration limit, QObject *context, Take take)
        : QObject(context)
        , m_lock(std::move(lock))
        , m_limit(limit)
        , m_take(std::move(take))
    {
        connect(&m_timer, &QTimer::timeout, this, &LockWait::tryAgain);
        m_timer.start(kBetweenTries);
    }

private:
    void tryAgain()
    {
        switch (m_lock->tryLock()) {
        case ProcessLock::Outcome::Taken:
            return settle(std::move(m_lock));
        case ProcessLock::Outcome::Unusable:
            return settle(tl::unexpected(LockFailure{LockFailure::Kind::Unusable, 0}));
        case ProcessLock::Outcome::HeldElsewhere:
            if (m_limit.hasExpired())
                settle(tl::unexpected(LockFailure{LockFailure::Kind::HeldElsewhere, m_lock->holder()}));
            return;
        }
    }

    void settle(tl::expected<HeldLock, LockFailure> result)
    {
        m_timer.stop();
        deleteLater();
        const auto take = std::move(m_take); // the callback may destroy this object
        take(std::move(result));
    }

    HeldLock m_lock;
    QDeadlineTimer m_limit;
    Take m_take;
    QTimer m_timer;
};

} // namespace

void takeLock(const QString &fileName, Duration limit, QObject *context, Take take)
{
    auto lock = std::make_shared<ProcessLock>(fileName);
    switch (lock->tryLock()) {
    case ProcessLock::Outcome::Taken:
        return take(std::move(lock));
    case ProcessLock::Outcome::Unusable:
        return take(tl::unexpected(LockFailure{LockFailure::Kind::Unusable, 0}));
    case ProcessLock::Outcome::HeldElsewhere:
        new LockWait(std::move(lock), limit, context, std::move(take));
    }
}

} // namespace lynceus
