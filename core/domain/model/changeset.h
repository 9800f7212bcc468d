#pragma once

#include "core/domain/model/diff.h"

#include <memory>
#include <vector>

namespace lynceus {

/// An application of an instance. Cheap to copy: snapshots, change sets and models share its value.
struct ApplicationEntry
{
    ApplicationKey key;                             ///< with Instance::id
    std::shared_ptr<const Application> application; ///< never null
};

/// Changes of an instance's applications in one collecting interval (InstanceFeed::kCollect). Apply in this order:
/// removed, inserted, changed. A key is in at most one of the three.
struct ChangeSet
{
    struct Changed
    {
        ApplicationEntry entry;
        FieldMask mask = 0; ///< ApplicationField bits, never 0
    };

    QString instance;       ///< Instance::id
    bool fromCache = false; ///< last known state from disk, before the network was used
    std::vector<ApplicationKey> removed;
    std::vector<ApplicationEntry> inserted;
    std::vector<Changed> changed;

    [[nodiscard]] bool isEmpty() const { return removed.empty() && inserted.empty() && changed.empty(); }
};

} // namespace lynceus
