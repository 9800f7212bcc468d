#pragma once

#include "core/engine/facade/localengine.h"

#include <memory>

namespace lynceus::test {

/// What an engine said last of its one instance.
struct Told
{
    InstanceState state;
    SignInProgress progress;
    QStringList notices;
    bool started = false;
};

/// "staging" at @p address, without signing in.
[[nodiscard]] Instance stagingAt(const QUrl &address);

/// The window's engine in no browser's company, once it is told to start; @p told outlives it.
[[nodiscard]] std::unique_ptr<LocalEngine> toldEngine(EngineSetup setup, const Clock &clock, Told &told);

} // namespace lynceus::test
