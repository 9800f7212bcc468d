#pragma once

#include "core/domain/base/time.h"

#include <QString>

namespace lynceus {

/// A capital at the beginning, unless a name, a version or an image stands there: "shop-web is …" stays, "auto-sync is
/// off" becomes "Auto-sync is off".
[[nodiscard]] QString capitalised(QString text);

/// The same, and a full stop at the end, unless it ends a sentence already. Nothing stays nothing.
[[nodiscard]] QString asSentence(const QString &text);

/// formatDuration() with the units of the window's language: "12 min 30 s".
[[nodiscard]] QString durationText(Duration duration);

} // namespace lynceus
