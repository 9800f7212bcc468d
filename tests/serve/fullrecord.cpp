#include "tests/serve/fullrecord.h"

#include "tests/support/watchmaker.h"

namespace lynceus::test {

using namespace Qt::StringLiterals;

WatchRecord recordWithEverything()
{
    auto record = failing(makeWatch(u"6f1f9ac4"_s), Cause::Kind::CrashLoop);
    auto &verdict = record.verdict;
    verdict.outcome = Outcome::Failed;
    verdict.stage = Stage::Rolling;
    verdict.decidedAt = kRegisteredAt + Duration{1'500};
    verdict.wakeAt.reset();
    verdict.cause = Cause{Cause::Kind::CrashLoop,
                          {{}, u"Pod"_s, u"shop"_s, u"web-1"_s},
                          u"exit code 1"_s,
                          u"ghcr.io/acme/shop-web:1.5.0"_s,
                          4,
                          2,
                          u"app"_s,
                          {u"ghcr.io/acme/shop-api"_s}};
    verdict.blocker = Blocker{Blocker::Kind::SyncWindow,
                              {u"apps"_s, u"Deployment"_s, u"shop"_s, u"web"_s},
                              u"closed"_s,
                              kRegisteredAt + Duration{60'000},
                              u"web:2"_s,
                              u"detail"_s,
                              kRegisteredAt};
    verdict.notes = {{Note::Kind::OtherTag, {{}, u"Pod"_s, u"shop"_s, u"web-2"_s}, u"web:1"_s}};
    verdict.pods = {3, 2, 1, 4, 1};
    verdict.evidence = {kRegisteredAt + Duration{1'000},
                        {u"3f2a1b0"_s},
                        {{{u"apps"_s, u"Deployment"_s, u"shop"_s, u"web"_s},
                          {u"web:2"_s},
                          {HealthStatus::Degraded, {}},
                          {3, 2, 1, 4, 1}}},
                        {{u"web-1"_s, {u"web:2"_s}, {HealthStatus::Progressing, {}}, u"CrashLoopBackOff"_s}}};
    record.replacedBy = u"newer-1"_s;
    record.expectation.bake = Duration{600'000};
    record.stageReachedAt[static_cast<std::size_t>(Stage::Running)] = kRegisteredAt + Duration{900};
    return record;
}

} // namespace lynceus::test
