#pragma once

#include "core/domain/follow/followrule.h"
#include "core/io/store/database/database.h"

#include <QCborMap>

namespace lynceus {

/// Follow rules, in the same file as the watches (WatchStore creates and migrates it). One process writes, any number
/// may read. Errors: those of Database.
class FollowStore final
{
public:
    /// For writing; call WatchStore::open() for the file before.
    [[nodiscard]] static Result<std::unique_ptr<FollowStore>> open(const QString &file);
    /// For read-only access beside a writing process. Null if there is no file yet, or only one of an earlier version.
    [[nodiscard]] static Result<std::unique_ptr<FollowStore>> openToRead(const QString &file);

    /// In order of creation; omits unreadable rules (of a later version).
    [[nodiscard]] Result<std::vector<FollowRule>> rules();
    /// Adds the rule, or replaces the rule with the same name.
    [[nodiscard]] Result<void> save(const FollowRule &rule);
    [[nodiscard]] Result<void> remove(const QString &name);

private:
    explicit FollowStore(const QString &file);

    Database m_database;
};

/// Format for the store and for our own processes.
[[nodiscard]] QCborMap toCbor(const FollowRule &rule);
/// Malformed: a value of a wrong type, or of a later version.
[[nodiscard]] Result<FollowRule> followRuleFrom(const QCborMap &map);

} // namespace lynceus
