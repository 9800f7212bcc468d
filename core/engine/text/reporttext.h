#pragma once

#include "core/domain/watch/timelineentry.h"
#include "core/domain/watch/watchrecord.h"

#include <QTimeZone>
#include <QUrl>

namespace lynceus {

/// Everything known about a watch as Markdown, for chats, issues and the history view. Names @p zone, in which times
/// are given. Text from servers is cleaned and cannot break the layout. @p instanceName empty: its id; @p page empty:
/// no link; @p timeline empty: no timeline section.
[[nodiscard]] QString markdownReport(const WatchRecord &watch, const QString &instanceName, const QUrl &page,
                                     const std::vector<TimelineEntry> &timeline = {},
                                     const QTimeZone &zone = QTimeZone::utc());

} // namespace lynceus
