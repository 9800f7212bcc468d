#pragma once

#include "core/domain/rollout/verdict/verdict.h"

#include <memory>

namespace lynceus {

struct Bake;
struct RolloutMemory;
struct Situation;

/// Judges one watch by folding its observations. Holds only what earlier observations proved (the baseline, whether the
/// image was noticed, since when evidence is uninterrupted): no clock, no network, no user-visible text. A value type.
///
/// Pass observations in order of Observation::now: at least one per second while waiting, and one at Verdict::wakeAt;
/// more are fine. After a final outcome, the verdict does not change.
class Judge final
{
public:
    explicit Judge(Expectation expectation);
    /// Continues from memory() and verdict() of an earlier judge.
    Judge(Expectation expectation, RolloutMemory memory, Verdict verdict);
    Judge(const Judge &other);
    Judge(Judge &&other) noexcept;
    Judge &operator=(Judge other) noexcept;
    ~Judge();

    [[nodiscard]] const Expectation &expectation() const;

    /// Returns the verdict after this observation.
    const Verdict &observe(const Observation &observation);

    [[nodiscard]] const Verdict &verdict() const;
    /// The state that another judge of the same expectation needs to continue.
    [[nodiscard]] const RolloutMemory &memory() const;

    /// When every source must be read again. Only such a read proves what no pod shows, and that a bake time was not
    /// interrupted unnoticed. It also detects a workload that was scaled down, which changes nothing but its pods.
    [[nodiscard]] std::optional<Instant> checksAgainAt() const { return m_checksAgainAt; }

    void setDeadline(Instant deadline);

    /// Ends the watch as cancelled if it has not ended.
    const Verdict &cancel(Instant now);

private:
    void conclude(const Situation &situation, const Bake &bake);
    void requestChecks(const Situation &situation);

    Expectation m_expectation;
    std::unique_ptr<RolloutMemory> m_memory;
    Verdict m_verdict;
    std::optional<Instant> m_scaledDownSince;
    std::optional<Instant> m_checksAgainAt;
};

} // namespace lynceus
