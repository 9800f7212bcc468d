#pragma once

#include "core/domain/base/time.h"

#include <vector>

namespace lynceus {

/// How many banners came up within the last 24 hours.
class BannerBudget final
{
public:
    [[nodiscard]] int spent(Instant now) const;
    void spend(Instant now);

private:
    std::vector<Instant> m_spent; // oldest first
};

} // namespace lynceus
