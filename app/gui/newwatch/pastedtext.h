#pragma once

#include "core/domain/base/result.h"
#include "core/domain/link/watchlink.h"

#include <variant>

class QMimeData;

namespace lynceus {

class EngineState;
class WatchTargets;

/// What New watch begins with: a link's parts, or what stands in its field.
using PastedText = std::variant<WatchLink, QString>;

/// What @p text, pasted or dropped, asks to watch: a `lynceus://` link, the address of an application's page in Argo
/// CD, an image somewhere in several lines of a pipeline's log, or anything that a person could have typed.
/// Errors: BadInput for a link that is not understood.
[[nodiscard]] Result<PastedText> pastedText(const QString &text, const EngineState &state, const WatchTargets &targets);

/// Whether droppedText() would find something in @p data.
[[nodiscard]] bool canBeDropped(const QMimeData &data);

/// The text of @p data that was dropped: of the first file, which is read up to 64 KiB, else of the first address, else
/// as it is. Errors: BadInput names a file that cannot be read or that contains no text.
[[nodiscard]] Result<QString> droppedText(const QMimeData &data);

} // namespace lynceus
