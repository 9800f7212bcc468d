#pragma once

#include "core/domain/base/result.h"
#include "core/domain/model/instance.h"

namespace lynceus {

/// How a command connects to a server, as far as it affects the remedy for an error.
struct WayToServer
{
    QString stored;                          ///< name of the stored instance; empty: the server given for this call
    SignInMethod signIn = SignInMethod::Sso; ///< of a stored instance
    bool hasToken = false;                   ///< the server given for this call has a token
};

[[nodiscard]] WayToServer wayTo(const Instance &instance);

/// The remedy for an error of a server; empty if the error's message is sufficient.
[[nodiscard]] QString remedyFor(const Error &error, const WayToServer &way);

} // namespace lynceus
