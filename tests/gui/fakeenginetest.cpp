#include "tests/support/fakeengine.h"

#include "tests/support/fakeclock.h"
#include "tests/support/treepicture.h"
#include "tests/support/waiting.h"

#include <gtest/gtest.h>

namespace lynceus::test {

using namespace Qt::StringLiterals;

namespace {

Application application(const QString &name, HealthStatus health = HealthStatus::Healthy)
{
    Application app;
    app.name = name;
    app.nameSpace = u"argocd"_s;
    app.health.status = health;
    return app;
}

InstanceState instance(const QString &id)
{
    InstanceState state;
    state.instance.id = id;
    state.instance.name = id;
    return state;
}

} // namespace

// Behaviour that the tests of the window rely on.

TEST(FakeEngine, ReportsItsStateAtStartAndChangesLater)
{
    const FakeClock clock;
    FakeEngine engine(clock);
    engine.putInstance(instance(u"staging"_s));
    engine.putApplications(u"staging"_s, {application(u"web"_s), application(u"api"_s)});
    std::vector<ChangeSet> seen;
    QObject::connect(&engine, &Engine::applicationsChanged, &engine,
                     [&seen](const ChangeSet &changes) { seen.push_back(changes); });
    engine.start();
    ASSERT_EQ(seen.size(), 1);
    EXPECT_TRUE(seen[0].fromCache);
    EXPECT_EQ(seen[0].inserted.size(), 2);
    engine.putApplications(u"staging"_s, {application(u"web"_s, HealthStatus::Degraded), application(u"api"_s)});
    ASSERT_EQ(seen.size(), 2);
    ASSERT_EQ(seen[1].changed.size(), 1);
    EXPECT_EQ(seen[1].changed[0].mask, FieldMask(ApplicationField::Health));
    engine.dropApplications({{u"staging"_s, u"argocd"_s, u"api"_s}});
    EXPECT_EQ(seen.back().removed.size(), 1);
    EXPECT_EQ(engine.instances()[u"staging"_s].applications, 1);
}

TEST(FakeEngine, AnswersAsynchronouslyAndNotToDestroyedContexts)
{
    const FakeClock clock;
    FakeEngine engine(clock);
    engine.putInstance(instance(u"staging"_s));
    const ApplicationKey key{u"staging"_s, u"argocd"_s, u"web"_s};
    engine.putTree(key, treeFrom("Deployment web Healthy"));
    auto *view = engine.openView(key, &engine);
    ASSERT_NE(view, nullptr);
    ASSERT_NE(view->tree(), nullptr);
    engine.answers(key).manifests[view->tree()->nodes[0].key] = Manifests{u"{}"_s, u"{}"_s};
    int answers = 0;
    auto context = std::make_unique<QObject>();
    engine.holdAnswers(true);
    view->manifests(view->tree()->nodes[0], context.get()).then(context.get(), [&](const Result<Manifests> &result) {
        ++answers;
        EXPECT_EQ(result->live, u"{}"_s);
    });
    drainEvents();
    EXPECT_EQ(answers, 0);
    engine.holdAnswers(false);
    EXPECT_TRUE(waitUntil([&] { return answers == 1; }));
    view->commit(u"abc"_s, context.get()).then(context.get(), [&](const Result<RevisionMetadata> &) { ++answers; });
    context.reset();
    drainEvents();
    EXPECT_EQ(answers, 1);
}

TEST(FakeEngine, CommandsChangeTheState)
{
    FakeClock clock;
    FakeEngine engine(clock);
    engine.putInstance(instance(u"staging"_s));
    engine.start();
    WatchRequest request;
    request.application = {u"staging"_s, u"argocd"_s, u"web"_s};
    request.images = {*parseImageReference(u"ghcr.io/acme/web:1.5.0")};
    const auto ids = engine.addWatches({request}, &engine);
    ASSERT_TRUE(waitFor(ids));
    const auto id = ids.result()->first();
    engine.extendWatch(id, std::chrono::minutes(10));
    EXPECT_EQ(engine.watches()[id].expectation.deadline, clock.now() + std::chrono::minutes(25));
    engine.cancelWatch(id);
    EXPECT_EQ(engine.watches()[id].verdict.outcome, Outcome::Cancelled);
    engine.dismissWatch(id);
    EXPECT_TRUE(engine.watches().isEmpty());
    engine.failNext({.kind = Error::Kind::BadInput, .message = u"no"_s});
    const auto saved = engine.saveInstance({}, &engine);
    ASSERT_TRUE(waitFor(saved));
    EXPECT_FALSE(saved.result());
}

} // namespace lynceus::test
