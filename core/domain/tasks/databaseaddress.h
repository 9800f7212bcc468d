#pragma once

#include "core/domain/base/result.h"
#include "core/domain/base/secret.h"

#include <QString>

namespace lynceus {

/// Address of a team server's database.
struct DatabaseAddress
{
    enum class Kind { Sqlite, Postgres };

    Kind kind = Kind::Sqlite;
    QString file; ///< for Sqlite: file name
    // For Postgres; libpq fills in empty values from PGPASSWORD, the password file and others.
    QString host; ///< or the folder of a socket
    int port = -1;
    QString database;
    QString user;
    Secret password;
    QString sslMode; ///< "verify-full"
};

/// "sqlite:FILE" or "postgres://[USER[:PASSWORD]@]HOST[:PORT]/DATABASE[?sslmode=MODE][&host=FOLDER]".
/// Error::Kind::BadInput with problem and remedy, without the password.
[[nodiscard]] Result<DatabaseAddress> parseDatabaseAddress(const QString &text);

/// For display and logs: without password.
[[nodiscard]] QString shownAddress(const DatabaseAddress &address);

} // namespace lynceus
