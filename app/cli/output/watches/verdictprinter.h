#pragma once

#include "app/cli/output/textstyle.h"
#include "app/cli/output/watches/watchreport.h"

namespace lynceus {

/// One object in one line with a line break, names and order as documented; also for a watch that is still waiting.
[[nodiscard]] QByteArray verdictJson(const WatchReport &report);
/// {"outcome","watches":[…]}.
[[nodiscard]] QByteArray verdictsJson(const std::vector<WatchReport> &reports);

/// As verdictsJson(), with "parents":[…] at the end if there are parents.
[[nodiscard]] QByteArray releaseJson(const ReleaseReport &release);

/// The sentence, then its evidence.
[[nodiscard]] QString verdictText(const WatchReport &report, const TextStyle &style);
/// The watched applications of the parent, and the blocker while they are unknown.
[[nodiscard]] QString parentText(const ParentReport &parent, const TextStyle &style);

} // namespace lynceus
