#include "core/domain/versions/versionmatrix.h"

#include "core/domain/versions/chartversions.h"

#include <gtest/gtest.h>

using namespace Qt::StringLiterals;

namespace lynceus {

namespace {

PlacedApplication placed(const QString &environment, const QString &name, const QStringList &images,
                         HealthStatus health = HealthStatus::Healthy, SyncStatus sync = SyncStatus::Synced)
{
    Application application;
    application.name = name;
    application.summaryImages = images;
    application.health.status = health;
    application.sync = sync;
    return {{{environment, u"argocd"_s, name}, std::make_shared<const Application>(application)}, environment};
}

std::string picture(const VersionMatrix &matrix)
{
    QStringList lines{matrix.environments.join(u' ')};
    for (const auto &row : matrix.rows) {
        QStringList cells{row.repository + (row.differs() ? u"!"_s : QString())};
        for (std::size_t i = 0; i < row.cells.size(); ++i) {
            const auto &cell = row.cells[i];
            const auto behind = row.behind(i) >= 0 ? u"<"_s : QString();
            cells += cell.versions.empty() ? u"-"_s : cell.names().join(u',') + behind;
        }
        lines += cells.join(u' ');
    }
    return lines.join(u'\n').toStdString();
}

TEST(VersionMatrix, ShowsWhichVersionRunsWhere)
{
    const auto matrix =
        versionMatrix({placed(u"prod"_s, u"web"_s, {u"ghcr.io/acme/web:1.9.0"_s, u"ghcr.io/acme/proxy:2"_s}),
                       placed(u"stage"_s, u"web"_s, {u"ghcr.io/acme/web:1.10.0"_s, u"ghcr.io/acme/proxy:2"_s}),
                       placed(u"dev"_s, u"web-a"_s, {u"ghcr.io/acme/web:1.10.0"_s}),
                       placed(u"dev"_s, u"web-b"_s, {u"ghcr.io/acme/web:1.9.0"_s, u"not an image"_s}),
                       placed(u"dev"_s, u"cache"_s, {u"docker.io/library/redis"_s}),
                       placed(u"prod"_s, u"cache"_s, {u"redis:latest"_s})},
                      {u"dev"_s, u"stage"_s, u"absent"_s});
    EXPECT_EQ(picture(matrix),
              "dev stage prod\n"
              "docker.io/library/redis latest - latest\n"
              "ghcr.io/acme/proxy - 2 2\n"
              "ghcr.io/acme/web! 1.9.0,1.10.0 1.10.0< 1.9.0<");
}

TEST(VersionMatrix, CellShowsTheWorstOfItsApplications)
{
    const auto matrix = versionMatrix({
        placed(u"prod"_s, u"a"_s, {u"acme/web:1"_s}),
        placed(u"prod"_s, u"b"_s, {u"acme/web:1"_s}, HealthStatus::Degraded, SyncStatus::OutOfSync),
        placed(u"prod"_s, u"c"_s, {u"acme/web:1"_s, u"docker.io/acme/web:1"_s}, HealthStatus::Progressing,
               SyncStatus::Unknown),
    });
    ASSERT_EQ(matrix.rows.size(), 1U);
    ASSERT_EQ(matrix.rows[0].cells[0].versions.size(), 1U);
    const auto &version = matrix.rows[0].cells[0].versions[0];
    EXPECT_EQ(version.applications.size(), 3U);
    EXPECT_EQ(version.health, HealthStatus::Degraded);
    EXPECT_EQ(version.sync, SyncStatus::OutOfSync);
    EXPECT_FALSE(matrix.rows[0].differs());
}

TEST(VersionMatrix, ChartsAreRowsBesideImages)
{
    const auto charted = [](const QString &environment, const QString &version, const ApplicationSource &source) {
        auto entry = placed(environment, u"web"_s, {u"ghcr.io/acme/web:1"_s});
        auto application = *entry.entry.application;
        application.sources = {source};
        application.revisions = QStringList{version};
        entry.entry.application = std::make_shared<const Application>(application);
        return entry;
    };
    const ApplicationSource web{u"https://ann:secret@charts.acme.example/stable/"_s, {}, u"web"_s, u"1.*"_s};
    const ApplicationSource oci{u"ghcr.io/acme"_s, {}, u"web"_s, u"2.0.0"_s};
    EXPECT_EQ(picture(versionMatrix({charted(u"dev"_s, u"1.10.0"_s, web), charted(u"prod"_s, u"1.9.0"_s, web),
                                     charted(u"stage"_s, u"2.0.0"_s, oci)},
                                    {u"dev"_s, u"prod"_s})),
              "dev prod stage\n"
              "ghcr.io/acme/web 1 1 1\n"
              "https://charts.acme.example/stable/web! 1.10.0 1.9.0< -\n"
              "oci://ghcr.io/acme/web - - 2.0.0");
}

TEST(VersionMatrix, ChartVersionIsTheSyncedOne)
{
    Application application;
    application.sources = {{u"https://charts.acme.example"_s, {}, u"web"_s, u"1.2.*"_s},
                           {u"https://git.acme.example/values.git"_s, u"web"_s, {}, u"main"_s}};
    EXPECT_TRUE(chartVersions(application).empty()) << "a range is not a version";
    application.sources[0].targetRevision = u"1.2.3"_s;
    const auto version = [&] { return chartVersions(application).at(0).version.toStdString(); };
    EXPECT_EQ(version(), "1.2.3");
    application.revisions = QStringList{u"1.2.4"_s, QString(40, u'a')};
    EXPECT_EQ(version(), "1.2.4");
    application.operationState = OperationState{.phase = OperationPhase::Succeeded};
    application.operationState->resultRevisions = QStringList{u"1.2.2"_s, QString(40, u'b')};
    EXPECT_EQ(version(), "1.2.2");
    application.operationState->phase = OperationPhase::Failed;
    EXPECT_EQ(version(), "1.2.4");
}

TEST(VersionMatrix, HasNoRowsWithoutVersions)
{
    EXPECT_EQ(picture(versionMatrix({})), "");
    EXPECT_EQ(picture(versionMatrix({placed(u"prod"_s, u"config"_s, {})})), "prod");
}

} // namespace

} // namespace lynceus
