#include "core/engine/watches/childfinder.h"

#include "tests/support/rawserver.h"
#include "tests/support/waiting.h"

#include <gmock/gmock.h>

namespace lynceus {

using namespace Qt::StringLiterals;
using test::ReceivedRequest;
using test::Script;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::UnorderedElementsAre;

namespace {

Script answer(const QByteArray &body, const QByteArray &status = "200 OK")
{
    return {test::send("HTTP/1.1 " + status + "\r\nContent-Type: application/json\r\nContent-Length: "
                       + QByteArray::number(body.size()) + "\r\n\r\n" + body)};
}

Script forbidden()
{
    return answer(R"({"error":"permission denied","code":7,"message":"permission denied"})", "403 Forbidden");
}

QByteArray resource(const QByteArray &kind, const QByteArray &name, const QByteArray &status = "Synced")
{
    return R"({"group":"argoproj.io","kind":")" + kind + R"(","namespace":"argocd","name":")" + name + R"(","status":")"
        + status + R"("})";
}

/// An Argo CD over raw sockets with applications and ApplicationSets that the test changes.
class ChildFinderTest : public testing::Test
{
protected:
    ChildFinderTest()
        : m_server([this](const ReceivedRequest &request) { return reply(request); })
        , m_client(u"here"_s, {.baseUrl = m_server.url()}, m_clock)
    { }

    void addApplication(const QByteArray &name, const QByteArrayList &resources = {}, const QByteArray &image = {},
                        const QByteArray &owner = {})
    {
        const QByteArray owners = owner.isEmpty()
            ? QByteArray()
            : R"(,"ownerReferences":[{"kind":"ApplicationSet","name":")" + owner + R"("}])";
        m_applications[name] = R"({"metadata":{"name":")" + name
            + R"(","namespace":"argocd","uid":"u","resourceVersion":"1")" + owners
            + R"(},"spec":{"project":"shop"},"status":{"sync":{"status":"Synced"},"resources":[)" + resources.join(',')
            + "]}}";
        m_images[name] = image;
    }
    void addSet(const QByteArray &name, const QByteArrayList &resources)
    {
        m_sets[name] =
            R"({"metadata":{"name":")" + name + R"("},"status":{"resources":[)" + resources.join(',') + "]}}";
    }

    ChildFinder &find(const QString &parent, const QStringList &images = {}, bool waitForApp = false)
    {
        ChildSearch search;
        search.parent = {u"here"_s, u"argocd"_s, parent};
        search.waitForApp = waitForApp;
        for (const auto &text : images)
            search.images.push_back(*parseImageReference(text));
        m_finder.emplace(m_client, std::move(search));
        QObject::connect(&*m_finder, &ChildFinder::childFound, &*m_finder, [this](const FoundChild &child) {
            found.append(child.key.name);
            imagesFound.push_back(child.images.size());
        });
        QObject::connect(&*m_finder, &ChildFinder::searched, &*m_finder, [this] { ++searches; });
        QObject::connect(&*m_finder, &ChildFinder::failed, &*m_finder,
                         [this](const Error &reported) { error = reported; });
        m_finder->start();
        return *m_finder;
    }
    [[nodiscard]] bool waitForSearch()
    {
        const int before = searches;
        return test::waitUntil([&] { return searches > before || error; });
    }
    [[nodiscard]] int asked(const QByteArray &begin) const
    {
        return int(std::ranges::count_if(m_server.requests(), [&](const ReceivedRequest &request) {
            return request.line.startsWith("GET " + begin);
        }));
    }
    static QStringList namesOf(const std::vector<ApplicationKey> &keys)
    {
        QStringList names;
        for (const auto &key : keys)
            names += key.name;
        return names;
    }

    std::map<QByteArray, QByteArray> m_applications;
    std::map<QByteArray, QByteArray> m_images;
    std::map<QByteArray, QByteArray> m_sets;
    bool mayReadSets = true;
    bool isSignedIn = true;
    QByteArrayList hidden; ///< exist, but the account must not see them
    QStringList found;
    std::vector<std::size_t> imagesFound;          ///< number of images of each found application
    std::map<QByteArray, QByteArray> afterRefresh; ///< images that appear after a comparison with git
    int searches = 0;
    std::optional<Error> error;

