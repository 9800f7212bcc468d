#pragma once

#include "app/serve/instancehub.h"
#include "core/engine/tasks/taskregistry.h"

#include <QByteArray>

#include <optional>

namespace lynceus {

/// A label's value in quotes; escapes backslash, quote and line break.
[[nodiscard]] QByteArray quotedLabel(const QString &text);
/// Appends the lines HELP and TYPE of a metric.
void appendMetric(QByteArray &text, const QByteArray &name, const QByteArray &type, const QByteArray &help);

/// The metrics of a team server in Prometheus' text format 0.0.4. Names match those of Argo Watcher where the meaning
/// is the same. No metric has the application as a label, because pipelines choose it freely. @p running: number of
/// tasks in progress in the whole store; empty: the store is unavailable.
[[nodiscard]] QByteArray metricsText(const TaskCounts &counts, std::optional<qint64> running, const InstanceHub &hub);

} // namespace lynceus
