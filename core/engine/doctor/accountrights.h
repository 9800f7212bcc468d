#pragma once

#include <QString>

#include <optional>

namespace lynceus {

/// What an account may do as far as its server says it; nothing where it does not.
struct AccountRights
{
    std::optional<bool> applications; ///< every application of the projects in question
    int visible = 0;                  ///< where not every one: how many it sees
    std::optional<bool> logs;
    std::optional<bool> sync;
    QString project; ///< for the remedy: a project of theirs, or "*"

    friend bool operator==(const AccountRights &, const AccountRights &) = default;
};

} // namespace lynceus
