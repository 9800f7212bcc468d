#pragma once

#include "core/io/desktop/sleepwatch.h"
#include "core/io/keychain/keychain.h"
#include "core/io/signin/browser.h"

#include <QString>

#include <functional>
#include <memory>

namespace lynceus {

/// What the engine is built of that belongs to the person or the system; tests have their own. What is made is made,
/// used and destroyed in the engine's thread.
struct EngineSetup
{
    QString instancesFile;
    QString cacheFile; ///< empty: nothing is cached
    QString storeFile; ///< empty: watches live as long as the program
    std::function<std::unique_ptr<Keychain>()> makeKeychain;
    std::function<std::unique_ptr<Browser>()> makeBrowser;
    QString preferencesFile{}; ///< for how long history is kept; empty: as by default
    std::function<std::unique_ptr<SleepWatch>()> makeSleepWatch{}; ///< none: only the clocks tell of a sleep

    /// The person's files, the system's keychain, browser and sleep.
    [[nodiscard]] static EngineSetup usual();
};

} // namespace lynceus
