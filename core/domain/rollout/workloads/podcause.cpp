#include "core/domain/rollout/workloads/podcause.h"

#include <QRegularExpression>

namespace lynceus {

using namespace Qt::StringLiterals;

namespace {

struct ReasonRule
{
    QLatin1StringView word;
    Cause::Kind kind;
};

// The first word that the reason contains decides. Reasons of init containers start with "Init:".
constexpr std::array kReasons{
    ReasonRule{"ImagePull"_L1, Cause::Kind::ImagePull},
    ReasonRule{"InvalidImageName"_L1, Cause::Kind::ImagePull},
    ReasonRule{"ErrImageNeverPull"_L1, Cause::Kind::ImagePull},
    ReasonRule{"ImageInspectError"_L1, Cause::Kind::ImagePull},
    ReasonRule{"RegistryUnavailable"_L1, Cause::Kind::ImagePull},
    ReasonRule{"SignatureValidationFailed"_L1, Cause::Kind::ImagePull},
    ReasonRule{"Init:"_L1, Cause::Kind::InitFailed},
    ReasonRule{"CreateContainer"_L1, Cause::Kind::ContainerConfig},
    ReasonRule{"CreatePodSandbox"_L1, Cause::Kind::ContainerConfig},
    ReasonRule{"RunContainerError"_L1, Cause::Kind::ContainerConfig},
    ReasonRule{"ContainerCannotRun"_L1, Cause::Kind::ContainerConfig},
    ReasonRule{"StartError"_L1, Cause::Kind::ContainerConfig},
    ReasonRule{"PreStartHookError"_L1, Cause::Kind::ContainerConfig},
    ReasonRule{"PostStartHookError"_L1, Cause::Kind::ContainerConfig},
    ReasonRule{"CrashLoopBackOff"_L1, Cause::Kind::CrashLoop},
    ReasonRule{"OOMKilled"_L1, Cause::Kind::CrashLoop},
    ReasonRule{"Error"_L1, Cause::Kind::CrashLoop},
    ReasonRule{"ExitCode"_L1, Cause::Kind::CrashLoop},
    ReasonRule{"Signal"_L1, Cause::Kind::CrashLoop},
    ReasonRule{"DeadlineExceeded"_L1, Cause::Kind::Degraded},
};

Cause::Kind kindOf(const ResourceNode &node)
{
    const auto rule = std::ranges::find_if(
        kReasons, [&](const ReasonRule &candidate) { return node.statusReason.contains(candidate.word); });
    if (rule != kReasons.end())
        return rule->kind;
    // Between two restarts, a crashing pod shows Running 0/1 and stays Degraded.
    return node.restarts > 0 ? Cause::Kind::CrashLoop : Cause::Kind::Degraded;
}

// A running init container between two crashes may be the attempt that succeeds; after more crashes it still counts as
// failing.
constexpr int kRestartsThatCount = 2;

bool isStuckAtStart(const ResourceNode &node)
{
    const auto &reason = node.statusReason;
    if (node.health.status != HealthStatus::Progressing)
        return false;
    if (!reason.startsWith("Init:"_L1))
        return reason == "InvalidImageName"_L1;
    return reason.contains("BackOff"_L1) || reason.contains("Err"_L1) || reason.contains("InvalidImageName"_L1)
        || reason.contains("OOMKilled"_L1) || reason.contains("ExitCode"_L1) || reason.contains("Signal"_L1)
        || node.restarts >= kRestartsThatCount;
}

Cause causeOf(const ResourceNode &node)
{
    Cause cause;
    cause.kind = kindOf(node);
    cause.resource = node.key;
    cause.message = node.health.message.isEmpty() ? node.statusReason : node.health.message;
    cause.image = node.images.size() == 1 ? node.images.front() : QString();
    cause.restarts = node.restarts;
    return cause;
}

struct EventRule
{
    QLatin1StringView reason;
    Cause::Kind kind;
};

constexpr std::array kEvents{
    EventRule{"FailedScheduling"_L1, Cause::Kind::Unschedulable},
    EventRule{"FailedMount"_L1, Cause::Kind::Volume},
    EventRule{"FailedAttachVolume"_L1, Cause::Kind::Volume},
    EventRule{"FailedBinding"_L1, Cause::Kind::Volume},
    EventRule{"ProvisioningFailed"_L1, Cause::Kind::Volume},
    EventRule{"FailedCreate"_L1, Cause::Kind::Degraded},
    EventRule{"FailedCreatePodSandBox"_L1, Cause::Kind::ContainerConfig},
};

/// The cause of an event, from its reason if that is specific.
Cause::Kind kindOf(const EventRule &rule, const QString &message)
{
    if (rule.kind == Cause::Kind::Degraded)
        return kindOfRefusal(message, rule.kind);
    // Messages of the scheduler for claims that are unbound, missing, or bound where the pod may not run.
    const bool claim = message.contains("persistentvolumeclaim"_L1, Qt::CaseInsensitive)
        || message.contains("volume node affinity"_L1) || message.contains("volume zone"_L1);
    return rule.kind == Cause::Kind::Unschedulable && claim ? Cause::Kind::Volume : rule.kind;
}

// Events of scheduler, kubelet and controllers when the failed step succeeded later.
bool isProgressAfter(Cause::Kind trouble, const QString &reason)
{
    static constexpr std::array kContainers{"Pulling"_L1, "Pulled"_L1, "Created"_L1, "Started"_L1};
    if (reason == "SuccessfulCreate"_L1 || reason == "Scheduled"_L1)
        return trouble == Cause::Kind::Unschedulable || reason == "SuccessfulCreate"_L1;
    return std::ranges::find(kContainers, reason) != kContainers.end();
}

Instant wholeSecond(Instant at)
{
    return std::chrono::floor<std::chrono::seconds>(at);
}

bool isAbout(const ResourceEvent &event, const ResourceKey &resource)
{
    return event.involved.kind == resource.kind && event.involved.name == resource.name
        && event.involved.nameSpace == resource.nameSpace;
}

} // namespace

std::optional<Cause> causeOfBrokenPod(const PodView &pod)
{
    if (!pod.isCurrent() || pod.isExcused || pod.node->health.status != HealthStatus::Degraded)
        return std::nullopt;
    return causeOf(*pod.node);
}

std::optional<Cause> causeOfFailingPod(const PodView &pod)
{
    if (pod.isCurrent() && !pod.isExcused && isStuckAtStart(*pod.node))
        return causeOf(*pod.node);
    return causeOfBrokenPod(pod);
}

Cause causeOfDegraded(const WorkloadView &workload)
{
    Cause cause;
    cause.resource = workload.key;
    cause.message = workload.node->health.message;
    if (cause.message.contains("progress deadline"_L1, Qt::CaseInsensitive)
        || cause.message.contains("ProgressDeadlineExceeded"_L1))
        cause.kind = Cause::Kind::ProgressDeadline;
    else if (cause.message.contains("abort"_L1, Qt::CaseInsensitive))
        cause.kind = Cause::Kind::RolloutAborted;
    return cause;
}

std::optional<Cause> causeFromEvents(const ResourceKey &resource, const std::vector<ResourceEvent> &events,
                                     Instant since)
{
    std::optional<Cause> cause;
    Instant newest{};
    for (const auto &event : events) {
        const auto rule = std::ranges::find(kEvents, event.reason, &EventRule::reason);
        const auto at = event.last ? event.last : event.first;
        if (rule == kEvents.end() || !isAbout(event, resource) || !at || *at < since || *at < newest)
            continue;
        newest = *at;
        cause = Cause{};
        cause->kind = kindOf(*rule, event.message);
        cause->resource = resource;
        cause->message = event.message;
    }
    const auto gotFurther = [&](const ResourceEvent &event) {
        const auto at = event.last ? event.last : event.first;
        // A controller that may create one pod and not the next reports both in the same second.
        const bool isLater = at && (event.reason == "SuccessfulCreate"_L1 ? *at > newest : *at >= wholeSecond(newest));
        return isLater && isAbout(event, resource) && isProgressAfter(cause->kind, event.reason);
    };
    return cause && std::ranges::any_of(events, gotFurther) ? std::nullopt : cause;
}

QString containerIn(const QString &message)
{
    static const QRegularExpression kNamed(u"failed container[ =]([^ ]+)"_s);
    return kNamed.match(message).captured(1);
}

Cause::Kind kindOfRefusal(const QString &message, Cause::Kind otherwise)
{
    if (message.contains("exceeded quota"_L1) || message.contains("failed quota"_L1))
        return Cause::Kind::Quota;
    if (message.contains("admission webhook"_L1) || message.contains("violates PodSecurity"_L1)
        || message.contains("ValidatingAdmissionPolicy"_L1) || message.contains(" usage per "_L1)) // LimitRange
        return Cause::Kind::AdmissionDenied;
    return otherwise;
}

} // namespace lynceus
