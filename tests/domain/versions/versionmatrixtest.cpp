#include "core/domain/versions/versionmatrix.h"

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

TEST(VersionMatrix, ACellHasTheWorstOfItsApplications)
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

TEST(VersionMatrix, NothingRunsNowhere)
{
    EXPECT_EQ(picture(versionMatrix({})), "");
    EXPECT_EQ(picture(versionMatrix({placed(u"prod"_s, u"config"_s, {})})), "prod");
}

} // namespace

} // namespace lynceus
