#pragma once

#include "core/domain/base/result.h"
#include "core/domain/base/secret.h"
#include "core/domain/model/instance.h"
#include "core/io/keychain/keychain.h"

#include <functional>
#include <utility>
#include <vector>

namespace lynceus {

/// Values of the extra headers that a gateway in front of an instance wants, by name.
using HeaderValues = std::vector<std::pair<QString, Secret>>;

/// Those of Instance::headerNames, from the keychain, which is not asked if it names none. Later, once, never after
/// @p context died. The problem says what stands in the way and the way on; Failed if they are not there or damaged.
void readGatewayHeaders(Keychain &keychain, const Instance &instance, QObject *context,
                        std::function<void(KeychainResult<HeaderValues>)> answer);
/// The same as an error of the instance: SignInNeeded.
[[nodiscard]] Error headersMissing(const Instance &instance, const KeychainProblem &problem);

/// Replaces all of them; an empty list removes the entry.
void storeGatewayHeaders(Keychain &keychain, const Instance &instance, const HeaderValues &values, QObject *context,
                         std::function<void(KeychainResult<void>)> answer);

/// How the keychain holds them: versioned JSON, values in base64 because headers are bytes.
[[nodiscard]] Secret writtenHeaders(const HeaderValues &values);
/// Malformed if it is none of ours; the message has nothing of it.
[[nodiscard]] Result<HeaderValues> readHeaders(const Secret &written);

} // namespace lynceus
