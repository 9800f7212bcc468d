#pragma once

#include <QString>

namespace lynceus {

class Clock;
class DesktopSettings;
class Engine;
class Ownership;
class WindowMemory;

/// What the window works with; all of it outlives the window.
struct WindowParameters
{
    Engine &engine; ///< not started yet: the window connects first
    const Clock &clock;
    WindowMemory &memory;
    DesktopSettings &desktop;
    QString userName; ///< the system's: who registers watches
    QString preferencesFile{};
    Ownership *ownership = nullptr; ///< of the engine; null: nobody else could have it (a demo)
    bool isDemo = false;            ///< stands beside the person's window: no second start is handed to it or by it
    bool isAgain = false;           ///< this process had its window before, in another language
};

} // namespace lynceus
