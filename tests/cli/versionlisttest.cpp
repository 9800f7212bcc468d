#include "app/cli/output/deployments/versionlist.h"

#include "core/engine/text/versionexport.h"
#include "core/replay/server/replayserver.h"
#include "tests/cli/programrun.h"
#include "tests/support/recordingcase.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <gtest/gtest.h>

using namespace Qt::StringLiterals;

namespace lynceus {

namespace {

PlacedApplication placed(const QString &environment, const QString &image, HealthStatus health = HealthStatus::Healthy)
{
    Application application;
    application.name = u"web"_s;
    application.project = u"shop"_s;
    application.summaryImages = {image};
    application.health.status = health;
    application.sync = SyncStatus::Synced;
    return {{{environment, u"argocd"_s, u"web"_s}, std::make_shared<const Application>(application)}, environment};
}

VersionMatrix matrix()
{
    const auto digest = u"ghcr.io/acme/api@sha256:"_s + QString(64, u'1');
    return versionMatrix({placed(u"dev"_s, u"ghcr.io/acme/web:1.6.0"_s, HealthStatus::Degraded),
                          placed(u"prod"_s, u"ghcr.io/acme/web:1.5.0"_s), placed(u"prod"_s, digest)},
                         {u"dev"_s, u"prod"_s});
}

TEST(VersionList, TextMarksDifferences)
{
    EXPECT_EQ(versionTable(matrix(), {}).toStdString(),
              "SERVICE           dev      prod\n"
              "ghcr.io/acme/api  –        sha256:111111111111\n"
              "ghcr.io/acme/web  1.6.0 ✕  < 1.5.0\n");
    EXPECT_EQ(versionTable({}, {}), "");
}

TEST(VersionList, JsonAndCsvNameApplicationsAndWhatIsBehind)
{
    const auto json = QJsonDocument::fromJson(versionJson(matrix())).object();
    EXPECT_EQ(json["environments"_L1].toArray(), (QJsonArray{u"dev"_s, u"prod"_s}));
    const auto web = json["services"_L1].toArray()[1].toObject();
    EXPECT_EQ(web["repository"_L1].toString(), "ghcr.io/acme/web"_L1);
    const auto expected = QJsonDocument::fromJson(R"({"environment": "prod", "versions": [{"version": "1.5.0",
        "applications": [{"instance": "prod", "namespace": "argocd", "name": "web", "project": "shop"}],
        "since": null, "health": "Healthy", "sync": "Synced"}], "behind": {"environment": "dev", "versions": ["1.6.0"],
        "deployments": null, "since": null}})");
    EXPECT_EQ(QJsonDocument(web["cells"_L1].toArray()[1].toObject()), expected);
    EXPECT_EQ(versionCsv(matrix()).split('\n')[2].toStdString(),
              "ghcr.io/acme/web,dev,1.6.0,argocd/web,Degraded,Synced,,,,\r");
}

TEST(VersionList, ShowsDeploymentsBehindAndSinceWhen)
{
    VersionHistory history;
    for (const auto &[environment, from, to, day] : {std::tuple{u"prod"_s, u"1.4.0"_s, u"1.5.0"_s, 1},
                                                     {u"dev"_s, u"1.5.0"_s, u"1.5.1"_s, 2},
                                                     {u"dev"_s, u"1.5.1"_s, u"1.6.0"_s, 3}}) {
        Deployment deployment;
        deployment.application = {environment, u"argocd"_s, u"web"_s};
        deployment.images = {{u"ghcr.io/acme/web"_s, {from}, {to}}};
        deployment.outcome = Deployment::Outcome::Deployed;
        deployment.startedAt = parseRfc3339(u"2026-11-2%1T12:00:00Z"_s.arg(day).toLatin1()).value();
        history.take(deployment);
    }
    auto shown = matrix();
    history.describe(shown);
    const auto text = QString::fromUtf8(versionTable(shown, {}));
    EXPECT_TRUE(text.contains("< 1.5.0 (2 behind since 2026-11-22)"_L1)) << text.toStdString();
    const auto json = QJsonDocument::fromJson(versionJson(shown)).object();
    const auto cell = json["services"_L1].toArray()[1].toObject()["cells"_L1].toArray()[1].toObject();
    EXPECT_EQ(cell["behind"_L1]["deployments"_L1].toInt(), 2);
    EXPECT_EQ(cell["behind"_L1]["since"_L1].toString(), "2026-11-22T12:00:00Z"_L1);
    EXPECT_EQ(cell["versions"_L1].toArray()[0]["since"_L1].toString(), "2026-11-21T12:00:00Z"_L1);
    EXPECT_TRUE(versionCsv(shown).contains(
        "ghcr.io/acme/web,prod,1.5.0,argocd/web,Healthy,Synced,dev,2026-11-21T12:00:00Z,2,2026-11-22T12:00:00Z\r"));
}

TEST(VersionList, CommandReadsFromTheServer)
{
    SystemClock clock;
    ReplayServer server({readRecording(recordingFile(u"deploy-ok.jsonl.gz"_s)).value()}, ReplayOptions{}, clock);
    ASSERT_TRUE(server.listen());
    const auto call = [&](const QStringList &arguments) {
        return test::run(QStringList{u"versions"_s, u"--server"_s, server.baseUrl().toString()} + arguments);
    };
    const auto byProject = call({u"--by"_s, u"project"_s, u"--name"_s, u"shop-web"_s});
    EXPECT_EQ(byProject.exitCode, 0) << byProject.error.toStdString();
    const auto lines = test::linesOf(byProject.output);
    ASSERT_EQ(lines.size(), 2) << byProject.output.toStdString();
    EXPECT_TRUE(lines[0].startsWith("SERVICE ") && lines[0].endsWith(" shop")) << lines[0].toStdString();
    EXPECT_TRUE(lines[1].startsWith("ghcr.io/acme/shop-web  1.")) << lines[1].toStdString();
    const auto unlabelled = call({u"--by"_s, u"label=stage-of-nothing"_s});
    EXPECT_EQ(unlabelled.exitCode, 0);
    EXPECT_TRUE(unlabelled.error.contains("applications without the label stage-of-nothing are not shown"))
        << unlabelled.error.toStdString();
    const auto same = call({u"--differing"_s, u"--by"_s, u"project"_s, u"--name"_s, u"shop-web"_s});
    EXPECT_EQ(same.exitCode, 0);
    const auto wrong = call({u"--by"_s, u"planet"_s});
    EXPECT_EQ(wrong.exitCode, 2);
    EXPECT_TRUE(
        wrong.error.contains("--by planet: is not an environment; use instance, namespace, cluster, project or label"))
        << wrong.error.toStdString();
}

} // namespace

} // namespace lynceus
