#pragma once

#include "core/domain/base/result.h"
#include "core/domain/link/watchlink.h"

#include <variant>

class QMimeData;

namespace lynceus {

class EngineState;
class WatchTargets;

/// Initial input of New watch: a parsed link, or text for its field.
using PastedText = std::variant<WatchLink, QString>;

/// Interprets pasted or dropped text: a `lynceus://` link, the URL of an application's page in Argo CD, an image within
/// several lines of a pipeline's log, or other text as if typed. Errors: BadInput for an invalid link.
[[nodiscard]] Result<PastedText> pastedText(const QString &text, const EngineState &state, const WatchTargets &targets);

/// True if @p data has a type that droppedText() can read.
[[nodiscard]] bool canBeDropped(const QMimeData &data);

/// The dropped text of @p data: of the first file, limited to 64 KiB, otherwise the first URL, otherwise plain text.
/// Errors: BadInput names a file that cannot be read or contains no text.
[[nodiscard]] Result<QString> droppedText(const QMimeData &data);

} // namespace lynceus
