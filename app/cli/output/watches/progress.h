#pragma once

#include "app/cli/output/textstyle.h"
#include "app/cli/output/watches/watchreport.h"

#include <QStringList>

namespace lynceus {

/// The progress of `wait` on a terminal: for each watch a line with stages, pods n/m and remaining time, and a line
/// with the failing cause or the blocker. Lines are at most as wide as the style's width; at most @p mostLines lines.
[[nodiscard]] QStringList progressBlock(const std::vector<WatchReport> &reports, const TextStyle &style, int mostLines);

/// One line for a log, without time: application, stages, pods, failing cause or blocker. A log gets a new line when it
/// changes. @p isKnown: cause or blocker is the same as in the line before and is not repeated.
[[nodiscard]] QString progressText(const WatchReport &report, bool isKnown = false);

/// The cause or blocker, without pods and remedy; empty if there is none.
[[nodiscard]] QString obstacleSentence(const WatchReport &report);

/// "failing: …" or "waiting: …; remedy"; empty if there is no cause or blocker.
[[nodiscard]] QString obstacleText(const WatchReport &report);

/// Wraps at words, at most @p mostLines lines; the last one ends with "…" if text was cut.
[[nodiscard]] QStringList wrappedLines(const QString &text, int width, int mostLines);

/// One line: the parent, the number of its watched applications, and the blocker while they are unknown.
[[nodiscard]] QString parentLine(const ParentReport &parent);

} // namespace lynceus
