#pragma once

#include "core/domain/model/changeset.h"
#include "core/engine/instances/instancestate.h"

#include <vector>

namespace lynceus {

/// The applications of one instance at one point in time, from its feed.
struct InstanceSnapshot
{
    InstanceState state;
    std::vector<ApplicationEntry> applications; ///< unordered
    bool isComplete = false; ///< false: some applications of the last list could not be read, or there was no list yet
};

} // namespace lynceus
