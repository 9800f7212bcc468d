#include "app/cli/watches/storednotices.h"

#include "core/domain/watch/rollouttimes.h"
#include "core/domain/watch/usualnotice.h"

namespace lynceus {

Duration StoredNotices::of(const ApplicationKey &application)
{
    if (!m_watches)
        m_watches = StoredWatches::open();
    if (!*m_watches)
        return kDefaultUsualNotice;
    const auto past = (*m_watches)->pastOf(application, int(kMostSamples));
    return past ? usualNotice(*past) : kDefaultUsualNotice;
}

} // namespace lynceus
