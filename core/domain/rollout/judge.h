#pragma once

#include "core/domain/rollout/verdict.h"

#include <memory>

namespace lynceus {

struct Bake;
struct RolloutMemory;
struct Situation;

/// Judges one watch: a fold over its observations. It holds what earlier observations proved (the baseline,
/// whether the image was noticed, since when evidence is unbroken) and nothing else: no clock, no network,
/// no text for people. A value: copies are independent.
///
/// Observations must come in order of Observation::now, at least one per second while something is awaited
/// and one at Verdict::wakeAt; more often is fine. After a final outcome the verdict does not change any more.
class Judge final
{
public:
    explicit Judge(Expectation expectation);
    /// Goes on where an earlier one was left: its memory() and verdict().
    Judge(Expectation expectation, RolloutMemory memory, Verdict verdict);
    Judge(const Judge &other);
    Judge(Judge &&other) noexcept;
    Judge &operator=(Judge other) noexcept;
    ~Judge();

    [[nodiscard]] const Expectation &expectation() const;

    /// The verdict after this observation.
    const Verdict &observe(const Observation &observation);

    [[nodiscard]] const Verdict &verdict() const;
    /// All that a judge of the same expectation must know to go on as this one would.
    [[nodiscard]] const RolloutMemory &memory() const;

    /// Every source must be read again at this moment: what nobody shows, and that a bake time was not broken in
    /// silence, is only believed then; and a workload may have been scaled down, which changes no more than its pods.
    [[nodiscard]] std::optional<Instant> looksAgainAt() const { return m_looksAgainAt; }

    void setDeadline(Instant deadline);

    /// Ends the watch as cancelled, if it has not ended yet.
    const Verdict &cancel(Instant now);

private:
    void conclude(const Situation &situation, const Bake &bake);
    void askForLooks(const Situation &situation);

    Expectation m_expectation;
    std::unique_ptr<RolloutMemory> m_memory;
    Verdict m_verdict;
    std::optional<Instant> m_scaledDownSince;
    std::optional<Instant> m_looksAgainAt;
};

} // namespace lynceus
