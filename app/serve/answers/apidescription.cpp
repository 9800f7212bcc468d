#include "app/serve/answers/apidescription.h"

#include "app/serve/answers/asset.h"

using namespace Qt::StringLiterals;

namespace lynceus {

QByteArray apiDescription()
{
    // Replaces text instead of values: QJsonObject would change the order of keys.
    return asset(u"openapi.json"_s).replace("@VERSION@", LYNCEUS_VERSION);
}

} // namespace lynceus
