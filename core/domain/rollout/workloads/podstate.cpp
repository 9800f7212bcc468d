#include "core/domain/rollout/workloads/podstate.h"

#include <algorithm>
#include <array>

namespace lynceus {

using namespace Qt::StringLiterals;

namespace {

template<std::size_t size>
bool containsAny(const QString &text, const std::array<QLatin1StringView, size> &words)
{
    return std::ranges::any_of(words, [&](QLatin1StringView word) { return text.contains(word); });
}

// Status of an ended container: its reason, or without one its exit code or signal.
bool isEnd(const QString &reason)
{
    static constexpr std::array kReasons{"Completed"_L1, "Error"_L1, "OOMKilled"_L1, "ContainerStatusUnknown"_L1,
                                         "DeadlineExceeded"_L1};
    return std::ranges::find(kReasons, reason) != kReasons.end() || reason.startsWith("ExitCode:"_L1)
        || reason.startsWith("Signal:"_L1);
}

// The kubelet's messages for a pod that it gives up, and Argo CD's for a container of a pod in phase Failed.
bool saysOver(const QString &message)
{
    static constexpr std::array kWords{
        "node shutdown"_L1,
        "The node was low on resource"_L1,
        "The node had condition"_L1,
        "Pod was evicted"_L1,
        "Preempted in order to admit"_L1,
        "was active on the node longer than"_L1,
        "Usage of EmptyDir volume"_L1,
        "ephemeral local storage usage exceeds"_L1,
        "could not be located when the pod was terminated"_L1,
        "failed with exit code"_L1,
    };
    return containsAny(message, kWords);
}

} // namespace

bool isBeingDeleted(const ResourceNode &pod)
{
    return pod.statusReason == "Terminating"_L1
        || (pod.health.status == HealthStatus::Progressing && pod.health.message == "Pending deletion"_L1);
}

bool isFinishedReason(const QString &reason)
{
    // kubelet eviction, node shutdown, preemption and admission at the node: phase Failed, never restarted.
    static constexpr std::array kReasons{
        "Evicted"_L1,
        "Shutdown"_L1,
        "NodeShutdown"_L1,
        "Terminated"_L1,
        "Preempting"_L1,
        "NodeAffinity"_L1,
        "NodeLost"_L1,
        "NodePorts"_L1,
        "TopologyAffinityError"_L1,
        "UnexpectedAdmissionError"_L1,
    };
    // OutOfcpu, OutOfpods, OutOfephemeral-storage, OutOfnvidia.com/gpu: the node lacks this resource.
    return std::ranges::find(kReasons, reason) != kReasons.end() || reason.startsWith("OutOf"_L1);
}

bool hasFailed(const ResourceNode &pod)
{
    return isEnd(pod.statusReason) && pod.health.status == HealthStatus::Degraded
        && pod.readyContainers.value_or(0) == 0;
}

PodEnd endOfPod(const ResourceNode &pod)
{
    if (isFinishedReason(pod.statusReason))
        return PodEnd::Over;
    const auto health = pod.health.status;
    // Other reasons of the kubelet's admission.
    if (health == HealthStatus::Degraded && pod.health.message.contains("Pod was rejected"_L1))
        return PodEnd::PerhapsOver;
    if (!isEnd(pod.statusReason) || pod.readyContainers.value_or(0) > 0
        || (health != HealthStatus::Degraded && health != HealthStatus::Healthy))
        return PodEnd::NotOver;
    // A pod that will be restarted is never Healthy meanwhile.
    if (health == HealthStatus::Healthy || pod.statusReason == "Completed"_L1
        || pod.statusReason == "ContainerStatusUnknown"_L1 || saysOver(pod.health.message))
        return PodEnd::Over;
    // A pod stays Progressing after its first crash; Degraded without a restart is a pod in phase Failed.
    return pod.restarts == 0 ? PodEnd::PerhapsOver : PodEnd::NotOver;
}

} // namespace lynceus
