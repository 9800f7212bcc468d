#pragma once

#include <QString>

#include <optional>

namespace lynceus {

/// Permissions of an account, as far as the server reports them; empty if unknown.
struct AccountRights
{
    std::optional<bool> applications; ///< get on every application of the projects
    int visible = 0;                  ///< number of visible applications if not every one
    std::optional<bool> logs;
    std::optional<bool> sync;
    QString project; ///< for the remedy: one of the projects, or "*"

    friend bool operator==(const AccountRights &, const AccountRights &) = default;
};

} // namespace lynceus
