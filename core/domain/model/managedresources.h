#pragma once

#include "core/domain/base/time.h"
#include "core/domain/model/ids.h"

#include <QStringList>

#include <optional>
#include <vector>

namespace lynceus {

/// The part of a manifest that a rollout depends on.
struct WorkloadSpec
{
    QStringList images;          ///< containers and initContainers of the pod template, in manifest order
    std::optional<int> replicas; ///< absent: not said (a target leaves it to an autoscaler), or no such field
    bool paused = false;         ///< spec.paused of a Deployment or Rollout
    bool suspend = false;        ///< spec.suspend of a Job or CronJob
    /// How long its startup and readiness probes let a container run before they must have said yes: the longest of
    /// its containers. 0: they do not say, or there are none.
    Duration probeDelay{0};
    bool onDelete = false;        ///< spec.updateStrategy.type OnDelete of a StatefulSet or DaemonSet
    int partition = 0;            ///< spec.updateStrategy.rollingUpdate.partition of a StatefulSet
    QStringList imageOwners = {}; ///< live only: field managers that set a container's image; empty if not said

    friend bool operator==(const WorkloadSpec &, const WorkloadSpec &) = default;
};

/// One managed object that has a pod template somewhere (spec.template, spec.jobTemplate.spec.template, or,
/// for kinds unknown to us, any `containers` array of objects with `image` inside spec), or is a bare Pod.
struct ManagedWorkload
{
    ResourceKey key;
    std::optional<WorkloadSpec> target; ///< what git says; absent: to be pruned, or rendering failed
    std::optional<WorkloadSpec> live;   ///< what the cluster has; absent: not created yet
    bool hook = false;
    QString liveGeneration; ///< metadata.generation of the live object, for telling changes apart

    friend bool operator==(const ManagedWorkload &, const ManagedWorkload &) = default;
};

/// An object without a pod template that names images in its fields: a custom resource, a ConfigMap.
struct ImageMention
{
    ResourceKey key;
    QStringList target; ///< what git names: values that read as an image, and pairs of repository and tag
    QStringList live;

    friend bool operator==(const ImageMention &, const ImageMention &) = default;
};

/// Answer of /managed-resources: workloads, and what else names images.
struct ManagedResources
{
    std::vector<ManagedWorkload> workloads;
    std::vector<ImageMention> mentions;
    /// No item of the answer, workload or not, has a target: a ComparisonError empties them all.
    bool targetsEmpty = false;
    int items = 0; ///< how many items the answer had, workloads or not

    friend bool operator==(const ManagedResources &, const ManagedResources &) = default;
};

} // namespace lynceus
