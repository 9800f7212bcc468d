#pragma once

#include "app/serve/instancehub.h"
#include "core/engine/tasks/taskregistry.h"

#include <QByteArray>

#include <optional>

namespace lynceus {

/// A label's value in quotes: backslash, quote and line break are escaped.
[[nodiscard]] QByteArray quotedLabel(const QString &text);
/// The two lines in front of a metric's values.
void appendMetric(QByteArray &text, const QByteArray &name, const QByteArray &type, const QByteArray &help);

/// The numbers of a team server in Prometheus' text format 0.0.4. The names are those of Argo Watcher where the meaning
/// is; none has an application as label, because pipelines choose those. @p running: in progress in the whole store;
/// nothing: the store cannot be used.
[[nodiscard]] QByteArray metricsText(const TaskCounts &counts, std::optional<qint64> running, const InstanceHub &hub);

} // namespace lynceus
