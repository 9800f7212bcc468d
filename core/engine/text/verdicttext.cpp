#include "core/engine/text/verdicttext.h"

#include "core/engine/text/servertext.h"
#include "core/engine/text/wording.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace lynceus {

namespace {

QString tr(const char *source)
{
    return QCoreApplication::translate("verdict", source);
}

QString joined(const QString &first, const QString &second)
{
    return second.isEmpty() ? first : first + u"; "_s + second;
}

QString failureText(const Verdict &verdict, const Expectation &expectation)
{
    return joined(causeText(*verdict.cause, expectation), podCountsText(verdict.pods));
}

QString waitingText(const Verdict &verdict, const Expectation &expectation, const QTimeZone &zone)
{
    if (verdict.cause)
        return failureText(verdict, expectation);
    if (isHeldUp(verdict) || (verdict.blocker && verdict.blocker->kind == Blocker::Kind::NotNoticed))
        return joined(blockerText(*verdict.blocker, zone), remedyText(*verdict.blocker));
    if (verdict.blocker)
        return joined(blockerText(*verdict.blocker, zone), podCountsText(verdict.pods));
    const auto version = expectedText(expectation);
    switch (verdict.stage) {
    case Stage::None:
        return tr("waiting for Argo CD to notice %1").arg(version);
    case Stage::Noticed:
        return joined(tr("Argo CD has noticed %1 but not applied it yet").arg(version), podCountsText(verdict.pods));
    case Stage::Applied:
        return joined(tr("%1 is applied, waiting for new pods").arg(version), podCountsText(verdict.pods));
    case Stage::Rolling:
        return joined(tr("%1 is rolling out").arg(version), podCountsText(verdict.pods));
    case Stage::Running:
        return joined(tr("%1 is running, the bake time is not over yet").arg(version), podCountsText(verdict.pods));
    case Stage::Stable:
        return joined(tr("%1 is running and stable").arg(version), podCountsText(verdict.pods));
    }
    return {};
}

QString deployedText(const Verdict &verdict, const Expectation &expectation)
{
    const auto text = tr("%1 runs %2").arg(expectation.application.name, expectedText(expectation));
    return joined(text, podCountsText(verdict.pods));
}

QString abortedText(const Verdict &verdict, const Expectation &expectation, const QTimeZone &zone)
{
    const auto text = tr("%1 could not be observed").arg(resourceText({}, expectation.application));
    return verdict.blocker ? text + u": "_s + blockerText(*verdict.blocker, zone) : text;
}

QString endText(const Verdict &verdict, const Expectation &expectation, const QString &otherwise)
{
    return verdict.cause ? failureText(verdict, expectation) : otherwise;
}

} // namespace

QString sentence(const Verdict &verdict, const Expectation &expectation, const QTimeZone &zone)
{
    switch (verdict.outcome) {
    case Outcome::Waiting:
        return asSentence(waitingText(verdict, expectation, zone));
    case Outcome::Deployed:
        return deployedText(verdict, expectation) + u'.'; // it begins with a name
    case Outcome::Failed:
        return asSentence(endText(verdict, expectation, tr("the release failed")));
    case Outcome::TimedOut:
        return asSentence(tr("not deployed in time: %1").arg(waitingText(verdict, expectation, zone)));
    case Outcome::Superseded:
        return asSentence(verdict.cause ? causeText(*verdict.cause, expectation)
                                        : tr("%1 was replaced by another version").arg(expectedText(expectation)));
    case Outcome::Aborted:
        return asSentence(abortedText(verdict, expectation, zone));
    case Outcome::Gone:
        return asSentence(verdict.cause ? causeText(*verdict.cause, expectation)
                                        : tr("%1 does not exist, or this account does not have access to it")
                                              .arg(resourceText({}, expectation.application)));
    case Outcome::SignInNeeded:
        return asSentence(
            tr("sign in to %1: the token is missing, expired or rejected").arg(expectation.application.instance));
    case Outcome::Cancelled:
        return asSentence(tr("the watch was cancelled"));
    }
    return {};
}

QString podCountsText(const PodCounts &pods)
{
    if (pods == PodCounts{})
        return {};
    QString text;
    if (pods.wanted > 0 || pods.updated > 0)
        text = tr("%1 of %2 new pods ready").arg(pods.ready).arg(std::max(pods.wanted, pods.updated));
    QStringList parts;
    if (!text.isEmpty())
        parts.append(text);
    if (const int serving = pods.old - pods.oldUnready; serving > 0)
        parts.append(serving == 1 ? tr("1 old pod is still serving")
                                  : tr("%1 old pods are still serving").arg(serving));
    if (pods.oldUnready > 0)
        parts.append(pods.oldUnready == 1 ? tr("1 old pod is not ready")
                                          : tr("%1 old pods are not ready").arg(pods.oldUnready));
    return parts.join(u", "_s);
}

QString outcomeText(Outcome outcome)
{
    switch (outcome) {
    case Outcome::Waiting:
        return tr("waiting");
    case Outcome::Deployed:
        return tr("deployed");
    case Outcome::Failed:
        return tr("failed");
    case Outcome::TimedOut:
        return tr("timed out");
    case Outcome::Superseded:
        return tr("superseded");
    case Outcome::Aborted:
        return tr("aborted");
    case Outcome::Gone:
        return tr("gone");
    case Outcome::SignInNeeded:
        return tr("sign-in needed");
    case Outcome::Cancelled:
        return tr("cancelled");
    }
    return {};
}

QString stageText(Stage stage)
{
    switch (stage) {
    case Stage::None:
        return tr("not noticed yet");
    case Stage::Noticed:
        return tr("noticed");
    case Stage::Applied:
        return tr("applied");
    case Stage::Rolling:
        return tr("rolling");
    case Stage::Running:
        return tr("running");
    case Stage::Stable:
        return tr("stable");
    }
    return {};
}

QString resourceText(const ResourceKey &resource, const ApplicationKey &application)
{
    if (resource.kind.isEmpty())
        return tr("application %1").arg(application.name);
    return resource.kind + u' ' + resource.name;
}

QString imagesText(const std::vector<ImageReference> &images)
{
    QStringList names;
    for (const auto &image : images)
        names.append(familiarName(image));
    return names.join(u", "_s);
}

QString expectedText(const std::vector<ImageReference> &images, const ExpectedVersion &version)
{
    switch (version.kind) {
    case ExpectedVersion::Kind::Images:
        return imagesText(images);
    case ExpectedVersion::Kind::Revision:
        return tr("revision %1").arg(version.value);
    case ExpectedVersion::Kind::ChartVersion:
        return tr("chart version %1").arg(version.value);
    case ExpectedVersion::Kind::Next:
        return tr("the next version");
    }
    Q_UNREACHABLE();
}

} // namespace lynceus
