#pragma once

#include "core/domain/rollout/verdict/verdict.h"

#include <optional>

namespace lynceus {

/// Filter for past watches; empty fields match everything. Newest first.
struct HistoryQuery
{
    QString text;                  ///< part of application, image, release, cause message or note
    QString instance;              ///< Instance::id
    QString application;           ///< exact name
    std::vector<Outcome> outcomes; ///< any of these
    std::optional<Instant> from;   ///< ended at or after (our clock)
    std::optional<Instant> until;  ///< ended before (our clock)
    int limit = 1'000;
};

} // namespace lynceus
