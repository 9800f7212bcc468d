#include "app/cli/applications/applicationselection.h"

#include "app/cli/applications/pattern.h"
#include "core/domain/search/naturalkey.h"

#include <algorithm>

namespace lynceus {

namespace {

bool matchesAny(QStringView text, const QStringList &patterns)
{
    return std::ranges::any_of(patterns, [&](const QString &pattern) { return matchesPattern(text, pattern); });
}

template<typename T>
bool isOneOf(const T &value, const std::vector<T> &values)
{
    return values.empty() || std::ranges::find(values, value) != values.end();
}

struct Row
{
    QByteArray key;
    ListedApplication listed;
};

bool comesBefore(const Row &left, const Row &right)
{
    if (const int order = left.key.compare(right.key); order != 0)
        return order < 0;
    const auto &[one, oneInstance] = left.listed;
    const auto &[other, otherInstance] = right.listed;
    if (const int order = one->name.compare(other->name); order != 0)
        return order < 0;
    if (const int order = one->nameSpace.compare(other->nameSpace); order != 0)
        return order < 0;
    return oneInstance < otherInstance;
}

/// Does not store keys: for ten thousand rows they would take longer than the comparisons.
bool isSortedNaturally(const ApplicationRows &listed)
{
    Row last;
    for (const auto &one : listed) {
        Row next{naturalKey(one.application->name), one};
        if (last.listed.application && comesBefore(next, last))
            return false;
        last = std::move(next);
    }
    return true;
}

} // namespace

bool passes(const AppsOptions &filters, const Application &application)
{
    if (!filters.projects.isEmpty() && !filters.projects.contains(application.project))
        return false;
    if (!filters.appNamespace.isEmpty() && application.nameSpace != filters.appNamespace)
        return false;
    if (!isOneOf(application.health.status, filters.health) || !isOneOf(application.sync, filters.sync))
        return false;
    if (!filters.names.isEmpty() && !matchesAny(application.name, filters.names))
        return false;
    return filters.images.isEmpty() || std::ranges::any_of(application.summaryImages, [&](const QString &image) {
               return matchesAny(image, filters.images);
           });
}

ApplicationRows selectedApplications(const AppsOptions &filters, const std::vector<Application> &applications,
                                     const QString &instance)
{
    ApplicationRows selected;
    selected.reserve(applications.size());
    for (const auto &application : applications) {
        if (passes(filters, application))
            selected.push_back({&application, instance});
    }
    sortNaturally(selected);
    return selected;
}

void sortNaturally(ApplicationRows &listed)
{
    // Servers sort lists by name; if that is already the natural order, nothing is to be done.
    if (isSortedNaturally(listed))
        return;
    std::vector<Row> rows;
    rows.reserve(listed.size());
    for (const auto &one : listed)
        rows.push_back({naturalKey(one.application->name), one});
    std::ranges::sort(rows, comesBefore);
    std::ranges::transform(rows, listed.begin(), &Row::listed);
}

} // namespace lynceus
