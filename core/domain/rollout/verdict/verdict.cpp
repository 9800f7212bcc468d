#include "core/domain/rollout/verdict/verdict.h"

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
        return (blocker.resource.kind == "Application"_L1 || blocker.detail == "children"_L1) && !blocker.exceeds;
    case Blocker::Kind::NotNoticed:
        return !blocker.exceeds;
    default:
        return false;
    }
}

Blocker signInBlocker(const QString &message, bool lacksToken)
{
    Blocker blocker{Blocker::Kind::SignIn, {}, message, std::nullopt};
    if (lacksToken)
        blocker.detail = u"no-token"_s;
    return blocker;
}

Blocker awaitedSince(Blocker blocker, Instant since, Instant now, Duration usual)
{
    blocker.since = since;
    blocker.exceeds = now - since >= usual ? std::optional(usual) : std::nullopt;
    return blocker;
}

} // namespace lynceus
