// Tests the commands for follow rules without a running engine: the test writes the rules to the store.
#include "core/io/store/deployments/followstore.h"
#include "core/io/store/watchstore.h"
#include "tests/cli/programrun.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>

#include <gtest/gtest.h>

using namespace Qt::StringLiterals;

namespace lynceus {

namespace {

class FollowCommandTest : public ::testing::Test
{
protected:
    [[nodiscard]] test::ProgramResult run(const QStringList &arguments)
    {
        return test::run(QStringList{u"follow"_s} + arguments, {{u"XDG_DATA_HOME"_s, m_home.path()}});
    }

    void fill(const std::vector<FollowRule> &rules)
    {
        const auto file = m_home.filePath(u"lynceus/store.db"_s);
        ASSERT_TRUE(WatchStore::open(file, Instant{}));
        auto store = FollowStore::open(file);
        ASSERT_TRUE(store);
        for (const auto &rule : rules)
            ASSERT_TRUE((*store)->save(rule));
    }

    static FollowRule rule(const QString &name)
    {
        FollowRule made;
        made.name = name;
        made.filter = u"project:shop"_s;
        return made;
    }

    QTemporaryDir m_home;
};

TEST_F(FollowCommandTest, ListsRulesAsTextJsonAndCsv)
{
    auto paused = rule(u"batch"_s);
    paused.isPaused = true;
    paused.notify = FollowRule::Notify::All;
    paused.bake = std::chrono::minutes(5);
    paused.createdAt = Instant{std::chrono::seconds(1'795'000'000)};
    fill({rule(u"shop"_s), paused});
    const auto text = run({u"list"_s});
    EXPECT_EQ(text.exitCode, 0) << text.error.toStdString();
    EXPECT_EQ(text.output.toStdString(),
              "NAME   STATE   NOTIFY    TIMEOUT  BAKE   FILTER\n"
              "shop   active  problems  15 min   –      project:shop\n"
              "batch  paused  all       15 min   5 min  project:shop\n");
    const auto rules = QJsonDocument::fromJson(run({u"list"_s, u"-o"_s, u"json"_s}).output).array();
    ASSERT_EQ(rules.size(), 2);
    const auto expected = QJsonDocument::fromJson(R"({"name": "batch", "filter": "project:shop", "timeout": 900,
        "bake": 300, "notify": "all", "paused": true, "createdAt": "2026-11-18T11:06:40Z"})");
    EXPECT_EQ(QJsonDocument(rules[1].toObject()), expected) << QJsonDocument(rules).toJson().toStdString();
    const auto csv = run({u"list"_s, u"--output"_s, u"csv"_s}).output;
    EXPECT_TRUE(
        csv.startsWith("name,filter,timeout,bake,notify,paused,createdAt\r\nshop,project:shop,900,0,problems,false,"));
    EXPECT_TRUE(csv.endsWith("batch,project:shop,900,300,all,true,2026-11-18T11:06:40Z\r\n")) << csv.toStdString();
}

TEST_F(FollowCommandTest, IsEmptyWithoutRules)
{
    const auto text = run({u"list"_s});
    EXPECT_EQ(text.exitCode, 0);
    EXPECT_TRUE(text.output.isEmpty());
    EXPECT_TRUE(text.error.contains("no follow rules")) << text.error.toStdString();
}

TEST_F(FollowCommandTest, PausesAndRemovesRules)
{
    fill({rule(u"shop"_s), rule(u"batch"_s)});
    EXPECT_EQ(run({u"pause"_s, u"shop"_s}).exitCode, 0);
    EXPECT_TRUE(run({u"list"_s}).output.contains("shop   paused"));
    EXPECT_EQ(run({u"remove"_s, u"shop"_s, u"batch"_s}).exitCode, 0);
    EXPECT_TRUE(run({u"list"_s}).output.isEmpty());
    const auto gone = run({u"remove"_s, u"shop"_s});
    EXPECT_EQ(gone.exitCode, 4);
    EXPECT_EQ(test::linesOf(gone.error).size(), 1) << gone.error.toStdString();
}

TEST_F(FollowCommandTest, ErrorsAreReportedInOneLine)
{
    fill({rule(u"shop"_s)});
    const std::vector<std::pair<QStringList, QByteArray>> wrong{
        {{u"add"_s, u"health:degraded"_s}, "health"},
        {{u"add"_s, u"project:"_s}, "project:"},
        {{u"add"_s, u"project:shop"_s, u"--name"_s, u"a b"_s}, "--name a b"},
        {{u"add"_s, u"project:shop"_s, u"--name"_s, u"shop"_s}, "--name shop"},
        {{u"add"_s, u"project:shop"_s, u"--notify"_s, u"alll"_s}, "did you mean all?"},
        {{u"add"_s, u"project:shop"_s, u"--timeout"_s, u"5"_s}, "--timeout 5"},
        {{u"add"_s, u"project:shop"_s, u"--timeout"_s, u"500d"_s}, "timeout"},
    };
    for (const auto &[arguments, part] : wrong) {
        const auto result = run(arguments);
        EXPECT_EQ(result.exitCode, 2) << arguments.join(u' ').toStdString();
        EXPECT_EQ(test::linesOf(result.error).size(), 1) << result.error.toStdString();
        EXPECT_TRUE(result.error.contains(part)) << result.error.toStdString();
    }
}

} // namespace

} // namespace lynceus
