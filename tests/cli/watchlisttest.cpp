#include "core/io/store/database/storefolder.h"
#include "core/io/store/watchstore.h"
#include "tests/cli/programrun.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>

#include <sys/stat.h>

#include <gtest/gtest.h>

using namespace Qt::StringLiterals;

namespace lynceus {

namespace {

constexpr Instant kNow{Duration{1'795'000'000'000}}; // 2026-11-18T11:06:40Z
constexpr Duration kDay{std::chrono::hours(24)};

StoredWatch watch(const QString &id, const QString &application, Outcome outcome, Duration ago)
{
    StoredWatch stored;
    auto &record = stored.record;
    record.id = id;
    record.request.application = {u"i1"_s, u"argocd"_s, application};
    record.request.images = {parseImageReference(u"ghcr.io/acme/%1:1.5.0"_s.arg(application)).value()};
    record.request.note = u"for the \x1b[31mfair"_s;
    record.expectation.application = record.request.application;
    record.expectation.images = record.request.images;
    record.expectation.registeredAt = kNow - ago - Duration{60'000};
    record.expectation.deadline = kNow - ago + Duration{600'000};
    record.oldImages = {u"ghcr.io/acme/%1:1.4.0"_s.arg(application)};
    record.registeredAt = record.expectation.registeredAt;
    record.verdict.outcome = outcome;
    if (outcome == Outcome::Failed)
        record.verdict.cause = Cause{.kind = Cause::Kind::HookFailed,
                                     .resource = {u"batch"_s, u"Job"_s, u"shop"_s, application + u"-migrate"_s}};
    if (outcome != Outcome::Waiting)
        record.endedAt = kNow - ago;
    stored.timeline = {{kNow - ago, TimelineEntry::Kind::Stage, {}, u"noticed"_s, {}},
                       {kNow - ago,
                        TimelineEntry::Kind::Resource,
                        {{}, u"Pod"_s, u"shop"_s, u"web-1"_s},
                        u"Healthy 1/1"_s,
                        {u"ghcr.io/acme/web:1.5.0"_s}}};
    return stored;
}

/// Has its own home folder with a store.
class WatchListTest : public ::testing::Test
{
protected:
    void fill()
    {
        auto store = WatchStore::open(m_home.filePath(u"lynceus/store.db"_s), kNow);
        ASSERT_TRUE(store);
        ASSERT_TRUE(store->store->write({watch(u"waaaa"_s, u"shop-web"_s, Outcome::Deployed, 3 * kDay),
                                         watch(u"wbbbb"_s, u"shop-api"_s, Outcome::Failed, kDay),
                                         watch(u"wcccc"_s, u"orders"_s, Outcome::Waiting, Duration{0})},
                                        WatchStore::Durability::Power));
    }
    [[nodiscard]] test::ProgramResult run(const QStringList &arguments)
    {
        return test::run(arguments, {{u"XDG_DATA_HOME"_s, m_home.path()}});
    }
    [[nodiscard]] QJsonArray jsonOf(const QStringList &arguments)
    {
        const auto result = run(arguments + QStringList{u"--output"_s, u"json"_s});
        EXPECT_EQ(result.exitCode, 0) << result.error.toStdString();
        return QJsonDocument::fromJson(result.output).array();
    }

    QTemporaryDir m_home;
};

TEST_F(WatchListTest, IsEmptyWithoutAStore)
{
    for (const auto &command : {QStringList{u"history"_s}, QStringList{u"watch"_s, u"list"_s}}) {
        const auto result = run(command);
        EXPECT_EQ(result.exitCode, 0) << result.error.toStdString();
        EXPECT_TRUE(result.output.isEmpty());
        EXPECT_EQ(jsonOf(command), QJsonArray());
    }
    EXPECT_TRUE(QDir(m_home.path()).isEmpty()) << "reading creates no files";
}

TEST_F(WatchListTest, UnreadableWatchesAreCountedOnStandardError)
{
    fill();
    const auto file = m_home.filePath(u"lynceus/store.db"_s);
    {
        Database database(file);
        ASSERT_TRUE(database.open(Database::Use::Write));
        ASSERT_TRUE(database.run(u"UPDATE watch SET record=x'00' WHERE id='waaaa'"_s));
    }
    for (const auto &command : {QStringList{u"history"_s}, QStringList{u"watch"_s, u"list"_s}}) {
        const auto result = run(command);
        EXPECT_EQ(result.exitCode, 0);
        EXPECT_TRUE(result.error.contains("1 watch in " + file.toUtf8() + " cannot be read"))
            << result.error.toStdString();
        EXPECT_FALSE(result.output.contains("waaaa"));
    }
}

TEST_F(WatchListTest, PipeInPlaceOfTheStoreIsAnImmediateError)
{
    const auto file = m_home.filePath(u"lynceus/store.db"_s);
    ASSERT_TRUE(QDir(m_home.path()).mkpath(u"lynceus"_s));
    ASSERT_EQ(mkfifo(QFile::encodeName(file).constData(), 0600), 0);
    const auto result = run({u"history"_s});
    EXPECT_EQ(result.exitCode, 2);
    EXPECT_TRUE(result.error.contains("is a named pipe, not a file: move it away")) << result.error.toStdString();
}

TEST_F(WatchListTest, HistoryShowsEndedWatchesNewestFirst)
{
    fill();
    const auto lines = test::linesOf(run({u"history"_s, u"--utc"_s}).output);
    ASSERT_EQ(lines.size(), 3);
    EXPECT_TRUE(lines[0].startsWith("ID "));
    EXPECT_TRUE(lines[1].contains("wbbbb") && lines[1].contains("i1:shop-api") && lines[1].contains("failed")
                && lines[1].contains("2026-11-17T11:06:40Z") && lines[1].contains("shop-api-migrate"))
        << lines[1].toStdString();
    EXPECT_TRUE(lines[2].contains("waaaa") && lines[2].contains("deployed")) << lines[2].toStdString();
}

TEST_F(WatchListTest, HistoryFilters)
{
    fill();
    const auto idsOf = [&](const QStringList &filters) {
        QStringList ids;
        for (const auto &object : jsonOf(QStringList{u"history"_s} + filters))
            ids += object[u"id"].toString();
        return ids;
    };
    EXPECT_EQ(idsOf({u"--app"_s, u"shop-web"_s}), QStringList(u"waaaa"_s));
    EXPECT_EQ(idsOf({u"--outcome"_s, u"failed"_s}), QStringList(u"wbbbb"_s));
    EXPECT_EQ(idsOf({u"--since"_s, u"2026-11-16T00:00:00Z"_s}), QStringList(u"wbbbb"_s));
    EXPECT_EQ(idsOf({u"--until"_s, u"2026-11-16T00:00:00Z"_s}), QStringList(u"waaaa"_s));
    EXPECT_EQ(idsOf({u"--text"_s, u"SHOP-API:1.5"_s}), QStringList(u"wbbbb"_s));
    EXPECT_EQ(idsOf({u"--limit"_s, u"1"_s}), QStringList(u"wbbbb"_s));
    EXPECT_EQ(idsOf({u"--instance"_s, u"elsewhere"_s}), QStringList());
}

TEST_F(WatchListTest, HistoryAsCsvHasOneRecordPerWatch)
{
    fill();
    const auto lines = test::linesOf(run({u"history"_s, u"--output"_s, u"csv"_s}).output);
    ASSERT_EQ(lines.size(), 3);
    EXPECT_TRUE(lines[1].contains("shop-api"));
}

TEST_F(WatchListTest, InvalidFiltersAreReported)
{
    const std::vector<std::pair<QStringList, QByteArray>> wrong{{{u"--outcome"_s, u"faild"_s}, "failed"},
                                                                {{u"--since"_s, u"yesterday"_s}, "--since yesterday"},
                                                                {{u"--limit"_s, u"none"_s}, "an integer"}};
    for (const auto &[filter, words] : wrong) {
        const auto result = run(QStringList{u"history"_s} + filter);
        EXPECT_EQ(result.exitCode, 2);
        EXPECT_EQ(test::linesOf(result.error).size(), 1);
        EXPECT_TRUE(result.error.contains(words)) << result.error.toStdString();
    }
}

TEST_F(WatchListTest, ListMatchesTheBoard)
{
    fill();
    const auto list = jsonOf({u"watch"_s, u"list"_s});
    ASSERT_EQ(list.size(), 3);
    EXPECT_EQ(list[2][u"id"].toString(), u"wcccc"_s);
    EXPECT_EQ(list[2][u"outcome"].toString(), u"waiting"_s);
}

TEST_F(WatchListTest, OneWatchIsShownWithItsTimeline)
{
    fill();
    const auto text = run({u"watch"_s, u"show"_s, u"wbbbb"_s, u"--utc"_s});
    EXPECT_EQ(text.exitCode, 0);
    for (const auto &part : {"shop-api-migrate", "Watch: wbbbb", "Pod web-1: Healthy 1/1", "stage: noticed"})
        EXPECT_TRUE(text.output.contains(part)) << part << " in\n" << text.output.toStdString();
    EXPECT_FALSE(text.output.contains('\x1b')) << "a note contains no control sequences";

    const auto json = run({u"watch"_s, u"show"_s, u"wbbbb"_s, u"--output"_s, u"json"_s});
    const auto object = QJsonDocument::fromJson(json.output).object();
    EXPECT_EQ(object[u"id"].toString(), u"wbbbb"_s);
    ASSERT_EQ(object[u"timeline"].toArray().size(), 2);
    EXPECT_EQ(object[u"timeline"][1][u"kind"].toString(), u"resource"_s);
    EXPECT_EQ(object[u"timeline"][1][u"resource"][u"name"].toString(), u"web-1"_s);

    const auto unknown = run({u"watch"_s, u"show"_s, u"wzzzz"_s});
    EXPECT_EQ(unknown.exitCode, 4);
    EXPECT_TRUE(unknown.error.contains("wzzzz") && unknown.error.contains("no such watch"));
}

} // namespace

} // namespace lynceus
