#pragma once

#include "app/cli/watches/storedwatches.h"

#include <optional>

namespace lynceus {

/// How long Argo CD usually takes to notice a version, by the history in the person's store.
class StoredNotices final
{
public:
    /// usualNotice() of @p application. Without a store, or one that can be read: its default.
    [[nodiscard]] Duration of(const ApplicationKey &application);

private:
    std::optional<Result<StoredWatches>> m_watches; ///< opened by the first call
};

} // namespace lynceus
