#include "core/domain/rollout/verdict.h"

namespace lynceus {

using namespace Qt::StringLiterals;

bool isOrdinaryWait(const Verdict &verdict)
{
    if (!verdict.blocker)
        return false;
    const auto &blocker = *verdict.blocker;
    switch (blocker.kind) {
    case Blocker::Kind::Starting:
    case Blocker::Kind::SyncRunning:
    case Blocker::Kind::ComparisonAwaited:
        return true;
    case Blocker::Kind::NotCreated:
        return blocker.resource.kind == "Application"_L1 && blocker.since
            && verdict.evidence.observedAt - *blocker.since < kUsualNotice;
    case Blocker::Kind::NotNoticed:
        return !blocker.since || verdict.evidence.observedAt - *blocker.since < kUsualNotice;
    default:
        return false;
    }
}

} // namespace lynceus