private:
    Script reply(const ReceivedRequest &request)
    {
        const auto path = request.line.split(' ').value(1).split('?').front().split('/');
        if (!isSignedIn)
            return answer(R"({"error":"invalid session","code":16,"message":"invalid session"})", "401 Unauthorized");
        if (path.value(3) == "applicationsets") {
            const auto set = m_sets.find(path.value(4));
            return mayReadSets && set != m_sets.end() ? answer(set->second) : forbidden();
        }
        if (path.value(3) != "applications")
            return answer(R"({"Version":"v3.6.0"})");
        const auto name = path.value(4);
        if (name.isEmpty())
            return answer(list());
        const auto application = m_applications.find(name);
        if (application == m_applications.end() || hidden.contains(name))
            return forbidden();
        const auto compared = afterRefresh.find(name);
        if (request.line.contains("refresh=") && compared != afterRefresh.end())
            m_images[name] = compared->second;
        return answer(path.value(5) == "managed-resources" ? manifests(name) : application->second);
    }

    QByteArray list() const
    {
        QByteArrayList items;
        for (const auto &[name, json] : m_applications) {
            if (!hidden.contains(name))
                items.append(json);
        }
        return R"({"metadata":{"resourceVersion":"1"},"items":[)" + items.join(',') + "]}";
    }

    QByteArray manifests(const QByteArray &name) const
    {
        const auto &image = m_images.at(name);
        if (image.isEmpty())
            return R"({"items":[]})";
        return R"({"items":[{"group":"apps","kind":"Deployment","namespace":"x","name":"web","targetState":"{\"kind\":\"Deployment\",\"spec\":{\"template\":{\"spec\":{\"containers\":[{\"name\":\"c\",\"image\":\")"
            + image + R"(\"}]}}}}","liveState":""}]})";
    }

    SystemClock m_clock;
    test::RawServer m_server;
    ArgoCdClient m_client;
    std::optional<ChildFinder> m_finder;
};

} // namespace

TEST_F(ChildFinderTest, NestedAppOfAppsApplicationsAreFound)
{
    addApplication("shop",
                   {resource("Application", "shop-web"), resource("Application", "shop-inner"),
                    resource("ApplicationSet", "shop-fleet")});
    addApplication("shop-web");
    addApplication("shop-inner", {resource("Application", "shop-api"), resource("Application", "shop")});
    addApplication("shop-api");
    addSet("shop-fleet", {resource("Application", "fleet-dev")});
    addApplication("fleet-dev");
    auto &finder = find(u"shop"_s);
    ASSERT_TRUE(waitForSearch());
    EXPECT_THAT(found, UnorderedElementsAre(u"shop-web"_s, u"shop-api"_s, u"fleet-dev"_s))
        << "a cycle of parents does not end the search";
    EXPECT_FALSE(finder.isComplete()) << "a complete search was not requested";
    ASSERT_TRUE(test::waitUntil([&] { return !finder.blocker(); }))
        << "timeout: the refresh did not compare the applications";
    EXPECT_GE(asked("/api/v1/applications/shop?"), 2);
    finder.searchClosely();
    EXPECT_FALSE(finder.isComplete());
    ASSERT_TRUE(test::waitUntil([&] { return finder.isComplete(); }));
    EXPECT_EQ(found.size(), 3) << "each application is reported once";
}

TEST_F(ChildFinderTest, OnlyApplicationsThatUseAnImageAreIncluded)
{
    addApplication("shop", {resource("Application", "web"), resource("Application", "api")});
    addApplication("web", {}, "ghcr.io/acme/web:1");
    addApplication("api", {}, "ghcr.io/acme/api:1");
    auto &finder = find(u"shop"_s, {u"ghcr.io/acme/web:2"_s});
    ASSERT_TRUE(waitForSearch());
    EXPECT_THAT(found, ElementsAre(u"web"_s));
    EXPECT_THAT(namesOf(finder.leftOut()), ElementsAre(u"api"_s));
    // A new commit makes an application that was left out use the image.
    addApplication("api", {}, "ghcr.io/acme/web:1");
    finder.searchClosely();
    ASSERT_TRUE(test::waitUntil([&] { return found.size() == 2; }));
    EXPECT_THAT(finder.leftOut(), IsEmpty());
}

