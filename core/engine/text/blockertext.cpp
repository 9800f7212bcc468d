#include "core/domain/rollout/verdict/advice.h"
#include "core/domain/time/zonedtime.h"
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

QString with(const QString &text, const QString &words)
{
    return words.isEmpty() ? text : text + u": "_s + words;
}

QString subject(const ResourceKey &resource)
{
    return resource.kind.isEmpty() ? Text::tr("the application") : resource.kind + u' ' + resource.name;
}

/// The status reason of a starting pod, from the kubelet, in words.
QString startingText(const Blocker &blocker, const QString &who)
{
    const auto &step = blocker.detail;
    if (blocker.resource.kind == "Job"_L1)
        return Text::tr("%1 is still running").arg(who);
    if (step == "settling"_L1)
        return Text::tr("the pods of %1 are ready; it does not report whether others follow").arg(who);
    if (blocker.resource.kind != "Pod"_L1)
        return with(Text::tr("%1 is not healthy yet").arg(who), serverText(blocker.message));
    if (step == "Pending"_L1)
        return Text::tr("%1 is not scheduled yet").arg(who);
    if (step == "ContainerCreating"_L1 || step == "PodInitializing"_L1)
        return Text::tr("%1 is creating its containers or pulling images").arg(who);
    if (step == "Running"_L1)
        return Text::tr("%1 is running but not ready yet").arg(who);
    return step.isEmpty() ? Text::tr("%1 is starting").arg(who)
                          : Text::tr("%1 is starting (%2)").arg(who, serverText(step));
}

/// "1/3": existing and wanted.
QString notCreatedText(const Blocker &blocker, const QString &who)
{
    const auto updated = blocker.detail.section(u'/', 0, 0);
    const auto wanted = blocker.detail.section(u'/', 1, 1);
    return updated == "0"_L1
        ? Text::tr("%1 has no new pod yet").arg(who)
        : Text::tr("%1 has %2 of %3 new pods; the next one has not been created yet").arg(who, updated, wanted);
}

QString noPodsText(const Note &note)
{
    if (note.detail == "replicas-0"_L1)
        return Text::tr("%1 is scaled to 0 replicas: judged by its manifest").arg(subject(note.resource));
    if (note.detail == "cronjob"_L1)
        return Text::tr("%1 starts pods only on its schedule: judged by its manifest").arg(subject(note.resource));
    if (note.detail == "job-done"_L1)
        return Text::tr("%1 has completed and its pods were removed: judged by its manifest and health")
            .arg(subject(note.resource));
    if (note.detail == "none-in-application"_L1)
        return Text::tr("the application has no workloads: judged by its sync status and health");
    if (note.detail == "applications"_L1)
        return Text::tr("the application has no workloads of its own: the applications that it manages are not judged");
    if (note.detail == "job-collected"_L1)
        return Text::tr("%1 has succeeded and was then deleted: judged by its success").arg(subject(note.resource));
    if (note.detail == "no-workload"_L1)
        return Text::tr("%1 uses the image but has no pods: judged by its manifest and health")
            .arg(subject(note.resource));
    return Text::tr("the pods of %1 are not visible to this account: judged by its health").arg(subject(note.resource));
}

// No operation of Argo CD applied it.
QString unwantedText(const Blocker &blocker, const QString &who)
{
    return Text::tr("%1 runs the image in the cluster, but the desired image in git is %2").arg(who, blocker.image);
}

QString notNoticedText(const Blocker &blocker, const QString &who)
{
    if (blocker.detail == "changed-by-hand"_L1)
        return unwantedText(blocker, who);
    const bool isVersion = blocker.detail == "version"_L1;
    if (!blocker.exceeds)
        return isVersion ? Text::tr("Argo CD has not noticed the expected version yet")
                         : Text::tr("Argo CD has not noticed the image yet");
    const auto usual = durationText(*blocker.exceeds);
    return isVersion ? Text::tr("Argo CD has not noticed the expected version within the usual %1").arg(usual)
                     : Text::tr("Argo CD has not noticed the image within the usual %1").arg(usual);
}

