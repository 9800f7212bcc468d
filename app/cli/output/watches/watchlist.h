#pragma once

#include "app/cli/output/textstyle.h"
#include "core/domain/watch/watchdetails.h"
#include "core/engine/deployments/historyexport.h"

namespace lynceus {

/// One row per watch: id, end or that it is running, application, versions, outcome and sentence. Empty for none.
[[nodiscard]] QByteArray watchTable(const std::vector<WatchRecord> &watches, const InstanceNames &instances,
                                    const TextStyle &style);

/// The verdict as `wait` prints it; the user, expected version and deadline; and the timeline.
[[nodiscard]] QString watchDetailsText(const WatchDetails &watch, const InstanceNames &instances,
                                       const TextStyle &style);
/// The object of historyJson() with "timeline":[{"at","kind","resource","text","images"}].
[[nodiscard]] QByteArray watchDetailsJson(const WatchDetails &watch, const InstanceNames &instances);

} // namespace lynceus
