#include "core/engine/text/noticetext.h"

#include "core/domain/children/parentverdict.h"
#include "core/domain/rollout/verdict/advice.h"
#include "core/domain/text/visibletext.h"
#include "core/domain/time/zonedtime.h"
#include "core/engine/text/boardtext.h"
#include "core/engine/text/verdicttext.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace lynceus {

namespace {

using Names = QHash<QString, QString>;

constexpr qsizetype kNamesShown = 4; // if there are more; a banner has two or three lines
constexpr qsizetype kDigestShown = 12;
constexpr qsizetype kLongestNames = 800; // characters of names of failures; about forty names

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Notice)
};

constexpr qsizetype kLongestTitle = 200; // characters; desktops cut earlier
constexpr qsizetype kLongestBody = 1000;

QString nameOfInstance(const QString &id, const Names &names)
{
    return names.value(id, id);
}

/// "shop-web 1.5.0"
QString label(const WatchRecord &watch)
{
    QStringList versions;
    for (const auto &image : watch.request.images) {
        const auto version = image.tag.isEmpty() ? image.digest.left(kDigestShown) : image.tag;
        if (!version.isEmpty() && !versions.contains(version))
            versions.append(version);
    }
    if (!watch.request.version.isImages())
        versions.append(versionText(watch.request.version));
    return (QStringList{watch.request.application.name} + versions).join(u' ');
}

QString listed(const QStringList &names)
{
    if (names.size() <= kNamesShown + 1) // "and 1 more" would not be shorter than the name
        return names.join(u", "_s);
    return Text::tr("%1 and %n more", nullptr, int(names.size() - kNamesShown))
        .arg(QStringList(names.first(kNamesShown)).join(u", "_s));
}

/// Sentences in which %1 is the watch and %2 the instance.
const char *titleOf(NoticeKind kind)
{
    switch (kind) {
    case NoticeKind::Started:
        return QT_TRANSLATE_NOOP("Notice", "Watching %1 on %2");
    case NoticeKind::Failing:
        return QT_TRANSLATE_NOOP("Notice", "%1 is failing on %2");
    case NoticeKind::NeedsAttention:
        return QT_TRANSLATE_NOOP("Notice", "%1 needs attention on %2");
    case NoticeKind::Deployed:
        return QT_TRANSLATE_NOOP("Notice", "%1 is deployed on %2");
    case NoticeKind::Failed:
        return QT_TRANSLATE_NOOP("Notice", "%1 failed on %2");
    case NoticeKind::TimedOut:
        return QT_TRANSLATE_NOOP("Notice", "%1 timed out on %2");
    case NoticeKind::Superseded:
        return QT_TRANSLATE_NOOP("Notice", "%1 was superseded on %2");
    case NoticeKind::Gone:
        return QT_TRANSLATE_NOOP("Notice", "%1 was deleted from %2");
    case NoticeKind::Aborted:
        return QT_TRANSLATE_NOOP("Notice", "%1 could not be observed on %2");
    case NoticeKind::SignInNeeded:
        return QT_TRANSLATE_NOOP("Notice", "%1: sign-in to %2 needed");
    case NoticeKind::Unreachable:
    case NoticeKind::Back:
        break; // never about a watch
    }
    Q_UNREACHABLE();
}

NoticeText watchText(const WatchRecord &watch, NoticeKind kind, const Names &names, const QTimeZone &zone)
{
    const auto instance = nameOfInstance(watch.request.application.instance, names);
    return {Text::tr(titleOf(kind)).arg(label(watch), instance), watchSentence(watch, zone)};
}

constexpr std::array kOutcomes{Outcome::Failed,       Outcome::TimedOut,   Outcome::Gone,     Outcome::Aborted,
                               Outcome::SignInNeeded, Outcome::Superseded, Outcome::Deployed, Outcome::Cancelled};

