#pragma once

#include "core/domain/model/ids.h"

#include <QSet>

namespace lynceus {

class WindowMemory;

[[nodiscard]] QSet<ApplicationKey> readPins(const WindowMemory &memory);
void writePins(WindowMemory &memory, const QSet<ApplicationKey> &pins);

} // namespace lynceus
