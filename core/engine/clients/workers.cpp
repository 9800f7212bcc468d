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
