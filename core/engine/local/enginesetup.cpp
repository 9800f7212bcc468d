#include "core/engine/local/enginesetup.h"

#include "core/io/keychain/systemkeychain.h"
#include "core/io/settings/instancesfile.h"
#include "core/io/signin/systembrowser.h"
#include "core/io/store/storefolder.h"

namespace lynceus {

EngineSetup EngineSetup::usual()
{
    return {InstancesFile::usualName(), lynceus::cacheFile(), lynceus::storeFile(),
            [] { return std::make_unique<SystemKeychain>(); }, [] { return std::make_unique<SystemBrowser>(); }};
}

} // namespace lynceus