QString ignoredText(const Blocker &blocker, const QString &who)
{
    auto text = blocker.image.isEmpty() ? Text::tr("%1 keeps another image").arg(who)
                                        : Text::tr("%1 keeps %2").arg(who, blocker.image);
    return text
        + (blocker.detail.isEmpty() ? Text::tr(": the application ignores this difference (ignoreDifferences)")
                                    : Text::tr(": the application ignores differences in %1").arg(blocker.detail));
}

QString strategyText(const Blocker &blocker, const QString &who)
{
    if (blocker.detail == "OnDelete"_L1)
        return Text::tr("%1 replaces a pod only after it is deleted (update strategy OnDelete)").arg(who);
    if (blocker.detail.startsWith("partition "_L1))
        return Text::tr("%1 keeps the old version on its pods below ordinal %2 (partition %2)")
            .arg(who, blocker.detail.sliced(10));
    return Text::tr("the update strategy of %1 keeps old pods").arg(who);
}

QString unprovenText(const Blocker &blocker)
{
    const auto other = serverText(blocker.image);
    if (blocker.detail == "deployed-before"_L1)
        return Text::tr(
                   "the expected version was deployed before, Argo CD now compares with %1, and nothing proves that "
                   "this "
                   "includes it")
            .arg(other);
    if (blocker.detail == "not-compared"_L1)
        return Text::tr("the expected version was applied, but Argo CD now compares with %1, which is not applied")
            .arg(other);
    if (blocker.detail == "other-source"_L1)
        return Text::tr(
            "the tag is that of one of several sources since before the watch began, so it proves nothing about "
            "the others");
    return Text::tr("Argo CD compares with %1, and nothing proves that this includes the expected version").arg(other);
}

QString stepText(const Blocker &blocker)
{
    const auto words = serverText(blocker.message);
    if (!blocker.detail.isEmpty() && !blocker.resource.name.isEmpty())
        return Text::tr(
                   "ApplicationSet %1 has not reached the step of this application: it waits for application %2 (%3)")
            .arg(blocker.detail, blocker.resource.name, words);
    if (blocker.detail.isEmpty())
        return with(Text::tr("the ApplicationSet has not reached the step of this application"), words);
    return with(Text::tr("ApplicationSet %1 has not reached the step of this application").arg(blocker.detail), words);
}

} // namespace

