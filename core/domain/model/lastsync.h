#pragma once

#include "core/domain/model/application.h"

namespace lynceus {

/// Time of the last sync or attempt (server's clock); empty if there was none.
[[nodiscard]] std::optional<Instant> lastSyncOf(const Application &application);

} // namespace lynceus
