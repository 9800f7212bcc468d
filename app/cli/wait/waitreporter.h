#pragma once

#include "app/cli/options/options.h"
#include "app/cli/output/watches/watchreport.h"

#include <memory>
#include <vector>

namespace lynceus {

/// Shows the watches of one `wait` while they run, and the verdicts at the end. One for each way of output.
class WaitReporter
{
public:
    WaitReporter() = default;
    WaitReporter(const WaitReporter &) = delete;
    WaitReporter &operator=(const WaitReporter &) = delete;
    virtual ~WaitReporter();

    /// The watch at @p index changed; -1: a parent did, or only time went on.
    virtual void show(const ReleaseReport &release, int index) = 0;
    /// The last words: all verdicts, also of watches that still wait when it was interrupted.
    /// False if standard output could not be written.
    virtual bool conclude(const ReleaseReport &release) = 0;
};

[[nodiscard]] std::unique_ptr<WaitReporter> makeWaitReporter(const OutputOptions &output);

} // namespace lynceus
