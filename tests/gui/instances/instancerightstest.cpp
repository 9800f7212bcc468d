#include "tests/gui/instances/instancesscene.h"

namespace lynceus {

using namespace Qt::StringLiterals;
using Connection = InstanceState::Connection;

TEST_F(InstancesPageTest, WhatAnAccountMayDoIsAskedWhileSomebodyLooks)
{
    page.hide();
    engine.putRights(u"one"_s,
                     {.applications = true, .visible = 0, .logs = false, .sync = false, .project = u"shop"_s});
    put(u"one"_s, Connection::Live);
    put(u"two"_s, Connection::SignInNeeded);
    test::drainEvents();
    EXPECT_EQ(rightsAsked(), 0) << "nobody looks";
    page.show();
    EXPECT_TRUE(test::waitUntil([this] { return rightsOf(u"one"_s).contains(u"logs may not be read"_s); }));
    EXPECT_TRUE(rightsOf(u"one"_s).contains(u"every application may be read"_s));
    EXPECT_TRUE(rightsOf(u"one"_s).contains(u"logs, get, shop/*, allow"_s)) << "what to ask an administrator for";
    EXPECT_EQ(rightsOf(u"two"_s), QString()) << "nobody is signed in there";
    put(u"one"_s, Connection::Live);
    put(u"one"_s, Connection::Stale);
    put(u"one"_s, Connection::Live);
    test::drainEvents();
    EXPECT_EQ(rightsAsked(), 1) << "not again with each news";
    menu(u"one"_s, u"Test"_s);
    EXPECT_EQ(rightsAsked(), 2);
}

TEST_F(InstancesPageTest, WhoeverSignsInIsAskedAnew)
{
    engine.putRights(u"one"_s, {.applications = true, .visible = 0, .logs = true, .sync = true, .project = u"*"_s});
    put(u"one"_s, Connection::Live);
    EXPECT_TRUE(test::waitUntil([this] { return rightsOf(u"one"_s).contains(u"logs may be read"_s); }));
    put(u"one"_s, Connection::SignInNeeded);
    EXPECT_EQ(rightsOf(u"one"_s), QString());
    engine.holdAnswers(true);
    put(u"one"_s, Connection::Live);
    EXPECT_EQ(rightsOf(u"one"_s), u"asking what this account may do…"_s);
    put(u"one"_s, Connection::SignInNeeded);
    engine.holdAnswers(false);
    test::drainEvents();
    EXPECT_EQ(rightsOf(u"one"_s), QString()) << "an answer for somebody who is gone";
    EXPECT_EQ(rightsAsked(), 2);
}

TEST_F(InstancesPageTest, WhatIsNotSaidOfRightsIsSaidToBeUnknown)
{
    put(u"one"_s, Connection::Polling);
    EXPECT_TRUE(test::waitUntil(
        [this] { return rightsOf(u"one"_s).contains(u"the server does not say whether logs may be read"_s); }));
    put(u"two"_s, Connection::Live);
    engine.failNext({.kind = Error::Kind::TimedOut, .message = u"no answer within 30 s"_s});
    menu(u"two"_s, u"Test"_s);
    EXPECT_TRUE(test::waitUntil([this] {
        return rightsOf(u"two"_s) == u"what this account may do could not be asked: no answer within 30 s"_s;
    }));
}

TEST(InstanceWords, SayWhoWeAreAndForHowLong)
{
    InstanceState state;
    const Instant now{Duration(1'795'000'000'000)};
    EXPECT_EQ(accountText(state, now), u"not signed in"_s);
    state.user = u"jane"_s;
    state.connection = Connection::Live;
    state.signedInUntil = now + std::chrono::hours(5);
    EXPECT_EQ(accountText(state, now), u"signed in as jane, for 5 h more"_s);
    state.renewable = true;
    state.tokenForThisRunOnly = true;
    EXPECT_EQ(accountText(state, now),
              u"signed in as jane, renewed by itself, until Lynceus quits, because there is no keychain"_s);
}

} // namespace lynceus
