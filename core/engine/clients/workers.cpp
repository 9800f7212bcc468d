#include "core/engine/clients/workers.h"

#include <cstdlib>

#ifdef __GLIBC__
#include <malloc.h>
#endif

namespace lynceus {

void Workers::giveMemoryBack()
{
#ifdef __GLIBC__
    malloc_trim(0);
#endif
}

void Workers::useFewArenas()
{
#ifdef __GLIBC__
    constexpr int kArenas = 2; // for 10 instances 180 MB instead of 212 MB, and no slower
    mallopt(M_ARENA_MAX, kArenas);
#endif
}

Workers::Workers()
{
    m_pool.setMaxThreadCount(kThreads);
}

Workers::~Workers()
{
    m_pool.clear();
    m_pool.waitForDone(); // moments: the longest decodes one list
}

} // namespace lynceus
