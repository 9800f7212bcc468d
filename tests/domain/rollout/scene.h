#pragma once

#include "core/domain/rollout/judging/judge.h"
#include "tests/support/treepicture.h"

namespace lynceus {

inline constexpr std::int64_t kStart = 1'000; ///< scenes start this many seconds after 1970

[[nodiscard]] inline Instant second(double seconds)
{
    return Instant{Duration{static_cast<Duration::rep>((static_cast<double>(kStart) + seconds) * 1000)}};
}

/// A judge of one application whose sources and clock are set by the test. Each observation reads all three sources,
/// except those that a test switched off.
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

    /// Sets the clock and observes.
    const Verdict &at(double seconds);
    /// Observes every 0.5 s until @p seconds, and at @p seconds.
    const Verdict &until(double seconds);
    const Verdict &verdict() const { return m_judge->verdict(); }
    [[nodiscard]] std::optional<Instant> checksAgainAt() const { return m_judge->checksAgainAt(); }

    /// A workload with its images in git and in the cluster. @p live: empty: as in git.
    void workload(const QString &kind, const QString &name, const QStringList &target, const QStringList &live = {},
                  std::optional<int> replicas = 1);
    void status(const QString &kind, const QString &name, SyncStatus sync);
    /// An operation for @p revision with a result for the Deployment "web" if @p images is not empty.
    void operation(OperationPhase phase, const QString &revision, double started, std::optional<double> finished,
                   const QStringList &images = {});
    /// The usual beginning: 1.4.0 runs in the Deployment "web", as in git.
    void oldVersionRuns();
    /// Git has 1.5.0 and an operation applied it. The tree still shows the old version.
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
