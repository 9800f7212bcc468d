#pragma once

#include "app/cli/output/textstyle.h"
#include "app/cli/output/watches/watchreport.h"

namespace lynceus {

/// One object in one line with a line break, names and order as documented; also for a watch that still waits.
[[nodiscard]] QByteArray verdictJson(const WatchReport &report);
/// {"outcome","watches":[…]}.
[[nodiscard]] QByteArray verdictsJson(const std::vector<WatchReport> &reports);

/// The same with "parents":[…] at the end, if there are any.
[[nodiscard]] QByteArray releaseJson(const ReleaseReport &release);

/// The sentence, then what it rests on.
[[nodiscard]] QString verdictText(const WatchReport &report, const TextStyle &style);
/// Which applications of the parent are watched, and what is awaited before that is known.
[[nodiscard]] QString parentText(const ParentReport &parent, const TextStyle &style);

} // namespace lynceus
