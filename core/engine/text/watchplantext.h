#pragma once

#include "core/domain/newwatch/watchplan.h"

#include <QString>

namespace lynceus {

/// "sync window closed until 08:00", "already runs it", …
[[nodiscard]] QString warningText(const WatchWarning &warning, Instant now, const QTimeZone &zone);

/// "15 min", "today"; the tool tip shows the time.
[[nodiscard]] QString deadlineText(DeadlineChoice::Kind kind);

/// "usually 1 min 10 s, slowest tenth 2 min 30 s".
[[nodiscard]] QString etaText(const Eta &eta);

/// What a search found, or what the input lacks: "3 applications on 2 instances run shop-web".
[[nodiscard]] QString searchText(const TargetSearch &search, int allApplications);

} // namespace lynceus
