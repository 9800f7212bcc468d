#pragma once

#include <QString>

#include <algorithm>

namespace lynceus::detail {

inline constexpr QLatin1String kDockerHub{"docker.io"};
inline constexpr QLatin1String kDockerHubAlias{"index.docker.io"};
inline constexpr QLatin1String kOfficialImages{"library/"}; ///< implied before Docker Hub's one-word names

/// Whether the first component of a name is a host and not part of a path (distribution/reference, splitDockerDomain).
[[nodiscard]] inline bool looksLikeRegistry(QStringView component)
{
    return component.contains(u'.') || component.contains(u':') || component == QLatin1String("localhost")
        || std::ranges::any_of(component, [](QChar c) { return c >= u'A' && c <= u'Z'; });
}

} // namespace lynceus::detail
