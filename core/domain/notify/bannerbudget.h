#pragma once

#include "core/domain/time/time.h"

#include <optional>
#include <vector>

namespace lynceus {

/// Counts the banners of the last ten minutes, to limit how many the user gets.
class BannerBudget final
{
public:
    [[nodiscard]] int spent(Instant now) const;
    void spend(Instant now);
    /// When fewer than @p most will have been shown; empty if never.
    [[nodiscard]] std::optional<Instant> freeAt(Instant now, int most) const;

private:
    std::vector<Instant> m_spent; // oldest first
};

} // namespace lynceus