QString blockerText(const Blocker &blocker, const QTimeZone &zone)
{
    const auto who = subject(blocker.resource);
    const auto words = serverText(blocker.message);
    switch (blocker.kind) {
    case Blocker::Kind::AutoSyncOff:
        if (blocker.detail == "changed-by-hand"_L1)
            return unwantedText(blocker, who);
        if (blocker.detail == "rolled-back"_L1)
            return Text::tr("auto-sync is off, and the application was rolled back to an older deployment");
        return Text::tr("auto-sync is off and the application is out of sync");
    case Blocker::Kind::SyncWindow:
        return blocker.until ? Text::tr("a sync window blocks syncs until %1").arg(formatRfc3339(*blocker.until, zone))
                             : Text::tr("a sync window blocks syncs");
    case Blocker::Kind::Suspended:
        return words.isEmpty() ? Text::tr("%1 is suspended").arg(who)
                               : Text::tr("%1 is suspended (%2)").arg(who, words);
    case Blocker::Kind::Paused:
        return Text::tr("%1 is paused").arg(who);
    case Blocker::Kind::SkipReconcile:
        return Text::tr("an annotation makes Argo CD skip this application");
    case Blocker::Kind::NotNoticed:
        return notNoticedText(blocker, who);
    case Blocker::Kind::OtherOperation:
        return with(Text::tr("an operation for another revision is running"), words);
    case Blocker::Kind::WaitingForWave:
        return blocker.resource.kind.isEmpty() ? with(Text::tr("the sync has not reached this wave yet"), words)
                                               : Text::tr("the sync is waiting for %1 in an earlier wave").arg(who);
    case Blocker::Kind::WaitingForHook:
        return with(Text::tr("the sync is waiting for a hook"), words);
    case Blocker::Kind::OldPodsLeft:
        return Text::tr("%1 is healthy, but pods of the old version remain").arg(who);
    case Blocker::Kind::ControllerStalled:
        return Text::tr("the Argo CD application controller does not process the refresh");
    case Blocker::Kind::RepoUnreachable:
        return with(Text::tr("Argo CD cannot read the repository"), words);
    case Blocker::Kind::IgnoredDifference:
        return ignoredText(blocker, who);
    case Blocker::Kind::ImageRewritten:
        return blocker.image.isEmpty() ? Text::tr("the new pods of %1 run another image").arg(who)
                                       : Text::tr("the new pods of %1 run %2 instead").arg(who, blocker.image);
    case Blocker::Kind::UpdateStrategy:
        return strategyText(blocker, who);
    case Blocker::Kind::ApplicationsetStep:
        return stepText(blocker);
    case Blocker::Kind::PruningNeeded:
        return Text::tr("%1 is no longer in git, pruning is off, and its pods still run").arg(who);
    case Blocker::Kind::DesiredStateError:
        return with(Text::tr("Argo CD cannot render the desired state"), words);
    case Blocker::Kind::Unreachable:
        return with(Text::tr("the instance does not respond"), words);
    case Blocker::Kind::SignIn:
        return blocker.detail == "no-token"_L1 && !words.isEmpty()
            ? words
            : Text::tr("the token is missing, expired or rejected");
    case Blocker::Kind::Permission:
        return with(Text::tr("this account does not have all required permissions"), words);
    case Blocker::Kind::Stale:
        return blocker.until ? Text::tr("no data received since %1").arg(formatRfc3339(*blocker.until, zone))
                             : Text::tr("no data received for a while");
    case Blocker::Kind::OldPodBroken:
        return with(
            Text::tr("%1 of the old version is not ready, and Kubernetes waits for it before updating other pods")
                .arg(who),
            words);
    case Blocker::Kind::Starting: {
        const auto text = startingText(blocker, who);
        return blocker.since ? Text::tr("%1, since %2").arg(text, formatRfc3339(*blocker.since, zone)) : text;
    }
    case Blocker::Kind::NotCreated:
        if (blocker.detail == "children"_L1)
            return Text::tr("it has no child applications yet");
        return blocker.detail.isEmpty() ? Text::tr("%1 has not been created yet").arg(who)
                                        : notCreatedText(blocker, who);
    case Blocker::Kind::SyncAwaited:
        return with(Text::tr("the application is out of sync, and Argo CD has not started a sync"), words);
    case Blocker::Kind::SyncRunning:
        return with(Text::tr("the sync is still running"), words);
    case Blocker::Kind::ComparisonAwaited:
        return Text::tr("Argo CD has not compared the application again");
    case Blocker::Kind::RevisionUnproven:
        return unprovenText(blocker);
    }
    return words;
}

