#include "app/gui/deployments/changecollector.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace lynceus {

ChangeCollector::ChangeCollector(Update update)
    : m_update(std::move(update))
{
    m_together.setSingleShot(true);
    QObject::connect(&m_together, &QTimer::timeout, &m_together, [this] {
        m_updates = 0;
        if (!m_waiting.empty())
            passOn();
    });
}

void ChangeCollector::take(const std::vector<Deployment> &changes)
{
    std::ranges::copy(changes, std::back_inserter(m_waiting));
    if (m_updates < kAtOnce)
        passOn();
}

void ChangeCollector::passOn()
{
    if (!m_update(std::exchange(m_waiting, {})))
        return;
    ++m_updates;
    if (!m_together.isActive())
        m_together.start(kTogether);
}

} // namespace lynceus
