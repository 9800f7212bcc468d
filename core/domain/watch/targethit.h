#pragma once

#include "core/domain/watch/targetindex.h"

namespace lynceus {

/// How well something fits, best first.
enum class HitRank { Same, Called, Begins, Contains, NoFit };

/// One application that a text may mean.
struct TargetIndex::Hit
{
    int place = 0;
    int use = -1; ///< of Listed::images; -1: it runs nothing that is known
    HitRank rank = HitRank::NoFit;
};

} // namespace lynceus
