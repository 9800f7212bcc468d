#pragma once

#include <functional>
#include <memory>

namespace lynceus {

class Clock;
class Engine;

using MakeEngine = std::function<std::unique_ptr<Engine>(const Clock &)>;

/// The program as a window, from the application object on. @p makeEngine is called once that is there.
/// Without a display: one line on standard error, and 2.
[[nodiscard]] int startWindow(int argc, char **argv, const MakeEngine &makeEngine);

} // namespace lynceus
