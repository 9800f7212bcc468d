#pragma once

#include "core/domain/rollout/expectation/expectation.h"
#include "core/replay/recordings/recording.h"

#include <QString>

#include <array>
#include <optional>
#include <ostream>
#include <tuple>
#include <vector>

namespace lynceus {

/// An entry of tests/data/recordings/index.json: a recording, options of the watch, and the real course of events.
struct RecordingCase
{
    QString recording;
    ApplicationKey application;
    QString project;
    QStringList images;
    QStringList options; ///< of `lynceus wait`
    Duration registered{0};
    Duration end{0};
    std::optional<Duration> running;  ///< when all pods were new and ready
    std::optional<Duration> shown;    ///< when the responses showed it
    std::optional<Duration> evidence; ///< time of the first failing pod or hook
    QStringList outcomes;             ///< accepted outcomes
    QStringList causes;               ///< accepted kinds of causes
    QString blocker;                  ///< must be shown at some time
    QStringList notes;                ///< must be present at the end
    std::optional<Duration> failedBy; ///< a later verdict `failed` is a failure of the test
    bool neverDeployed = false;       ///< the cluster never ran the expected version

    [[nodiscard]] QString name() const; ///< "presync_fails_timeout_25s", fit for a test's name
    [[nodiscard]] QString option(const QString &name, const QString &otherwise = {}) const;
    [[nodiscard]] bool has(const QString &option) const { return options.contains(option); }
};

void PrintTo(const RecordingCase &recordingCase, std::ostream *stream);

/// All cases; empty if the index cannot be read, which gtest reports as a suite without parameters.
[[nodiscard]] std::vector<RecordingCase> recordingCases();

/// Recordings that are known to be judged differently from the index. The recordings' test fails if one of them passes,
/// so the list can only shrink.
[[nodiscard]] bool isKnownFailure(const RecordingCase &recordingCase);

/// The expectation of a case, in recording time.
[[nodiscard]] Expectation expectationOf(const RecordingCase &recordingCase, Instant recorded);

[[nodiscard]] QString recordingFile(const QString &name);

/// All cases if LYNCEUS_ALL_VARIANTS is defined (./dev long-tests), otherwise every fourth; for tests that take seconds
/// per recording with sanitizers.
[[nodiscard]] inline std::vector<RecordingCase> sampledCases()
{
    auto all = recordingCases();
#ifdef LYNCEUS_ALL_VARIANTS
    return all;
#else
    constexpr std::size_t kEvery = 4;
    std::vector<RecordingCase> sample;
    for (std::size_t i = 0; i < all.size(); i += kEvery)
        sample.push_back(std::move(all[i]));
    return sample;
#endif
}

/// Each recording with the first of @p variants, and with all others if LYNCEUS_ALL_VARIANTS is defined (./dev
/// long-tests, an optimised build). The sanitized tests play one other variant of each.
template<typename Variant, std::size_t Count>
std::vector<std::tuple<RecordingCase, Variant>> withVariants(const std::array<Variant, Count> &variants)
{
    std::vector<std::tuple<RecordingCase, Variant>> chosen;
    std::size_t next = 0;
    for (const auto &recordingCase : recordingCases()) {
        for (std::size_t i = 0; i < Count; ++i) {
#ifdef LYNCEUS_ALL_VARIANTS
            const bool isPlayed = true;
#else
            const bool isPlayed = i == 0 || i == 1 + next % (Count - 1);
#endif
            if (isPlayed)
                chosen.emplace_back(recordingCase, variants[i]);
        }
        ++next;
    }
    return chosen;
}

} // namespace lynceus
