#pragma once

#include <QByteArrayView>

namespace lynceus {

// Flags whose meaning depends on the program before them: `mysql -pSECRET`, `curl -u user:pass`.

/// The program with such flags that @p word names, without its folder (`/usr/bin/mysql`); empty if there is none.
[[nodiscard]] QByteArrayView programWithSecretFlags(QByteArrayView word);

/// Where the secret starts in @p argument of @p program: 2 in `-pSECRET`, 7 in `--user=SECRET`. The size of the
/// argument if the secret follows the argument, -1 if the argument has no secret.
[[nodiscard]] qsizetype secretInArgument(QByteArrayView program, QByteArrayView argument);

/// `--password`, whose value is the next argument.
[[nodiscard]] bool isLoneSecretFlag(QByteArrayView argument);

} // namespace lynceus
