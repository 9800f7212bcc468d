#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <limits>

/// A small cluster with an Argo CD in plain numbers, which the rollout generator simulates. Times are ms since the
/// start of the sequence and multiples of kTick.
namespace lynceus::simulation {

using Ms = int;
inline constexpr Ms kTick = 200;
inline constexpr Ms kNever = std::numeric_limits<Ms>::max();

/// A fast random generator (splitmix64). Each sequence has its own, so that the seed determines all of it.
class RandomGenerator final
{
public:
    explicit RandomGenerator(std::uint64_t seed)
        : m_state(seed)
    { }

    /// Includes both limits.
    int between(int least, int most)
    {
        return least + static_cast<int>(next() % static_cast<std::uint64_t>(most - least + 1));
    }
    bool chance(int percent) { return between(1, 100) <= percent; }
    /// A random time in whole ticks.
    Ms time(Ms least, Ms most) { return between(least / kTick, most / kTick) * kTick; }

private:
    std::uint64_t next()
    {
        auto mixed = m_state += 0x9e3779b97f4a7c15U;
        mixed = (mixed ^ (mixed >> 30)) * 0xbf58476d1ce4e5b9U;
        mixed = (mixed ^ (mixed >> 27)) * 0x94d049bb133111ebU;
        return mixed ^ (mixed >> 31);
    }

    std::uint64_t m_state;
};

/// A vector of plain values without allocations, because states are copied often.
template<typename T, int Capacity>
struct BoundedVector
{
    std::array<T, Capacity> values{};
    int count = 0;

    T *begin() { return values.data(); }
    T *end() { return values.data() + count; }
    const T *begin() const { return values.data(); }
    const T *end() const { return values.data() + count; }
    T &operator[](int index) { return values[static_cast<std::size_t>(index)]; }
    const T &operator[](int index) const { return values[static_cast<std::size_t>(index)]; }
    T &add(const T &value) { return values[static_cast<std::size_t>(count++)] = value; }
    friend bool operator==(const BoundedVector &left, const BoundedVector &right)
    {
        return std::equal(left.begin(), left.end(), right.begin(), right.end());
    }
    [[nodiscard]] bool isFull() const { return count == Capacity; }
    void removeAt(int index)
    {
        for (int i = index; i + 1 < count; ++i)
            (*this)[i] = (*this)[i + 1];
        --count;
    }
};

inline constexpr int kMostWorkloads = 3;
enum Repository : std::int8_t { Web, Worker, Other, Sidecar };

/// A pod template: its images, and `config` for everything else.
struct Template
{
    std::int8_t repository = Web;
    std::int8_t tag = 0;
    std::int8_t sidecar = -1; ///< tag of the sidecar's image; -1: none
    std::int8_t config = 0;

    friend bool operator==(const Template &, const Template &) = default;
};

enum class Kind : std::int8_t {
    Deployment,
    StatefulSet,
    DaemonSet,
    Canary,
    BlueGreen,
    Job,
    CronJob,
    CustomReplicaSets, ///< a custom kind whose ReplicaSets have no revision numbers
    CustomPods,        ///< a custom kind that owns pods directly
};

/// Manifest of one workload, in git or live.
struct Manifest
{
    Template pods;
    std::int8_t replicas = -1; ///< -1: an autoscaler decides
    bool paused = false;
    bool removed = false;  ///< git no longer has it
    bool onDelete = false; ///< update strategy of a StatefulSet
    std::int8_t partition = 0;

    friend bool operator==(const Manifest &, const Manifest &) = default;
};

enum class PodPhase : std::int8_t {
    Pending,
    Creating,
    PullError,
    Running,
    CrashWait,
    CrashRun,
    Ready,
    Completed,
    Failed, ///< its Job fails then
};

struct Pod
{
    int id = 0;
    std::int8_t workload = 0;
    std::int8_t set = -1;  ///< position of its ReplicaSet; -1: none
    std::int8_t slot = -1; ///< ordinal in a StatefulSet, or node of a DaemonSet
    std::int8_t restarts = 0;
    Template pods;
    PodPhase phase = PodPhase::Pending;
    Ms created = 0;
    Ms next = 0;      ///< when its phase ends
    Ms gone = kNever; ///< end of the termination; kNever: not deleted

