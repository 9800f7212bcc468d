#pragma once

#include "core/domain/rollout/expectation/expectation.h"
#include "core/domain/rollout/verdict/observation.h"

#include <array>
#include <cstddef>

namespace lynceus {

/// How far the expected images got; each stage requires the previous one. See docs/verdicts.md.
enum class Stage { None, Noticed, Applied, Rolling, Running, Stable };
inline constexpr std::size_t kStageCount = 6;

enum class Outcome { Waiting, Deployed, Failed, TimedOut, Superseded, Aborted, Gone, SignInNeeded, Cancelled };

/// Why nothing progresses although nothing failed.
struct Blocker
{
    enum class Kind {
        AutoSyncOff,
        SyncWindow,
        Suspended,
        Paused,
        SkipReconcile,
        NotNoticed,
        OtherOperation,
        WaitingForWave,
        WaitingForHook,
        OldPodsLeft,
        ControllerStalled,
        RepoUnreachable,
        IgnoredDifference,
        ImageRewritten,
        UpdateStrategy,
        OldPodBroken,
        ApplicationsetStep,
        PruningNeeded,
        Starting,
        NotCreated,
        DesiredStateError,
        Unreachable,
        SignIn,
        Permission,
        Stale,
        SyncAwaited,
        SyncRunning,
        ComparisonAwaited,
        RevisionUnproven,
    };
    Kind kind = Kind::NotNoticed;
    ResourceKey resource;         ///< what it is about; empty kind: the application itself
    QString message;              ///< message from the server; may be empty
    std::optional<Instant> until; ///< sync-window: its end; not-noticed: the last refresh
    /// ignored-difference: the live image; image-rewritten: the image of the pods; revision-unproven: the revision that
    /// Argo CD compares with
    QString image = {};
    /// By kind:
    /// - ignored-difference: the field
    /// - image-rewritten: the prefix for `--registry-proxy`, if one explains it
    /// - update-strategy: "OnDelete" or "partition N"
    /// - applicationset-step: name of the ApplicationSet; `resource` is then the application of an earlier step that it
    ///   waits for, `message` that application's step and status, if known
    /// - pruning-needed, old-pod-broken: empty
    /// - starting: the step; "settling" if the pods are ready, but nothing shows whether others follow
    /// - not-created: "1/3", existing and wanted
    /// - sign-in: "no-token" if lacksToken()
    /// - not-noticed: "changed-by-hand", or "version" if no image is expected
    /// - revision-unproven: "deployed-before", "not-compared", "other-source" or "not-seen"
    QString detail = {};
    /// starting, old-pod-broken: creation of the pod; sync-running: start of the sync; not-noticed, and not-created of
    /// an application: start of the wait
    std::optional<Instant> since = {};
    /// not-noticed, and not-created of applications: Expectation::usualNotice, once the wait exceeds it.
    std::optional<Duration> exceeds = {};

    friend bool operator==(const Blocker &, const Blocker &) = default;
};

/// What the user should look at.
struct Cause
{
    enum class Kind { // in the order of choice among causes of the same depth
        Regressed,
        ImagePull,
        CrashLoop,
        ContainerConfig,
        InitFailed,
        Unschedulable,
        Volume,
        Quota,
        Readiness,
        ProgressDeadline,
        RolloutAborted,
        HookFailed,
        SyncFailed,
        SyncError,
        ComparisonError,
        InvalidSpec,
        AdmissionDenied,
        Degraded,
        ImageNotInApplication,
        Children,
        PruningNeeded,
        OutOfSync,
        AppDeleted,
        SupersededBy,
        RolledBack,
    };
    Kind kind = Kind::Degraded;
    ResourceKey resource; ///< empty kind: the application itself
    /// Message from the server: pull error, termination message, sync message. For `children` our own: what is wrong
    /// with the applications of a parent.
    QString message;
    QString image;            ///< the image that was not pulled, or that replaced the expected one
    int restarts = 0;         ///< for crash-loop
    int attempt = 0;          ///< for hook-failed: 1 for the first attempt
    QString container{};      ///< for crash-loop and init-failed: the container, if known
    QStringList candidates{}; ///< image-not-in-application: nearest repositories; superseded: the new images

