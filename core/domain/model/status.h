#pragma once

#include <QString>

namespace lynceus {

/// In Argo CD's order from best to worst (gitops-engine pkg/health). None: the answer has no health.
enum class HealthStatus { None, Healthy, Suspended, Progressing, Missing, Degraded, Unknown };

enum class SyncStatus { Unknown, Synced, OutOfSync };

/// None: no operation was recorded.
enum class OperationPhase { None, Running, Terminating, Failed, Error, Succeeded };

struct Health
{
    HealthStatus status = HealthStatus::None;
    QString message; ///< message from Argo CD; may be empty

    friend bool operator==(const Health &, const Health &) = default;
};

/// Argo CD's spelling ("Healthy"), empty for None.
[[nodiscard]] QString nameOf(HealthStatus status);
[[nodiscard]] QString nameOf(SyncStatus status);
[[nodiscard]] QString nameOf(OperationPhase phase);

/// Unknown values (of newer servers) become Unknown; an empty value becomes None.
[[nodiscard]] HealthStatus healthStatusFrom(QStringView word);
[[nodiscard]] SyncStatus syncStatusFrom(QStringView word);
/// Unknown values count as Running, from which nothing is concluded.
[[nodiscard]] OperationPhase operationPhaseFrom(QStringView word);

} // namespace lynceus
