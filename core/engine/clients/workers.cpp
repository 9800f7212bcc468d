#include "core/engine/clients/workers.h"

namespace lynceus {

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
