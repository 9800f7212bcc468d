#pragma once

#include "app/cli/options/options.h"
#include "app/cli/output/watches/watchreport.h"

#include <memory>
#include <vector>

namespace lynceus {

/// Prints the watches of one `wait` while they run, and the verdicts at the end. One subclass per output format.
class WaitReporter
{
public:
    WaitReporter() = default;
    WaitReporter(const WaitReporter &) = delete;
    WaitReporter &operator=(const WaitReporter &) = delete;
    virtual ~WaitReporter();

    /// @p index: the watch that changed; -1: a parent changed, or time passed.
    virtual void show(const ReleaseReport &release, int index) = 0;
    /// Prints all verdicts, including watches that still wait after an interrupt. False if standard output could not be
    /// written.
    virtual bool conclude(const ReleaseReport &release) = 0;
};

[[nodiscard]] std::unique_ptr<WaitReporter> makeWaitReporter(const OutputOptions &output);

} // namespace lynceus
