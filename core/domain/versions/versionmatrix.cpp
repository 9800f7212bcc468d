#include "core/domain/versions/versionmatrix.h"

#include "core/domain/deployments/deployment.h"
#include "core/domain/search/naturalkey.h"

#include <QHash>
#include <QSet>

#include <algorithm>

namespace lynceus {

namespace {

struct Image
{
    QString repository; ///< empty: it cannot be read
    QString version;
};

/// Thousands of applications run the same images: each text is taken apart once.
class ImageCache final
{
public:
    [[nodiscard]] const Image &image(const QString &text)
    {
        const auto known = m_images.find(text);
        if (known != m_images.end())
            return *known;
        const auto parsed = parseImageReference(text);
        return *m_images.insert(text, parsed ? Image{repositoryName(*parsed), versionOf(*parsed)} : Image());
    }

private:
    QHash<QString, Image> m_images;
};

QStringList orderedEnvironments(const std::vector<PlacedApplication> &applications, const QStringList &order)
{
    QSet<QString> present;
    for (const auto &placed : applications)
        present.insert(placed.environment);
    QStringList environments;
    for (const auto &name : order) {
        if (present.remove(name))
            environments += name;
    }
    QStringList others(present.begin(), present.end());
    std::ranges::sort(others, {}, naturalKey);
    return environments + others;
}

SyncStatus worse(SyncStatus left, SyncStatus right)
{
    const auto rank = [](SyncStatus status) { return status == SyncStatus::Synced ? 0 : int(status) + 1; };
    return rank(left) < rank(right) ? right : left;
}

void addTo(VersionMatrix::Cell &cell, const QString &version, const ApplicationEntry &entry)
{
    auto found = std::ranges::find(cell.versions, version, &VersionMatrix::Version::version);
    if (found == cell.versions.end())
        found = cell.versions.insert(found, {version, {}, HealthStatus::None, SyncStatus::Synced});
    if (!found->applications.empty() && found->applications.back().key == entry.key)
        return; // two names of one image
    found->applications.push_back(entry);
    found->health = std::max(found->health, entry.application->health.status);
    found->sync = worse(found->sync, entry.application->sync);
}

} // namespace

QStringList VersionMatrix::Cell::names() const
{
    QStringList texts;
    for (const auto &version : versions)
        texts += version.version;
    return texts;
}

bool VersionMatrix::Row::differs() const
{
    const Cell *first = nullptr;
    for (const auto &cell : cells) {
        if (cell.versions.empty())
            continue;
        if (cell.hasDrift() || (first && first->names() != cell.names()))
            return true;
        first = &cell;
    }
    return false;
}

int VersionMatrix::Row::behind(std::size_t cell) const
{
    if (cells[cell].versions.empty())
        return -1;
    for (auto left = static_cast<int>(cell) - 1; left >= 0; --left) {
        const auto &other = cells[static_cast<std::size_t>(left)];
        if (!other.versions.empty())
            return other.names() == cells[cell].names() ? -1 : left;
    }
    return -1;
}

VersionMatrix versionMatrix(const std::vector<PlacedApplication> &applications, const QStringList &order)
{
    VersionMatrix matrix;
    matrix.environments = orderedEnvironments(applications, order);
    QHash<QString, std::size_t> columns;
    for (const auto &environment : std::as_const(matrix.environments))
        columns.insert(environment, static_cast<std::size_t>(columns.size()));
    ImageCache images;
    QHash<QString, std::size_t> rows;
    for (const auto &[entry, environment] : applications) {
        for (const auto &text : entry.application->summaryImages) {
            const auto &image = images.image(text);
            if (image.repository.isEmpty())
                continue;
            const auto known = rows.constFind(image.repository);
            const auto at = known == rows.constEnd() ? matrix.rows.size() : *known;
            if (at == matrix.rows.size()) {
                rows.insert(image.repository, at);
                matrix.rows.push_back(
                    {image.repository, std::vector<VersionMatrix::Cell>(std::size_t(matrix.environments.size()))});
            }
            addTo(matrix.rows[at].cells[columns.value(environment)], image.version, entry);
        }
    }
    for (auto &row : matrix.rows) {
        for (auto &cell : row.cells)
            std::ranges::sort(cell.versions, {}, [](const auto &version) { return naturalKey(version.version); });
    }
    std::ranges::sort(matrix.rows, {}, [](const auto &row) { return naturalKey(row.repository); });
    return matrix;
}

} // namespace lynceus
