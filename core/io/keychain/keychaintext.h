#pragma once

#include "core/io/keychain/keychain.h"
#include "core/io/keychain/secretservice.h"

#include <optional>

namespace lynceus {

/// What went wrong, in one sentence with the way on; nothing if the keychain is open as far as it can be known.
[[nodiscard]] std::optional<KeychainProblem> problemOf(SecretServiceState state);

[[nodiscard]] KeychainProblem keychainAbsent(const QString &detail);
[[nodiscard]] KeychainProblem keychainDenied();
[[nodiscard]] KeychainProblem keychainSilent();
[[nodiscard]] KeychainProblem keychainFailed(const QString &detail);

} // namespace lynceus
