#pragma once

#include "core/domain/rollout/verdict.h"

#include <optional>

namespace lynceus {

/// Which past verdicts are wanted; empty fields do not restrict. Newest first.
struct HistoryQuery
{
    QString text;                  ///< part of application, image, release, cause message or note
    QString instance;              ///< Instance::id
    QString application;           ///< exact name
    std::vector<Outcome> outcomes; ///< any of them
    std::optional<Instant> from;   ///< ended no earlier (our clock)
    std::optional<Instant> until;  ///< ended before
    int limit = 1'000;
};

} // namespace lynceus
