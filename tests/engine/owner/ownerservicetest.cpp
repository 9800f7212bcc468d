#include "core/engine/owner/ownerservice.h"

#include "core/io/ipc/ownerclient.h"
#include "core/io/settings/instancesjson.h"
#include "core/io/store/encoding/applicationblob.h"
#include "core/io/store/encoding/codec.h"
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

TEST_F(OwnerServing, ReturnsTheBoardOnceTheEngineHasStarted)
{
    engine.putWatch(test::makeWatch(u"w1"_s));
    engine.putWatch(test::ended(test::makeWatch(u"w2"_s), Outcome::Deployed));
    serve(OwnerService::Role::Daemon);
    QCborArray watches;
    std::optional<Result<QCborMap>> early;
    client->ask(
        u"watch-board"_s, {}, &context,
        [&](const QCborMap &part) {
            for (const auto &watch : part.value(u"watches"_s).toArray())
                watches.append(watch);
        },
        [&](const Result<QCborMap> &result) { early = result; });
    test::drainEvents();
    EXPECT_FALSE(early) << "an empty board would be wrong";
    engine.start();
    ASSERT_TRUE(test::waitUntil([&] { return early.has_value(); }));
    ASSERT_TRUE(*early);
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
    request.images.clear();
    request.version = {ExpectedVersion::Kind::Revision, u"3f2a1b0"_s};
    request.waitForApp = true;
    ASSERT_TRUE(ask(u"watch-add-any"_s, {{u"requests"_s, QCborArray{toCbor(request)}}}));
    request.withChildren = true;
    ASSERT_TRUE(ask(u"watch-add-children"_s, {{u"requests"_s, QCborArray{toCbor(request)}}}));
    EXPECT_EQ(engine.requested().back(), request);
    EXPECT_EQ(ask(u"watch-add"_s).error().kind, Error::Kind::BadInput);
    EXPECT_FALSE(ask(u"watch-add"_s, {{u"requests"_s, QCborArray{QCborMap{{u"images"_s, 7}}}}}));
    engine.failNext({Error::Kind::NotFound, u"shop-web"_s, u"there is no such application"_s, false, 0});
    EXPECT_EQ(ask(u"watch-add"_s, {{u"requests"_s, QCborArray{toCbor(request)}}}).error().kind, Error::Kind::NotFound);
}

TEST_F(OwnerServing, ExtendsAndCancelsWatches)
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

TEST_F(OwnerServing, DaemonHandsOverAndAWindowDoesNot)
{
    serve(OwnerService::Role::Window);
    EXPECT_FALSE(ask(u"hand-over"_s)) << "a starting background service does not close the window";

    serve(OwnerService::Role::Daemon);
    bool isWanted = false;
    QObject::connect(&*service, &OwnerService::handOverWanted, &context, [&] { isWanted = true; });
    EXPECT_TRUE(ask(u"hand-over"_s));
    EXPECT_TRUE(isWanted);
    EXPECT_FALSE(ask(u"fly"_s));
}

TEST_F(OwnerServing, ReturnsHistoryAndOneWatchWithItsTimeline)
{
    const TimelineEntry entry{test::kRegisteredAt, TimelineEntry::Kind::Stage, {}, u"noticed"_s, {}};
    for (int number = 0; number < 100; ++number)
        engine.putHistory(test::ended(test::makeWatch(u"w%1"_s.arg(number)), Outcome::Failed, Duration(number)),
                          {entry});
    serve(OwnerService::Role::Window);
    engine.start();
    HistoryQuery query;
    query.limit = 70;
    query.outcomes = {Outcome::Failed};
    QStringList ids;
    int parts = 0;
    std::optional<Result<QCborMap>> reported;
    client->ask(
        u"watch-history"_s, {{u"query"_s, toCbor(query)}}, &context,
        [&](const QCborMap &part) {
            ++parts;
            for (const auto &watch : part.value(u"watches"_s).toArray())
                ids += watchRecordFrom(watch.toMap()).value().id;
        },
        [&](const Result<QCborMap> &result) { reported = result; });
    ASSERT_TRUE(test::waitUntil([&] { return reported.has_value(); }));
    EXPECT_EQ(ids.size(), 70);
    EXPECT_EQ(ids.front(), u"w99"_s) << "the newest first";
    EXPECT_GT(parts, 1);
    const auto details = watchDetailsFrom(ask(u"watch-story"_s, {{u"id"_s, u"w7"_s}}).value());
    ASSERT_TRUE(details);
    EXPECT_EQ(details->record.id, u"w7"_s);
    EXPECT_EQ(details->timeline, std::vector{entry});
    EXPECT_EQ(ask(u"watch-story"_s, {{u"id"_s, u"nope"_s}}).error().kind, Error::Kind::NotFound);
    EXPECT_FALSE(ask(u"watch-history"_s, {{u"query"_s, QCborMap{{u"limit"_s, u"many"_s}}}}));
}

