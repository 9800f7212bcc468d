#pragma once

#include "core/domain/model/application.h"
#include "core/domain/model/resourcetree.h"

#include <cstdint>
#include <vector>

namespace lynceus {

/// Fields of an application that changed, as bits in change sets. Views use them to decide what to repaint or filter
/// again.
enum class ApplicationField : std::uint32_t {
    Project = 1U << 0,
    Labels = 1U << 1,
    Sync = 1U << 2,
    Health = 1U << 3,
    Revisions = 1U << 4,
    Images = 1U << 5,
    Operation = 1U << 6,
    Conditions = 1U << 7,
    Resources = 1U << 8,
    History = 1U << 9,
    Sources = 1U << 10,
    Times = 1U << 11,    ///< createdAt, reconciledAt, deletionTimestamp
    Flags = 1U << 12,    ///< autoSync, skipReconcile, refresh annotation
    Identity = 1U << 13, ///< uid: the application was re-created
    Other = 1U << 14,    ///< resourceVersion, urls, destination
};
using FieldMask = std::uint32_t;

[[nodiscard]] FieldMask changedFields(const Application &before, const Application &after);

/// Differences between two lists, both sorted by (namespace, name) without duplicates.
struct ListDiff
{
    std::vector<int> removed; ///< positions in `before`, descending: remove in this order
    struct Inserted
    {
        int position;
        int count;
    }; ///< positions in `after`, ascending, spans
    std::vector<Inserted> inserted;
    struct Changed
    {
        int position;
        FieldMask mask;
    }; ///< positions in `after`, ascending
    std::vector<Changed> changed;
};

[[nodiscard]] ListDiff diffApplications(const std::vector<Application> &before, const std::vector<Application> &after);

/// The order that diffApplications() requires; names and namespaces by code point.
[[nodiscard]] bool listedBefore(const Application &left, const Application &right);

/// Whether @p candidate is an earlier state of the same object than @p known. Kubernetes defines resource versions as
/// opaque, but on every server that runs Argo CD they are increasing numbers; other values are never older.
[[nodiscard]] bool isOlder(const Application &candidate, const Application &known);

enum class NodeField : std::uint32_t {
    Health = 1U << 0,
    Images = 1U << 1,
    Reason = 1U << 2,
    Containers = 1U << 3,
    Restarts = 1U << 4,
    Revision = 1U << 5,
    Identity = 1U << 6, ///< uid: re-created with the same name
    Parent = 1U << 7,
    Other = 1U << 8,
};

/// Differences between two trees by resource key; nodes with equal keys are matched in order.
struct TreeDiff
{
    std::vector<int> removed; ///< positions in `before`, ascending
    std::vector<int> added;   ///< positions in `after`, ascending
    struct Changed
    {
        int before;
        int after;
        FieldMask mask;
    };
    std::vector<Changed> changed; ///< by `after`, ascending
};

[[nodiscard]] TreeDiff diffTrees(const ResourceTree &before, const ResourceTree &after);

} // namespace lynceus
