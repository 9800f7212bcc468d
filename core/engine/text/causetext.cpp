#include "core/engine/text/serverwords.h"
#include "core/engine/text/verdicttext.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace lynceus {

namespace {

QString tr(const char *source)
{
    return QCoreApplication::translate("verdict", source);
}

/// "text: words", or the text alone if the server said nothing.
QString with(const QString &text, const QString &words)
{
    return words.isEmpty() ? text : text + u": "_s + words;
}

QString pullText(const Cause &cause, const QString &who, const Expectation &expectation)
{
    const auto image = cause.image.isEmpty() ? imagesText(expectation.images) : cause.image;
    const auto reason = pullReason(cause.message);
    const auto text = tr("%1 cannot pull %2").arg(who, image);
    return reason.isEmpty() ? text : text + u" ("_s + reason + u')';
}

QString crashText(const Cause &cause, const QString &who)
{
    // "back-off 10s restarting failed container" and a bare "Error" say no more than we do.
    const bool empty = cause.message.startsWith("back-off"_L1, Qt::CaseInsensitive) || cause.message == "Error"_L1
        || cause.message == "CrashLoopBackOff"_L1;
    const auto words = empty ? QString() : serverWords(cause.message);
    if (cause.restarts == 0)
        return with(tr("%1 crashed").arg(who), words);
    const auto text = cause.restarts == 1
        ? tr("%1 crashes, 1 restart so far").arg(who)
        : tr("%1 crashes again and again, %2 restarts so far").arg(who).arg(cause.restarts);
    return with(text, words);
}

QString hookText(const Cause &cause, const QString &who)
{
    const auto text = cause.attempt > 1 ? tr("%1 failed as a hook, attempt %2").arg(who).arg(cause.attempt)
                                        : tr("%1 failed as a hook").arg(who);
    return with(text, serverWords(cause.message));
}

QString absentText(const Cause &cause, const Expectation &expectation)
{
    QStringList repositories;
    for (const auto &image : expectation.images)
        repositories.append(repositoryName(image));
    const auto wanted = cause.image.isEmpty() ? repositories.join(u", "_s) : cause.image;
    const auto text = tr("no manifest of %1 uses %2").arg(resourceText({}, expectation.application), wanted);
    if (cause.candidates.isEmpty())
        return text;
    return tr("%1; did you mean %2?").arg(text, cause.candidates.join(tr(" or ")));
}

QString replacedText(const Cause &cause, const Expectation &expectation)
{
    const auto others = cause.candidates.isEmpty() ? cause.image : cause.candidates.join(u", "_s);
    const auto ours = imagesText(expectation.images);
    if (others.isEmpty())
        return tr("another version took the place of %1").arg(ours);
    return cause.kind == Cause::Kind::RolledBack ? tr("%1 was rolled back to %2").arg(ours, others)
                                                 : tr("%2 took the place of %1").arg(ours, others);
}

} // namespace

QString causeText(const Cause &cause, const Expectation &expectation)
{
    const auto who = resourceText(cause.resource, expectation.application);
    const auto words = serverWords(cause.message);
    switch (cause.kind) {
    case Cause::Kind::Regressed:
        return with(tr("%1 broke after it had been running").arg(who), words);
    case Cause::Kind::ImagePull:
        return pullText(cause, who, expectation);
    case Cause::Kind::CrashLoop:
        return crashText(cause, who);
    case Cause::Kind::ContainerConfig:
        return with(tr("%1 cannot start its container").arg(who), words);
    case Cause::Kind::InitFailed:
        return with(tr("%1 cannot start, an init container fails").arg(who), words);
    case Cause::Kind::Unschedulable:
        return with(tr("%1 finds no node to run on").arg(who), words);
    case Cause::Kind::Volume:
        return with(tr("%1 cannot get its volume").arg(who), words);
    case Cause::Kind::Quota:
        return with(tr("%1 may not create pods, the quota is used up").arg(who), words);
    case Cause::Kind::Readiness:
        return with(tr("%1 runs but does not become ready").arg(who), words);
    case Cause::Kind::ProgressDeadline:
        return tr("%1 made no progress within its deadline").arg(who);
    case Cause::Kind::RolloutAborted:
        return with(tr("%1 was aborted").arg(who), words);
    case Cause::Kind::HookFailed:
        return hookText(cause, who);
    case Cause::Kind::SyncFailed:
        return with(tr("the sync of %1 failed").arg(who), words);
    case Cause::Kind::SyncError:
        return with(tr("the sync of %1 could not run").arg(who), words);
    case Cause::Kind::ComparisonError:
        return with(tr("Argo CD cannot compare the application with git"), words);
    case Cause::Kind::InvalidSpec:
        return with(tr("the application's own definition is not valid"), words);
    case Cause::Kind::AdmissionDenied:
        return with(tr("the cluster refused %1").arg(who), words);
    case Cause::Kind::Degraded:
        return with(tr("%1 is degraded").arg(who), words);
    case Cause::Kind::ImageNotInApplication:
        return absentText(cause, expectation);
    case Cause::Kind::PruningNeeded:
        return tr("%1 is gone from git but was not pruned").arg(who);
    case Cause::Kind::OutOfSync:
        return tr("%1 is out of sync").arg(who);
    case Cause::Kind::AppDeleted:
        return tr("%1 does not exist, or this account may not see it").arg(who);
    case Cause::Kind::SupersededBy:
    case Cause::Kind::RolledBack:
        return replacedText(cause, expectation);
    }
    return words;
}

} // namespace lynceus