TEST_F(OwnerServing, SendsManyCurrentApplicationsInParts)
{
    constexpr int kMany = 20'000;
    constexpr qsizetype kMostBytes = 1'000'000; // larger parts would delay other answers
    InstanceState state;
    state.instance.id = u"i1"_s;
    state.instance.name = u"prod"_s;
    state.instance.colour = u"#3366cc"_s;
    state.instance.baseUrl = QUrl(u"https://argocd.acme.example"_s);
    state.connection = Connection::Live;
    state.receivedAt = clock.now();
    engine.putInstance(state);
    std::vector<Application> all(kMany);
    for (int number = 0; number < kMany; ++number) {
        auto &application = all[std::size_t(number)];
        application.name = u"application-%1"_s.arg(number);
        application.nameSpace = u"argocd"_s;
        application.summaryImages = {u"ghcr.io/acme/image:%1"_s.arg(number)};
    }
    engine.putApplications(u"i1"_s, all);
    serve(OwnerService::Role::Window);
    std::vector<Application> reported;
    const auto askFor = [&](const Instance &instance) -> Result<void> {
        std::optional<Result<QCborMap>> answer;
        reported.clear();
        client->ask(
            u"applications"_s, {{u"instance"_s, instancesToJson({instance})}}, &context,
            [&](const QCborMap &part) {
                const auto bytes = part.value(u"applications"_s).toByteArray();
                EXPECT_LT(bytes.size(), kMostBytes);
                const auto applications = applicationsFrom(bytes).value_or(std::vector<Application>{});
                reported.insert(reported.end(), applications.begin(), applications.end());
            },
            [&](const Result<QCborMap> &result) { answer = result; });
        EXPECT_TRUE(test::waitUntil([&] { return answer.has_value(); }));
        return answer->map([](const QCborMap &) {});
    };
    const auto answered = askFor(state.instance); // answered at once, without waiting for the engine to start
    ASSERT_TRUE(answered) << answered.error().message.toStdString();
    const auto byName = [](std::vector<Application> list) {
        std::ranges::sort(list, {}, &Application::name);
        return list;
    };
    EXPECT_TRUE(byName(reported) == byName(all));

    auto elsewhere = state.instance;
    elsewhere.baseUrl = QUrl(u"https://other.acme.example"_s);
    EXPECT_EQ(askFor(elsewhere).error().kind, Error::Kind::NotAllowed)
        << "the instance was changed and is not followed yet";
    auto unknown = state.instance;
    unknown.id = u"i2"_s;
    EXPECT_EQ(askFor(unknown).error().kind, Error::Kind::NotFound);
    for (const auto connection : {Connection::Stale, Connection::Polling, Connection::SignInNeeded}) {
        state.connection = connection;
        engine.putInstance(state);
        EXPECT_EQ(askFor(state.instance).error().kind, Error::Kind::NotAllowed);
        EXPECT_TRUE(reported.empty());
    }
    EXPECT_EQ(ask(u"applications"_s).error().kind, Error::Kind::BadInput);

    state.connection = Connection::Live;
    engine.putInstance(state);
    EXPECT_TRUE(ask(u"sign-in-changed"_s, {{u"instance"_s, u"i1"_s}}));
    EXPECT_TRUE(engine.calls().contains(u"retry i1"_s)) << "a retry may now succeed";
    EXPECT_EQ(askFor(state.instance).error().kind, Error::Kind::NotAllowed)
        << "the session may still belong to the previous account";
    SignInProgress done;
    done.instance = u"i1"_s;
    done.step = SignInProgress::Step::Done;
    engine.reportSignIn(done);
    EXPECT_TRUE(askFor(state.instance)) << "the user signed in here, too";
}

} // namespace lynceus
