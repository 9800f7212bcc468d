#pragma once

#include "core/domain/base/time.h"
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
        HeldElsewhere, ///< somebody else kept it for the whole limit
        Unusable,      ///< there can be no lock at this place
    };
    Kind kind = Kind::Unusable;
    qint64 holder = 0; ///< HeldElsewhere: the process, 0 if that is not known
};

/// Released when the last copy goes.
using HeldLock = std::shared_ptr<ProcessLock>;

/// Takes the lock without ever blocking the thread. @p take is called once, at once if nobody has the lock, else when
/// it is free or @p limit has passed; never after @p context died.
void takeLock(const QString &fileName, Duration limit, QObject *context,
              std::function<void(tl::expected<HeldLock, LockFailure>)> take);

} // namespace lynceus
