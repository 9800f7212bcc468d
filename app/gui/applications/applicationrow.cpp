#include "app/gui/applications/applicationrow.h"

#include "core/domain/search/filtersubject.h"
#include "core/domain/search/naturalkey.h"

#include <algorithm>

namespace lynceus {

using namespace Qt::StringLiterals;

namespace {

/// "shop-web:1.5.0" for "ghcr.io/acme/shop-web:1.5.0"; digests are cut to seven digits, as Git does with commits.
QStringView shortImage(QStringView image)
{
    constexpr QStringView kDigest = u"@sha256:";
    const auto text = image.mid(image.lastIndexOf(u'/') + 1);
    const auto digest = text.indexOf(kDigest);
    return digest < 0 ? text : text.left(digest + kDigest.size() + 7);
}

} // namespace

void describe(ApplicationRow &row, std::shared_ptr<const Application> application)
{
    row.held = std::move(application);
    row.health = row.held->health.status;
    row.sync = row.held->sync;
    auto subject = filterSubject(*row.held);
    row.searched = std::move(subject.searched);
    const bool isLower = subject.name == row.held->name && subject.nameSpace == row.held->nameSpace;
    row.lowered = isLower ? nullptr
                          : std::make_unique<const ApplicationRow::Lowered>(
                              ApplicationRow::Lowered{std::move(subject.name), std::move(subject.nameSpace)});
}

void addNames(FilterView &view, const ApplicationRow &row)
{
    view.name = row.lowered ? row.lowered->name : row.application().name;
    view.nameSpace = row.lowered ? row.lowered->nameSpace : row.application().nameSpace;
    view.labels = &row.application().labels;
}

std::vector<ApplicationColumn> columnsTouchedBy(FieldMask mask)
{
    const auto has = [mask](ApplicationField field) { return (mask & FieldMask(field)) != 0; };
    std::vector<ApplicationColumn> columns;
    if (has(ApplicationField::Health)) {
        columns.push_back(ApplicationColumn::Name); // the stripe at the row's edge belongs to the name
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
