#include "app/cli/output/deployments/deploymentlist.h"

#include "core/io/store/deployments/deploymentstore.h"
#include "core/io/store/watchstore.h"
#include "tests/cli/programrun.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>

#include <gtest/gtest.h>

using namespace Qt::StringLiterals;

namespace lynceus {

namespace {

constexpr Instant kNow{Duration{1'795'000'000'000}}; // 2026-11-18T11:06:40Z

Deployment deployment(const QString &name, Duration ago)
{
    Deployment made;
    made.application = {u"i1"_s, u"argocd"_s, name};
    made.project = u"shop"_s;
    made.kind = Deployment::Kind::Image;
    made.outcome = Deployment::Outcome::Deployed;
    made.actor = {Actor::Kind::Automated, u"Ann <ann@acme.example>"_s};
    made.images = {{u"ghcr.io/acme/"_s + name, {u"1.4.0"_s}, {u"1.5.0"_s}, false}};
    made.revisionsFrom = QStringList{QString(40, u'a')};
    made.revisionsTo = QStringList{QString(40, u'b')};
    made.commit = RevisionMetadata{u"Ann <ann@acme.example>"_s, u"Release 1.5.0"_s, kNow - ago};
    made.startedAt = kNow - ago;
    made.endedAt = made.startedAt + Duration{42'000};
    return made;
}

class DeploymentListTest : public ::testing::Test
{
protected:
    void fill(const std::vector<Deployment> &deployments)
    {
        const auto file = m_home.filePath(u"lynceus/store.db"_s);
        ASSERT_TRUE(WatchStore::open(file, kNow));
        auto store = DeploymentStore::open(file);
        ASSERT_TRUE(store);
        ASSERT_TRUE((*store)->write(deployments));
    }

    [[nodiscard]] test::ProgramResult run(const QStringList &arguments)
    {
        return test::run(QStringList{u"deployments"_s} + arguments, {{u"XDG_DATA_HOME"_s, m_home.path()}});
    }

    QTemporaryDir m_home;
};

TEST_F(DeploymentListTest, IsEmptyWithoutAStore)
{
    const auto text = run({});
    EXPECT_EQ(text.exitCode, 0);
    EXPECT_TRUE(text.output.isEmpty());
    EXPECT_TRUE(text.error.contains("no deployments match")) << text.error.toStdString();
    EXPECT_EQ(QJsonDocument::fromJson(run({u"-o"_s, u"json"_s}).output).array(), QJsonArray());
    EXPECT_TRUE(QDir(m_home.path()).isEmpty()) << "reading creates no files";
}

TEST_F(DeploymentListTest, ListsTheNewestFirstAsText)
{
    auto failed = deployment(u"api"_s, Duration{60'000});
    failed.outcome = Deployment::Outcome::Failed;
    failed.proof = Deployment::Proof::Watched;
    failed.cause = u"crash-loop"_s;
    failed.message = u"exit code 1"_s;
    auto rollback = deployment(u"cart"_s, Duration{30'000});
    rollback.kind = Deployment::Kind::Rollback;
    rollback.actor = {Actor::Kind::Rollback, u"bob"_s};
    rollback.outcome = Deployment::Outcome::InProgress;
    rollback.endedAt.reset();
    fill({deployment(u"web"_s, Duration{90'000}), failed, rollback});
    const auto result = run({u"--utc"_s});
    EXPECT_EQ(result.exitCode, 0) << result.error.toStdString();
    EXPECT_EQ(
        result.output.toStdString(),
        "STARTED               APPLICATION  CHANGE                  ACTOR           TOOK  OUTCOME      PROOF     "
        "CAUSE\n"
        "2026-11-18T11:06:10Z  i1:cart      rollback 1.4.0 → 1.5.0  bob             –     in-progress  observed\n"
        "2026-11-18T11:05:40Z  i1:api       1.4.0 → 1.5.0           automated: Ann  42 s  failed       watched   "
        "crash-loop: exit code 1\n"
        "2026-11-18T11:05:10Z  i1:web       1.4.0 → 1.5.0           automated: Ann  42 s  deployed     observed\n");
}

TEST_F(DeploymentListTest, FiltersAndRejectsUnknownFilters)
{
    auto byUpdater = deployment(u"api"_s, Duration{60'000});
    byUpdater.actor = {Actor::Kind::ImageUpdater, {}};
    fill({deployment(u"web"_s, Duration{90'000}), byUpdater});
    const auto lines = [&](const QStringList &arguments) { return test::linesOf(run(arguments).output).size(); };
    EXPECT_EQ(lines({}), 3);
    EXPECT_EQ(lines({u"--actor"_s, u"image-updater"_s}), 2);
    EXPECT_EQ(lines({u"--app"_s, u"web"_s, u"--outcome"_s, u"deployed"_s, u"--proof"_s, u"observed"_s}), 2);
    EXPECT_EQ(lines({u"--since"_s, u"2026-11-18T11:05:30Z"_s}), 2);
    EXPECT_EQ(lines({u"--text"_s, u"acme/web"_s, u"--limit"_s, u"5"_s}), 2);
    EXPECT_EQ(lines({u"--instance"_s, u"other"_s}), 0);
    for (const auto &wrong : {QStringList{u"--actor"_s, u"image-updatr"_s}, QStringList{u"--outcome"_s, u"gone"_s},
                              QStringList{u"--proof"_s, u"none"_s}, QStringList{u"--since"_s, u"yesterday"_s},
                              QStringList{u"--limit"_s, u"0"_s}, QStringList{u"--output"_s, u"jsonl"_s}}) {
        const auto result = run(wrong);
        EXPECT_EQ(result.exitCode, 2) << wrong.join(u' ').toStdString();
        EXPECT_EQ(test::linesOf(result.error).size(), 1) << result.error.toStdString();
        EXPECT_TRUE(result.error.contains(wrong.front().toUtf8())) << result.error.toStdString();
    }
    EXPECT_TRUE(run({u"--actor"_s, u"image-updatr"_s}).error.contains("did you mean image-updater?"));
}

TEST_F(DeploymentListTest, JsonHasTheDocumentedNames)
{
    auto web = deployment(u"web"_s, Duration{90'000});
    web.images.push_back({u"ghcr.io/acme/migrate"_s, {}, {u"9"_s}, true});
    fill({web});
    const auto array = QJsonDocument::fromJson(run({u"--output"_s, u"json"_s}).output).array();
    ASSERT_EQ(array.size(), 1);
    const auto row = array[0].toObject();
    const auto expected = QJsonDocument::fromJson(R"({
        "instance": "i1", "application": {"namespace": "argocd", "name": "web", "project": "shop"}, "kind": "image",
        "images": [{"repository": "ghcr.io/acme/web", "from": "1.4.0", "to": "1.5.0", "hook": false},
                   {"repository": "ghcr.io/acme/migrate", "from": null, "to": "9", "hook": true}],
        "chart": null,
        "revision": {"from": "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", "to": "bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb"},
        "actor": {"kind": "automated", "name": "Ann <ann@acme.example>"},
        "commit": {"author": "Ann <ann@acme.example>", "message": "Release 1.5.0", "date": "2026-11-18T11:05:10Z"},
        "startedAt": "2026-11-18T11:05:10Z", "endedAt": "2026-11-18T11:05:52Z", "seconds": 42, "outcome": "deployed",
        "cause": null, "proof": "observed", "rule": null, "watch": null})");
    EXPECT_EQ(QJsonDocument(row), expected) << QJsonDocument(row).toJson().toStdString();
}

TEST_F(DeploymentListTest, CsvHasAHeaderAndOneRowPerDeployment)
{
    fill({deployment(u"web"_s, Duration{90'000})});
    const auto lines = run({u"-o"_s, u"csv"_s}).output.split('\n');
    ASSERT_EQ(lines.size(), 3);
    EXPECT_TRUE(lines[0].startsWith("startedAt,endedAt,seconds,instance,"));
    EXPECT_TRUE(lines[1].startsWith(
        "2026-11-18T11:05:10Z,2026-11-18T11:05:52Z,42,i1,argocd,web,shop,image,ghcr.io/acme/web 1.4.0 → 1.5.0,"))
        << lines[1].toStdString();
}

} // namespace

} // namespace lynceus
