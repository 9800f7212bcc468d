#include "app/gui/applications/applicationrow.h"

#include "core/domain/search/naturalkey.h"

#include <algorithm>

namespace lynceus {

using namespace Qt::StringLiterals;

namespace {

QStringView wordOf(HealthStatus status)
{
    switch (status) {
    case HealthStatus::None:
        return {};
    case HealthStatus::Healthy:
        return u"healthy";
    case HealthStatus::Suspended:
        return u"suspended";
    case HealthStatus::Progressing:
        return u"progressing";
    case HealthStatus::Missing:
        return u"missing";
    case HealthStatus::Degraded:
        return u"degraded";
    case HealthStatus::Unknown:
        return u"unknown";
    }
    Q_UNREACHABLE();
}

QStringView wordOf(SyncStatus status)
{
    switch (status) {
    case SyncStatus::Unknown:
        return u"unknown";
    case SyncStatus::Synced:
        return u"synced";
    case SyncStatus::OutOfSync:
        return u"outofsync";
    }
    Q_UNREACHABLE();
}

/// "shop-web:1.5.0" of "ghcr.io/acme/shop-web:1.5.0"; seven digits tell digests apart, as Git does with commits.
QStringView shortImage(QStringView image)
{
    constexpr QStringView kDigest = u"@sha256:";
    const auto text = image.mid(image.lastIndexOf(u'/') + 1);
    const auto digest = text.indexOf(kDigest);
    return digest < 0 ? text : text.left(digest + kDigest.size() + 7);
}

} // namespace

void describe(ApplicationRow &row, const ApplicationEntry &entry)
{
    const auto &application = *entry.application;
    row.entry = entry;
    // Most names are lower case already: then toLower() shares the string that the application holds.
    row.subject.name = application.name.toLower();
    row.subject.nameSpace = application.nameSpace.toLower();
    row.subject.project = application.project.toLower();
    const auto &images = application.summaryImages;
    row.subject.images = images.size() == 1 ? images.front().toLower() : images.join(u'\n').toLower();
    row.subject.labels = &application.labels;
    row.subject.health = wordOf(application.health.status);
    row.subject.sync = wordOf(application.sync);
}

std::optional<Instant> lastSyncOf(const Application &application)
{
    if (const auto &operation = application.operationState)
        return operation->finishedAt ? operation->finishedAt : operation->startedAt;
    return application.history.empty() ? std::nullopt : application.history.back().deployedAt;
}

std::vector<ApplicationColumn> columnsTouchedBy(FieldMask mask)
{
    const auto has = [mask](ApplicationField field) { return (mask & FieldMask(field)) != 0; };
    std::vector<ApplicationColumn> columns;
    if (has(ApplicationField::Health)) {
        columns.push_back(ApplicationColumn::Name); // the stripe at the row's edge is the name's
        columns.push_back(ApplicationColumn::Health);
    }
    if (has(ApplicationField::Project))
        columns.push_back(ApplicationColumn::Project);
    if (has(ApplicationField::Sync) || has(ApplicationField::Operation))
        columns.push_back(ApplicationColumn::Sync);
    if (has(ApplicationField::Images))
        columns.push_back(ApplicationColumn::Images);
    if (has(ApplicationField::Operation) || has(ApplicationField::History))
        columns.push_back(ApplicationColumn::LastSync);
    return columns;
}

QString imagesText(const Application &application)
{
    QStringList shorts;
    for (const auto &image : application.summaryImages)
        shorts.push_back(shortImage(image).toString());
    return shorts.join(u", "_s);
}

QByteArray imagesKey(const Application &application)
{
    QByteArray key;
    for (const auto &image : application.summaryImages) {
        if (!key.isEmpty())
            key.append(", ");
        key.append(naturalKey(shortImage(image)));
    }
    return key;
}

} // namespace lynceus
