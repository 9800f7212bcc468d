#pragma once

#include "core/domain/base/time.h"

#include <QObject>
#include <QStringList>

#include <functional>

namespace lynceus {

/// Who can be spoken to on the person's session bus: those that run, and those that are started when they are needed.
struct BusNames
{
    bool hasBus = false; ///< it is there and answered in time
    QStringList names;
};

/// Never blocks. Later, once, never after @p context died; within @p deadline for each of two questions.
void askBusNames(QObject *context, Duration deadline, std::function<void(const BusNames &)> answer);

} // namespace lynceus
