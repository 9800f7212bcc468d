#pragma once

#include "core/domain/model/ids.h"
#include "core/domain/time/time.h"

#include <QStringList>

#include <optional>
#include <vector>

namespace lynceus {

/// The parts of a manifest that matter for a rollout.
struct WorkloadSpec
{
    QStringList images; ///< containers and initContainers of the pod template, in manifest order
    /// Empty if missing (a target leaves it to an autoscaler), or if the kind has no such field.
    std::optional<int> replicas;
    bool paused = false;  ///< spec.paused of a Deployment or Rollout
    bool suspend = false; ///< spec.suspend of a Job or CronJob
    /// How long startup and readiness probes allow a container to run before they must succeed; maximum over its
    /// containers. 0: not specified, or no probes.
    Duration probeDelay{0};
    bool onDelete = false; ///< spec.updateStrategy.type OnDelete of a StatefulSet or DaemonSet
    int partition = 0;     ///< spec.updateStrategy.rollingUpdate.partition of a StatefulSet
    /// Live only: the status of a StatefulSet or DaemonSet counts all wanted pods as pods of the newest template.
    bool isRolledOut = false;
    QStringList imageOwners = {}; ///< live only: field managers that set a container's image; may be empty

    friend bool operator==(const WorkloadSpec &, const WorkloadSpec &) = default;
};

/// A managed object with a pod template (spec.template, spec.jobTemplate.spec.template or, for unknown kinds, any
/// `containers` array of objects with `image` in spec), or a bare Pod.
struct ManagedWorkload
{
    ResourceKey key;
    std::optional<WorkloadSpec> target; ///< from git; empty: to be pruned, or rendering failed
    std::optional<WorkloadSpec> live;   ///< from the cluster; empty: not created yet
    bool hook = false;
    QString liveGeneration; ///< metadata.generation of the live object, to detect changes

    friend bool operator==(const ManagedWorkload &, const ManagedWorkload &) = default;
};

/// An object whose fields name images outside of its containers: a custom resource, a ConfigMap, or a workload whose
/// variables, arguments or volumes name them.
struct ImageMention
{
    ResourceKey key;
    QStringList target; ///< from git: values that look like an image, and pairs of repository and tag
    QStringList live;

    friend bool operator==(const ImageMention &, const ImageMention &) = default;
};

/// Answer of /managed-resources: workloads and other objects that name images.
struct ManagedResources
{
    std::vector<ManagedWorkload> workloads;
    std::vector<ImageMention> mentions;
    /// No item of the answer has a target: a ComparisonError empties them all.
    bool targetsEmpty = false;
    int items = 0; ///< number of items in the answer, workloads or not

    friend bool operator==(const ManagedResources &, const ManagedResources &) = default;
};

} // namespace lynceus
