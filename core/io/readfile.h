#pragma once

#include "core/domain/base/result.h"

#include <QByteArray>

namespace lynceus {

/// What else lies at @p fileName in the place of a file: "…/store.db is a folder, not a file". Empty if it is a regular
/// file or a link to one, or if nothing is there. Opens nothing: opening a pipe waits for whoever writes into it.
[[nodiscard]] QString whyNoFile(const QString &fileName);

/// A regular file of at most @p cap bytes; one that is larger is refused before it is read. Errors: NotFound; BadInput
/// with a sentence that does not name the file, which is in Error::asked.
[[nodiscard]] Result<QByteArray> readFile(const QString &fileName, qint64 cap);

} // namespace lynceus
