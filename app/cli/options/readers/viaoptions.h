#pragma once

#include "app/cli/options/options.h"
#include "app/cli/options/parsedwords.h"
#include "app/cli/options/readers/clientvariables.h"

namespace lynceus {

/// `wait` with `--via` or `--from-env`: options override variables. BadInput: what is wrong, or what the server decides
/// and no option can.
[[nodiscard]] Result<Invocation> waitViaCall(const ParsedWords &words, const Variables &variables);

/// An image as tasks name it: "ghcr.io/acme/web:1.5.0" is "ghcr.io/acme/web" and "1.5.0", and a digest is the tag
/// where there is one. As it was written: an Argo Watcher compares texts.
[[nodiscard]] TaskImage taskImageFrom(const QString &text);

} // namespace lynceus