TEST_F(ChildFinderTest, ApplicationWithMoreImagesIsReportedAgain)
{
    addApplication("shop", {resource("Application", "web"), resource("Application", "jobs")});
    addApplication("web", {}, "ghcr.io/acme/api:1");
    addApplication("jobs", {}, "ghcr.io/acme/worker:1");
    auto &finder = find(u"shop"_s, {u"ghcr.io/acme/api:2"_s, u"ghcr.io/acme/worker:2"_s});
    ASSERT_TRUE(waitForSearch());
    EXPECT_THAT(found, UnorderedElementsAre(u"web"_s, u"jobs"_s));
    EXPECT_THAT(imagesFound, ElementsAre(1U, 1U));
    addApplication("web", {}, "ghcr.io/acme/worker:2");
    finder.searchClosely();
    ASSERT_TRUE(test::waitUntil([&] { return finder.isComplete(); }));
    EXPECT_EQ(found.size(), 3);
    EXPECT_EQ(found.back(), u"web"_s);
    EXPECT_EQ(imagesFound.back(), 2U) << "images used before are expected, too";
}

TEST_F(ChildFinderTest, ExcludedApplicationIsIncludedIfItsImagesInGitMatch)
{
    addApplication("shop", {resource("Application", "web"), resource("Application", "api")});
    addApplication("web", {}, "ghcr.io/acme/web:1");
    addApplication("api", {}, "ghcr.io/acme/api:1");
    afterRefresh["api"] = "ghcr.io/acme/web:2";
    auto &finder = find(u"shop"_s, {u"ghcr.io/acme/web:2"_s});
    ASSERT_TRUE(test::waitUntil([&] { return searches > 0 && !finder.blocker(); }));
    EXPECT_THAT(found, ElementsAre(u"web"_s));
    finder.searchClosely();
    ASSERT_TRUE(test::waitUntil([&] { return finder.isComplete(); }));
    EXPECT_THAT(found, ElementsAre(u"web"_s, u"api"_s));
    EXPECT_LE(asked("/api/v1/applications/api?"), 4)
        << "first search, complete search, comparison, and at most one more";
}

TEST_F(ChildFinderTest, ComparisonOfAnExcludedApplicationIsAwaited)
{
    addApplication("shop", {resource("Application", "web"), resource("Application", "api")});
    addApplication("web", {}, "ghcr.io/acme/web:1");
    addApplication("api", {}, "ghcr.io/acme/api:1");
    m_applications["api"].replace(R"("uid")", R"("annotations":{"argocd.argoproj.io/refresh":"normal"},"uid")");
    auto &finder = find(u"shop"_s, {u"ghcr.io/acme/web:2"_s});
    ASSERT_TRUE(test::waitUntil([&] { return searches > 0 && !finder.blocker(); }));
    finder.searchClosely();
    ASSERT_TRUE(test::waitUntil([&] { return finder.blocker().has_value(); }));
    EXPECT_EQ(finder.blocker()->kind, Blocker::Kind::ComparisonAwaited);
    EXPECT_EQ(finder.blocker()->resource.name, u"api"_s);
    EXPECT_FALSE(finder.isComplete());
}

TEST_F(ChildFinderTest, UnusedImageIsAwaited)
{
    addApplication("shop", {resource("Application", "web")});
    addApplication("web", {}, "ghcr.io/acme/web:1");
    auto &finder = find(u"shop"_s, {u"ghcr.io/acme/wbe:2"_s});
    ASSERT_TRUE(test::waitUntil([&] { return finder.inVainSince().has_value(); }));
    EXPECT_EQ(finder.blocker()->kind, Blocker::Kind::NotNoticed);
    EXPECT_EQ(finder.unusedImages().size(), 1U);
    EXPECT_THAT(finder.imagesSeen(), ElementsAre(u"ghcr.io/acme/web:1"_s));
    finder.searchClosely();
    ASSERT_TRUE(waitForSearch());
    EXPECT_FALSE(finder.isComplete());
}

