#pragma once

#include "core/domain/time/time.h"
#include "core/io/process/processlock.h"

#include <QObject>

#include <functional>
#include <memory>

#include <tl/expected.hpp>

namespace lynceus {

/// Why a lock was not taken.
struct LockFailure
{
    enum class Kind {
        HeldElsewhere, ///< another holder kept it for the whole limit
        Unusable,      ///< locking is not possible at this path
    };
    Kind kind = Kind::Unusable;
    qint64 holder = 0; ///< for HeldElsewhere: the process, 0 if unknown
};

/// Released with the last copy.
using HeldLock = std::shared_ptr<ProcessLock>;

/// Takes the lock without blocking the thread. Calls @p take once: at once if the lock is free, otherwise when it
/// becomes free or @p limit has passed; never after @p context was destroyed.
void takeLock(const QString &fileName, Duration limit, QObject *context,
              std::function<void(tl::expected<HeldLock, LockFailure>)> take);

} // namespace lynceus
