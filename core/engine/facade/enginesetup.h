#pragma once

#include "core/io/desktop/sleepwatch.h"
#include "core/io/keychain/keychain.h"
#include "core/io/signin/browser.h"

#include <QString>

#include <functional>
#include <memory>

namespace lynceus {

/// The parts of the engine that depend on the user or the system; tests provide their own. The factories are called in
/// the engine's thread; the objects are used and destroyed there.
struct EngineSetup
{
    QString instancesFile;
    QString cacheFile; ///< empty: no cache
    QString storeFile; ///< empty: watches are lost on exit
    std::function<std::unique_ptr<Keychain>()> makeKeychain;
    std::function<std::unique_ptr<Browser>()> makeBrowser;
    QString preferencesFile{};                                     ///< for the retention of history; empty: defaults
    std::function<std::unique_ptr<SleepWatch>()> makeSleepWatch{}; ///< null: sleep is detected from the clocks only

    /// Files of the user; keychain, browser and sleep detection of the system.
    [[nodiscard]] static EngineSetup usual();
};

} // namespace lynceus
