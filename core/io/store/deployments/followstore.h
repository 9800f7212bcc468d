#pragma once

#include "core/domain/follow/followrule.h"
#include "core/io/store/database.h"

#include <QCborMap>

namespace lynceus {

/// Follow rules, in the store beside the watches (WatchStore makes and migrates the file). One process writes, any
/// number read. Errors are those of Database.
class FollowStore final
{
public:
    /// To write, after WatchStore::open() of the same file.
    [[nodiscard]] static Result<std::unique_ptr<FollowStore>> open(const QString &file);
    /// To look only, beside a process that writes. Nothing if there is no file yet, or only one of an earlier version.
    [[nodiscard]] static Result<std::unique_ptr<FollowStore>> openToRead(const QString &file);

    /// By creation; those that cannot be read (of a later version) are left out.
    [[nodiscard]] Result<std::vector<FollowRule>> rules();
    /// A new one, or another state of the one with its name.
    [[nodiscard]] Result<void> save(const FollowRule &rule);
    [[nodiscard]] Result<void> remove(const QString &name);

private:
    explicit FollowStore(const QString &file);

    Database m_database;
};

/// As we write it, to the store and between our own processes.
[[nodiscard]] QCborMap toCbor(const FollowRule &rule);
/// Malformed: a value of the wrong kind, or of a later version.
[[nodiscard]] Result<FollowRule> followRuleFrom(const QCborMap &map);

} // namespace lynceus
