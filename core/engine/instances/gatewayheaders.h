#pragma once

#include "core/domain/base/result.h"
#include "core/domain/base/secret.h"
#include "core/domain/model/instance.h"
#include "core/io/keychain/keychain.h"

#include <functional>
#include <utility>
#include <vector>

namespace lynceus {

/// Names and values of the extra headers that a gateway in front of an instance requires.
using HeaderValues = std::vector<std::pair<QString, Secret>>;

/// Reads the values of Instance::headerNames from the keychain; does not access it if there are none. Calls @p answer
/// later, once, and never after @p context was destroyed. The problem contains reason and remedy; Failed if the values
/// are missing or damaged.
void readGatewayHeaders(Keychain &keychain, const Instance &instance, QObject *context,
                        std::function<void(KeychainResult<HeaderValues>)> answer);
/// @p problem as an error of the instance: SignInNeeded.
[[nodiscard]] Error headersMissing(const Instance &instance, const KeychainProblem &problem);

/// Replaces all values; an empty list removes the entry.
void storeGatewayHeaders(Keychain &keychain, const Instance &instance, const HeaderValues &values, QObject *context,
                         std::function<void(KeychainResult<void>)> answer);

/// Format in the keychain: versioned JSON, values in base64 because headers are bytes.
[[nodiscard]] Secret writtenHeaders(const HeaderValues &values);
/// Malformed if the format is not ours; the message contains no part of the value.
[[nodiscard]] Result<HeaderValues> readHeaders(const Secret &written);

} // namespace lynceus
