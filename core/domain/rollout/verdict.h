#pragma once

#include "core/domain/rollout/expectation.h"
#include "core/domain/rollout/observation.h"

#include <array>
#include <cstddef>

namespace lynceus {

/// How far the expected images got; each needs the one before. See docs/verdicts.md.
enum class Stage { None, Noticed, Applied, Rolling, Running, Stable };
inline constexpr std::size_t kStageCount = 6;

enum class Outcome { Waiting, Deployed, Failed, TimedOut, Superseded, Aborted, Gone, SignInNeeded, Cancelled };

/// Why nothing moves although nothing failed.
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
    QString message;              ///< the server's words, may be empty
    std::optional<Instant> until; ///< sync-window: its end; not-noticed: the last refresh
    /// ignored-difference: the live image; image-rewritten: the one that the pods carry; revision-unproven: the
    /// revision that Argo CD compares with
    QString image = {};
    /// ignored-difference: the field; image-rewritten: the prefix for `--registry-proxy`, if one explains it;
    /// update-strategy: "OnDelete", or "partition N"; applicationset-step: the ApplicationSet's name (`resource` is
    /// then the application of an earlier step that it waits for, `message` that one's step and status, if known);
    /// pruning-needed and old-pod-broken: empty; starting: the step; not-created: "1/3", what there is and is wanted;
    /// sign-in: "no-token" where lacksToken() says so;
    /// not-noticed: "changed-by-hand", or "version" where no image is awaited; revision-unproven: "deployed-before",
    /// "not-compared", "other-source" or "not-seen".
    QString detail = {};
    /// starting, old-pod-broken: since when the pod is there; sync-running: since when it runs; not-noticed, and
    /// not-created of an application: since when it is awaited
    std::optional<Instant> since = {};
    /// not-noticed, and not-created of applications: Expectation::usualNotice, once it takes longer than that.
    std::optional<Duration> exceeds = {};

    friend bool operator==(const Blocker &, const Blocker &) = default;
};

/// What a person should look at.
struct Cause
{
    enum class Kind { // in the order in which one is chosen among causes of the same depth
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
    /// The server's words: pull error, last words of the container, sync message. Of `children` ours: what is wrong
    /// with the applications of a parent.
    QString message;
    QString image;            ///< the image concerned: not pulled, or the one that took the place
    int restarts = 0;         ///< crash-loop
    int attempt = 0;          ///< hook-failed: 1 for the first try
    QString container{};      ///< crash-loop, init-failed: which one, where an answer says so
    QStringList candidates{}; ///< image-not-in-application: nearest repositories; superseded: the new images

    friend bool operator==(const Cause &, const Cause &) = default;
};

/// Qualifies a verdict: which weaker proof it rests on, or what else a person should know.
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
    /// no-pods: "replicas-0", "cronjob", "job-done", "job-collected", "no-workload", "none-in-application",
    /// "applications" or "not-visible"; other-tag/-image: the image; other-workload: its health words; not-in-git: the
    /// images that git wants; moving-revision: the name; later-revision: the revision that runs
    QString detail;

    friend bool operator==(const Note &, const Note &) = default;
};

struct PodCounts
{
    int wanted = 0;     ///< as the live template says; pods seen where it says nothing
    int updated = 0;    ///< of the newest revision, carrying the image
    int ready = 0;      ///< of those, Healthy with all containers ready
    int old = 0;        ///< others that are not terminating
    int oldUnready = 0; ///< of the old ones, those that are not ready: they do not serve

    friend bool operator==(const PodCounts &, const PodCounts &) = default;
};

struct WorkloadEvidence
{
    ResourceKey key;
    QStringList images; ///< live template if known, else target
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

/// The facts that a verdict rests on, kept with it.
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
    std::optional<Cause> cause; ///< while waiting: "failing", an early warning that is taken back if it heals
    std::vector<Note> notes;
    PodCounts pods; ///< over all target workloads
    Evidence evidence;
    /// When the outcome could first be known, from the observations (for bake: when it was over).
    std::optional<Instant> decidedAt;
    /// The next moment at which time alone may change this verdict (a grace, bake or deadline that ends).
    std::optional<Instant> wakeAt;

    friend bool operator==(const Verdict &, const Verdict &) = default;
};

/// The blocker only names what an ordinary rollout waits for: that a pod starts, that Argo CD goes on or, within the
/// usual time of this application, that it looks at git. It is shown as progress, not as trouble.
[[nodiscard]] bool isOrdinaryWait(const Verdict &verdict);

/// @p blocker, not-noticed or not-created, awaited since @p since, and whether that exceeds @p usual by now.
[[nodiscard]] Blocker awaitedSince(Blocker blocker, Instant since, Instant now, Duration usual);

/// sign-in, with the words of the error; @p lacksToken as the function of that name says.
[[nodiscard]] Blocker signInBlocker(const QString &message, bool lacksToken);

/// There is a blocker, and it is more than an ordinary wait.
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
