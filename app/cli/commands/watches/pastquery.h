#pragma once

#include "app/cli/options/options.h"
#include "app/cli/watches/storedwatches.h"

namespace lynceus {

/// @p query with the instance and the times of @p past. An instance's name that is not known stays as it is: the past
/// outlives instances.
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
