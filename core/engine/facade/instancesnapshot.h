#pragma once

#include "core/domain/model/changeset.h"
#include "core/engine/instances/instancestate.h"

#include <vector>

namespace lynceus {

/// The applications of one instance at one moment, as its feed knows them.
struct InstanceSnapshot
{
    InstanceState state;
    std::vector<ApplicationEntry> applications; ///< in no particular order
    bool isComplete = false; ///< false: the last list had applications that could not be read, or there was none yet
};

} // namespace lynceus
