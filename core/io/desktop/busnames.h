#pragma once

#include "core/domain/time/time.h"

#include <QObject>
#include <QStringList>

#include <functional>

namespace lynceus {

/// Services on the user's session bus: running ones, and those that can be started.
struct BusNames
{
    bool hasBus = false; ///< exists and answered in time
    QStringList names;
};

/// Does not block. Calls @p answer later, once, and never after @p context was destroyed; within @p deadline for each
/// of two requests.
void askBusNames(QObject *context, Duration deadline, std::function<void(const BusNames &)> answer);

} // namespace lynceus
