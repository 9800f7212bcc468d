#pragma once

#include <QString>

namespace lynceus {

/// A message from the server, for the end of a sentence: one line, without secrets and full stop, at most @p limit
/// characters. Removes gRPC's wrapping ("rpc error: code = … desc = …") and a tool's output before its last "Error:".
/// Shortens long messages in the middle.
[[nodiscard]] QString serverText(const QString &message, qsizetype limit = 160);

/// Why an image was not pulled, in a few words ("not found"); empty if the message does not tell.
[[nodiscard]] QString pullReason(const QString &message);

} // namespace lynceus
