#include "core/engine/local/enginesetup.h"

#include "core/io/settings/instancesfile.h"
#include "core/io/store/storefolder.h"

namespace lynceus {

EngineSetup EngineSetup::usual()
{
    return {InstancesFile::usualName(), lynceus::cacheFile(), lynceus::storeFile()};
}

} // namespace lynceus
