#pragma once

#include "core/domain/argocd/requests.h"

#include <optional>
#include <vector>

namespace lynceus {

/// Which applications an ApplicationSet has generated.
struct ApplicationSetContents
{
    /// `status.resources`. Nothing: the server does not say (older ones have no such field), or not all: there are
    /// limits.
    std::optional<std::vector<ResourceKey>> applications;
    QString error; ///< the message of its condition ErrorOccurred while that is true: it may not be up to date

    friend bool operator==(const ApplicationSetContents &, const ApplicationSetContents &) = default;
};

/// Reads the answer to applicationSetPath(). Errors: as those of Decoder.
[[nodiscard]] Result<ApplicationSetContents> applicationSetContents(QByteArray body);

/// The list of applications with their owners. That is the whole list, because no name in `fields` has owners.
[[nodiscard]] ApiPath ownersPath(const ListFilter &filter);

} // namespace lynceus
