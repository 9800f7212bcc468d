#pragma once

#include "app/cli/output/textstyle.h"
#include "app/cli/output/watches/watchreport.h"

#include <QStringList>

namespace lynceus {

/// What a terminal shows while `wait` waits: for each watch its stages, pods n/m and time left, and in the next line
/// the failing cause or the blocker. No line is wider than the style's width; at most @p mostLines lines.
[[nodiscard]] QStringList progressBlock(const std::vector<WatchReport> &reports, const TextStyle &style, int mostLines);

/// One line for a log, without its time: application, stages, pods, failing cause or blocker. A log has a new line
/// when it changes. @p isKnown: what stands in the way stood in the line before, too, and is not repeated.
[[nodiscard]] QString progressText(const WatchReport &report, bool isKnown = false);

/// What stands in the way, without pods and remedy; empty: nothing.
[[nodiscard]] QString obstacleWords(const WatchReport &report);

/// "failing: …" or "waiting: …; remedy"; empty if nothing stands in the way.
[[nodiscard]] QString obstacleText(const WatchReport &report);

/// Lines of whole words, at most @p mostLines of them; the last one ends with "…" if something was cut.
[[nodiscard]] QStringList wrappedLines(const QString &text, int width, int mostLines);

/// The parent, how many of its applications are watched, and what is awaited before they are known: one line.
[[nodiscard]] QString parentLine(const ParentReport &parent);

} // namespace lynceus