TEST_F(ChildFinderTest, LaterApplicationIsFound)
{
    addApplication("shop", {resource("Application", "web"), resource("Application", "new", "OutOfSync")});
    addApplication("web");
    auto &finder = find(u"shop"_s);
    ASSERT_TRUE(
        test::waitUntil([&] { return finder.blocker() && finder.blocker()->kind == Blocker::Kind::NotCreated; }));
    EXPECT_EQ(finder.blocker()->resource.name, u"new"_s);
    finder.searchClosely();
    ASSERT_TRUE(waitForSearch());
    EXPECT_FALSE(finder.isComplete()) << "the application belongs to the release";
    addApplication("new");
    finder.searchClosely();
    ASSERT_TRUE(test::waitUntil([&] { return found.size() == 2; }));
    EXPECT_THAT(found, ElementsAre(u"web"_s, u"new"_s));
    ASSERT_TRUE(waitForSearch());
    EXPECT_EQ(finder.blocker()->kind, Blocker::Kind::SyncAwaited) << "no image proves the version, and the spec is old";
    EXPECT_FALSE(finder.isComplete());
    addApplication("shop", {resource("Application", "web"), resource("Application", "new")});
    finder.searchClosely();
    ASSERT_TRUE(test::waitUntil([&] { return finder.isComplete(); }));
}

TEST_F(ChildFinderTest, UnreadableApplicationIsNotExcluded)
{
    addApplication("shop", {resource("Application", "web"), resource("Application", "secret")});
    addApplication("web");
    addApplication("secret");
    hidden.append("secret");
    auto &finder = find(u"shop"_s);
    finder.searchClosely();
    ASSERT_TRUE(waitForSearch());
    EXPECT_FALSE(finder.isComplete());
    ASSERT_TRUE(test::waitUntil([&] { return found.size() == 2; }, ChildFinder::kUnreadable + test::kPatience));
    EXPECT_THAT(found, ElementsAre(u"web"_s, u"secret"_s)) << "the application's own watch reports the error";
}

TEST_F(ChildFinderTest, ApplicationRemovedFromGitIsNotPartOfTheRelease)
{
    addApplication("shop", {resource("Application", "web"), resource("Application", "old")});
    addApplication("web", {}, "ghcr.io/acme/web:1");
    addApplication("old", {}, "ghcr.io/acme/old:1");
    auto &finder = find(u"shop"_s, {u"ghcr.io/acme/web:2"_s});
    ASSERT_TRUE(waitForSearch());
    EXPECT_THAT(namesOf(finder.leftOut()), ElementsAre(u"old"_s));
    // The application was deleted, but its parent still names it: its images are unknown.
    hidden.append("old");
    finder.searchClosely();
    ASSERT_TRUE(waitForSearch());
    EXPECT_FALSE(finder.isComplete());
    addApplication("shop", {resource("Application", "web")});
    finder.searchClosely();
    ASSERT_TRUE(test::waitUntil([&] { return finder.isComplete(); }));
    EXPECT_THAT(finder.leftOut(), IsEmpty());
}

TEST_F(ChildFinderTest, ParentWithUnrenderableResourcesIsPending)
{
    addApplication("shop", {resource("Application", "web")});
    addApplication("web");
    auto &finder = find(u"shop"_s);
    finder.searchClosely();
    ASSERT_TRUE(test::waitUntil([&] { return finder.isComplete(); }));
    m_applications["shop"] = R"({"metadata":{"name":"shop","namespace":"argocd"},"spec":{"project":"shop"},"status":{
        "sync":{"status":"Unknown"},"resources":[],"conditions":[{"type":"ComparisonError","message":"no chart"}]}})";
    finder.searchClosely();
    ASSERT_TRUE(test::waitUntil([&] { return finder.blocker().has_value(); }));
    EXPECT_EQ(finder.blocker()->kind, Blocker::Kind::DesiredStateError);
    EXPECT_FALSE(finder.isComplete());
}

