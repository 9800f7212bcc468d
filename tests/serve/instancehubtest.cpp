#include "app/serve/instancehub.h"

#include "core/replay/recordings/builtinrecordings.h"
#include "core/replay/server/replayserver.h"
#include "tests/support/waiting.h"

#include <QFile>
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

TEST(InstanceHub, ANewTokenInTheFileIsUsedWithoutARestart)
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
    hub.lookAtTokens(); // the same token
    EXPECT_EQ(connection(), Connection::SignInNeeded);
    write(file, "the-new-token\n");
    hub.lookAtTokens();
    EXPECT_TRUE(waitUntil([&] { return connection() == Connection::Live; }));
    EXPECT_EQ(hub.troubleOf(u"prod"_s), QString());
}

} // namespace lynceus::test
