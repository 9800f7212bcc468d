#pragma once

#include "core/domain/rollout/judging/judge.h"
#include "tests/support/treepicture.h"

namespace lynceus {

inline constexpr std::int64_t kStart = 1'000; ///< seconds after 1970 at which scenes begin

[[nodiscard]] inline Instant second(double seconds)
{
    return Instant{Duration{static_cast<Duration::rep>((static_cast<double>(kStart) + seconds) * 1000)}};
}

/// A stage for the judge: one application whose sources a test sets by hand, and a clock that it turns.
/// Every look reads all three sources anew, unless one was held.
class Scene
{
public:
    explicit Scene(const QStringList &images = {QStringLiteral("web:1.5.0")},
                   Duration timeout = std::chrono::minutes{15});

    Expectation expectation;
    Application application;
    ResourceTree tree;
    ManagedResources managed;
    SyncWindows windows;
    bool hasWindows = false;
    std::optional<ApplicationSetProgress> applicationSet;
    std::vector<ResourceEvent> events;
    Access access = Access::Good;
    Instant accessSince{};
    std::optional<Instant> refreshAskedAt;
    bool refreshTakenUp = true;
    bool readsTree = true;
    bool readsManaged = true;
    bool readsApplication = true;

    /// Turns the clock and looks.
    const Verdict &at(double seconds);
    /// Looks every half second from the last look until then, and once more then.
    const Verdict &until(double seconds);
    const Verdict &verdict() const { return m_judge->verdict(); }
    [[nodiscard]] std::optional<Instant> looksAgainAt() const { return m_judge->looksAgainAt(); }

    /// A workload with what git says and what the cluster has; both the same if the second is left out.
    void workload(const QString &kind, const QString &name, const QStringList &target, const QStringList &live = {},
                  std::optional<int> replicas = 1);
    void status(const QString &kind, const QString &name, SyncStatus sync);
    /// An operation for a revision, its result for the named Deployment "web".
    void operation(OperationPhase phase, const QString &revision, double started, std::optional<double> finished,
                   const QStringList &images = {});
    /// Git and cluster agree on 1.4.0 running in "Deployment web"; the usual beginning.
    void oldVersionRuns();
    /// Git has 1.5.0 and an operation brought it; the tree is still the old one.
    void newVersionIsApplied(double now);

    [[nodiscard]] bool hasNote(Note::Kind kind, const QString &detail = {}) const;
    [[nodiscard]] std::optional<Cause::Kind> cause() const;
    [[nodiscard]] std::optional<Blocker::Kind> blocker() const;

private:
    Observation observation() const;

    std::optional<Judge> m_judge;
    double m_now = 0;
    Timestamped<Application> m_application;
    Timestamped<ResourceTree> m_tree;
    Timestamped<ManagedResources> m_managed;
};

} // namespace lynceus
