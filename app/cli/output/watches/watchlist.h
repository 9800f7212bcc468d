#pragma once

#include "app/cli/output/textstyle.h"
#include "core/domain/watch/watchdetails.h"
#include "core/engine/deployments/historyexport.h"

namespace lynceus {

/// A row a watch: id, when it ended or that it runs, application, versions, outcome and the sentence. Empty for none.
[[nodiscard]] QByteArray watchTable(const std::vector<WatchRecord> &watches, const InstanceNames &instances,
                                    const TextStyle &style);

/// The verdict as `wait` says it, who wants what until when, and the timeline.
[[nodiscard]] QString watchDetailsText(const WatchDetails &watch, const InstanceNames &instances,
                                       const TextStyle &style);
/// The object of historyJson() with "timeline":[{"at","kind","resource","text","images"}].
[[nodiscard]] QByteArray watchDetailsJson(const WatchDetails &watch, const InstanceNames &instances);

} // namespace lynceus
