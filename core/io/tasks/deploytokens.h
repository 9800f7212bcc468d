#pragma once

#include "core/domain/base/secret.h"
#include "core/io/tasks/taskdatabase.h"

#include <vector>

namespace lynceus {

/// A token for registering tasks, as stored in the database, without the token itself.
struct DeployToken
{
    QString name;                        ///< unique, also among revoked ones
    QByteArray hash;                     ///< see deployTokenHash()
    Instant created{};                   ///< database's clock
    std::optional<Instant> revoked = {}; ///< database's clock
    qint64 tasks = 0;                    ///< number of stored tasks that were registered with it
    std::optional<Instant> usedAt = {};  ///< registration of the newest of them
};

/// The non-secret part of a token that identifies it in the database: ID in "lynceus_ID_SECRET". Empty if it is not a
/// deploy token.
[[nodiscard]] std::optional<QString> deployTokenId(const QByteArray &token);

/// SHA-256. Tokens are random and long, so a slow hash would not make guessing harder.
[[nodiscard]] QByteArray deployTokenHash(const QByteArray &token);

inline constexpr int kLongestTokenName = 64; ///< characters

/// Stored instead of a token name if a JWT registered the task.
inline constexpr auto kJwtCaller = QLatin1StringView("jwt");
/// Whether the server itself uses this name, case-insensitive.
[[nodiscard]] bool isReservedTokenName(const QString &name);

/// BadInput: invalid or reserved.
[[nodiscard]] Result<void> checkTokenName(const QString &name);

/// The deploy tokens of a team server. Changes apply to all replicas with their next request. Errors: those of
/// TaskDatabase.
class DeployTokens final
{
public:
    explicit DeployTokens(TaskDatabase &database)
        : m_database(database)
    { }

    /// Creates a token and returns it; it cannot be read again. BadInput: checkTokenName(), or the name is in use.
    [[nodiscard]] Result<Secret> create(const QString &name);
    /// False: unknown, or already revoked.
    [[nodiscard]] Result<bool> revoke(const QString &name);
    /// By name.
    [[nodiscard]] Result<std::vector<DeployToken>> all();
    /// By deployTokenId(); empty if unknown or revoked.
    [[nodiscard]] Result<std::optional<DeployToken>> find(const QString &id);

private:
    TaskDatabase &m_database;
};

} // namespace lynceus