const char *countOf(Outcome outcome)
{
    switch (outcome) {
    case Outcome::Waiting:
        break; // the blocker tells
    case Outcome::Deployed:
        return QT_TRANSLATE_N_NOOP("Notice", "%n deployed");
    case Outcome::Failed:
        return QT_TRANSLATE_N_NOOP("Notice", "%n failed");
    case Outcome::TimedOut:
        return QT_TRANSLATE_N_NOOP("Notice", "%n timed out");
    case Outcome::Superseded:
        return QT_TRANSLATE_N_NOOP("Notice", "%n superseded");
    case Outcome::Aborted:
        return QT_TRANSLATE_N_NOOP("Notice", "%n aborted");
    case Outcome::Gone:
        return QT_TRANSLATE_N_NOOP("Notice", "%n gone");
    case Outcome::SignInNeeded:
        return QT_TRANSLATE_N_NOOP("Notice", "%n sign-in needed");
    case Outcome::Cancelled:
        return QT_TRANSLATE_N_NOOP("Notice", "%n cancelled");
    }
    Q_UNREACHABLE();
}

/// "2 failed, 5 deployed"
QString counted(const std::vector<WatchRecord> &watches)
{
    QStringList parts;
    const auto count = [&parts, &watches](const char *text, auto &&holds) {
        if (const auto number = std::ranges::count_if(watches, holds))
            parts.append(Text::tr(text, nullptr, int(number)));
    };
    for (const auto outcome : kOutcomes)
        count(countOf(outcome), [outcome](const WatchRecord &watch) { return watch.verdict.outcome == outcome; });
    count(QT_TRANSLATE_N_NOOP("Notice", "%n failing"),
          [](const WatchRecord &watch) { return !watch.isOver() && watch.verdict.cause; });
    count(QT_TRANSLATE_N_NOOP("Notice", "%n waiting for you"), [](const WatchRecord &watch) {
        const auto &verdict = watch.verdict;
        return !watch.isOver() && !verdict.cause && verdict.blocker && needsPerson(verdict.blocker->kind);
    });
    return parts.join(u", "_s);
}

bool isTroubled(const WatchRecord &watch)
{
    const auto outcome = watch.verdict.outcome;
    return outcome == Outcome::Failed || outcome == Outcome::TimedOut
        || (outcome == Outcome::Waiting && watch.verdict.cause);
}

/// All names of failures, as far as they fit into a banner: none may be missed.
QString allListed(const QStringList &names)
{
    QString text;
    for (qsizetype at = 0; at < names.size(); ++at) {
        if (text.size() + names[at].size() > kLongestNames)
            return Text::tr("%1 and %n more", nullptr, int(names.size() - at)).arg(text);
        text += (at > 0 ? u", "_s : QString()) + names[at];
    }
    return text;
}

/// Failures with all their names first, then some of the others.
QString listed(const std::vector<WatchRecord> &watches, bool deployedToo, const QStringList &others = {})
{
    QStringList troubled;
    QStringList rest;
    for (const auto &watch : watches) {
        if (isTroubled(watch))
            troubled.append(label(watch));
        else if (deployedToo || watch.verdict.outcome != Outcome::Deployed)
            rest.append(label(watch));
    }
    QStringList parts{allListed(troubled), listed(rest + others)};
    parts.removeAll(QString());
    return parts.join(u", "_s);
}

NoticeText releaseText(const Notice &notice)
{
    auto watches = notice.watches;
    std::erase_if(watches, [&](const WatchRecord &watch) {
        return std::ranges::any_of(notice.watches,
                                   [&](const WatchRecord &other) { return isSaidByChild(watch, other); });
    });
    if (notice.kind == NoticeKind::Started)
        return {Text::tr("Watching release %1").arg(notice.release), listed(watches, true)};
    const auto title = Text::tr("Release %1: %2").arg(notice.release, counted(watches));
    return {title, listed(watches, notice.kind == NoticeKind::Deployed)};
}

