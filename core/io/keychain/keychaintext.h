#pragma once

#include "core/io/keychain/keychain.h"
#include "core/io/keychain/secretservice.h"

#include <optional>

namespace lynceus {

/// Problem and remedy in one sentence; empty if the keychain is open as far as known.
[[nodiscard]] std::optional<KeychainProblem> problemOf(SecretServiceState state);

[[nodiscard]] KeychainProblem keychainAbsent(const QString &detail);
[[nodiscard]] KeychainProblem keychainDenied();
[[nodiscard]] KeychainProblem keychainSilent();
[[nodiscard]] KeychainProblem keychainFailed(const QString &detail);

} // namespace lynceus
