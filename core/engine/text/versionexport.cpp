#include "core/engine/text/versionexport.h"

#include "core/domain/text/csv.h"
#include "core/domain/text/visibletext.h"
#include "core/domain/versions/chartversions.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace lynceus {

namespace {

QString applicationName(const ApplicationKey &key)
{
    return key.nameSpace.isEmpty() ? key.name : key.nameSpace + u'/' + key.name;
}

QJsonValue timeJson(const std::optional<Instant> &time)
{
    return time ? QJsonValue(formatRfc3339(*time)) : QJsonValue();
}

QJsonObject versionJson(const VersionMatrix::Version &version)
{
    QJsonArray applications;
    for (const auto &[key, application] : version.applications) {
        applications.append(QJsonObject{{u"instance"_s, key.instance},
                                        {u"namespace"_s, key.nameSpace},
                                        {u"name"_s, key.name},
                                        {u"project"_s, application->project}});
    }
    return {{u"version"_s, version.version},
            {u"applications"_s, applications},
            {u"since"_s, timeJson(version.since)},
            {u"health"_s, nameOf(version.health)},
            {u"sync"_s, nameOf(version.sync)}};
}

QJsonObject cellJson(const VersionMatrix &matrix, const VersionMatrix::Row &row, std::size_t column)
{
    QJsonArray versions;
    for (const auto &version : row.cells[column].versions)
        versions.append(versionJson(version));
    QJsonValue behind;
    if (const int left = row.behind(column); left >= 0) {
        const auto names = row.cells[static_cast<std::size_t>(left)].names();
        const auto &lag = row.cells[column].lag;
        behind = QJsonObject{{u"environment"_s, matrix.environments[left]},
                             {u"versions"_s, QJsonArray::fromStringList(names)},
                             {u"deployments"_s, lag ? QJsonValue(lag->deployments) : QJsonValue()},
                             {u"since"_s, timeJson(lag ? std::optional(lag->since) : std::nullopt)}};
    }
    return {{u"environment"_s, matrix.environments[static_cast<qsizetype>(column)]},
            {u"versions"_s, versions},
            {u"behind"_s, behind}};
}

} // namespace

QByteArray versionJson(const VersionMatrix &matrix)
{
    QJsonArray services;
    for (const auto &row : matrix.rows) {
        QJsonArray cells;
        for (std::size_t column = 0; column < row.cells.size(); ++column)
            cells.append(cellJson(matrix, row, column));
        services.append(QJsonObject{{u"repository"_s, row.repository},
                                    {u"kind"_s, isChartService(row.repository) ? u"chart"_s : u"image"_s},
                                    {u"cells"_s, cells}});
    }
    const QJsonObject json{{u"environments"_s, QJsonArray::fromStringList(matrix.environments)},
                           {u"services"_s, services}};
    return visibleJson(QJsonDocument(json).toJson());
}

QByteArray versionCsv(const VersionMatrix &matrix)
{
    QByteArray text =
        "repository,environment,version,applications,health,sync,behind,since,deploymentsBehind,behindSince\r\n";
    for (const auto &row : matrix.rows) {
        for (std::size_t column = 0; column < row.cells.size(); ++column) {
            const int behind = row.behind(column);
            const auto &lag = row.cells[column].lag;
            for (const auto &version : row.cells[column].versions) {
                QStringList applications;
                for (const auto &entry : version.applications)
                    applications += applicationName(entry.key);
                appendCsvRow(text,
                             {row.repository, matrix.environments[static_cast<qsizetype>(column)], version.version,
                              applications.join(u' '), nameOf(version.health), nameOf(version.sync),
                              behind >= 0 ? matrix.environments[behind] : QString(),
                              version.since ? formatRfc3339(*version.since) : QString(),
                              lag ? QString::number(lag->deployments) : QString(),
                              lag ? formatRfc3339(lag->since) : QString()});
            }
        }
    }
    return text;
}

} // namespace lynceus
