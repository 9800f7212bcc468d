#include "app/cli/output/versionlist.h"

#include "core/domain/base/csv.h"
#include "core/domain/base/visibletext.h"
#include "core/domain/deployments/deployment.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace lynceus {

namespace {

constexpr qsizetype kGap = 2; // columns between columns
constexpr int kLeastCell = 8; // columns; narrower than that, lines may wrap

QString applicationName(const ApplicationKey &key)
{
    return key.nameSpace.isEmpty() ? key.name : key.nameSpace + u'/' + key.name;
}

QString cellText(const VersionMatrix::Row &row, std::size_t column)
{
    const auto &cell = row.cells[column];
    if (cell.versions.empty())
        return u"–"_s;
    QStringList texts;
    for (const auto &version : cell.versions) {
        const bool isHealthy = version.health == HealthStatus::Healthy || version.health == HealthStatus::None;
        const auto mark = isHealthy ? QString() : u' ' + signOf(version.health);
        texts += versionText({version.version}, true) + mark;
    }
    return visibleLine((row.behind(column) >= 0 ? u"< "_s : QString()) + texts.join(u", "_s));
}

std::vector<QStringList> rowsOf(const VersionMatrix &matrix)
{
    std::vector<QStringList> rows{QStringList{u"IMAGE"_s}};
    for (const auto &environment : matrix.environments)
        rows.front() += visibleLine(environment);
    for (const auto &row : matrix.rows) {
        QStringList cells{visibleLine(row.repository)};
        for (std::size_t column = 0; column < row.cells.size(); ++column)
            cells += cellText(row, column);
        rows.push_back(std::move(cells));
    }
    return rows;
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
        behind = QJsonObject{{u"environment"_s, matrix.environments[left]},
                             {u"versions"_s, QJsonArray::fromStringList(names)}};
    }
    return {{u"environment"_s, matrix.environments[static_cast<qsizetype>(column)]},
            {u"versions"_s, versions},
            {u"behind"_s, behind}};
}

} // namespace

QByteArray versionTable(const VersionMatrix &matrix, const TextStyle &style)
{
    if (matrix.rows.empty())
        return {};
    const auto rows = rowsOf(matrix);
    std::vector<qsizetype> widths(static_cast<std::size_t>(rows.front().size()));
    for (const auto &row : rows) {
        for (std::size_t column = 0; column < widths.size(); ++column)
            widths[column] = std::max(widths[column], row[static_cast<qsizetype>(column)].size());
    }
    // What is too wide is taken from the environments alike: the image tells the rows apart.
    const auto columns = static_cast<int>(widths.size()) - 1;
    const auto left = style.width - static_cast<int>(widths.front() + kGap * columns);
    const auto most = style.width > 0 && columns > 0 ? std::max(left / columns, kLeastCell) : 0;
    QByteArray text;
    for (const auto &row : rows) {
        QString line;
        for (std::size_t column = 0; column < widths.size(); ++column) {
            const auto cell = column == 0 ? row.front() : fitted(row[static_cast<qsizetype>(column)], most);
            const auto width = column == 0 || most == 0 ? widths[column] : std::min<qsizetype>(widths[column], most);
            line += cell + QString(std::max<qsizetype>(width - cell.size(), 0) + kGap, u' ');
        }
        while (line.endsWith(u' '))
            line.chop(1);
        text += (line + u'\n').toUtf8();
    }
    return text;
}

QByteArray versionJson(const VersionMatrix &matrix)
{
    QJsonArray services;
    for (const auto &row : matrix.rows) {
        QJsonArray cells;
        for (std::size_t column = 0; column < row.cells.size(); ++column)
            cells.append(cellJson(matrix, row, column));
        services.append(QJsonObject{{u"repository"_s, row.repository}, {u"cells"_s, cells}});
    }
    const QJsonObject json{{u"environments"_s, QJsonArray::fromStringList(matrix.environments)},
                           {u"services"_s, services}};
    return visibleJson(QJsonDocument(json).toJson());
}

QByteArray versionCsv(const VersionMatrix &matrix)
{
    QByteArray text = "repository,environment,version,applications,health,sync,behind\r\n";
    for (const auto &row : matrix.rows) {
        for (std::size_t column = 0; column < row.cells.size(); ++column) {
            const int behind = row.behind(column);
            for (const auto &version : row.cells[column].versions) {
                QStringList applications;
                for (const auto &entry : version.applications)
                    applications += applicationName(entry.key);
                appendCsvRow(text,
                             {row.repository, matrix.environments[static_cast<qsizetype>(column)], version.version,
                              applications.join(u' '), nameOf(version.health), nameOf(version.sync),
                              behind >= 0 ? matrix.environments[behind] : QString()});
            }
        }
    }
    return text;
}

} // namespace lynceus
