#include "core/io/http/transfers/memorybudget.h"

#include <algorithm>

namespace lynceus {

MemoryBudget::MemoryBudget(qint64 bytes)
    : m_bytes(bytes)
{ }

qint64 MemoryBudget::usedBytes() const
{
    const std::lock_guard lock(m_mutex);
    return m_used;
}

MemoryShare::MemoryShare(std::shared_ptr<MemoryBudget> budget, QObject *owner, std::function<void()> end)
    : m_budget(std::move(budget))
    , m_owner(owner)
    , m_end(std::move(end))
{
    if (!m_budget)
        return;
    const std::lock_guard lock(m_budget->m_mutex);
    m_budget->m_shares.push_back(this);
}

MemoryShare::~MemoryShare()
{
    if (!m_budget)
        return;
    const std::lock_guard lock(m_budget->m_mutex);
    m_budget->m_used -= m_bytes;
    std::erase(m_budget->m_shares, this);
}

QString MemoryShare::problem() const
{
    constexpr qint64 kMebibyte = 1024 * 1024;
    return QStringLiteral("all responses in progress exceeded %1 MiB together, and this was the largest")
        .arg(m_budget->m_bytes / kMebibyte);
}

bool MemoryShare::resize(qint64 bytes)
{
    if (!m_budget)
        return true;
    const std::lock_guard lock(m_budget->m_mutex);
    if (m_mustEnd)
        return false;
    m_budget->m_used += bytes - m_bytes;
    m_bytes = bytes;
    while (m_budget->m_used > m_budget->m_bytes) {
        MemoryShare *largest = this;
        for (auto *share : m_budget->m_shares) {
            if (!share->m_isKept && share->m_bytes > largest->m_bytes)
                largest = share;
        }
        largest->m_mustEnd = true;
        m_budget->m_used -= std::exchange(largest->m_bytes, 0);
        if (largest == this)
            return false;
        // Queued: the receiver may destroy the share that is growing here.
        if (largest->m_owner)
            QMetaObject::invokeMethod(largest->m_owner, largest->m_end, Qt::QueuedConnection);
    }
    return true;
}

void MemoryShare::keep()
{
    if (!m_budget)
        return;
    const std::lock_guard lock(m_budget->m_mutex);
    m_isKept = true;
}

} // namespace lynceus
