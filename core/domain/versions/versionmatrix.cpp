#include "core/domain/versions/versionmatrix.h"

#include "core/domain/versions/versionrules.h"
#include "core/domain/versions/versiontable.h"

#include <algorithm>

namespace lynceus {

namespace {

std::vector<int> orderedEnvironments(const VersionTable &table, const QStringList &order)
{
    const auto &all = table.environments();
    const auto place = [&](int number) {
        const auto at = order.indexOf(all[std::size_t(number)].name);
        return std::pair(at < 0 ? order.size() : at, all[std::size_t(number)].order);
    };
    std::vector<int> numbers;
    for (std::size_t number = 0; number < all.size(); ++number) {
        if (all[number].applications > 0)
            numbers.push_back(int(number));
    }
    std::ranges::sort(numbers, {}, place);
    return numbers;
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
    return cellsDiffer(int(cells.size()), [this](int at) -> const Cell & { return cells[std::size_t(at)]; });
}

int VersionMatrix::Row::behind(std::size_t cell) const
{
    return cellAhead(int(cell), [this](int at) -> const Cell & { return cells[std::size_t(at)]; });
}

VersionMatrix versionMatrix(const std::vector<PlacedApplication> &applications, const QStringList &order)
{
    ChangeSet all;
    all.inserted.reserve(applications.size());
    for (const auto &placed : applications)
        all.inserted.push_back(placed.entry);
    VersionTable table([&](const ApplicationEntry &entry) {
        return applications[std::size_t(&entry - all.inserted.data())].environment;
    });
    auto rows = table.apply(all).inserted;
    std::ranges::sort(rows, {}, [&](int row) -> const QByteArray & { return table.row(row).order; });
    return table.matrix(rows, orderedEnvironments(table, order));
}

} // namespace lynceus
