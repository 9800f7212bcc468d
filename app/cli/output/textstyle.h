#pragma once

#include "app/cli/process/console.h"
#include "core/domain/model/status.h"
#include "core/domain/time/time.h"

#include <QString>

namespace lynceus {

/// The style of text output, set once per stream and call.
struct TextStyle
{
    bool colour = false;
    int width = 0; ///< columns; 0: unlimited (a file or a pipe)
    bool utc = false;
};

[[nodiscard]] TextStyle styleFor(const TerminalTraits &traits, bool utc);

/// Colour is never the only signal: each tone only emphasises words and symbols with the same meaning.
enum class Tone { Plain, Good, Bad, Doubtful, Faint, Strong };

/// @p text, cleaned by visibleLine(), in the colour of @p tone.
[[nodiscard]] QString toned(const QString &text, Tone tone, const TextStyle &style);

[[nodiscard]] Tone toneOf(HealthStatus status);
/// One symbol: ♥ ◐ ✕ ‖ ○ ?; a space for None.
[[nodiscard]] QString signOf(HealthStatus status);
/// "✕ Degraded"; "–" for None.
[[nodiscard]] QString healthText(const Health &health);

/// utc: "2026-11-23T08:32:52Z"; otherwise local time, "2026-11-23 09:32:52".
[[nodiscard]] QString timeText(Instant instant, const TextStyle &style);
/// Short form for progress: local "09:32:52"; with utc as timeText().
[[nodiscard]] QString clockText(Instant instant, const TextStyle &style);

/// Cuts to @p width columns, with "…" at the end; 0: unlimited. Cleaned by visibleLine().
[[nodiscard]] QString fitted(const QString &text, int width);

} // namespace lynceus
