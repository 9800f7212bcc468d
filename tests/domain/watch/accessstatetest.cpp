#include "core/domain/fetch/accessstate.h"

#include "core/domain/argocd/decoders/decoders.h"

#include <gtest/gtest.h>

using namespace Qt::StringLiterals;

namespace lynceus {

namespace {

using namespace std::chrono_literals;

Instant at(Duration since)
{
    return Instant{1'790'000'000s} + since;
}

Error error(Error::Kind kind)
{
    return {kind, u"GET x"_s, u"words"_s, true, 0};
}

TEST(AccessState, IsConnectingUntilTheFirstAnswer)
{
    AccessState state;
    state.settle(at(0ms));
    EXPECT_EQ(state.access(), Access::Connecting);
    EXPECT_FALSE(state.everGood());
    state.answered(Fetch::Application, at(1s));
    EXPECT_EQ(state.access(), Access::Good);
    EXPECT_EQ(state.since(), at(1s));
    EXPECT_TRUE(state.message().isEmpty());
    EXPECT_TRUE(state.everGood());
}

TEST(AccessState, ReportsAnOutageImmediatelyBeforeTheFirstAnswerAndAfterASecondLater)
{
    AccessState fresh;
    fresh.failed(Fetch::Application, error(Error::Kind::Unreachable), at(0ms));
    EXPECT_EQ(fresh.access(), Access::Unreachable);
    EXPECT_EQ(fresh.message(), u"words"_s);
    ASSERT_TRUE(fresh.trouble());

    AccessState state;
    state.answered(Fetch::Application, at(0ms));
    state.failed(Fetch::Application, error(Error::Kind::Server), at(10s));
    EXPECT_EQ(state.access(), Access::Good) << "one lost answer is not reported";
    state.settle(at(10'900ms));
    EXPECT_EQ(state.access(), Access::Good);
    state.settle(at(11s));
    EXPECT_EQ(state.access(), Access::Unreachable);
    state.answered(Fetch::Application, at(12s));
    EXPECT_EQ(state.access(), Access::Good);
}

TEST(AccessState, RequiresSignInAfterTwoConsecutiveRefusals)
{
    AccessState state;
    state.answered(Fetch::Application, at(0ms));
    state.failed(Fetch::Application, error(Error::Kind::SignInNeeded), at(1s));
    EXPECT_EQ(state.access(), Access::Good);
    state.received(Fetch::Application); // streams outlive their token
    state.failed(Fetch::Application, error(Error::Kind::SignInNeeded), at(2s));
    EXPECT_EQ(state.access(), Access::SignIn);

    AccessState broken;
    broken.failed(Fetch::Application, error(Error::Kind::SignInNeeded), at(1s));
    broken.failed(Fetch::Application, error(Error::Kind::Server), at(2s));
    broken.failed(Fetch::Application, error(Error::Kind::SignInNeeded), at(3s));
    EXPECT_NE(broken.access(), Access::SignIn) << "not in a row";
}

TEST(AccessState, DistinguishesMissingFromRejectedToken)
{
    for (const int status : {0, 401}) {
        AccessState state;
        auto refused = error(Error::Kind::SignInNeeded);
        refused.httpStatus = status;
        state.failed(Fetch::Application, refused, at(1s));
        state.failed(Fetch::Application, refused, at(2s));
        ASSERT_EQ(state.access(), Access::SignIn);
        EXPECT_EQ(state.isTokenLacking(), status == 0);
        state.answered(Fetch::Application, at(3s));
        EXPECT_FALSE(state.isTokenLacking());
    }
}

TEST(AccessState, StreamFrameEndsAnOutageButNotARefusal)
{
    AccessState state;
    state.answered(Fetch::Application, at(0ms));
    state.failed(Fetch::Application, error(Error::Kind::Server), at(1s));
    state.settle(at(5s));
    EXPECT_EQ(state.access(), Access::Unreachable);
    state.received(Fetch::Application);
    state.settle(at(6s));
    EXPECT_EQ(state.access(), Access::Good);
}

TEST(AccessState, IsGoneOnceListAndApplicationAgreeLongEnough)
{
    for (const auto kind : {Error::Kind::NotFound, Error::Kind::Forbidden}) {
        AccessState state;
        state.answered(Fetch::Application, at(0ms));
        for (auto since = 1s; since <= 16s; since += 1s) {
            state.failed(Fetch::Application, error(kind), at(since));
            state.listed(false, at(since + 100ms));
            EXPECT_EQ(state.access() == Access::Gone, since >= 16s) << since.count();
            EXPECT_EQ(state.isMissing(), since < 16s) << since.count();
        }
        EXPECT_EQ(state.message(), u"words"_s);
        state.answered(Fetch::Application, at(20s));
        EXPECT_EQ(state.access(), Access::Gone) << "the verdict is given";
    }
    AccessState fresh;
    for (auto since = 0s; since <= 15s; since += 1s) {
        fresh.failed(Fetch::Application, error(Error::Kind::NotFound), at(since));
        fresh.listed(false, at(since));
    }
    EXPECT_EQ(fresh.access(), Access::Gone) << "also if the application never existed";
    AccessState ahead; // before the first answer, times come from this computer's clock
    ahead.failed(Fetch::Application, error(Error::Kind::NotFound), at(1h));
    for (auto since = 0s; since <= 15s; since += 1s) {
        ahead.failed(Fetch::Application, error(Error::Kind::NotFound), at(since));
        ahead.listed(false, at(since));
    }
    EXPECT_EQ(ahead.access(), Access::Gone) << "also if this computer's clock is ahead";
    AccessState deleted;
    deleted.answered(Fetch::Application, at(0ms));
    deleted.deleted(at(1s));
    EXPECT_EQ(deleted.access(), Access::Gone) << "the list stream reported the deletion";
}

TEST(AccessState, IntermittentRefusalIsNotGone)
{
    AccessState state;
    state.answered(Fetch::Application, at(0ms));
    for (auto since = 1s; since <= 120s; since += 1s) {
        if (since.count() % 10 == 0)
            state.answered(Fetch::Application, at(since));
        else
            state.failed(Fetch::Application, error(Error::Kind::Forbidden), at(since));
        state.listed(false, at(since));
        ASSERT_NE(state.access(), Access::Gone) << since.count();
    }
}

TEST(AccessState, IsNotGoneWhileListOrStreamShowsTheApplication)
{
    AccessState listed;
    AccessState received;
    AccessState unrequested;
    for (auto *state : {&listed, &received, &unrequested})
        state->answered(Fetch::Application, at(0ms));
    for (auto since = 1s; since <= 120s; since += 1s) {
        for (auto *state : {&listed, &received, &unrequested})
            state->failed(Fetch::Application, error(Error::Kind::Forbidden), at(since));
        listed.listed(since.count() % 14 == 0, at(since)); // the list contains it every 14 s
        received.listed(false, at(since));
        if (since.count() % 14 == 0)
            received.received(Fetch::Application);
        for (auto *state : {&listed, &received, &unrequested})
            ASSERT_NE(state->access(), Access::Gone) << since.count();
    }
    EXPECT_EQ(unrequested.access(), Access::Unreachable) << "the application is unreadable, and this is reported";
}

TEST(AccessState, IgnoredTokenRequiresSignInWithoutEndingTheWatch)
{
    AccessState state;
    state.answered(Fetch::Application, at(0ms));
    state.failed(Fetch::Application, error(Error::Kind::Forbidden), at(1s));
    const Error ignored{Error::Kind::SignInNeeded, {}, u"the token expired"_s, false, 401};
    state.tokenIgnored(ignored, at(2s));
    EXPECT_EQ(state.access(), Access::SignIn);
    EXPECT_EQ(state.message(), u"the token expired"_s);
    EXPECT_EQ(state.trouble(), ignored);
    for (auto since = 3s; since <= 60s; since += 1s)
        state.failed(Fetch::Application, error(Error::Kind::Forbidden), at(since));
    EXPECT_EQ(state.access(), Access::SignIn);
    state.answered(Fetch::Application, at(61s));
    EXPECT_EQ(state.access(), Access::Good) << "the user signed in";
}

TEST(AccessState, ForbiddenSourceIsAPermissionProblem)
{
    for (const auto part : {Fetch::Tree, Fetch::Managed}) {
        AccessState state;
        state.answered(Fetch::Application, at(0ms));
        state.failed(part, error(Error::Kind::Forbidden), at(1s));
        EXPECT_EQ(state.access(), Access::Permission);
        state.answered(part, at(2s));
        EXPECT_EQ(state.access(), Access::Good);
    }
}

TEST(AccessState, SourceThatFailsForLongIsAnOutage)
{
    AccessState state;
    state.answered(Fetch::Application, at(0ms));
    state.failed(Fetch::Tree, error(Error::Kind::Server), at(1s));
    state.answered(Fetch::Application, at(5s));
    EXPECT_EQ(state.access(), Access::Good);
    state.settle(at(6s));
    EXPECT_EQ(state.access(), Access::Unreachable);
    EXPECT_EQ(state.since(), at(6s));
    state.received(Fetch::Tree);
    state.settle(at(7s));
    EXPECT_EQ(state.access(), Access::Good);
}

TEST(AccessState, AwaitedApplicationIsNotCreatedInsteadOfGone)
{
    for (const auto kind : {Error::Kind::NotFound, Error::Kind::Forbidden}) {
        AccessState state;
        state.awaitCreation();
        for (int second = 0; second < 120; second += 5) {
            state.failed(Fetch::Application, error(kind), at(std::chrono::seconds(second)));
            state.listed(false, at(std::chrono::seconds(second)));
            EXPECT_EQ(state.access(), Access::NotCreated) << second;
            EXPECT_EQ(state.missingAt(), at(std::chrono::seconds(second)));
        }
        state.failed(Fetch::Application, error(Error::Kind::Unreachable), at(121s));
        EXPECT_EQ(state.access(), Access::Unreachable) << "the application may have been created since";
        state.answered(Fetch::Application, at(125s));
        EXPECT_EQ(state.access(), Access::Good);
    }
}

TEST(AccessState, ApplicationThatExistedCanBeGone)
{
    AccessState state;
    state.awaitCreation();
    state.failed(Fetch::Application, error(Error::Kind::NotFound), at(0s));
    state.answered(Fetch::Application, at(5s));
    for (int second = 10; second <= 30; second += 5) {
        state.failed(Fetch::Application, error(Error::Kind::NotFound), at(std::chrono::seconds(second)));
        state.listed(false, at(std::chrono::seconds(second)));
    }
    EXPECT_EQ(state.access(), Access::Gone);
}

TEST(AccessState, ListedApplicationIsCreatedEvenIfUnreadable)
{
    AccessState state;
    state.awaitCreation();
    state.failed(Fetch::Application, error(Error::Kind::Forbidden), at(0s));
    state.listed(true, at(1s));
    EXPECT_EQ(state.access(), Access::Unreachable);
    EXPECT_FALSE(state.message().isEmpty());
}

TEST(AccessState, StreamThatRejectsTheTokenIsNotAMissingToken)
{
    // A gateway's error has only the gRPC code; Argo CD's error also has the HTTP status.
    for (const QByteArray frame : {R"({"error":{"code":16,"message":"expired"}})",
                                   R"({"error":{"grpc_code":16,"http_code":401,"message":"expired"}})"}) {
        const auto event = Decoder().applicationEvent(frame);
        ASSERT_FALSE(event.has_value());
        EXPECT_EQ(event.error().kind, Error::Kind::SignInNeeded) << frame.toStdString();
        EXPECT_FALSE(lacksToken(event.error())) << frame.toStdString();
    }
}

TEST(AccessState, IgnoredTokenRequiresSignInWhileAwaitingCreation)
{
    AccessState state;
    state.awaitCreation();
    state.failed(Fetch::Application, error(Error::Kind::Forbidden), at(0s));
    state.tokenIgnored(error(Error::Kind::SignInNeeded), at(1s));
    EXPECT_EQ(state.access(), Access::SignIn);
}

} // namespace

} // namespace lynceus
