#pragma once

#include "core/domain/argocd/requests/requests.h"

#include <optional>
#include <vector>

namespace lynceus {

/// The applications that an ApplicationSet has generated.
struct ApplicationSetContents
{
    /// `status.resources`. Empty: the server does not report it (older versions), or not completely, because the list
    /// is limited.
    std::optional<std::vector<ResourceKey>> applications;
    QString error; ///< message of its condition ErrorOccurred while that is true: the list may be outdated

    friend bool operator==(const ApplicationSetContents &, const ApplicationSetContents &) = default;
};

/// Reads the answer to applicationSetPath(). Errors: as for Decoder.
[[nodiscard]] Result<ApplicationSetContents> applicationSetContents(QByteArray body);

/// Path of the application list with owners. Requests full applications, because no value of `fields` includes owners.
[[nodiscard]] ApiPath ownersPath(const ListFilter &filter);

} // namespace lynceus
