#include "core/domain/text/nearest.h"
#include "core/engine/text/servertext.h"
#include "core/engine/text/verdicttext.h"
#include "core/engine/text/wording.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace lynceus {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Verdict)
};

/// "text: words", or only the text if there is no message.
QString with(const QString &text, const QString &words)
{
    return words.isEmpty() ? text : text + u": "_s + words;
}

QString pullText(const Cause &cause, const QString &who, const Expectation &expectation)
{
    const auto image = cause.image.isEmpty() ? expectedText(expectation) : cause.image;
    const auto reason = pullReason(cause.message);
    const auto text = Text::tr("%1 cannot pull %2").arg(who, image);
    return reason.isEmpty() ? text : text + u" ("_s + reason + u')';
}

/// "back-off 10s restarting failed container", "Error" and "Running" add nothing to our text.
QString crashText(const Cause &cause)
{
    static constexpr std::array kEmpty{"Error"_L1, "CrashLoopBackOff"_L1, "Running"_L1};
    const auto &message = cause.message;
    const bool empty = message.startsWith("back-off"_L1, Qt::CaseInsensitive) || message.startsWith("Init:"_L1)
        || std::ranges::find(kEmpty, message) != kEmpty.end();
    return empty ? QString() : serverText(message);
}

QString crashText(const Cause &cause, const QString &who)
{
    const auto words = crashText(cause);
    if (cause.restarts == 0)
        return with(Text::tr("%1 crashed").arg(who), words);
    const auto text = cause.restarts == 1
        ? Text::tr("%1 crashed, 1 restart").arg(who)
        : Text::tr("%1 keeps crashing, %n restarts", nullptr, cause.restarts).arg(who);
    return with(text, words);
}

QString hookText(const Cause &cause, const QString &who)
{
    const auto text = cause.attempt > 1 ? Text::tr("hook %1 failed, attempt %2").arg(who).arg(cause.attempt)
                                        : Text::tr("hook %1 failed").arg(who);
    return with(text, serverText(cause.message));
}

/// "1.5.0", "v2", "20261130-3": an input with only a tag means one of the application's images.
bool looksLikeVersion(const QString &name)
{
    static const QRegularExpression kVersion(u"^v?[0-9]+([.-][0-9A-Za-z]+)*$"_s);
    return kVersion.match(name).hasMatch();
}

QString absentText(const Cause &cause, const Expectation &expectation)
{
    QStringList repositories;
    for (const auto &image : expectation.images)
        repositories.append(repositoryName(image));
    const auto wanted = cause.image.isEmpty() ? repositories.join(u", "_s) : cause.image;
    auto text = Text::tr("no manifest of %1 uses %2").arg(resourceText({}, expectation.application), wanted);
    if (cause.resource.kind == "Application"_L1)
        return Text::tr("%1; it manages other applications, watch %2 instead")
            .arg(text, cause.candidates.join(Text::tr(" or ")));
    const auto image = parseImageReference(wanted);
    const auto name = image ? image->repository.section(u'/', -1) : QString();
    if (image && image->repository.startsWith("library/"_L1) && looksLikeVersion(name))
        text = joinedClauses({text, Text::tr("%1 was parsed as an image name").arg(name)});
    if (cause.candidates.isEmpty())
        return text;
    const bool isNear = image && !nearestWords(repositoryName(*image), cause.candidates).isEmpty();
    return isNear ? Text::tr("%1; did you mean %2?").arg(text, cause.candidates.join(Text::tr(" or ")))
                  : Text::tr("%1; its images are %2").arg(text, cause.candidates.join(u", "_s));
}

QString replacedText(const Cause &cause, const Expectation &expectation)
{
    const auto others = cause.candidates.isEmpty() ? cause.image : cause.candidates.join(u", "_s);
    const auto ours = expectedText(expectation);
    if (others.isEmpty())
        return Text::tr("%1 was replaced by another version").arg(ours);
    return cause.kind == Cause::Kind::RolledBack ? Text::tr("%1 was rolled back to %2").arg(ours, others)
                                                 : Text::tr("%1 was replaced by %2").arg(ours, others);
}

} // namespace

QString causeText(const Cause &cause, const Expectation &expectation)
{
    const auto who = resourceText(cause.resource, expectation.application);
    const auto words = serverText(cause.message);
    switch (cause.kind) {
    case Cause::Kind::Regressed:
        return with(Text::tr("%1 failed after it had been running").arg(who), words);
    case Cause::Kind::ImagePull:
        return pullText(cause, who, expectation);
    case Cause::Kind::CrashLoop:
        return crashText(cause, who);
    case Cause::Kind::ContainerConfig:
        return with(Text::tr("%1 cannot start its container").arg(who), words);
    case Cause::Kind::InitFailed:
        return with(cause.container.isEmpty()
                        ? Text::tr("%1 cannot start because an init container fails").arg(who)
                        : Text::tr("%1 cannot start because init container %2 fails").arg(who, cause.container),
                    crashText(cause));
    case Cause::Kind::Unschedulable:
        return with(Text::tr("%1 cannot be scheduled on any node").arg(who), words);
    case Cause::Kind::Volume:
        return with(Text::tr("%1 cannot mount a volume").arg(who), words);
    case Cause::Kind::Quota:
        return with(Text::tr("%1 cannot create pods because a quota is exceeded").arg(who), words);
    case Cause::Kind::Readiness:
        return with(Text::tr("%1 runs but does not become ready").arg(who), words);
    case Cause::Kind::ProgressDeadline:
        return Text::tr("%1 exceeded its progress deadline").arg(who);
    case Cause::Kind::RolloutAborted:
        return with(Text::tr("%1 was aborted").arg(who), words);
    case Cause::Kind::HookFailed:
        return hookText(cause, who);
    case Cause::Kind::SyncFailed:
        return with(Text::tr("the sync of %1 failed").arg(who), words);
    case Cause::Kind::SyncError:
        return with(Text::tr("the sync of %1 could not run").arg(who), words);
    case Cause::Kind::ComparisonError:
        return with(Text::tr("Argo CD cannot compare the application with git"), words);
    case Cause::Kind::InvalidSpec:
        return with(Text::tr("the application spec is invalid"), words);
    case Cause::Kind::AdmissionDenied:
        return with(Text::tr("the cluster rejected %1").arg(who), words);
    case Cause::Kind::Degraded:
        return with(Text::tr("%1 is degraded").arg(who), words);
    case Cause::Kind::ImageNotInApplication:
        return absentText(cause, expectation);
    case Cause::Kind::Children:
        return with(Text::tr("%1 cannot be watched with its children").arg(who), words);
    case Cause::Kind::PruningNeeded:
        return Text::tr("%1 was removed from git but not pruned").arg(who);
    case Cause::Kind::OutOfSync:
        return with(Text::tr("%1 is out of sync").arg(who), words);
    case Cause::Kind::AppDeleted:
        return Text::tr("%1 does not exist, or this account does not have access to it").arg(who);
    case Cause::Kind::SupersededBy:
    case Cause::Kind::RolledBack:
        return replacedText(cause, expectation);
    }
    return words;
}

} // namespace lynceus
