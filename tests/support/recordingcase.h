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

/// An entry of tests/data/recordings/index.json: a recording, the options of the watch, and what really happened.
struct RecordingCase
{
    QString recording;
    ApplicationKey application;
    QString project;
    QStringList images;
    QStringList options; ///< of `lynceus wait`
    Duration registered{0};
    Duration end{0};
    std::optional<Duration> running;  ///< from here every pod is new and ready
    std::optional<Duration> shown;    ///< from here the answers show it
    std::optional<Duration> evidence; ///< first failing pod or hook
    QStringList outcomes;             ///< those that are right
    QStringList causes;               ///< the kinds that are right
    QString blocker;                  ///< must be shown at some moment
    QStringList notes;                ///< must be there at the end
    std::optional<Duration> failedBy; ///< a verdict `failed` that comes later is late
    bool neverDeployed = false;       ///< at no moment the cluster ran what was expected

    [[nodiscard]] QString name() const; ///< "presync_fails_timeout_25s", fit for a test's name
    [[nodiscard]] QString option(const QString &name, const QString &otherwise = {}) const;
    [[nodiscard]] bool has(const QString &option) const { return options.contains(option); }
};

void PrintTo(const RecordingCase &recordingCase, std::ostream *stream);

/// All cases; empty if the index cannot be read, which gtest reports as a parameterless suite.
[[nodiscard]] std::vector<RecordingCase> recordingCases();

/// Recordings whose kind the rules do not judge as the index says. The recordings' test fails for each of them that
/// ends well: the list can only shrink.
[[nodiscard]] bool isNotYetRight(const RecordingCase &recordingCase);

/// The expectation of a case, on the recording's own clock.
[[nodiscard]] Expectation expectationOf(const RecordingCase &recordingCase, Instant recorded);

[[nodiscard]] QString recordingFile(const QString &name);

/// All cases where LYNCEUS_ALL_VARIANTS is defined (./dev long-tests), every fourth in the sanitized tests: for what
/// costs seconds of a sanitized program for each recording.
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

/// Each recording with the first of @p variants, and with all the others where LYNCEUS_ALL_VARIANTS is defined: the
/// optimised build has the time for that (./dev long-tests). The sanitized tests play one other variant of each.
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
