#include "app/cli/applications/applicationfinder.h"

#include "tests/support/waiting.h"
#include "tests/support/wirewatch.h"

#include <gtest/gtest.h>

using namespace Qt::StringLiterals;

namespace lynceus {

namespace {

Application application(const QString &nameSpace, const QString &name)
{
    Application made;
    made.nameSpace = nameSpace;
    made.name = name;
    made.project = u"shop"_s;
    return made;
}

TEST(ApplicationAddress, IsANameWithOptionalNamespace)
{
    EXPECT_EQ(*parseApplicationAddress(u"web"_s), (ApplicationAddress{{}, u"web"_s}));
    EXPECT_EQ(*parseApplicationAddress(u"team-a/web.2"_s), (ApplicationAddress{u"team-a"_s, u"web.2"_s}));
    for (const auto *bad : {"", "/", "a/", "/a", "a/b/c", "Web", "we b", "-web", "web-", "we_b", "wéb"})
        EXPECT_FALSE(parseApplicationAddress(QString::fromUtf8(bad))) << bad;
}

TEST(PickApplication, PicksTheOnlyMatch)
{
    const std::vector all{application(u"argocd"_s, u"web"_s), application(u"team-a"_s, u"api"_s)};
    const auto found = pickApplication(all, {{}, u"api"_s}, u"prod"_s);
    ASSERT_TRUE(found);
    EXPECT_EQ(found->key, (ApplicationKey{u"prod"_s, u"team-a"_s, u"api"_s}));
    EXPECT_EQ(found->project, u"shop"_s);
}

TEST(PickApplication, ListsTheCandidatesOfAnAmbiguousName)
{
    const std::vector all{application(u"team-b"_s, u"web"_s), application(u"argocd"_s, u"web"_s)};
    const auto found = pickApplication(all, {{}, u"web"_s}, u"prod"_s);
    ASSERT_FALSE(found);
    EXPECT_EQ(found.error().kind, Error::Kind::BadInput);
    EXPECT_TRUE(found.error().message.contains(u"argocd/web, team-b/web"_s)) << found.error().message.toStdString();
    EXPECT_TRUE(pickApplication(all, {u"team-b"_s, u"web"_s}, u"prod"_s));
}

TEST(PickApplication, SuggestsTheNearestName)
{
    const std::vector all{application(u"argocd"_s, u"shop-web"_s), application(u"argocd"_s, u"billing"_s)};
    const auto found = pickApplication(all, {{}, u"shop-wbe"_s}, u"prod"_s);
    ASSERT_FALSE(found);
    EXPECT_EQ(found.error().kind, Error::Kind::NotFound);
    EXPECT_TRUE(found.error().message.contains(u"did you mean shop-web?"_s)) << found.error().message.toStdString();
    EXPECT_FALSE(found.error().message.contains(u"billing"_s));
}

class ApplicationFinderTest : public ::testing::Test
{
protected:
    void serve(const QStringList &faults = {})
    {
        ReplayOptions options;
        for (const auto &fault : faults)
            options.faults.push_back(*parseFault(fault));
        m_server = std::make_unique<ReplayServer>(std::vector{recordingNamed(u"deploy-ok"_s)}, options, m_clock);
        ASSERT_TRUE(m_server->listen());
        InstanceAccess access;
        access.baseUrl = m_server->baseUrl();
        m_client = std::make_unique<ArgoCdClient>(u"prod"_s, access, m_clock);
    }

    Result<FoundApplication> find(const QString &address)
    {
        ApplicationFinder finder(*m_client);
        QObject context;
        std::optional<Result<FoundApplication>> found;
        std::ignore = finder.find(*parseApplicationAddress(address), {}, &context)
                          .then(&context, [&](const Result<FoundApplication> &result) { found = result; });
        EXPECT_TRUE(test::waitUntil([&found] { return found.has_value(); })) << "timeout: the request never settled";
        return found.value_or(badInput(u"never settled"_s));
    }

    SystemClock m_clock;
    std::unique_ptr<ReplayServer> m_server;
    std::unique_ptr<ArgoCdClient> m_client;
};

TEST_F(ApplicationFinderTest, FindsByNameWithOneRequest)
{
    serve({});
    const auto found = find(u"shop-web"_s);
    ASSERT_TRUE(found) << found.error().message.toStdString();
    EXPECT_EQ(found->key.nameSpace, u"argocd"_s);
    EXPECT_EQ(found->project, u"shop"_s);
    EXPECT_EQ(m_client->sentRequests(), 1);
}

TEST_F(ApplicationFinderTest, FindsByNamespaceAndNameWithOneRequest)
{
    serve({});
    ASSERT_TRUE(find(u"argocd/shop-web"_s));
    EXPECT_EQ(m_client->sentRequests(), 1);
}

TEST_F(ApplicationFinderTest, SuggestsWithTwoRequestsAtMost)
{
    serve({});
    for (const auto &address : {u"shop-wbe"_s, u"argocd/shop-wbe"_s}) {
        const auto before = m_client->sentRequests();
        const auto found = find(address);
        ASSERT_FALSE(found);
        EXPECT_EQ(found.error().kind, Error::Kind::NotFound);
        EXPECT_TRUE(found.error().message.contains(u"shop-web"_s)) << found.error().message.toStdString();
        EXPECT_LE(m_client->sentRequests() - before, 2);
    }
}

TEST_F(ApplicationFinderTest, RequestsTheApplicationIfTheListIsUnreadable)
{
    serve({u"unavailable"_s});
    EXPECT_FALSE(find(u"shop-web"_s)) << "nothing can be read";
    EXPECT_EQ(m_client->sentRequests(), 2);
}

TEST_F(ApplicationFinderTest, ReportsAnUnreachableServerWithoutRetry)
{
    serve({u"reset"_s});
    const auto found = find(u"shop-web"_s);
    ASSERT_FALSE(found);
    EXPECT_EQ(found.error().kind, Error::Kind::Unreachable);
    EXPECT_EQ(m_client->sentRequests(), 1);
}

TEST_F(ApplicationFinderTest, DestroyedContextReceivesNothing)
{
    serve();
    ApplicationFinder finder(*m_client);
    auto context = std::make_unique<QObject>();
    bool received = false;
    std::ignore =
        finder.find({{}, u"shop-web"_s}, {}, context.get()).then(context.get(), [&](const Result<FoundApplication> &) {
            received = true;
        });
    context.reset();
    EXPECT_TRUE(find(u"shop-web"_s)) << "a later request is answered by the same server";
    test::drainEvents();
    EXPECT_FALSE(received);
}

} // namespace

} // namespace lynceus
