#include "core/engine/text/watchplantext.h"

#include "core/engine/text/boardtext.h"
#include "core/engine/text/wording.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace lynceus {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(WatchPlan)
};

} // namespace

QString warningText(const WatchWarning &warning, Instant now, const QTimeZone &zone)
{
    switch (warning.kind) {
    case WatchWarning::Kind::AlreadyRuns:
        return Text::tr("already runs it");
    case WatchWarning::Kind::AlreadyWatched:
        return Text::tr("already watched");
    case WatchWarning::Kind::AutoSyncOff:
        return Text::tr("auto-sync is off, sync manually");
    case WatchWarning::Kind::SyncWindow:
        return warning.until ? Text::tr("sync window closed until %1").arg(momentText(*warning.until, now, zone))
                             : Text::tr("sync window closed");
    case WatchWarning::Kind::SkipReconcile:
        return Text::tr("Argo CD skips it (annotation)");
    case WatchWarning::Kind::MovingTag:
        return Text::tr("this tag can be moved: only a digest identifies the version");
    case WatchWarning::Kind::RunsNothing:
        return Text::tr("runs no image now: enter the full image reference");
    case WatchWarning::Kind::NoVersion:
        return {}; // shown once, above the list
    }
    Q_UNREACHABLE();
}

QString deadlineText(DeadlineChoice::Kind kind)
{
    switch (kind) {
    case DeadlineChoice::Kind::FiveMinutes:
        return Text::tr("5 min");
    case DeadlineChoice::Kind::QuarterHour:
        return Text::tr("15 min");
    case DeadlineChoice::Kind::Hour:
        return Text::tr("1 h");
    case DeadlineChoice::Kind::Today:
        return Text::tr("today");
    case DeadlineChoice::Kind::Tomorrow:
        return Text::tr("tomorrow");
    }
    Q_UNREACHABLE();
}

QString etaText(const Eta &eta)
{
    return Text::tr("median %1, 90th percentile %2").arg(durationText(eta.median), durationText(eta.p90));
}

QString searchText(const TargetSearch &search, int allApplications)
{
    const auto applications =
        search.found == 1 ? Text::tr("1 application") : Text::tr("%n applications", nullptr, search.found);
    const auto instances =
        search.instances == 1 ? Text::tr("1 instance") : Text::tr("%n instances", nullptr, search.instances);
    if (search.amongChosen && search.typed.problem.isEmpty())
        return Text::tr("%1 on %2, as selected").arg(applications, instances);
    if (search.typed.name.isEmpty() && !search.amongChosen)
        return allApplications == 0 ? Text::tr("No applications are known yet: sign in to an instance first.")
                                    : Text::tr("Paste an image, or type part of the name of an image or application.");
    if (!search.typed.problem.isEmpty())
        return search.typed.problem;
    if (search.found == 0) {
        const auto none = Text::tr("No application uses %1.").arg(search.typed.name);
        return search.nearest.isEmpty() ? none
                                        : none + u' ' + Text::tr("Did you mean %1?").arg(search.nearest.join(u", "_s));
    }
    auto text = search.repository.isEmpty()
        ? Text::tr("%1 on %2 match").arg(applications, instances)
        : (search.found == 1 ? Text::tr("%1 on %2 runs %3") : Text::tr("%1 on %2 run %3"))
              .arg(applications, instances, search.repository);
    if (search.found > int(search.targets.size()))
        text = joinedClauses(
            {text,
             Text::tr("the first %n are shown, type more to narrow the list", nullptr, int(search.targets.size()))});
    return text;
}

} // namespace lynceus
