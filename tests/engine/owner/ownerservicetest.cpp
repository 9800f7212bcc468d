#include "core/engine/owner/ownerservice.h"

#include "core/io/ipc/ownerclient.h"
#include "core/io/store/codec.h"
#include "tests/support/fakeclock.h"
#include "tests/support/fakeengine.h"
#include "tests/support/waiting.h"
#include "tests/support/watchmaker.h"

#include <QCborArray>
#include <QTemporaryDir>

#include <gtest/gtest.h>

namespace lynceus {

using namespace Qt::StringLiterals;

namespace {

class OwnerServing : public testing::Test
{
protected:
    void serve(OwnerService::Role role)
    {
        socket.emplace(place, nameOf(role));
        ASSERT_TRUE(socket->listen());
        service.emplace(engine, *socket, role);
        client.emplace(place);
    }

    Result<QCborMap> ask(const QString &verb, const QCborMap &arguments = {})
    {
        std::optional<Result<QCborMap>> answer;
        client->ask(verb, arguments, &context, [&](const Result<QCborMap> &result) { answer = result; });
        if (!test::waitUntil([&] { return answer.has_value(); }))
            return badInput(u"no answer"_s);
        return *answer;
    }

    QTemporaryDir folder;
    OwnerPlace place = ownerPlaceIn(folder.filePath(u"run"_s)).value();
    test::FakeClock clock;
    test::FakeEngine engine{clock};
    std::optional<OwnerSocket> socket;
    std::optional<OwnerService> service;
    std::optional<OwnerClient> client;
    QObject context;
};

} // namespace

TEST_F(OwnerServing, TellsTheBoardOnceTheEngineHasStarted)
{
    engine.putWatch(test::makeWatch(u"w1"_s));
    engine.putWatch(test::ended(test::makeWatch(u"w2"_s), Outcome::Deployed));
    serve(OwnerService::Role::Daemon);
    std::optional<Result<QCborMap>> early;
    client->ask(u"watches"_s, {}, &context, [&](const Result<QCborMap> &result) { early = result; });
    test::drainEvents();
    EXPECT_FALSE(early) << "an empty board would be a lie";
    engine.start();
    ASSERT_TRUE(test::waitUntil([&] { return early.has_value(); }));
    ASSERT_TRUE(*early);
    const auto watches = (*early)->value(u"watches"_s).toArray();
    ASSERT_EQ(watches.size(), 2);
    EXPECT_EQ(watchRecordFrom(watches[0].toMap()).value(), test::makeWatch(u"w1"_s));
}

TEST_F(OwnerServing, AddsWatchesForOthers)
{
    serve(OwnerService::Role::Window);
    engine.start();
    auto request = test::makeWatch(u"x"_s).request;
    request.note = u"by a pipeline"_s;
    const auto ids = ask(u"watch-add"_s, {{u"requests"_s, QCborArray{toCbor(request)}}});
    ASSERT_TRUE(ids) << ids.error().message.toStdString();
    EXPECT_EQ(ids->value(u"ids"_s).toArray().size(), 1);
    ASSERT_EQ(engine.requested().size(), 1U);
    EXPECT_EQ(engine.requested().front(), request);
    EXPECT_EQ(ask(u"watch-add"_s).error().kind, Error::Kind::BadInput);
    EXPECT_FALSE(ask(u"watch-add"_s, {{u"requests"_s, QCborArray{QCborMap{{u"images"_s, 7}}}}}));
    engine.failNext({Error::Kind::NotFound, u"shop-web"_s, u"there is no such application"_s, false, 0});
    EXPECT_EQ(ask(u"watch-add"_s, {{u"requests"_s, QCborArray{toCbor(request)}}}).error().kind, Error::Kind::NotFound);
}

TEST_F(OwnerServing, ExtendsAndCancelsWhatIsOnTheBoard)
{
    engine.putWatch(test::makeWatch(u"w1"_s));
    engine.putWatch(test::ended(test::makeWatch(u"w2"_s), Outcome::Failed));
    serve(OwnerService::Role::Daemon);
    engine.start();
    EXPECT_TRUE(ask(u"watch-extend"_s, {{u"id"_s, u"w1"_s}, {u"by"_s, 600'000}}));
    EXPECT_TRUE(engine.calls().contains(u"extendWatch w1 600000"_s)) << engine.calls().join(u';').toStdString();
    EXPECT_FALSE(ask(u"watch-extend"_s, {{u"id"_s, u"w1"_s}, {u"by"_s, -1}}));
    EXPECT_TRUE(ask(u"watch-cancel"_s, {{u"id"_s, u"w1"_s}}));
    EXPECT_EQ(ask(u"watch-cancel"_s, {{u"id"_s, u"nope"_s}}).error().kind, Error::Kind::NotFound);
    EXPECT_EQ(ask(u"watch-cancel"_s, {{u"id"_s, u"w2"_s}}).error().kind, Error::Kind::BadInput);
}

TEST_F(OwnerServing, AWindowIsRaisedAndADaemonHandsOver)
{
    serve(OwnerService::Role::Window); // not started: raising does not wait for servers
    QStringList raised;
    QObject::connect(&*service, &OwnerService::raiseWanted, &context,
                     [&](const QStringList &words) { raised = words; });
    EXPECT_TRUE(ask(u"raise"_s, {{u"arguments"_s, QCborArray{u"lynceus://watch?image=a"_s}}}));
    EXPECT_EQ(raised, QStringList{u"lynceus://watch?image=a"_s});
    EXPECT_FALSE(ask(u"hand-over"_s)) << "a window does not go because a daemon wants to come";

    serve(OwnerService::Role::Daemon);
    bool isWanted = false;
    QObject::connect(&*service, &OwnerService::handOverWanted, &context, [&] { isWanted = true; });
    EXPECT_TRUE(ask(u"hand-over"_s));
    EXPECT_TRUE(isWanted);
    EXPECT_FALSE(ask(u"raise"_s));
    EXPECT_FALSE(ask(u"fly"_s));
}

} // namespace lynceus
