#pragma once

#include "core/engine/facade/localengine.h"

#include <memory>

namespace lynceus::test {

/// The last state that an engine reported about its only instance.
struct ReportedState
{
    InstanceState state;
    SignInProgress progress;
    QStringList notices;
    bool started = false;
};

/// The instance "staging" at @p address, without sign-in.
[[nodiscard]] Instance stagingAt(const QUrl &address);

/// An engine as in the window, without a browser, not started yet; @p reported must outlive it.
[[nodiscard]] std::unique_ptr<LocalEngine> makeObservedEngine(EngineSetup setup, const Clock &clock,
                                                              ReportedState &reported);

} // namespace lynceus::test
