#include "core/engine/clients/instanceclients.h"

#include <utility>

namespace lynceus {

InstanceClients::InstanceClients(const Clock &clock, Workers &workers, QObject *parent)
    : QObject(parent)
    , m_clock(clock)
    , m_workers(workers)
{ }

InstanceClients::~InstanceClients() = default;

void InstanceClients::set(const QString &instance, const InstanceAccess &access)
{
    auto old = std::exchange(m_entries[instance].client,
                             std::make_unique<ArgoCdClient>(instance, access, m_clock, nullptr, &m_workers));
    Q_EMIT clientChanged(instance);
    if (old)
        old.release()->deleteLater(); // one of its own answers may have led here
}

void InstanceClients::remove(const QString &instance)
{
    const auto entry = m_entries.find(instance);
    if (entry == m_entries.end() || !entry->second.client)
        return;
    auto *old = entry->second.client.release();
    Q_EMIT clientChanged(instance);
    old->deleteLater();
}

ArgoCdClient *InstanceClients::client(const QString &instance) const
{
    const auto entry = m_entries.find(instance);
    return entry == m_entries.end() ? nullptr : entry->second.client.get();
}

TreeStreamLimiter *InstanceClients::treeStreamLimiter(const QString &instance)
{
    auto &treeStreamLimiter = m_entries[instance].treeStreamLimiter;
    if (!treeStreamLimiter)
        treeStreamLimiter = std::make_unique<TreeStreamLimiter>();
    return treeStreamLimiter.get();
}

} // namespace lynceus
