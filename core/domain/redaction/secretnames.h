#pragma once

#include <QByteArrayView>

namespace lynceus {

/// What the name of a variable, key, flag or parameter tells about its value.
enum class NameRisk {
    None,
    Described, ///< describes a secret: `secretName`, `passwordFile`, `token-service.image.tag`
    Possible,  ///< `key`, `auth`, `signature`: a secret if the value is random
    Secret,    ///< `DB_PASSWORD`, `clientSecret`, `--auth-token`
};

/// Case-insensitive; ignores separators and camel case.
[[nodiscard]] NameRisk riskOfName(QByteArrayView name);

/// The name ends in a word for passwords, so that `NAME: VALUE` in prose reveals the value.
[[nodiscard]] bool endsInPasswordWord(QByteArrayView name);

/// At least 20 characters of an encoded random value: upper case, lower case and digits mixed. False for image
/// references, digests, UUIDs, commits, times and Kubernetes names.
[[nodiscard]] bool looksRandom(QByteArrayView value);

/// 32 or more hexadecimal digits: a key, a digest or a commit; only its name can tell.
[[nodiscard]] bool looksLikeHexKey(QByteArrayView value);

/// Contains no information: empty, a boolean, a template or shell variable, asterisks, "…".
[[nodiscard]] bool isPlaceholder(QByteArrayView value);

/// Whether a value under a name of this risk must be removed.
[[nodiscard]] bool isSecretValue(NameRisk risk, QByteArrayView name, QByteArrayView value);

} // namespace lynceus
