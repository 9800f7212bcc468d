#include "core/io/process/environment.h"

using namespace Qt::StringLiterals;

namespace lynceus {

QProcessEnvironment environmentForOthers(QProcessEnvironment environment)
{
    const auto names = environment.keys();
    for (const auto &name : names) {
        if (name.startsWith("ARGOCD_"_L1) || name.startsWith("LYNCEUS_"_L1))
            environment.remove(name);
    }
    return environment;
}

} // namespace lynceus
