#pragma once

#include "core/domain/model/instance.h"

#include <QString>

namespace lynceus {

/// Data of one instance in the system's keychain; one entry each.
enum class KeychainKind {
    SignIn,  ///< the token and what renews it: one entry, so that a rotating refresh token is replaced atomically
    Headers, ///< values of extra headers for gateways
};

/// Service name of all entries, as the system's keychain tool shows it.
inline constexpr const char *kKeychainService = "Lynceus";

/// Name of the entry: contains the server for users, and the id to distinguish instances of one server. Because it
/// contains the address, a token is never sent to an address other than its own.
[[nodiscard]] QString keychainEntryName(const Instance &instance, KeychainKind kind);

} // namespace lynceus
