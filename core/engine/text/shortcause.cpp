#include "core/engine/text/shortcause.h"

#include "core/domain/teamserver/taskwatch.h"
#include "core/engine/text/servertext.h"
#include "core/engine/text/verdicttext.h"
#include "core/engine/text/wording.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace lynceus {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Verdict)
};

/// "pod …x2dnw"; the full name for other kinds; empty for the application, which the row shows.
QString placeText(const Cause &cause)
{
    const auto &kind = cause.resource.kind;
    const auto &name = cause.resource.name;
    if (kind.isEmpty() || kind == "Application"_L1)
        return {};
    if (kind != "Pod"_L1)
        return kind + u' ' + name;
    const auto dash = name.lastIndexOf(u'-');
    return dash > 0 ? Text::tr("pod …%1").arg(name.sliced(dash + 1)) : Text::tr("pod %1").arg(name);
}

/// "shop-web:1.6.0-typo"
QString imageText(const Cause &cause, const Expectation &expectation)
{
    return (cause.image.isEmpty() ? expectedText(expectation) : cause.image).section(u'/', -1);
}

QString pullLead(const Cause &cause, const Expectation &expectation)
{
    const auto image = imageText(cause, expectation);
    const auto reason = pullReason(cause.message);
    if (reason.isEmpty())
        return Text::tr("Image cannot be pulled: %1").arg(image);
    // "not found" and "access denied" continue the sentence; a longer reason goes in parentheses.
    return reason == Text::tr("not found") ? Text::tr("Image not found: %1").arg(image)
                                           : Text::tr("Image cannot be pulled (%1): %2").arg(reason, image);
}

QString crashLead(const Cause &cause)
{
    if (cause.restarts == 0)
        return Text::tr("Crashed");
    return cause.restarts == 1 ? Text::tr("Crashed, 1 restart")
                               : Text::tr("Keeps crashing, %n restarts", nullptr, cause.restarts);
}

QString initLead(const Cause &cause)
{
    return cause.container.isEmpty() ? Text::tr("Init container fails")
                                     : Text::tr("Init container %1 fails").arg(cause.container);
}

/// The problem, if the place is not informative; empty if the full sentence is as good.
QString leadOf(const Cause &cause, const Expectation &expectation)
{
    switch (cause.kind) {
    case Cause::Kind::ImagePull:
        return pullLead(cause, expectation);
    case Cause::Kind::CrashLoop:
        return crashLead(cause);
    case Cause::Kind::ContainerConfig:
        return Text::tr("Container cannot start");
    case Cause::Kind::InitFailed:
        return initLead(cause);
    case Cause::Kind::Unschedulable:
        return Text::tr("Cannot be scheduled on any node");
    case Cause::Kind::Volume:
        return Text::tr("Volume cannot be mounted");
    case Cause::Kind::Quota:
        return Text::tr("Quota exceeded");
    case Cause::Kind::Readiness:
        return Text::tr("Runs but does not become ready");
    case Cause::Kind::Regressed:
    case Cause::Kind::ProgressDeadline:
    case Cause::Kind::RolloutAborted:
    case Cause::Kind::HookFailed:
    case Cause::Kind::SyncFailed:
    case Cause::Kind::SyncError:
    case Cause::Kind::ComparisonError:
    case Cause::Kind::InvalidSpec:
    case Cause::Kind::AdmissionDenied:
    case Cause::Kind::Degraded:
    case Cause::Kind::ImageNotInApplication:
    case Cause::Kind::Children:
    case Cause::Kind::PruningNeeded:
    case Cause::Kind::OutOfSync:
    case Cause::Kind::AppDeleted:
    case Cause::Kind::SupersededBy:
    case Cause::Kind::RolledBack:
        return {};
    }
    Q_UNREACHABLE();
}

/// The part of the server's message that the lead lacks; it ends causeText(), which drops empty phrases.
QString textOf(const Cause &cause, const Expectation &expectation)
{
    if (cause.kind == Cause::Kind::ImagePull)
        return {}; // the lead contains its reason
    const auto text = causeText(cause, expectation);
    const auto who = resourceText(cause.resource, expectation.application);
    const auto colon = text.indexOf(": "_L1, text.startsWith(who) ? who.size() : 0);
    return colon > 0 ? text.sliced(colon + 2) : QString();
}

} // namespace

RowSentence shortCause(const Cause &cause, const Expectation &expectation)
{
    auto lead = leadOf(cause, expectation);
    if (lead.isEmpty()) {
        // The server's message after the colon explains the lead.
        const auto text = causeText(cause, expectation);
        const auto colon = text.indexOf(": "_L1);
        return colon > 0 ? RowSentence{text.first(colon), text.sliced(colon + 2)} : RowSentence{text, {}};
    }
    QStringList rest{textOf(cause, expectation), placeText(cause)};
    rest.removeAll(QString());
    return {lead, joinedList(rest)};
}

bool explains(const WatchRecord &watch)
{
    const auto &verdict = watch.verdict;
    if (verdict.outcome == Outcome::Waiting)
        return verdict.cause || isHeldUp(verdict);
    return verdict.cause || verdict.blocker || !verdict.notes.empty() || !watch.replacedBy.isEmpty()
        || !reportedReason(watch).isEmpty();
}

} // namespace lynceus
