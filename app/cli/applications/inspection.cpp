#include "app/cli/applications/inspection.h"

namespace lynceus {

QString qualifiedName(const ApplicationKey &key)
{
    return key.nameSpace.isEmpty() ? key.name : key.nameSpace + u'/' + key.name;
}

} // namespace lynceus
