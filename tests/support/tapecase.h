#pragma once

#include "core/domain/rollout/expectation.h"
#include "core/io/replay/tape.h"

#include <QString>

#include <optional>
#include <ostream>
#include <vector>

namespace lynceus {

/// An entry of tests/data/tapes/index.json: a recording, the options of the watch, and what really happened.
struct TapeCase
{
    QString tape;
    ApplicationKey application;
    QString project;
    QStringList images;
    QStringList options; ///< of `lynceus wait`
    Duration registered{0};
    Duration end{0};
    std::optional<Duration> running;  ///< from here every pod is new and ready
    std::optional<Duration> shown;    ///< from here the answers show it
    std::optional<Duration> evidence; ///< first failing pod or hook
    QString outcome;
    QStringList causes; ///< the kinds that are right
    QString blocker;

    [[nodiscard]] QString name() const; ///< "presync_fails_timeout_25s", fit for a test's name
    [[nodiscard]] QString option(const QString &name, const QString &otherwise = {}) const;
    [[nodiscard]] bool has(const QString &option) const { return options.contains(option); }
};

void PrintTo(const TapeCase &tapeCase, std::ostream *stream);

/// All cases; empty if the index cannot be read, which gtest reports as a parameterless suite.
[[nodiscard]] std::vector<TapeCase> tapeCases();

/// The expectation of a case, on the tape's own clock.
[[nodiscard]] Expectation expectationOf(const TapeCase &tapeCase, Instant recorded);

[[nodiscard]] QString tapeFile(const QString &name);

} // namespace lynceus
