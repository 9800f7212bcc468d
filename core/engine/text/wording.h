#pragma once

#include "core/domain/time/time.h"

#include <QString>
#include <QStringList>

namespace lynceus {

/// Capitalises the first word, unless it may be a name, a version or an image: "shop-web is …" stays, "auto-sync is
/// off" becomes "Auto-sync is off".
[[nodiscard]] QString capitalised(QString text);

/// Like capitalised(), with a full stop unless the text ends a sentence. Empty text stays empty.
[[nodiscard]] QString asSentence(const QString &text);

/// formatDuration() with translated units: "12 min 30 s".
[[nodiscard]] QString durationText(Duration duration);

/// Items or short statements, separated by the comma of the language: Arabic has its own.
[[nodiscard]] QString joinedList(const QStringList &items);

/// Statements, separated by the semicolon of the language. Skips empty ones.
[[nodiscard]] QString joinedClauses(QStringList clauses);

} // namespace lynceus
