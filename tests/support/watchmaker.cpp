#include "tests/support/watchmaker.h"

using namespace Qt::StringLiterals;

namespace lynceus::test {

namespace {

void reach(WatchRecord &watch, Stage stage)
{
    watch.verdict.stage = stage;
    for (std::size_t i = 1; i <= std::size_t(stage); ++i) {
        if (auto &at = watch.stageReachedAt.at(i); !at)
            at = watch.expectation.registeredAt + Duration(5'000) * int(i);
    }
}

} // namespace

WatchRecord makeWatch(const QString &id, const QString &application, const QString &image)
{
    WatchRecord watch;
    watch.id = id;
    watch.request.application = {u"staging"_s, u"argocd"_s, application};
    watch.request.project = u"shop"_s;
    watch.request.images = {*parseImageReference(image)};
    watch.request.who = u"ada"_s;
    watch.registeredAt = kRegisteredAt;
    watch.expectation.application = watch.request.application;
    watch.expectation.images = watch.request.images;
    watch.expectation.registeredAt = kRegisteredAt + kServerAhead;
    watch.expectation.deadline = watch.expectation.registeredAt + watch.request.timeout;
    watch.expectation.oneOff = false;
    watch.oldImages = {repositoryName(watch.request.images.front()) + u":1.4.0"_s};
    return watch;
}

WatchRecord rolling(WatchRecord watch, int ready, int wanted)
{
    reach(watch, Stage::Rolling);
    watch.verdict.pods = {wanted, wanted, ready, wanted - ready};
    return watch;
}

WatchRecord failing(WatchRecord watch, Cause::Kind kind)
{
    reach(watch, Stage::Noticed);
    Cause cause;
    cause.kind = kind;
    cause.resource = {u"batch"_s, u"Job"_s, u"shop"_s, watch.request.application.name + u"-migrate"_s};
    cause.message = u"Job has reached the specified backoff limit"_s;
    cause.attempt = 2;
    watch.verdict.cause = cause;
    return watch;
}

WatchRecord held(WatchRecord watch, Blocker::Kind kind)
{
    reach(watch, Stage::Noticed);
    Blocker blocker;
    blocker.kind = kind;
    watch.verdict.blocker = blocker;
    return watch;
}

WatchRecord ended(WatchRecord watch, Outcome outcome, Duration after)
{
    if (outcome == Outcome::Deployed) {
        reach(watch, watch.expectation.bake > Duration::zero() ? Stage::Stable : Stage::Running);
        watch.verdict.pods = {3, 3, 3, 0};
    }
    watch.verdict.outcome = outcome;
    watch.verdict.decidedAt = watch.expectation.registeredAt + after;
    watch.endedAt = watch.registeredAt + after;
    watch.verdict.evidence.observedAt = *watch.verdict.decidedAt;
    watch.verdict.evidence.revisions = {u"0c9e1d2f3a4b5c6d7e8f90a1b2c3d4e5f6a7b8c9"_s};
    return watch;
}

} // namespace lynceus::test
