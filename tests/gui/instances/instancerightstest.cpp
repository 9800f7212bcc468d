#include "tests/gui/instances/instancesscene.h"

namespace lynceus {

using namespace Qt::StringLiterals;

TEST_F(InstancesPageTest, RequestsRightsOnlyWhileVisible)
{
    page.hide();
    engine.putRights(u"one"_s,
                     {.applications = true, .visible = 0, .logs = false, .sync = false, .project = u"shop"_s});
    put(u"one"_s, Connection::Live);
    put(u"two"_s, Connection::SignInNeeded);
    test::drainEvents();
    EXPECT_EQ(rightsAsked(), 0) << "the rights are not visible";
    page.show();
    EXPECT_TRUE(test::waitUntil([this] { return rightsOf(u"one"_s).contains(u"this account cannot read logs"_s); }));
    EXPECT_TRUE(rightsOf(u"one"_s).contains(u"this account can read all applications"_s));
    EXPECT_TRUE(rightsOf(u"one"_s).contains(u"logs, get, shop/*, allow"_s)) << "the policy rule to request";
    EXPECT_EQ(rightsOf(u"two"_s), QString()) << "not signed in there";
    put(u"one"_s, Connection::Live);
    put(u"one"_s, Connection::Stale);
    put(u"one"_s, Connection::Live);
    test::drainEvents();
    EXPECT_EQ(rightsAsked(), 1) << "not repeated with each update";
    menu(u"one"_s, u"Test"_s);
    EXPECT_EQ(rightsAsked(), 2);
}

TEST_F(InstancesPageTest, SignInRequestsRightsAgain)
{
    engine.putRights(u"one"_s, {.applications = true, .visible = 0, .logs = true, .sync = true, .project = u"*"_s});
    put(u"one"_s, Connection::Live);
    EXPECT_TRUE(test::waitUntil([this] { return rightsOf(u"one"_s).contains(u"this account can read logs"_s); }));
    put(u"one"_s, Connection::SignInNeeded);
    EXPECT_EQ(rightsOf(u"one"_s), QString());
    engine.holdAnswers(true);
    put(u"one"_s, Connection::Live);
    EXPECT_EQ(rightsOf(u"one"_s), u"checking permissions…"_s);
    put(u"one"_s, Connection::SignInNeeded);
    engine.holdAnswers(false);
    test::drainEvents();
    EXPECT_EQ(rightsOf(u"one"_s), QString()) << "an answer for a removed account";
    EXPECT_EQ(rightsAsked(), 2);
}

TEST_F(InstancesPageTest, MissingRightsAreShownAsUnknown)
{
    put(u"one"_s, Connection::Polling);
    EXPECT_TRUE(test::waitUntil([this] {
        return rightsOf(u"one"_s).contains(u"the server does not report whether this account can read logs"_s);
    }));
    put(u"two"_s, Connection::Live);
    engine.failNext({.kind = Error::Kind::TimedOut, .message = u"no response within 30 s"_s});
    menu(u"two"_s, u"Test"_s);
    EXPECT_TRUE(test::waitUntil(
        [this] { return rightsOf(u"two"_s) == u"permissions could not be checked: no response within 30 s"_s; }));
}

TEST(InstanceText, ShowAccountAndExpiry)
{
    InstanceState state;
    const Instant now{Duration(1'795'000'000'000)};
    EXPECT_EQ(accountText(state, now), u"not signed in"_s);
    state.user = u"jane"_s;
    state.connection = Connection::Live;
    state.signedInUntil = now + std::chrono::hours(5);
    EXPECT_EQ(accountText(state, now), u"signed in as jane, expires in 5 h"_s);
    state.renewable = true;
    state.tokenForThisRunOnly = true;
    EXPECT_EQ(accountText(state, now),
              u"signed in as jane, renewed automatically, until Lynceus quits (no keychain)"_s);
}

} // namespace lynceus
