#include "core/engine/text/boardtext.h"

#include "core/domain/board/boardlayout.h"
#include "core/domain/children/parentverdict.h"
#include "core/domain/teamserver/taskwatch.h"
#include "core/domain/time/timeofday.h"
#include "core/engine/text/servertext.h"
#include "core/engine/text/shortcause.h"
#include "core/engine/text/verdicttext.h"
#include "core/engine/text/wording.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace lynceus {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Verdict)
};

QString podsRunText(const PodCounts &pods)
{
    const int wanted = std::max(pods.wanted, pods.updated);
    return wanted == 1 ? Text::tr("%1 of 1 pod runs the new version").arg(pods.ready)
                       : Text::tr("%1 of %n pods run the new version", nullptr, wanted).arg(pods.ready);
}

RowSentence progressSentence(const Verdict &verdict, const QTimeZone &zone)
{
    if (verdict.blocker && verdict.blocker->kind != Blocker::Kind::NotNoticed)
        return {capitalised(blockerText(*verdict.blocker, zone)), podCountsText(verdict.pods)};
    const bool hasPods = verdict.pods.wanted > 0 || verdict.pods.updated > 0;
    switch (verdict.stage) {
    case Stage::None:
        return {Text::tr("Waiting for Argo CD to notice the image"), {}};
    case Stage::Noticed:
        return {Text::tr("Noticed, not applied yet"), podCountsText(verdict.pods)};
    case Stage::Applied:
        return {Text::tr("Applied, waiting for new pods"), podCountsText(verdict.pods)};
    case Stage::Rolling:
        return hasPods ? RowSentence{podsRunText(verdict.pods), {}} : RowSentence{Text::tr("Rolling out"), {}};
    case Stage::Running:
        return {Text::tr("Running, bake time not over yet"), podCountsText(verdict.pods)};
    case Stage::Stable:
        return {Text::tr("Running and stable"), podCountsText(verdict.pods)};
    }
    Q_UNREACHABLE();
}

RowSentence troubleSentence(const WatchRecord &watch, const QTimeZone &zone)
{
    const auto &verdict = watch.verdict;
    if (verdict.cause) {
        auto [lead, words] = shortCause(*verdict.cause, watch.expectation);
        return {capitalised(lead), joinedClauses({words, podCountsText(verdict.pods)})};
    }
    return {capitalised(blockerText(*verdict.blocker, zone)), remedyText(*verdict.blocker)};
}

RowSentence deployedSentence(const WatchRecord &watch)
{
    const auto &pods = watch.verdict.pods;
    QStringList facts;
    if (pods.wanted > 0)
        facts << Text::tr("%1 of %n pods", nullptr, pods.wanted).arg(pods.ready);
    if (watch.expectation.bake > Duration::zero())
        facts << Text::tr("stable for %1").arg(durationText(watch.expectation.bake));
    for (const auto &note : watch.verdict.notes)
        facts << noteText(note);
    return {Text::tr("Deployed"), joinedList(facts)};
}

RowSentence endSentence(const WatchRecord &watch, const QTimeZone &zone)
{
    const auto &verdict = watch.verdict;
    const auto word = capitalised(outcomeText(verdict.outcome));
    if (verdict.cause)
        return {word, shortCause(*verdict.cause, watch.expectation).joined()};
    if (verdict.blocker)
        return {word, blockerText(*verdict.blocker, zone)};
    if (const auto reason = reportedReason(watch); !reason.isEmpty())
        return {word, serverText(reason)};
    if (verdict.outcome == Outcome::Cancelled && !watch.replacedBy.isEmpty())
        return {word, Text::tr("replaced by a newer watch")};
    if (verdict.outcome == Outcome::TimedOut)
        return {word, progressSentence(verdict, zone).lead};
    return {word, {}};
}

QStringList oldVersions(const WatchRecord &watch)
{
    QStringList versions;
    for (const auto &text : watch.oldImages) {
        const auto image = parseImageReference(text);
        const auto isOurs = [&](const ImageReference &wanted) {
            return sameRepository(wanted, *image, watch.expectation.registryProxies);
        };
        if (image && std::ranges::any_of(watch.expectation.images, isOurs) && !versions.contains(versionText(*image)))
            versions.append(versionText(*image));
    }
    return versions;
}

} // namespace

