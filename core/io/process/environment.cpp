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
    environment.remove(u"NOTIFY_SOCKET"_s);
    return environment;
}

QProcessEnvironment environmentForOurOwn(const QProcessEnvironment &environment)
{
    constexpr auto kLog = "LYNCEUS_LOG"_L1;
    auto own = environmentForOthers(environment);
    if (environment.contains(kLog))
        own.insert(kLog, environment.value(kLog));
    return own;
}

} // namespace lynceus
