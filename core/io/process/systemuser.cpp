#include "core/io/process/systemuser.h"

#include <QtGlobal>

namespace lynceus {

QString systemUser()
{
    for (const auto *variable : {"USER", "LOGNAME", "USERNAME"}) {
        if (const auto name = qEnvironmentVariable(variable); !name.isEmpty())
            return name;
    }
    return {};
}

} // namespace lynceus