NoticeText instancesText(const Notice &notice, const QTimeZone &zone)
{
    QStringList names;
    for (const auto &instance : notice.instances)
        names.append(instance.name);
    const bool one = names.size() == 1;
    const auto body = one ? withTimesIn(notice.instances.front().message, zone) : listed(names);
    switch (notice.kind) {
    case NoticeKind::SignInNeeded:
        return {one ? Text::tr("Sign in to %1").arg(names.front()) : Text::tr("Sign-in needed on several instances"),
                body};
    case NoticeKind::Unreachable:
        return {one ? Text::tr("%1 is unreachable").arg(names.front())
                    : Text::tr("%n instances are unreachable", nullptr, int(names.size())),
                body};
    default:
        return {one ? Text::tr("%1 is reachable again").arg(names.front())
                    : Text::tr("%n instances are reachable again", nullptr, int(names.size())),
                one ? QString() : body};
    }
}

NoticeText mergedText(const Notice &notice)
{
    QStringList names;
    QStringList titles;
    if (!notice.watches.empty())
        titles.append(counted(notice.watches));
    for (const auto &instance : notice.instances) {
        const bool signIn = instance.state == InstanceNews::State::SignIn;
        names.append(signIn ? Text::tr("sign-in to %1").arg(instance.name) : instance.name);
    }
    if (!notice.instances.empty())
        titles.append(Text::tr("%n instances need attention", nullptr, int(notice.instances.size())));
    titles.removeAll(QString());
    return {titles.join(u", "_s), listed(notice.watches, true, names)};
}

NoticeText rawTextOf(const Notice &notice, const Names &instanceNames, const QTimeZone &zone)
{
    if (notice.merged)
        return mergedText(notice);
    if (!notice.release.isEmpty())
        return releaseText(notice);
    if (!notice.instances.empty())
        return instancesText(notice, zone);
    return watchText(notice.watches.front(), notice.kind, instanceNames, zone);
}

} // namespace

NoticeText textOf(const Notice &notice, const QHash<QString, QString> &instanceNames, const QTimeZone &zone)
{
    const auto raw = rawTextOf(notice, instanceNames, zone);
    return {visibleLine(raw.title, kLongestTitle), visibleText(raw.body, kLongestBody)};
}

NoticeText inTrayText()
{
    return {Text::tr("Lynceus keeps running in the tray"),
            Text::tr("Watches continue. Use the tray menu to open the window or to quit.")};
}

NoticeText missingWindowText(const QString &why)
{
    return {Text::tr("The Lynceus window could not be opened"), why};
}

NoticeText sampleText()
{
    return {Text::tr("Lynceus test notification"),
            Text::tr("Lynceus notifies you here when a release is deployed or has failed.")};
}

QString buttonText(NoticeButton button)
{
    switch (button) {
    case NoticeButton::Open:
        return Text::tr("Open");
    case NoticeButton::Extend:
        return Text::tr("Extend 10 min");
    case NoticeButton::Snooze:
        return Text::tr("Snooze");
    case NoticeButton::CopyCause:
        return Text::tr("Copy cause");
    }
    Q_UNREACHABLE();
}

QString kindText(NoticeKind kind)
{
    switch (kind) {
    case NoticeKind::Started:
        return Text::tr("Started");
    case NoticeKind::Failing:
        return Text::tr("Failing (early warning)");
    case NoticeKind::NeedsAttention:
        return Text::tr("Needs attention (waits for you)");
    case NoticeKind::Deployed:
        return Text::tr("Deployed");
    case NoticeKind::Failed:
        return Text::tr("Failed");
    case NoticeKind::TimedOut:
        return Text::tr("Timed out");
    case NoticeKind::Superseded:
        return Text::tr("Superseded");
    case NoticeKind::Gone:
        return Text::tr("Application deleted");
    case NoticeKind::Aborted:
        return Text::tr("Could not be observed");
    case NoticeKind::SignInNeeded:
        return Text::tr("Sign-in needed");
    case NoticeKind::Unreachable:
        return Text::tr("Instance unreachable");
    case NoticeKind::Back:
        return Text::tr("Instance reachable again");
    }
    Q_UNREACHABLE();
}

QString causeToCopy(const WatchRecord &watch, const QHash<QString, QString> &instanceNames)
{
    const auto instance = nameOfInstance(watch.request.application.instance, instanceNames);
    // It may be pasted into a terminal.
    return visibleLine(u"%1 (%2): %3"_s.arg(label(watch), instance, sentence(watch.verdict, watch.expectation)));
}

} // namespace lynceus
