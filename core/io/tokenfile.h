#pragma once

#include "core/domain/base/result.h"
#include "core/domain/base/secret.h"

#include <QByteArray>

namespace lynceus {

/// A token as files hold it: white space around it is cut off. Also from a pipe, as shells make it of "<(COMMAND)".
/// BadInput if there is none or something else; Error::asked is @p option with the file's name.
[[nodiscard]] Result<Secret> readTokenFile(const QString &option, const QString &fileName);

/// The same of text that is here already, without white space. @p asked names where it is from.
[[nodiscard]] Result<Secret> tokenFrom(const QString &asked, QByteArray text);

} // namespace lynceus
