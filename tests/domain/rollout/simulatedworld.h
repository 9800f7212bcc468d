#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <limits>

/// A small cluster with an Argo CD, as numbers: what the generator of rollouts simulates.
/// Times are milliseconds since the sequence began; everything happens at multiples of kTick.
namespace lynceus::simulation {

using Ms = int;
inline constexpr Ms kTick = 200;
inline constexpr Ms kNever = std::numeric_limits<Ms>::max();

/// A cheap generator (splitmix64): one for each sequence, so that a seed tells the whole story.
class Dice final
{
public:
    explicit Dice(std::uint64_t seed)
        : m_state(seed)
    { }

    /// Both ends included.
    int between(int least, int most)
    {
        return least + static_cast<int>(next() % static_cast<std::uint64_t>(most - least + 1));
    }
    bool chance(int percent) { return between(1, 100) <= percent; }
    /// A time in whole ticks.
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

/// A vector of plain values without an allocation: worlds are copied all the time.
template<typename T, int Capacity>
struct Few
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
    friend bool operator==(const Few &left, const Few &right)
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

/// A pod template: its images and "anything else in it".
struct Template
{
    std::int8_t repository = Web;
    std::int8_t tag = 0;
    std::int8_t sidecar = -1; ///< tag of the sidecar's image, -1: none
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
    CustomReplicaSets, ///< an operator's kind whose ReplicaSets carry no Rev:N
    CustomPods,        ///< an operator's kind that owns pods directly
};

/// What git, or the live object, says about one workload.
struct Manifest
{
    Template pods;
    std::int8_t replicas = -1; ///< -1: git leaves it to an autoscaler
    bool paused = false;
    bool removed = false;  ///< git has it no more
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
    Failed, ///< of a Job that gives up after it
};

struct Pod
{
    int id = 0;
    std::int8_t workload = 0;
    std::int8_t set = -1;  ///< position of its ReplicaSet, -1: none
    std::int8_t slot = -1; ///< ordinal of a StatefulSet, node of a DaemonSet
    std::int8_t restarts = 0;
    Template pods;
    PodPhase phase = PodPhase::Pending;
    Ms created = 0;
    Ms next = 0;      ///< of its phase
    Ms gone = kNever; ///< set when it is being deleted

    [[nodiscard]] bool isTerminating() const { return gone != kNever; }
    [[nodiscard]] bool isReady() const { return phase == PodPhase::Ready; }
    [[nodiscard]] bool isBroken() const
    {
        return phase == PodPhase::PullError || phase == PodPhase::CrashWait || phase == PodPhase::CrashRun
            || phase == PodPhase::Failed;
    }

    friend bool operator==(const Pod &, const Pod &) = default;
};

/// After this time the scheduler says of a pod that no node takes it.
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
    int observed = 1; ///< generation that its controller has seen
    Ms reactsAt = 0;
    Few<ReplicaSet, 6> sets;
    int current = 0; ///< position of the newest ReplicaSet
    int step = 0;    ///< of a canary; past the last: complete
    Ms stepEnds = 0;
    bool switched = true; ///< blue-green: traffic goes to the newest
    Ms oldPodsGoAt = 0;
    Ms progressedAt = 0;
    int readyBefore = 0;
    bool overdue = false;   ///< progress deadline exceeded
    bool byHand = false;    ///< somebody changed it with kubectl since Argo CD applied it
    int births = 0;         ///< how often it was created
    Ms bornAt = -3'600'000; ///< the last time
    int before = 0;         ///< position of the set before the newest
    Ms doneAt = kNever;     ///< of a Job, that it failed too
    bool collected = false; ///< a Job that was removed after its success
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
    Few<Pod, 48> pods;
    std::array<Hook, 2> hooks; ///< PreSync and PostSync

    friend bool operator==(const Cluster &, const Cluster &) = default;
};

enum class Phase : std::int8_t { None, Running, Failed, Error, Succeeded };
enum class ResultStatus : std::int8_t { Synced, SyncFailed };

inline constexpr int kPreSync = kMostWorkloads;
inline constexpr int kPostSync = kMostWorkloads + 1;

struct Result
{
    std::int8_t of = 0; ///< a workload, or kPreSync, kPostSync
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
    int waitsFor = -1;  ///< a workload or hook that it says it waits for
    int requested = -1; ///< revision, -1: not said
    int result = -1;    ///< revision in syncResult, -1: no syncResult
    int selected = 0;   ///< bits of the workloads that it is for; 0: all
    Few<Result, kMostWorkloads + 2> resources;

    friend bool operator==(const Operation &, const Operation &) = default;
};

/// Application resource as Argo CD wrote it last.
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

struct World
{
    Cluster cluster;
    Status status;
    int manifests = 0; ///< revision that the target manifests are made of
    int treeVersion = 0;
    int statusVersion = 0;
    int managedVersion = 0;
};

} // namespace lynceus::simulation
