#include "core/io/process/descriptorlimit.h"

#include <QtGlobal>

#include <algorithm>

#ifndef Q_OS_WIN
#include <sys/resource.h>
#endif

namespace lynceus {

int raiseDescriptorLimit(int wanted)
{
#ifdef Q_OS_WIN
    return wanted; // sockets are not files on this system; memory limits them
#else
    rlimit limit{};
    if (::getrlimit(RLIMIT_NOFILE, &limit) != 0)
        return wanted;
    const auto before = limit.rlim_cur;
    limit.rlim_cur = std::min(std::max(before, static_cast<rlim_t>(wanted)), limit.rlim_max);
    if (::setrlimit(RLIMIT_NOFILE, &limit) != 0)
        limit.rlim_cur = before;
    return static_cast<int>(std::min(limit.rlim_cur, static_cast<rlim_t>(wanted)));
#endif
}

} // namespace lynceus
