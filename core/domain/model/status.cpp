#include "core/domain/model/status.h"

namespace lynceus {

using namespace Qt::StringLiterals;

QString nameOf(HealthStatus status)
{
    switch (status) {
    case HealthStatus::None:
        return {};
    case HealthStatus::Healthy:
        return u"Healthy"_s;
    case HealthStatus::Suspended:
        return u"Suspended"_s;
    case HealthStatus::Progressing:
        return u"Progressing"_s;
    case HealthStatus::Missing:
        return u"Missing"_s;
    case HealthStatus::Degraded:
        return u"Degraded"_s;
    case HealthStatus::Unknown:
        return u"Unknown"_s;
    }
    Q_UNREACHABLE();
}

QString nameOf(SyncStatus status)
{
    switch (status) {
    case SyncStatus::Unknown:
        return u"Unknown"_s;
    case SyncStatus::Synced:
        return u"Synced"_s;
    case SyncStatus::OutOfSync:
        return u"OutOfSync"_s;
    }
    Q_UNREACHABLE();
}

QString nameOf(OperationPhase phase)
{
    switch (phase) {
    case OperationPhase::None:
        return {};
    case OperationPhase::Running:
        return u"Running"_s;
    case OperationPhase::Terminating:
        return u"Terminating"_s;
    case OperationPhase::Failed:
        return u"Failed"_s;
    case OperationPhase::Error:
        return u"Error"_s;
    case OperationPhase::Succeeded:
        return u"Succeeded"_s;
    }
    Q_UNREACHABLE();
}

HealthStatus healthStatusFrom(QStringView word)
{
    if (word.isEmpty())
        return HealthStatus::None;
    if (word == "Healthy"_L1)
        return HealthStatus::Healthy;
    if (word == "Suspended"_L1)
        return HealthStatus::Suspended;
    if (word == "Progressing"_L1)
        return HealthStatus::Progressing;
    if (word == "Missing"_L1)
        return HealthStatus::Missing;
    if (word == "Degraded"_L1)
        return HealthStatus::Degraded;
    return HealthStatus::Unknown;
}

SyncStatus syncStatusFrom(QStringView word)
{
    if (word == "Synced"_L1)
        return SyncStatus::Synced;
    if (word == "OutOfSync"_L1)
        return SyncStatus::OutOfSync;
    return SyncStatus::Unknown;
}

OperationPhase operationPhaseFrom(QStringView word)
{
    if (word.isEmpty())
        return OperationPhase::None;
    if (word == "Succeeded"_L1)
        return OperationPhase::Succeeded;
    if (word == "Failed"_L1)
        return OperationPhase::Failed;
    if (word == "Error"_L1)
        return OperationPhase::Error;
    if (word == "Terminating"_L1)
        return OperationPhase::Terminating;
    return OperationPhase::Running;
}

} // namespace lynceus
