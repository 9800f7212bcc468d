#pragma once

#include "core/domain/base/result.h"
#include "core/domain/model/instance.h"

namespace lynceus {

/// How a command reaches a server, as far as it decides what the user can do about an error.
struct WayToServer
{
    QString stored;                          ///< name of the stored instance; empty: the one server of this call
    SignInMethod signIn = SignInMethod::Sso; ///< of a stored instance
    bool hasToken = false;                   ///< this call has a token for the one server
};

[[nodiscard]] WayToServer wayTo(const Instance &instance);

/// What to do about an error of a server; empty where its own words say all.
[[nodiscard]] QString remedyFor(const Error &error, const WayToServer &way);

} // namespace lynceus
