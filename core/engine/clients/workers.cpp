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
    // One each for the window, the engine, the worker and Qt's network: with fewer they wait for each other (50,000
    // applications from the cache in 430 ms instead of 310), with more memory is more fragmented.
    constexpr int kArenas = 4;
    // Larger blocks, such as texts of lists and their parsers, are returned to the system at once. Values of
    // applications are smaller. By default the limit grows with the freed blocks, which leaves gaps of that size (40
    // MB).
    constexpr int kLargeBytes = 256 * 1024;
    mallopt(M_ARENA_MAX, kArenas);
    mallopt(M_MMAP_THRESHOLD, kLargeBytes);
#endif
}

Workers::Workers()
{
    m_pool.setMaxThreadCount(kThreads);
}

void Workers::begin(std::function<void()> work)
{
    if (m_begun == kAhead)
        return m_waiting.push_back(std::move(work));
    ++m_begun;
    m_pool.start(std::move(work));
}

void Workers::resultTaken()
{
    --m_begun;
    if (m_waiting.empty())
        return;
    auto work = std::move(m_waiting.front());
    m_waiting.pop_front();
    begin(std::move(work));
}

Workers::~Workers()
{
    m_pool.clear();
    m_pool.waitForDone(); // short: the longest task decodes one list
}

} // namespace lynceus
