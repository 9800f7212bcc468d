#pragma once

#include "core/domain/base/result.h"
#include "core/domain/base/secret.h"

#include <QByteArray>

namespace lynceus {

/// Reads a token from a file, trimmed. Also from a pipe, as shells create for "<(COMMAND)". BadInput if it is empty or
/// not a token; Error::asked is @p option with the file name.
[[nodiscard]] Result<Secret> readTokenFile(const QString &option, const QString &fileName);

/// Like readTokenFile() for text, trimmed. @p asked: its source.
[[nodiscard]] Result<Secret> tokenFrom(const QString &asked, QByteArray text);

} // namespace lynceus
