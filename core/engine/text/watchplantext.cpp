#include "core/engine/text/watchplantext.h"

#include "core/engine/text/boardtext.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace lynceus {

namespace {

QString tr(const char *source, int count = -1)
{
    return QCoreApplication::translate("watchplan", source, nullptr, count);
}

/// English without a translation file has no plural forms of its own.
QString counted(int count, const QString &one, const QString &many)
{
    return count == 1 ? one : many.arg(count);
}

} // namespace

QString hurdleText(const WatchWarning &hurdle, Instant now, const QTimeZone &zone)
{
    switch (hurdle.kind) {
    case WatchWarning::Kind::AlreadyRuns:
        return tr("already runs it");
    case WatchWarning::Kind::AlreadyWatched:
        return tr("already watched");
    case WatchWarning::Kind::AutoSyncOff:
        return tr("auto-sync is off, sync manually");
    case WatchWarning::Kind::SyncWindow:
        return hurdle.until ? tr("sync window closed until %1").arg(momentText(*hurdle.until, now, zone))
                            : tr("sync window closed");
    case WatchWarning::Kind::SkipReconcile:
        return tr("Argo CD skips it (annotation)");
    case WatchWarning::Kind::MovingTag:
        return tr("this tag can be moved: only a digest identifies the version");
    case WatchWarning::Kind::RunsNothing:
        return tr("runs no image now: enter the full image reference");
    case WatchWarning::Kind::NoVersion:
        return {}; // is said once, above the list
    }
    Q_UNREACHABLE();
}

QString deadlineText(DeadlineChoice::Kind kind)
{
    switch (kind) {
    case DeadlineChoice::Kind::FiveMinutes:
        return tr("5 min");
    case DeadlineChoice::Kind::QuarterHour:
        return tr("15 min");
    case DeadlineChoice::Kind::Hour:
        return tr("1 h");
    case DeadlineChoice::Kind::Today:
        return tr("today");
    case DeadlineChoice::Kind::Tomorrow:
        return tr("tomorrow");
    }
    Q_UNREACHABLE();
}

QString etaText(const Eta &eta)
{
    return tr("median %1, 90th percentile %2").arg(formatDuration(eta.median), formatDuration(eta.p90));
}

QString searchText(const TargetSearch &search, int allApplications)
{
    const auto applications = counted(search.found, tr("1 application"), tr("%1 applications"));
    const auto instances = counted(search.instances, tr("1 instance"), tr("%1 instances"));
    if (search.amongChosen && search.typed.problem.isEmpty())
        return tr("%1 on %2, as selected").arg(applications, instances);
    if (search.typed.name.isEmpty() && !search.amongChosen)
        return allApplications == 0 ? tr("No applications are known yet: sign in to an instance first.")
                                    : tr("Paste an image, or type part of the name of an image or application.");
    if (!search.typed.problem.isEmpty())
        return search.typed.problem;
    if (search.found == 0) {
        const auto none = tr("No application uses %1.").arg(search.typed.name);
        return search.nearest.isEmpty() ? none : none + u' ' + tr("Did you mean %1?").arg(search.nearest.join(u", "_s));
    }
    auto text = search.repository.isEmpty() ? tr("%1 on %2 match").arg(applications, instances)
                                            : (search.found == 1 ? tr("%1 on %2 runs %3") : tr("%1 on %2 run %3"))
                                                  .arg(applications, instances, search.repository);
    if (search.found > int(search.targets.size()))
        text += tr("; the first %1 are shown, type more to narrow the list").arg(search.targets.size());
    return text;
}

} // namespace lynceus
