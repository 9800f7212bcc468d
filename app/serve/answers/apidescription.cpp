#include "app/serve/answers/apidescription.h"

#include "app/serve/answers/asset.h"

using namespace Qt::StringLiterals;

namespace lynceus {

QByteArray apiDescription()
{
    // The text, not the values: QJsonObject would sort what is written in the order in which people read it.
    return asset(u"openapi.json"_s).replace("@VERSION@", LYNCEUS_VERSION);
}

} // namespace lynceus
