#pragma once

#include "core/domain/base/result.h"

#include <QByteArray>

namespace lynceus {

/// What is at @p fileName instead of a file: "…/store.db is a folder, not a file". Empty for a regular file or a link
/// to one, and if nothing is there. Does not open the file: opening a pipe would wait for its writer.
[[nodiscard]] QString whyNoFile(const QString &fileName);

/// Reads a regular file of at most @p cap bytes; rejects larger files before reading. Errors: NotFound; BadInput with a
/// sentence without the file name, which is in Error::asked.
[[nodiscard]] Result<QByteArray> readFile(const QString &fileName, qint64 cap);

} // namespace lynceus
