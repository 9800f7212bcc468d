#pragma once

#include "core/engine/clients/argocdclient.h"
#include "core/engine/clients/instancebudget.h"
#include "core/engine/clients/treestreamlimiter.h"

#include <QObject>

#include <map>
#include <memory>

namespace lynceus {

/// The one client of each instance, shared by its feed, its views and its watches, and their slots for tree streams.
/// Lives in the thread of those who use it.
///
/// All answers that are under way have one budget of memory, whatever the number of instances.
class InstanceClients final : public QObject
{
    Q_OBJECT
public:
    InstanceClients(const Clock &clock, Workers &workers, QObject *parent = nullptr);
    ~InstanceClients() override;

    /// @p access of an instance that is to be contacted. If there is a client already, a new one takes its place:
    /// clientChanged().
    void set(const QString &instance, InstanceAccess access);
    /// It is paused or removed: clientChanged().
    void remove(const QString &instance);

    /// Null: not known, or paused. Valid until clientChanged().
    [[nodiscard]] ArgoCdClient *client(const QString &instance) const;
    /// Outlives the clients of its instance; never null.
    [[nodiscard]] TreeStreamLimiter *treeStreamLimiter(const QString &instance);
    /// Of all watches of the instance together; never null.
    [[nodiscard]] std::shared_ptr<InstanceBudget> budget(const QString &instance);

Q_SIGNALS:
    /// client() is another one now, or null. Whoever holds the old one must let go of it and of what uses it before
    /// returning to the event loop: it is deleted then.
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
    std::shared_ptr<MemoryBudget> m_memory; ///< of all instances together
    std::map<QString, Entry> m_entries;
};

} // namespace lynceus
