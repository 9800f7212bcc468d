#pragma once

#include "core/domain/base/time.h"
#include "core/domain/model/event.h"
#include "core/domain/model/ids.h"
#include "core/domain/model/imagereference.h"

#include <QStringList>

#include <optional>
#include <vector>

namespace lynceus {

/// Of one image repository: versions that ran or were meant to run before, and those that are meant to run now.
/// A version is a tag, a digest ("sha256:…"), or both ("1.5.0@sha256:…").
struct ImageChange
{
    QString repository; ///< "ghcr.io/acme/shop-web"
    QStringList from;   ///< empty: none, or not known
    QStringList to;
    bool isHook = false; ///< only hooks of the sync use it
    /// Only pods show it, no result of the sync: of an init container, or of something that is no part of the version,
    /// such as a sidecar that the cluster adds. Not stored.
    bool isOfPods = false;

    friend bool operator==(const ImageChange &, const ImageChange &) = default;
};

/// Who or what started a deployment.
struct Actor
{
    enum class Kind {
        User,              ///< a sync by `name`
        Automated,         ///< automated sync of a new revision; `name` is the commit's author if it is known
        ImageUpdater,      ///< Argo CD Image Updater, by a commit or by settings of the application's source
        ApplicationSet,    ///< a step of the ApplicationSet `name`, if that is known
        Rollback,          ///< a user, `name`, synced a version that ran before
        ParameterOverride, ///< settings of the application's source changed; `name` is the field manager if it is known
    };
    Kind kind = Kind::Automated;
    QString name;

    friend bool operator==(const Actor &, const Actor &) = default;
};

/// One change of what an application is meant to run, from the start of its sync until its outcome.
struct Deployment
{
    enum class Kind {
        Image,
        Chart,         ///< a chart's version changed, and no image as far as it is known
        Configuration, ///< another revision or other settings with the same images
        Rollback,      ///< back to a version of the application's history
        Unknown,       ///< another revision; which images it has is not known
    };
    enum class Outcome {
        InProgress,
        Deployed,
        Failed,
        TimedOut,   ///< did not become healthy in time
        Superseded, ///< a newer deployment began before the outcome was known
        Unknown,    ///< ended, and what the application says does not show how
    };
    /// What the outcome rests on, strongest first.
    enum class Proof {
        Watched,       ///< a watch: pods and manifests
        Observed,      ///< the application object alone: operation, sync, health, images of its pods
        Reconstructed, ///< learned afterwards from the application's history: Lynceus was not there when it began
    };

    ApplicationKey application; ///< with Instance::id
    QString project;
    Kind kind = Kind::Unknown;
    Outcome outcome = Outcome::InProgress;
    Proof proof = Proof::Observed;
    Actor actor;
    std::vector<ImageChange> images;
    QString chartFrom;
    QString chartTo; ///< empty: no chart changed
    QStringList revisionsFrom;
    QStringList revisionsTo; ///< one per source
    std::optional<RevisionMetadata> commit;
    Instant startedAt{};            ///< of the operation; server's clock
    std::optional<Instant> endedAt; ///< server's clock; set with a final outcome
    QString cause;                  ///< name of why the outcome is not Deployed; empty: nothing to say
    QString message;                ///< of the cause, foreign text; may be empty
    QString watch;                  ///< id of the watch that judged it
    QString rule;                   ///< name of the follow rule that registered a watch of it
    bool isSynced = false;          ///< its sync succeeded, so that all its images are known; not stored

    [[nodiscard]] bool isOver() const { return outcome != Outcome::InProgress; }

    friend bool operator==(const Deployment &, const Deployment &) = default;
};

/// Its `cause` if its sync failed.
inline constexpr QLatin1String kOperationFailed("operation-failed");

/// Identifies a deployment, however it was learned of: application and start of the operation.
[[nodiscard]] QString deploymentId(const ApplicationKey &application, Instant startedAt);
[[nodiscard]] inline QString deploymentId(const Deployment &deployment)
{
    return deploymentId(deployment.application, deployment.startedAt);
}

/// The whole id of the commit that is new in it, of its first source that has one; empty if it is a chart's version, or
/// nothing is.
[[nodiscard]] QString changedCommit(const Deployment &deployment);

// Stable names, for JSON and stores.
[[nodiscard]] QString nameOf(Deployment::Kind kind);
[[nodiscard]] QString nameOf(Deployment::Outcome outcome);
[[nodiscard]] QString nameOf(Deployment::Proof proof);
[[nodiscard]] QString nameOf(Actor::Kind kind);

/// The version that a reference names: its tag, its digest, or "TAG@DIGEST"; "latest" if it names none.
[[nodiscard]] QString versionOf(const ImageReference &image);

/// "1.4.0" or, for several, "1.4.0, 1.5.0"; digests shortened to 12 digits if @p isShort.
[[nodiscard]] QString versionText(const QStringList &versions, bool isShort);

} // namespace lynceus
