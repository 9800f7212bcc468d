#pragma once

#include <QString>

namespace lynceus {

/// A suggestion for a follow rule: its name, and its filter in the syntax of the Applications page.
struct FollowOffer
{
    QString title;
    QString filter;
};

} // namespace lynceus
