#pragma once

#include "core/domain/base/result.h"
#include "core/domain/base/secret.h"

#include <QString>

namespace lynceus {

/// Where a team server keeps its tasks.
struct DatabaseAddress
{
    enum class Kind { Sqlite, Postgres };

    Kind kind = Kind::Sqlite;
    QString file; ///< Sqlite: the file's name
    // Postgres; what is empty is left to libpq, which reads PGPASSWORD, the password file and others.
    QString host; ///< or the folder of a socket
    int port = -1;
    QString database;
    QString user;
    Secret password;
    QString sslMode; ///< "verify-full"
};

/// "sqlite:FILE" or "postgres://[USER[:PASSWORD]@]HOST[:PORT]/DATABASE[?sslmode=MODE][&host=FOLDER]".
/// Error::Kind::BadInput says what is wrong and what would be right, without the password.
[[nodiscard]] Result<DatabaseAddress> parseDatabaseAddress(const QString &text);

/// As it may be shown and logged: no password.
[[nodiscard]] QString shownAddress(const DatabaseAddress &address);

} // namespace lynceus
