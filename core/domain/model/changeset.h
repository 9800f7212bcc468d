#pragma once

#include "core/domain/model/diff.h"

#include <memory>
#include <vector>

namespace lynceus {

/// One application of one instance, cheap to copy: snapshots, change sets and models share the value behind it.
struct ApplicationEntry
{
    ApplicationKey key;                             ///< with Instance::id
    std::shared_ptr<const Application> application; ///< never null
};

/// What happened to an instance's applications within one collecting interval (at most 150 ms).
/// To be applied in this order: removed, inserted, changed. A key is in at most one of the three.
struct ChangeSet
{
    struct Changed
    {
        ApplicationEntry entry;
        FieldMask mask = 0; ///< ApplicationField bits, never 0
    };

    QString instance;       ///< Instance::id
    bool fromCache = false; ///< the last known state from disk, before the network was asked
    std::vector<ApplicationKey> removed;
    std::vector<ApplicationEntry> inserted;
    std::vector<Changed> changed;

    [[nodiscard]] bool isEmpty() const { return removed.empty() && inserted.empty() && changed.empty(); }
};

} // namespace lynceus
