#include "tests/support/deploymentmaker.h"

#include "tests/support/fakeengine.h"
#include "tests/support/watchmaker.h"

namespace lynceus::test {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

Deployment makeDeployment(const QString &application, Instant startedAt, Deployment::Outcome outcome)
{
    Deployment made;
    made.application = {u"staging"_s, u"argocd"_s, application};
    made.project = u"shop"_s;
    made.kind = Deployment::Kind::Image;
    made.outcome = outcome;
    made.actor = {Actor::Kind::User, u"ann"_s};
    made.images = {{u"ghcr.io/acme/"_s + application, {u"1.4.0"_s}, {u"1.5.0"_s}, false}};
    made.revisionsFrom = QStringList{QString(40, u'a')};
    made.revisionsTo = QStringList{QString(40, u'b')};
    made.startedAt = startedAt;
    if (outcome != Deployment::Outcome::InProgress)
        made.endedAt = startedAt + 40s;
    return made;
}

void putDeployments(FakeEngine &engine, Instant now)
{
    using Outcome = Deployment::Outcome;
    auto watch = ended(failing(makeWatch(u"dw1"_s)), lynceus::Outcome::Failed);
    engine.putHistory(watch, {{now - 30min, TimelineEntry::Kind::Cause, {}, u"image-not-found"_s, {}}});
    auto failed = makeDeployment(u"shop-web"_s, now - 31min, Outcome::Failed);
    failed.cause = u"image-not-found"_s;
    failed.message = u"shop-web:1.5.0 is not in the registry; the pod waits with ImagePullBackOff"_s;
    failed.proof = Deployment::Proof::Watched;
    failed.watch = watch.id;
    failed.rule = u"shop"_s;
    engine.putDeployment(failed);
    auto updated = makeDeployment(u"shop-cart-with-a-rather-long-name"_s, now - 2h);
    updated.actor = {Actor::Kind::ImageUpdater, u"argocd-image-updater <noreply@argoproj.io>"_s};
    updated.commit = RevisionMetadata{updated.actor.name, u"build: automatic update of shop-cart"_s, now - 3h};
    engine.putDeployment(updated);
    auto rollback = makeDeployment(u"orders"_s, now - 5h);
    rollback.application.instance = u"production"_s;
    rollback.kind = Deployment::Kind::Rollback;
    rollback.actor = {Actor::Kind::Rollback, u"bob"_s};
    rollback.project = u"orders"_s;
    engine.putDeployment(rollback);
    auto late = makeDeployment(u"shop-api"_s, now - 26h, Outcome::TimedOut);
    late.cause = u"not-healthy"_s;
    engine.putDeployment(late);
    auto configuration = makeDeployment(u"shop-search"_s, now - 50h, Outcome::Unknown);
    configuration.kind = Deployment::Kind::Configuration;
    configuration.images.clear();
    configuration.proof = Deployment::Proof::Reconstructed;
    configuration.actor = {Actor::Kind::Automated, u"Ann <ann@acme.example>"_s};
    configuration.commit = RevisionMetadata{u"Ann <ann@acme.example>"_s, u"Raise the limit of the cache"_s, now - 51h};
    engine.putDeployment(configuration);
    engine.putDeployment(makeDeployment(u"shop-old"_s, now - 9 * 24h));
    engine.putDeployment(makeDeployment(u"shop-agent"_s, now - 70s, Outcome::InProgress));
}

} // namespace lynceus::test
