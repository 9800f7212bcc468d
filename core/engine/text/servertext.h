#pragma once

#include <QString>

namespace lynceus {

/// The server's own words, fit for the end of a sentence: one line, without secrets, at most @p limit characters,
/// without a full stop. gRPC's wrapping ("rpc error: code = … desc = …") is taken off, and what a tool printed before
/// its last "Error:". Of what is too long the middle is left out.
[[nodiscard]] QString serverText(const QString &message, qsizetype limit = 160);

/// Why an image was not pulled, in few words ("not found"); empty if the message does not say.
[[nodiscard]] QString pullReason(const QString &message);

} // namespace lynceus