    friend bool operator==(const Cause &, const Cause &) = default;
};

/// Qualifies a verdict: weaker evidence, or something else that the user should know.
struct Note
{
    enum class Kind {
        AlreadyRunning,
        NoPods,
        Suspended,
        OldPodsKept,
        OtherTag,
        OtherImage,
        OtherWorkload,
        NotInGit,
        MovingTag,
        MovingRevision,
        LaterRevision,
        NothingToApply,
    };
    Kind kind = Kind::AlreadyRunning;
    ResourceKey resource;
    /// By kind:
    /// - no-pods: "replicas-0", "cronjob", "job-done", "job-collected", "no-workload", "none-in-application",
    ///   "applications" or "not-visible"
    /// - other-tag, other-image: the image
    /// - other-workload: its health message
    /// - not-in-git: the images in git
    /// - moving-revision: the name
    /// - later-revision: the revision that runs
    QString detail;

    friend bool operator==(const Note &, const Note &) = default;
};

struct PodCounts
{
    int wanted = 0;     ///< from the live template; otherwise the number of visible pods
    int updated = 0;    ///< of the newest revision, with the image
    int ready = 0;      ///< of `updated`: Healthy with all containers ready
    int old = 0;        ///< others that are not terminating
    int oldUnready = 0; ///< of `old`: not ready, so they do not serve requests

    friend bool operator==(const PodCounts &, const PodCounts &) = default;
};

struct WorkloadEvidence
{
    ResourceKey key;
    QStringList images; ///< live template if known, otherwise target
    Health health;
    PodCounts pods;

    friend bool operator==(const WorkloadEvidence &, const WorkloadEvidence &) = default;
};

struct PodEvidence
{
    QString name;
    QStringList images;
    Health health;
    QString reason;

    friend bool operator==(const PodEvidence &, const PodEvidence &) = default;
};

/// The facts behind a verdict, stored with it.
struct Evidence
{
    Instant observedAt{};
    QStringList revisions;
    std::vector<WorkloadEvidence> workloads;
    std::vector<PodEvidence> pods;

    friend bool operator==(const Evidence &, const Evidence &) = default;
};

struct Verdict
{
    Outcome outcome = Outcome::Waiting;
    Stage stage = Stage::None;
    std::optional<Blocker> blocker;
    std::optional<Cause> cause; ///< while waiting: "failing", an early warning that is removed if it heals
    std::vector<Note> notes;
    PodCounts pods; ///< sum over all target workloads
    Evidence evidence;
    /// When the outcome could first be known from the observations (with bake time: its end).
    std::optional<Instant> decidedAt;
    /// Next time at which the verdict may change without new data (end of a grace, bake time or deadline).
    std::optional<Instant> wakeAt;

    friend bool operator==(const Verdict &, const Verdict &) = default;
};

/// The blocker only names what an ordinary rollout waits for: a pod that is starting, the next step of Argo CD or,
/// within the usual time of the application, that Argo CD reads git. Shown as progress, not as a problem.
[[nodiscard]] bool isOrdinaryWait(const Verdict &verdict);

/// @p blocker (not-noticed or not-created) with the start of the wait @p since; sets `exceeds` if it is longer than @p
/// usual by now.
[[nodiscard]] Blocker awaitedSince(Blocker blocker, Instant since, Instant now, Duration usual);

/// sign-in with the error's @p message; @p lacksToken: lacksToken() of the error.
[[nodiscard]] Blocker signInBlocker(const QString &message, bool lacksToken);

/// There is a blocker that is not an ordinary wait.
[[nodiscard]] inline bool isHeldUp(const Verdict &verdict)
{
    return verdict.blocker && !isOrdinaryWait(verdict);
}

/// Stable names for output and storage: "image-pull", "auto-sync-off", "timed-out", …
[[nodiscard]] QString nameOf(Stage stage);
[[nodiscard]] QString nameOf(Outcome outcome);
[[nodiscard]] QString nameOf(Blocker::Kind kind);
[[nodiscard]] QString nameOf(Cause::Kind kind);
[[nodiscard]] QString nameOf(Note::Kind kind);

} // namespace lynceus
