#pragma once

#include <QString>

namespace lynceus {

class Clock;
class DesktopSettings;
class Engine;
class Ownership;
class WindowMemory;

/// Objects that the window uses; all must outlive the window.
struct WindowParameters
{
    Engine &engine; ///< not started yet: the window connects its signals first
    const Clock &clock;
    WindowMemory &memory;
    DesktopSettings &desktop;
    QString userName; ///< the system's user name, recorded as the creator of watches
    QString preferencesFile{};
    Ownership *ownership = nullptr; ///< of the engine; null: exclusive without a lock (a demo)
    bool isDemo = false;            ///< runs beside the usual window: starts are not passed to or from it
    bool isAgain = false;           ///< this process had its window before, in another language
};

} // namespace lynceus
