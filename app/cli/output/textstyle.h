#pragma once

#include "app/cli/process/console.h"
#include "core/domain/model/status.h"
#include "core/domain/time/time.h"

#include <QString>

namespace lynceus {

/// How text for people is made, decided once for a stream and a call.
struct TextStyle
{
    bool colour = false;
    int width = 0; ///< columns; 0: as long as it takes (a file, a pipe)
    bool utc = false;
};

[[nodiscard]] TextStyle styleFor(const TerminalTraits &traits, bool utc);

/// State is never colour alone: each tone only stresses words and signs that say the same.
enum class Tone { Plain, Good, Bad, Doubtful, Faint, Strong };

/// @p text as visibleLine() has it, in its tone.
[[nodiscard]] QString toned(const QString &text, Tone tone, const TextStyle &style);

[[nodiscard]] Tone toneOf(HealthStatus status);
/// One sign: ♥ ◐ ✕ ‖ ○ ?; a space for None.
[[nodiscard]] QString signOf(HealthStatus status);
/// "✕ Degraded"; "–" for None.
[[nodiscard]] QString healthText(const Health &health);

/// "2026-11-23T08:32:52Z" with utc, else local "2026-11-23 09:32:52".
[[nodiscard]] QString timeText(Instant instant, const TextStyle &style);
/// Short form for progress: local "09:32:52", with utc as timeText().
[[nodiscard]] QString clockText(Instant instant, const TextStyle &style);

/// At most @p width columns, with "…" at the end if something was cut; 0: unlimited. Cleaned by visibleLine().
[[nodiscard]] QString fitted(const QString &text, int width);

} // namespace lynceus