QString remedyText(const Blocker &blocker)
{
    switch (adviceFor(blocker)) {
    case Advice::None:
        return {};
    case Advice::SyncOrEnableAutoSync:
        return Text::tr("sync it manually, or enable auto-sync");
    case Advice::SyncManually:
        return Text::tr("auto-sync tries each commit only once; sync manually");
    case Advice::AskBeforeSyncing:
        return Text::tr("find out why it was rolled back before you sync it");
    case Advice::CheckApplicationSet:
        return Text::tr("check how its ApplicationSet syncs it");
    case Advice::CommitImage:
        return Text::tr("commit this image to git if it is meant to stay");
    case Advice::WaitForWindow:
        return Text::tr("wait until it ends, or ask your administrator to change it");
    case Advice::PromoteOrAccept:
        return Text::tr("promote or resume it, or accept it with --accept-suspended");
    case Advice::Resume:
        return Text::tr("resume it");
    case Advice::RemoveSkipReconcile:
        return Text::tr("remove the annotation argocd.argoproj.io/skip-reconcile");
    case Advice::CheckCommit:
        return Text::tr("it checks git every few minutes; make sure that the commit is pushed");
    case Advice::WaitForOperation:
        return Text::tr("wait until it ends");
    case Advice::CheckUpdateStrategy:
        return Text::tr("check the update strategy and why the old pods remain");
    case Advice::ContinueUpdate:
        return Text::tr("continue the update as this workload requires; the old pods are kept on purpose");
    case Advice::CheckController:
        return Text::tr("ask your Argo CD administrator to check the application controller");
    case Advice::CheckRepository:
        return Text::tr("check the repository's address and credentials in Argo CD");
    case Advice::StopIgnoring:
        return Text::tr("change the image where it is managed, or remove the field from ignoreDifferences");
    case Advice::ExpectDigest:
        return Text::tr("watch the image reference that the pods use");
    case Advice::NameProxy:
        return Text::tr("if this is a registry mirror, use --registry-proxy %1").arg(blocker.detail);
    case Advice::CheckPod:
        return Text::tr("check this pod: the rollout continues when it is ready or deleted");
    case Advice::CheckEarlierSteps:
        return Text::tr("check the applications in the earlier steps");
    case Advice::PruneIt:
        return Text::tr("prune it in Argo CD if it is no longer needed");
    case Advice::FixManifests:
        return Text::tr("fix the manifests or their parameters in git");
    case Advice::CheckNetwork:
        return Text::tr("check the network and the address");
    case Advice::SignIn:
        return Text::tr("sign in again");
    case Advice::AskForRight:
        return Text::tr("ask your administrator for access to this application (applications, get)");
    case Advice::CheckCreation:
        return Text::tr("check the name, and that this account has access to the application once it is created");
    case Advice::CheckDeployments:
        return Text::tr("check the application's history, or expect the revision that Argo CD compares with");
    }
    return {};
}

QString noteText(const Note &note)
{
    const auto who = subject(note.resource);
    const auto words = serverText(note.detail);
    switch (note.kind) {
    case Note::Kind::AlreadyRunning:
        return Text::tr("it was already running when the watch started");
    case Note::Kind::NoPods:
        return noPodsText(note);
    case Note::Kind::Suspended:
        return Text::tr("%1 is suspended, which was accepted").arg(who);
    case Note::Kind::OldPodsKept:
        return note.detail == "1"_L1 ? Text::tr("%1 keeps 1 old pod for a while").arg(who)
                                     : Text::tr("%1 keeps %2 old pods for a while").arg(who, words);
    case Note::Kind::OtherTag:
        return Text::tr("%1 keeps %2").arg(who, words);
    case Note::Kind::OtherImage:
        return Text::tr("%1 came first").arg(words);
    case Note::Kind::OtherWorkload:
        return with(Text::tr("%1 fails, but is not part of this release").arg(who), words);
    case Note::Kind::NotInGit:
        return words.isEmpty() ? Text::tr("the desired state in git has another version; the next sync applies it")
                               : Text::tr("the desired state in git has %1; the next sync applies it").arg(words);
    case Note::Kind::MovingTag:
        return Text::tr("the tag of %1 can be moved: only a digest identifies the version").arg(words);
    case Note::Kind::MovingRevision:
        return Text::tr("the name %1 can be moved: only a commit identifies the version").arg(words);
    case Note::Kind::LaterRevision:
        return Text::tr("%1 was applied after the expected version and is running now").arg(words);
    case Note::Kind::NothingToApply:
        return Text::tr("no operation applied the version: Argo CD found nothing to change");
    }
    return words;
}

QString logsRefusedText(const QString &project)
{
    return Text::tr("this account cannot read logs in project %1").arg(project);
}

} // namespace lynceus
