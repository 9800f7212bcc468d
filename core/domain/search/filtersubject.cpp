#include "core/domain/search/filtersubject.h"

namespace lynceus {

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

} // namespace

FilterSubject filterSubject(const Application &application)
{
    FilterSubject subject;
    // Most names are lower case already: then toLower() shares the string that the application holds.
    subject.name = application.name.toLower();
    subject.nameSpace = application.nameSpace.toLower();
    subject.project = application.project.toLower();
    const auto &images = application.summaryImages;
    subject.images = images.size() == 1 ? images.front().toLower() : images.join(u'\n').toLower();
    subject.labels = &application.labels;
    subject.health = wordOf(application.health.status);
    subject.sync = wordOf(application.sync);
    return subject;
}

} // namespace lynceus
