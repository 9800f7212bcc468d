#include "app/serve/instancehub.h"

#include "core/replay/recordings/builtinrecordings.h"
#include "core/replay/server/replayserver.h"
#include "tests/serve/silentargocd.h"
#include "tests/support/waiting.h"

#include <QFile>
#include <QLoggingCategory>
#include <QScopeGuard>
#include <QTemporaryDir>

#include <gtest/gtest.h>

namespace lynceus::test {

using namespace Qt::StringLiterals;

namespace {

void write(const QString &fileName, const QByteArray &bytes)
{
    QFile file(fileName);
    ASSERT_TRUE(file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size());
}

} // namespace

TEST(InstanceHub, UsesANewTokenFromTheFileWithoutARestart)
{
    const SystemClock clock;
    const QTemporaryDir folder;
    const auto file = folder.filePath(u"token"_s);
    write(file, "an-old-token\n");
    auto recording = builtInRecording(u"deploy-ok"_s);
    ASSERT_TRUE(recording);
    std::vector<Recording> recordings;
    recordings.push_back(*std::move(recording));
    ReplayOptions options;
    options.token = "the-new-token";
    ReplayServer argocd(std::move(recordings), options, clock);
    ASSERT_TRUE(argocd.listen());

    InstanceHub hub({{u"prod"_s, argocd.baseUrl(), {}, file, {}}}, clock);
    hub.start();
    const auto connection = [&] { return hub.states().front().connection; };
    ASSERT_TRUE(waitUntil([&] { return connection() == Connection::SignInNeeded; }));
    EXPECT_FALSE(hub.troubleOf(u"prod"_s).isEmpty());
    hub.checkTokens(); // the token has not changed
    EXPECT_EQ(connection(), Connection::SignInNeeded);
    write(file, "the-new-token\n");
    hub.checkTokens();
    EXPECT_TRUE(waitUntil([&] { return connection() == Connection::Live; }));
    EXPECT_EQ(hub.troubleOf(u"prod"_s), QString());
}

TEST(InstanceHub, UnreadableApplicationHidesNoOther)
{
    const SystemClock clock;
    SilentArgoCd prod({SilentArgoCd::application("argocd", "shop-web"), R"({"metadata":{"name":"odd"},"spec":7})"});
    SilentArgoCd dev({SilentArgoCd::application("team-a", "shop-api")});
    InstanceHub hub({{u"prod"_s, prod.url(), {}, {}, {}}, {u"dev"_s, dev.url(), {}, {}, {}}}, clock);
    hub.start();
    EXPECT_TRUE(hub.isStarting());
    ASSERT_TRUE(waitUntil([&] { return prod.isAskedForList() && dev.isAskedForList(); }));
    EXPECT_TRUE(hub.isStarting(u"shop-api"_s, {}));
    EXPECT_FALSE(hub.isStarting(u"team-a/shop-api"_s, u"dev"_s));
    dev.sendHeaders();
    ASSERT_TRUE(waitUntil([&] { return !hub.isStarting(u"shop-api"_s, u"dev"_s); }));
    EXPECT_EQ(hub.find(u"shop-api"_s, {}).error().kind, Error::Kind::Unreachable)
        << "prod may also have the application";

    QLoggingCategory::setFilterRules(u"lynceus.stream=false"_s); // hides the warning about the unreadable application
    const auto restore = qScopeGuard([] { QLoggingCategory::setFilterRules({}); });
    prod.sendHeaders();
    ASSERT_TRUE(waitUntil([&] { return !hub.isStarting(); }));
    EXPECT_EQ(hub.find(u"shop-api"_s, {}), (ApplicationKey{u"dev"_s, u"team-a"_s, u"shop-api"_s}));
    EXPECT_EQ(hub.find(u"shop-web"_s, {}), (ApplicationKey{u"prod"_s, u"argocd"_s, u"shop-web"_s}));
    // It may be the unreadable application, so the error must not be "not found".
    const auto odd = hub.find(u"odd"_s, {});
    ASSERT_FALSE(odd);
    EXPECT_EQ(odd.error().kind, Error::Kind::Unreachable);
    EXPECT_TRUE(odd.error().message.contains(u"prod"_s));
    EXPECT_EQ(hub.find(u"odd"_s, u"prod"_s), (ApplicationKey{u"prod"_s, {}, u"odd"_s}));
}

} // namespace lynceus::test
