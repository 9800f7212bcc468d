#pragma once

#include <QString>

namespace lynceus {

/// Something that can be followed: what it is called, and its filter in the language of Applications.
struct FollowOffer
{
    QString title;
    QString filter;
};

} // namespace lynceus
