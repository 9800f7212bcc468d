#pragma once

#include "core/domain/model/application.h"

namespace lynceus {

/// When it was synced last, or tried to (server's clock); nothing if it never was.
[[nodiscard]] std::optional<Instant> lastSyncOf(const Application &application);

} // namespace lynceus
