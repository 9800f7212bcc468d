#pragma once

#include "core/domain/model/instance.h"

#include <QString>

namespace lynceus {

/// What is kept of one instance in the system's keychain: one entry each.
enum class KeychainKind {
    SignIn,  ///< the token, with what renews it: one entry, so that a rotating refresh token is replaced as a whole
    Headers, ///< values of the extra headers for gateways
};

/// What the entries of this program are filed under, as the system's own tool shows it.
inline constexpr const char *kKeychainService = "Lynceus";

/// The entry's name: a person recognises the server by it, and the id keeps two instances of one server apart.
/// The address is part of it: a token is never sent to another address than the one it was made for.
[[nodiscard]] QString keychainEntryName(const Instance &instance, KeychainKind kind);

} // namespace lynceus
