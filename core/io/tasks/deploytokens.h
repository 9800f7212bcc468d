#pragma once

#include "core/domain/base/secret.h"
#include "core/io/tasks/taskdatabase.h"

#include <vector>

namespace lynceus {

/// A token that may register tasks, as the database has it: never the token itself.
struct DeployToken
{
    QString name;                        ///< unique, also among revoked ones
    QByteArray hash;                     ///< see deployTokenHash()
    Instant created{};                   ///< the database's clock
    std::optional<Instant> revoked = {}; ///< the database's clock
    qint64 tasks = 0;                    ///< that were registered with it and are still kept
    std::optional<Instant> usedAt = {};  ///< when the last of them was registered
};

/// What is not secret in a token of ours and finds it in the database: ID in "lynceus_ID_SECRET". Nothing if it is no
/// such token.
[[nodiscard]] std::optional<QString> deployTokenId(const QByteArray &token);

/// SHA-256. Tokens are random and long, so that a slow hash would make guessing no harder.
[[nodiscard]] QByteArray deployTokenHash(const QByteArray &token);

inline constexpr int kLongestTokenName = 64; ///< characters

/// What tasks name instead of a token where a JWT registered them.
inline constexpr auto kJwtCaller = QLatin1StringView("jwt");
/// The server itself uses this name; no token may have it, in any case.
[[nodiscard]] bool isReservedTokenName(const QString &name);

/// BadInput: it is no name, or it is reserved.
[[nodiscard]] Result<void> checkTokenName(const QString &name);

/// The deploy tokens of a team server. What is created or revoked is true for all replicas with their next request.
/// Errors are those of TaskDatabase.
class DeployTokens final
{
public:
    explicit DeployTokens(TaskDatabase &database)
        : m_database(database)
    { }

    /// A new token, which can be seen this once. BadInput: checkTokenName(), or the name is in use.
    [[nodiscard]] Result<Secret> create(const QString &name);
    /// False: there is no such token, or it is revoked already.
    [[nodiscard]] Result<bool> revoke(const QString &name);
    /// By name.
    [[nodiscard]] Result<std::vector<DeployToken>> all();
    /// Of deployTokenId(); nothing if there is none or it is revoked.
    [[nodiscard]] Result<std::optional<DeployToken>> find(const QString &id);

private:
    TaskDatabase &m_database;
};

} // namespace lynceus