    [[nodiscard]] bool isTerminating() const { return gone != kNever; }
    [[nodiscard]] bool isReady() const { return phase == PodPhase::Ready; }
    [[nodiscard]] bool isBroken() const
    {
        return phase == PodPhase::PullError || phase == PodPhase::CrashWait || phase == PodPhase::CrashRun
            || phase == PodPhase::Failed;
    }

    friend bool operator==(const Pod &, const Pod &) = default;
};

/// After this time, the scheduler reports that no node accepts the pod.
inline constexpr Ms kSchedules = 1'000;

[[nodiscard]] inline bool isUnscheduled(const Pod &pod, Ms now)
{
    return pod.phase == PodPhase::Pending && !pod.isTerminating() && now - pod.created >= kSchedules;
}

struct ReplicaSet
{
    Template pods;
    int revision = 1;

    friend bool operator==(const ReplicaSet &, const ReplicaSet &) = default;
};

enum class State : std::int8_t { Missing, Progressing, Healthy, Degraded, Suspended };

struct Workload
{
    Kind kind = Kind::Deployment;
    bool exists = false;
    Manifest live;
    int generation = 1;
    int observed = 1; ///< last generation that the controller observed
    Ms reactsAt = 0;
    BoundedVector<ReplicaSet, 6> sets;
    int current = 0; ///< position of the newest ReplicaSet
    int step = 0;    ///< of a canary; after the last one, it is complete
    Ms stepEnds = 0;
    bool switched = true; ///< blue-green: traffic goes to the newest ReplicaSet
    Ms oldPodsGoAt = 0;
    Ms progressedAt = 0;
    int readyBefore = 0;
    bool overdue = false;          ///< the progress deadline is exceeded
    bool byHand = false;           ///< changed with kubectl since Argo CD last applied it
    int creations = 0;             ///< how often it was created
    Ms lastCreatedAt = -3'600'000; ///< when it was last created
    int before = 0;                ///< position of the previous ReplicaSet
    Ms doneAt = kNever;            ///< when the Job succeeded or failed
    bool collected = false;        ///< a Job that was deleted after it succeeded
    State state = State::Healthy;

    friend bool operator==(const Workload &, const Workload &) = default;
};

enum class HookPhase : std::int8_t { None, Running, Failed, Succeeded };

struct Hook
{
    bool exists = false;
    int id = 0;
    Ms created = 0;
    Ms ends = 0;
    HookPhase phase = HookPhase::None;

    friend bool operator==(const Hook &, const Hook &) = default;
};

struct Cluster
{
    std::array<Workload, kMostWorkloads> workloads;
    BoundedVector<Pod, 48> pods;
    std::array<Hook, 2> hooks; ///< PreSync and PostSync

    friend bool operator==(const Cluster &, const Cluster &) = default;
};

enum class Phase : std::int8_t { None, Running, Failed, Error, Succeeded };
enum class ResultStatus : std::int8_t { Synced, SyncFailed };

inline constexpr int kPreSync = kMostWorkloads;
inline constexpr int kPostSync = kMostWorkloads + 1;

struct Result
{
    std::int8_t of = 0; ///< a workload, kPreSync or kPostSync
    ResultStatus status = ResultStatus::Synced;
    HookPhase hookPhase = HookPhase::None;
    Template pods;

    friend bool operator==(const Result &, const Result &) = default;
};

struct Operation
{
    Phase phase = Phase::None;
    Ms startedAt = 0; ///< whole seconds
    Ms finishedAt = -1;
    int retries = 0;
    int waitsFor = -1;  ///< workload or hook in its message "waiting for …"
    int requested = -1; ///< revision; -1: unknown
    int result = -1;    ///< revision in syncResult; -1: no syncResult
    int selected = 0;   ///< one bit per selected workload; 0: all
    BoundedVector<Result, kMostWorkloads + 2> resources;

    friend bool operator==(const Operation &, const Operation &) = default;
};

/// The status of the application as last published by Argo CD.
struct Status
{
    int revision = 0;
    std::array<bool, kMostWorkloads> synced{};
    bool pending = false;
    int pendingRevision = -1;
    Operation operation;
    Ms reconciledAt = 0;
    bool comparisonError = false;

    friend bool operator==(const Status &, const Status &) = default;
};

struct SimulatedState
{
    Cluster cluster;
    Status status;
    int manifests = 0; ///< revision of the target manifests
    int treeVersion = 0;
    int statusVersion = 0;
    int managedVersion = 0;
};

} // namespace lynceus::simulation