QString RowSentence::joined() const
{
    return rest.isEmpty() ? lead : lead + u" · "_s + rest;
}

RowSentence rowSentence(const WatchRecord &watch, const QTimeZone &zone, const std::optional<Pace> &pace)
{
    const auto &verdict = watch.verdict;
    switch (verdict.outcome) {
    case Outcome::Waiting: {
        if (isStateAlone(watch))
            return {Text::tr("In progress"), {}};
        if (verdict.cause || isHeldUp(verdict))
            return troubleSentence(watch, zone);
        auto progress = progressSentence(verdict, zone);
        if (pace && pace->isLate)
            progress.rest = joinedClauses({Text::tr("late, %1").arg(usualText(pace->usually)), progress.rest});
        return progress;
    }
    case Outcome::Deployed:
        return deployedSentence(watch);
    case Outcome::Failed:
        return verdict.cause ? troubleSentence(watch, zone) : endSentence(watch, zone);
    case Outcome::TimedOut:
    case Outcome::Superseded:
    case Outcome::Aborted:
    case Outcome::Gone:
    case Outcome::SignInNeeded:
    case Outcome::Cancelled:
        return endSentence(watch, zone);
    }
    Q_UNREACHABLE();
}

QString watchSentence(const WatchRecord &watch, const QTimeZone &zone)
{
    if (!isStateAlone(watch))
        return sentence(watch.verdict, watch.expectation, zone);
    if (!watch.isOver())
        return Text::tr("The team server waits for %1.").arg(expectedText(watch.expectation));
    const auto text = sentence(watch.verdict, watch.expectation, zone);
    const auto reason = serverText(reportedReason(watch));
    return reason.isEmpty() ? text : text + u' ' + asSentence(reason);
}

RowSentence releaseSentence(std::span<const WatchRecord *const> watches, const QTimeZone &zone,
                            const std::optional<Pace> &pace)
{
    std::vector<const WatchRecord *> counted;
    std::ranges::copy_if(watches, std::back_inserter(counted), [&](const WatchRecord *watch) {
        return std::ranges::none_of(watches, [&](const WatchRecord *other) { return isSaidByChild(*watch, *other); });
    });
    const auto *first = foremost(counted);
    if (!first)
        return {};
    const auto through = std::ranges::count_if(
        counted, [](const WatchRecord *watch) { return watch->verdict.outcome == Outcome::Deployed; });
    const auto lead = Text::tr("%1 of %n deployed", nullptr, int(counted.size())).arg(through);
    if (first->verdict.outcome == Outcome::Deployed)
        return {lead, {}};
    return {lead, first->request.application.name + u": "_s + rowSentence(*first, zone, pace).joined()};
}

QString versionText(const ImageReference &image)
{
    constexpr qsizetype kShownDigits = 7; // as Git's short hashes
    if (!image.tag.isEmpty())
        return image.tag;
    return u'@' + image.digest.sliced(image.digest.indexOf(u':') + 1).left(kShownDigits);
}

QString versionText(const ExpectedVersion &version)
{
    constexpr qsizetype kShownDigits = 7;
    switch (version.kind) {
    case ExpectedVersion::Kind::Images:
        return {};
    case ExpectedVersion::Kind::Revision:
        return isCommit(version.value) ? version.value.left(kShownDigits) : version.value;
    case ExpectedVersion::Kind::ChartVersion:
        return version.value;
    case ExpectedVersion::Kind::Next:
        return Text::tr("next");
    }
    Q_UNREACHABLE();
}

QString versionsText(const WatchRecord &watch)
{
    if (!watch.expectation.version.isImages())
        return versionText(watch.expectation.version);
    QStringList wanted;
    for (const auto &image : watch.expectation.images) {
        if (!wanted.contains(versionText(image)))
            wanted.append(versionText(image));
    }
    const auto old = oldVersions(watch);
    const auto text = wanted.join(u", "_s);
    return old.isEmpty() ? text : old.join(u", "_s) + u" → "_s + text;
}

