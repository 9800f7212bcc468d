#include "app/cli/output/deployments/versionlist.h"

#include "core/domain/deployments/deployment.h"
#include "core/domain/text/visibletext.h"
#include "core/engine/text/deploymenttext.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace lynceus {

namespace {

constexpr qsizetype kGap = 2; // spaces between columns
constexpr int kLeastCell = 8; // columns; narrower than that, lines may wrap

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
    const auto lag = cell.lag ? u" ("_s + shortLagText(*cell.lag) + u')' : QString();
    return visibleLine((row.behind(column) >= 0 ? u"< "_s : QString()) + texts.join(u", "_s) + lag);
}

std::vector<QStringList> rowsOf(const VersionMatrix &matrix)
{
    std::vector<QStringList> rows{QStringList{u"SERVICE"_s}};
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
    // Shrink environments equally; the image column identifies the row.
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

} // namespace lynceus
