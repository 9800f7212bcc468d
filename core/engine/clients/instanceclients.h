#pragma once

#include "core/engine/clients/argocdclient.h"
#include "core/engine/clients/instancebudget.h"
#include "core/engine/clients/treestreamlimiter.h"

#include <QObject>

#include <map>
#include <memory>

namespace lynceus {

/// One client per instance, shared by its feed, views and watches, with limits for tree streams. Lives in the thread of
/// its users.
///
/// All answers in progress share one memory budget, across all instances.
class InstanceClients final : public QObject
{
    Q_OBJECT
public:
    InstanceClients(const Clock &clock, Workers &workers, QObject *parent = nullptr);
    ~InstanceClients() override;

    /// Creates or replaces the client of an instance that is to be contacted; emits clientChanged().
    void set(const QString &instance, InstanceAccess access);
    /// Call when the instance is paused or removed; emits clientChanged().
    void remove(const QString &instance);

    /// Null if the instance is unknown or paused. Valid until clientChanged().
    [[nodiscard]] ArgoCdClient *client(const QString &instance) const;
    /// Lives longer than the clients of its instance; never null.
    [[nodiscard]] TreeStreamLimiter *treeStreamLimiter(const QString &instance);
    /// Shared by all watches of the instance; never null.
    [[nodiscard]] std::shared_ptr<InstanceBudget> budget(const QString &instance);

Q_SIGNALS:
    /// client() has been replaced, or is null now. Slots must release the old client and everything that uses it: it is
    /// deleted when control returns to the event loop.
    void clientChanged(const QString &instance);

private:
    struct Entry
    {
        std::unique_ptr<ArgoCdClient> client;
        std::unique_ptr<TreeStreamLimiter> treeStreamLimiter;
        std::shared_ptr<InstanceBudget> budget;
    };

    const Clock &m_clock;
    Workers &m_workers;
    std::shared_ptr<MemoryBudget> m_memory; ///< shared by all instances
    std::map<QString, Entry> m_entries;
};

} // namespace lynceus