QString versionsText(std::span<const WatchRecord *const> watches)
{
    if (watches.empty())
        return {};
    const auto text = versionsText(*watches.front());
    const bool agree =
        std::ranges::all_of(watches, [&](const WatchRecord *watch) { return versionsText(*watch) == text; });
    return agree ? text : QString();
}

QString podsText(const PodCounts &pods)
{
    const int wanted = std::max(pods.wanted, pods.updated);
    return wanted == 0 ? QString() : u"%1/%2"_s.arg(pods.ready).arg(wanted);
}

QString clockText(Duration duration)
{
    using namespace std::chrono;
    const auto whole = std::max(duration_cast<seconds>(duration), seconds(0)).count();
    const auto padded = [](auto value) { return u"%1"_s.arg(value, 2, 10, QChar(u'0')); };
    if (whole < 3600)
        return u"%1:%2"_s.arg(whole / 60).arg(padded(whole % 60));
    return u"%1:%2:%3"_s.arg(whole / 3600).arg(padded(whole / 60 % 60), padded(whole % 60));
}

QString momentText(Instant at, Instant now, const QTimeZone &zone)
{
    const auto local = [&zone](Instant instant) {
        return QDateTime::fromMSecsSinceEpoch(instant.time_since_epoch().count(), zone);
    };
    const auto time = timeOfDayText(local(at).time(), TimeOfDay::Minutes);
    const auto date = local(at).date();
    return date == local(now).date() ? time : QLocale().toString(date, u"d MMM"_s) + u' ' + time;
}

QString usualText(Duration usually)
{
    using namespace std::chrono;
    const auto stepped = [usually](Duration step) { return (usually + step - Duration(1)) / step * step; };
    if (usually <= seconds(10))
        return Text::tr("usually %1").arg(durationText(stepped(seconds(1))));
    if (usually <= seconds(55))
        return Text::tr("usually %1").arg(durationText(stepped(seconds(5))));
    return Text::tr("usually %1").arg(durationText(stepped(usually < hours(1) ? minutes(1) : minutes(30))));
}

QString remarkText(const WatchRecord &watch)
{
    if (isTaskWatch(watch.id)) // its note is the server's reason, which is shown elsewhere
        return {};
    if (watch.takenBy.isEmpty())
        return watch.request.note;
    const auto taken = Text::tr("%1 is on it").arg(watch.takenBy);
    return watch.request.note.isEmpty() ? taken : taken + u": "_s + watch.request.note;
}

QString rowTimeText(const WatchRecord &watch, const std::optional<Pace> &pace, Instant now, const QTimeZone &zone)
{
    if (watch.endedAt) {
        const auto at = momentText(*watch.endedAt, now, zone);
        return watch.verdict.outcome == Outcome::Deployed
            ? at + u" · "_s + clockText(*watch.endedAt - watch.registeredAt)
            : at;
    }
    if (watch.expectation.deadline == Instant{}) // a team server does not report it
        return Text::tr("for %1").arg(clockText(now - watch.registeredAt));
    if (pace && !pace->isLate)
        return usualText(pace->usually);
    const auto left = onOurClock(watch, watch.expectation.deadline) - now;
    return left > Duration::zero() ? Text::tr("%1 left").arg(clockText(left)) : Text::tr("deadline passed");
}

QString rowTimeSentence(const WatchRecord &watch, const std::optional<Pace> &pace, Instant now, const QTimeZone &zone)
{
    if (watch.endedAt)
        return Text::tr("ended %1, after %2")
            .arg(momentText(*watch.endedAt, now, zone), durationText(*watch.endedAt - watch.registeredAt));
    if (watch.expectation.deadline == Instant{})
        return Text::tr("in progress for %1").arg(durationText(std::max(now - watch.registeredAt, Duration(0))));
    const auto deadline = onOurClock(watch, watch.expectation.deadline);
    const auto until = deadline > now
        ? Text::tr("until %1, %2 left").arg(momentText(deadline, now, zone), durationText(deadline - now))
        : Text::tr("deadline passed, waiting for the last observation");
    if (!pace)
        return until;
    const auto usual = usualText(pace->usually);
    return joinedClauses({pace->isLate ? Text::tr("late, %1").arg(usual) : usual, until});
}

} // namespace lynceus
