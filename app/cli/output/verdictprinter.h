#pragma once

#include "app/cli/output/textstyle.h"
#include "app/cli/output/watchreport.h"

namespace lynceus {

/// One object in one line with a line break, names and order as documented; also for a watch that still waits.
[[nodiscard]] QByteArray verdictJson(const WatchReport &report);
/// {"outcome","watches":[…]}.
[[nodiscard]] QByteArray verdictsJson(const std::vector<WatchReport> &reports);

/// The sentence, then what it rests on.
[[nodiscard]] QString verdictText(const WatchReport &report, const TextStyle &style);

} // namespace lynceus
