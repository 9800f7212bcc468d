#include "app/serve/teamserver.h"

#include "core/domain/watch/watchrequests.h"

#include <QTcpServer>
#include <QTemporaryDir>

#include <gtest/gtest.h>

namespace lynceus::test {

using namespace Qt::StringLiterals;

TEST(TeamServer, AcceptsNoTasksIfItCannotListen)
{
    const SystemClock clock;
    const QTemporaryDir folder;
    QTcpServer other;
    ASSERT_TRUE(other.listen(QHostAddress::LocalHost));
    ServeConfig config;
    config.port = other.serverPort();
    config.database.file = folder.filePath(u"tasks.db"_s);
    StoredTask task;
    task.task = {.id = u"a"_s, .instance = u"prod"_s, .app = u"shop"_s, .created = clock.now(), .updated = clock.now()};
    WatchRequest request;
    request.application = {u"prod"_s, {}, u"shop"_s};
    task.watch.record = beginningOf(request, task.task.id, clock.now());
    {
        auto store = TaskStore::open(config.database, clock);
        ASSERT_TRUE(store);
        ASSERT_TRUE((*store)->add(task, u"me"_s, Duration{15'000}, [](const StoredTask &) { return std::nullopt; }));
    }
    {
        TeamServer server(config, clock);
        const auto started = server.start();
        ASSERT_FALSE(started);
        EXPECT_EQ(started.error().kind, Error::Kind::Unreachable);
    }
    auto store = TaskStore::open(config.database, clock);
    ASSERT_TRUE(store);
    EXPECT_EQ((*store)->takeOver(u"another"_s, Duration{15'000}, 9).value().size(), 1U);
}

} // namespace lynceus::test
