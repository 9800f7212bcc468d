#include "core/engine/clients/instanceclients.h"

#include "core/io/http/transfers/memorybudget.h"

#include <utility>

namespace lynceus {

namespace {

constexpr qint64 kAnswersTogether = 48LL * 1024 * 1024; // bytes; keeps service and window below 200 MB

} // namespace

InstanceClients::InstanceClients(const Clock &clock, Workers &workers, QObject *parent)
    : QObject(parent)
    , m_clock(clock)
    , m_workers(workers)
    , m_memory(std::make_shared<MemoryBudget>(kAnswersTogether))
{ }

InstanceClients::~InstanceClients() = default;

void InstanceClients::set(const QString &instance, InstanceAccess access)
{
    access.memory = m_memory;
    auto old = std::exchange(m_entries[instance].client,
                             std::make_unique<ArgoCdClient>(instance, std::move(access), m_clock, nullptr, &m_workers));
    Q_EMIT clientChanged(instance);
    if (old)
        old.release()->deleteLater(); // one of its own answers may have called this
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

std::shared_ptr<InstanceBudget> InstanceClients::budget(const QString &instance)
{
    auto &budget = m_entries[instance].budget;
    if (!budget)
        budget = std::make_shared<InstanceBudget>();
    return budget;
}

TreeStreamLimiter *InstanceClients::treeStreamLimiter(const QString &instance)
{
    auto &treeStreamLimiter = m_entries[instance].treeStreamLimiter;
    if (!treeStreamLimiter)
        treeStreamLimiter = std::make_unique<TreeStreamLimiter>();
    return treeStreamLimiter.get();
}

} // namespace lynceus