TEST_F(ChildFinderTest, ApplicationsOfASetAreFoundByListOrOwner)
{
    addApplication("fleet-dev", {}, {}, "fleet");
    addApplication("fleet-prod", {}, {}, "fleet");
    addApplication("other", {}, {}, "fleet-2");
    addSet("fleet", {resource("Application", "fleet-dev"), resource("Application", "fleet-prod")});
    for (const bool may : {true, false}) {
        mayReadSets = may;
        found.clear();
        auto &finder = find(u"fleet"_s);
        ASSERT_TRUE(waitForSearch()) << may;
        EXPECT_FALSE(error) << may;
        EXPECT_THAT(found, UnorderedElementsAre(u"fleet-dev"_s, u"fleet-prod"_s)) << may;
        EXPECT_EQ(finder.parentKind(), ParentKind::ApplicationSet);
        EXPECT_EQ(finder.isByOwner(), !may);
        finder.searchClosely();
        ASSERT_TRUE(test::waitUntil([&] { return finder.isComplete(); })) << may;
    }
}

TEST_F(ChildFinderTest, UnreadableApplicationSetIsPending)
{
    addApplication("shop", {resource("Application", "web"), resource("ApplicationSet", "fleet")});
    addApplication("web");
    auto &finder = find(u"shop"_s);
    ASSERT_TRUE(
        test::waitUntil([&] { return finder.blocker() && finder.blocker()->kind == Blocker::Kind::Permission; }));
    EXPECT_EQ(finder.blocker()->resource.kind, u"ApplicationSet"_s);
    finder.searchClosely();
    ASSERT_TRUE(waitForSearch());
    EXPECT_FALSE(finder.isComplete()) << "unknown whether the set has applications";
}

TEST_F(ChildFinderTest, ParentWithoutApplicationsIsAwaited)
{
    addApplication("web");
    auto &finder = find(u"web"_s);
    ASSERT_TRUE(test::waitUntil([&] { return finder.inVainSince().has_value(); }));
    EXPECT_FALSE(finder.hasChildren());
    EXPECT_THAT(found, IsEmpty()) << "the application itself is no child";
    EXPECT_EQ(finder.blocker()->detail, u"children"_s);
    finder.searchClosely();
    ASSERT_TRUE(waitForSearch());
    EXPECT_FALSE(finder.isComplete());
}

TEST_F(ChildFinderTest, MissingParentFailsUnlessAwaited)
{
    find(u"shop"_s);
    ASSERT_TRUE(test::waitUntil([&] { return error.has_value(); }));
    EXPECT_EQ(error->kind, Error::Kind::Forbidden);
    error.reset();
    auto &finder = find(u"shop"_s, {}, true);
    ASSERT_TRUE(waitForSearch());
    EXPECT_FALSE(error);
    EXPECT_EQ(finder.blocker()->kind, Blocker::Kind::NotCreated);
    addApplication("shop", {resource("Application", "web")});
    addApplication("web");
    finder.searchClosely();
    ASSERT_TRUE(test::waitUntil([&] { return finder.isComplete(); }));
    EXPECT_THAT(found, ElementsAre(u"web"_s));
}

TEST_F(ChildFinderTest, RejectedSignInEndsTheSearch)
{
    isSignedIn = false;
    auto &finder = find(u"shop"_s);
    ASSERT_TRUE(waitForSearch());
    EXPECT_FALSE(error) << "a restarting server can return a single 401";
    EXPECT_EQ(finder.blocker()->kind, Blocker::Kind::SignIn);
    finder.searchClosely();
    ASSERT_TRUE(test::waitUntil([&] { return error.has_value(); }));
    EXPECT_EQ(error->kind, Error::Kind::SignInNeeded);
}

TEST_F(ChildFinderTest, MoreThanAFewHundredApplicationsAreTooMany)
{
    QByteArrayList resources;
    for (std::size_t i = 0; i <= ChildFinder::kMost; ++i)
        resources.append(resource("Application", "a" + QByteArray::number(i)));
    addApplication("shop", resources);
    find(u"shop"_s);
    ASSERT_TRUE(test::waitUntil([&] { return error.has_value(); }));
    EXPECT_EQ(error->kind, Error::Kind::TooLarge);
    EXPECT_TRUE(error->message.contains("--app"_L1));
}

} // namespace lynceus
