#pragma once

#include "app/cli/options/options.h"
#include "app/cli/watches/storedwatches.h"

namespace lynceus {

/// Returns @p query with the instance and times of @p past. Unknown names of instances are passed on unchanged: stored
/// records outlive instances.
template<typename Query>
[[nodiscard]] Query restricted(Query query, const PastOptions &past, const InstanceNames &instances, Instant now)
{
    query.instance = instanceIdOf(instances, past.instance);
    if (past.since)
        query.from = past.since->from(now);
    if (past.until)
        query.until = past.until->from(now);
    return query;
}

} // namespace lynceus
