#pragma once

#include "core/domain/watch/timelineentry.h"
#include "core/domain/watch/watchrecord.h"

#include <QTimeZone>
#include <QUrl>

namespace lynceus {

/// All that is known about one watch, as Markdown for a chat or an issue, and as what history shows again later. Times
/// are those of @p zone, which is named, because reports travel. The server's words are cleaned and cannot break the
/// layout.
/// @p instanceName empty: its id; @p page empty: no link; @p timeline empty: no chapter about it.
[[nodiscard]] QString markdownReport(const WatchRecord &watch, const QString &instanceName, const QUrl &page,
                                     const std::vector<TimelineEntry> &timeline = {},
                                     const QTimeZone &zone = QTimeZone::utc());

} // namespace lynceus
