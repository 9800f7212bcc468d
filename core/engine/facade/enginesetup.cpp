#include "core/engine/facade/enginesetup.h"

#include "core/io/desktop/desktop.h"
#include "core/io/keychain/systemkeychain.h"
#include "core/io/settings/instancesfile.h"
#include "core/io/settings/preferencesfile.h"
#include "core/io/signin/systembrowser.h"
#include "core/io/store/database/storefolder.h"

namespace lynceus {

EngineSetup EngineSetup::usual()
{
    return {.instancesFile = InstancesFile::usualName(),
            .cacheFile = lynceus::cacheFile(),
            .storeFile = lynceus::storeFile(),
            .makeKeychain = [] { return std::make_unique<SystemKeychain>(); },
            .makeBrowser = [] { return std::make_unique<SystemBrowser>(); },
            .preferencesFile = PreferencesFile::usualName(),
            .makeSleepWatch = [] { return sleepWatch(SleepWatch::Wish::FinishFirst); }};
}

} // namespace lynceus
