#pragma once

#include "app/cli/options/options.h"
#include "app/cli/options/parsedwords.h"
#include "app/cli/options/readers/clientvariables.h"

namespace lynceus {

/// `wait` with `--via` or `--from-env`. Options override variables. BadInput: invalid options, or options for what only
/// the server decides.
[[nodiscard]] Result<Invocation> waitViaCall(const ParsedWords &words, const Variables &variables);

/// An image as tasks contain it: "ghcr.io/acme/web:1.5.0" becomes "ghcr.io/acme/web" and "1.5.0"; a digest becomes the
/// tag. Text is kept as typed, because Argo Watcher compares strings.
[[nodiscard]] TaskImage taskImageFrom(const QString &text);

} // namespace lynceus
