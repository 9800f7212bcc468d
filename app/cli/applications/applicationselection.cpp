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
    const Application *application = nullptr;
};

bool comesBefore(const Row &left, const Row &right)
{
    if (const int order = left.key.compare(right.key); order != 0)
        return order < 0;
    if (const int order = left.application->name.compare(right.application->name); order != 0)
        return order < 0;
    return left.application->nameSpace < right.application->nameSpace;
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

std::vector<const Application *> selectedApplications(const AppsOptions &filters,
                                                      const std::vector<Application> &applications)
{
    std::vector<Row> rows;
    rows.reserve(applications.size());
    for (const auto &application : applications) {
        if (passes(filters, application))
            rows.push_back({naturalKey(application.name), &application});
    }
    // Servers list by name already: where that is the natural order too, there is nothing to do.
    if (!std::ranges::is_sorted(rows, comesBefore))
        std::ranges::sort(rows, comesBefore);
    std::vector<const Application *> selected(rows.size());
    std::ranges::transform(rows, selected.begin(), &Row::application);
    return selected;
}

} // namespace lynceus
