#include "core/engine/watches/verdictchange.h"

namespace lynceus {

bool saysTheSame(const Verdict &left, const Verdict &right)
{
    return left.outcome == right.outcome && left.stage == right.stage && left.blocker == right.blocker
        && left.cause == right.cause && left.notes == right.notes && left.pods == right.pods;
}

} // namespace lynceus
