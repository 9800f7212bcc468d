#pragma once

#include <QByteArrayView>

namespace lynceus {

/// What the name of a variable, key, flag or parameter says about its value.
enum class NameRisk {
    None,
    Described, ///< about a secret, not the secret: `secretName`, `passwordFile`, `token-service.image.tag`
    Possible,  ///< `key`, `auth`, `signature`: a secret if the value is random
    Secret,    ///< `DB_PASSWORD`, `clientSecret`, `--auth-token`
};

/// Letters in either case; separators and camel case do not matter.
[[nodiscard]] NameRisk riskOfName(QByteArrayView name);

/// The name ends in a word for passwords and the like, so that in prose `NAME: VALUE` gives the value away.
[[nodiscard]] bool endsInPasswordWord(QByteArrayView name);

/// At least 20 characters of an encoded random value: upper case, lower case and digits without order.
/// Image references, digests, UUIDs, commits, times and names of Kubernetes are not.
[[nodiscard]] bool looksRandom(QByteArrayView value);

/// 32 or more hexadecimal digits: a key, or a digest, or a commit; only the name beside it tells which.
[[nodiscard]] bool looksLikeHexKey(QByteArrayView value);

/// Says nothing: empty, a boolean, a template's or a shell's variable, asterisks, "…".
[[nodiscard]] bool isPlaceholder(QByteArrayView value);

/// Whether a value must go that stands under a name of this risk.
[[nodiscard]] bool isSecretValue(NameRisk risk, QByteArrayView name, QByteArrayView value);

} // namespace lynceus
