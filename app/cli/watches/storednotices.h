#pragma once

#include "app/cli/watches/storedwatches.h"

#include <optional>

namespace lynceus {

/// How long Argo CD usually takes to detect a new version, from the history in the user's store.
class StoredNotices final
{
public:
    /// usualNotice() of @p application; its default if there is no readable store.
    [[nodiscard]] Duration of(const ApplicationKey &application);

private:
    std::optional<Result<StoredWatches>> m_watches; ///< opened by the first call
};

} // namespace lynceus
