#pragma once

#include "core/domain/images/imagereference.h"
#include "core/domain/model/event.h"
#include "core/domain/model/ids.h"
#include "core/domain/time/time.h"

#include <QStringList>

#include <optional>
#include <vector>

namespace lynceus {

/// Change of one image repository: versions that ran or were desired before, and versions that are desired now. A
/// version is a tag, a digest ("sha256:…"), or both ("1.5.0@sha256:…").
struct ImageChange
{
    QString repository; ///< "ghcr.io/acme/shop-web"
    QStringList from;   ///< empty: none, or unknown
    QStringList to;
    bool isHook = false; ///< only hooks of the sync use it
    /// Only pods show it, not the result of the sync: an init container, or something outside the version, such as a
    /// sidecar that the cluster adds. Not stored.
    bool isOfPods = false;

    friend bool operator==(const ImageChange &, const ImageChange &) = default;
};

/// Who or what started a deployment.
struct Actor
{
    enum class Kind {
        User,              ///< a manual sync by `name`
        Automated,         ///< automated sync of a new revision; `name`: author of the commit, if known
        ImageUpdater,      ///< Argo CD Image Updater, by a commit or by settings of the application's source
        ApplicationSet,    ///< a step of the ApplicationSet `name`, if known
        Rollback,          ///< a user, `name`, synced a version that ran before
        ParameterOverride, ///< settings of the application's source changed; `name`: the field manager, if known
    };
    Kind kind = Kind::Automated;
    QString name;

    friend bool operator==(const Actor &, const Actor &) = default;
};

/// One change of what an application should run, from the start of its sync to its outcome.
struct Deployment
{
    enum class Kind {
        Image,
        Chart,         ///< the version of a chart changed, and no image as far as known
        Configuration, ///< another revision or other settings, same images
        Rollback,      ///< to a version in the application's history
        Unknown,       ///< another revision; its images are unknown
    };
    enum class Outcome {
        InProgress,
        Deployed,
        Failed,
        TimedOut,   ///< not healthy in time
        Superseded, ///< a newer deployment started before the outcome was known
        Unknown,    ///< ended with an unknown result
    };
    /// Evidence for the outcome, strongest first.
    enum class Proof {
        Watched,       ///< a watch: pods and manifests
        Observed,      ///< only the application object: operation, sync, health, images of its pods
        Reconstructed, ///< from the application's history afterwards: Lynceus was not running when it started
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
    Instant startedAt{};            ///< start of the operation; server's clock
    std::optional<Instant> endedAt; ///< server's clock; set with a final outcome
    QString cause;                  ///< stable name of why the outcome is not Deployed; may be empty
    QString message;                ///< of the cause, text from a server; may be empty
    QString watch;                  ///< id of the watch that judged it
    QString rule;                   ///< name of the follow rule that registered a watch for it
    bool isSynced = false;          ///< its sync succeeded, so all its images are known; not stored

    [[nodiscard]] bool isOver() const { return outcome != Outcome::InProgress; }

    friend bool operator==(const Deployment &, const Deployment &) = default;
};

/// `cause` if the sync failed.
inline constexpr QLatin1String kOperationFailed("operation-failed");

/// Identifies a deployment by application and start of the operation, whatever the source of the data.
[[nodiscard]] QString deploymentId(const ApplicationKey &application, Instant startedAt);
[[nodiscard]] inline QString deploymentId(const Deployment &deployment)
{
    return deploymentId(deployment.application, deployment.startedAt);
}

/// Full id of the new commit, from the first source that has one; empty for a chart version, or if nothing is new.
[[nodiscard]] QString changedCommit(const Deployment &deployment);

// Stable names, for JSON and stores.
[[nodiscard]] QString nameOf(Deployment::Kind kind);
[[nodiscard]] QString nameOf(Deployment::Outcome outcome);
[[nodiscard]] QString nameOf(Deployment::Proof proof);
[[nodiscard]] QString nameOf(Actor::Kind kind);

/// The version in a reference: its tag, its digest, or "TAG@DIGEST"; "latest" if it has none.
[[nodiscard]] QString versionOf(const ImageReference &image);

/// "1.4.0", or several as "1.4.0, 1.5.0"; with @p isShort, digests are shortened to 12 digits.
[[nodiscard]] QString versionText(const QStringList &versions, bool isShort);

} // namespace lynceus
