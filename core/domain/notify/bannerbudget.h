#pragma once

#include "core/domain/base/time.h"

#include <optional>
#include <vector>

namespace lynceus {

/// How many banners came up within the last ten minutes: as many as a person can take notice of.
class BannerBudget final
{
public:
    [[nodiscard]] int spent(Instant now) const;
    void spend(Instant now);
    /// When fewer than @p most will be spent; nothing if that never is.
    [[nodiscard]] std::optional<Instant> freeAt(Instant now, int most) const;

private:
    std::vector<Instant> m_spent; // oldest first
};

} // namespace lynceus
