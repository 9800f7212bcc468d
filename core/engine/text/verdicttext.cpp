#include "core/engine/text/verdicttext.h"

#include "core/engine/text/servertext.h"
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

QString joined(const QString &first, const QString &second)
{
    return joinedClauses({first, second});
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
        return Text::tr("waiting for Argo CD to notice %1").arg(version);
    case Stage::Noticed:
        return joined(Text::tr("Argo CD has noticed %1 but not applied it yet").arg(version),
                      podCountsText(verdict.pods));
    case Stage::Applied:
        return joined(Text::tr("%1 is applied, waiting for new pods").arg(version), podCountsText(verdict.pods));
    case Stage::Rolling:
        return joined(Text::tr("%1 is rolling out").arg(version), podCountsText(verdict.pods));
    case Stage::Running:
        return joined(Text::tr("%1 is running, the bake time is not over yet").arg(version),
                      podCountsText(verdict.pods));
    case Stage::Stable:
        return joined(Text::tr("%1 is running and stable").arg(version), podCountsText(verdict.pods));
    }
    return {};
}

QString deployedText(const Verdict &verdict, const Expectation &expectation)
{
    const auto text = Text::tr("%1 runs %2").arg(expectation.application.name, expectedText(expectation));
    return joined(text, podCountsText(verdict.pods));
}

QString abortedText(const Verdict &verdict, const Expectation &expectation, const QTimeZone &zone)
{
    const auto text = Text::tr("%1 could not be observed").arg(resourceText({}, expectation.application));
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
        return deployedText(verdict, expectation) + u'.'; // starts with a name
    case Outcome::Failed:
        return asSentence(endText(verdict, expectation, Text::tr("the release failed")));
    case Outcome::TimedOut:
        return asSentence(Text::tr("not deployed in time: %1").arg(waitingText(verdict, expectation, zone)));
    case Outcome::Superseded:
        return asSentence(verdict.cause
                              ? causeText(*verdict.cause, expectation)
                              : Text::tr("%1 was replaced by another version").arg(expectedText(expectation)));
    case Outcome::Aborted:
        return asSentence(abortedText(verdict, expectation, zone));
    case Outcome::Gone:
        return asSentence(verdict.cause ? causeText(*verdict.cause, expectation)
                                        : Text::tr("%1 does not exist, or this account does not have access to it")
                                              .arg(resourceText({}, expectation.application)));
    case Outcome::SignInNeeded:
        return asSentence(
            Text::tr("sign in to %1: the token is missing, expired or rejected").arg(expectation.application.instance));
    case Outcome::Cancelled:
        return asSentence(Text::tr("the watch was cancelled"));
    }
    return {};
}

QString podCountsText(const PodCounts &pods)
{
    if (pods == PodCounts{})
        return {};
    QString text;
    if (pods.wanted > 0 || pods.updated > 0)
        text = Text::tr("%1 of %n new pods ready", nullptr, std::max(pods.wanted, pods.updated)).arg(pods.ready);
    QStringList parts;
    if (!text.isEmpty())
        parts.append(text);
    if (const int serving = pods.old - pods.oldUnready; serving > 0)
        parts.append(serving == 1 ? Text::tr("1 old pod is still serving")
                                  : Text::tr("%n old pods are still serving", nullptr, serving));
    if (pods.oldUnready > 0)
        parts.append(pods.oldUnready == 1 ? Text::tr("1 old pod is not ready")
                                          : Text::tr("%n old pods are not ready", nullptr, pods.oldUnready));
    return joinedList(parts);
}

QString outcomeText(Outcome outcome)
{
    switch (outcome) {
    case Outcome::Waiting:
        return Text::tr("waiting");
    case Outcome::Deployed:
        return Text::tr("deployed");
    case Outcome::Failed:
        return Text::tr("failed");
    case Outcome::TimedOut:
        return Text::tr("timed out");
    case Outcome::Superseded:
        return Text::tr("superseded");
    case Outcome::Aborted:
        return Text::tr("aborted");
    case Outcome::Gone:
        return Text::tr("gone");
    case Outcome::SignInNeeded:
        return Text::tr("sign-in needed");
    case Outcome::Cancelled:
        return Text::tr("cancelled");
    }
    return {};
}

QString stageText(Stage stage)
{
    switch (stage) {
    case Stage::None:
        return Text::tr("not noticed yet");
    case Stage::Noticed:
        return Text::tr("noticed");
    case Stage::Applied:
        return Text::tr("applied");
    case Stage::Rolling:
        return Text::tr("rolling");
    case Stage::Running:
        return Text::tr("running");
    case Stage::Stable:
        return Text::tr("stable");
    }
    return {};
}

QString resourceText(const ResourceKey &resource, const ApplicationKey &application)
{
    if (resource.kind.isEmpty())
        return Text::tr("application %1").arg(application.name);
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
        return Text::tr("revision %1").arg(version.value);
    case ExpectedVersion::Kind::ChartVersion:
        return Text::tr("chart version %1").arg(version.value);
    case ExpectedVersion::Kind::Next:
        return Text::tr("the next version");
    }
    Q_UNREACHABLE();
}

} // namespace lynceus
