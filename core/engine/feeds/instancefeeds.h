#pragma once

#include "core/engine/clients/instanceclients.h"
#include "core/engine/feeds/instancefeed.h"

#include <QObject>

#include <map>
#include <memory>

namespace lynceus {

/// The feeds of all instances, independent of each other.
class InstanceFeeds final : public QObject
{
    Q_OBJECT
public:
    InstanceFeeds(InstanceClients &clients, const Clock &clock, QObject *parent = nullptr);
    ~InstanceFeeds() override;

    /// Adds a feed for @p instance without contacting it; no effect if there is one.
    void add(const Instance &instance);
    /// Call when the instance or its access changed; an error becomes the instance's state. Starts the feed, or
    /// restarts it with the new access, unless it is paused.
    void set(const Instance &instance, const Result<InstanceAccess> &access);
    void remove(const QString &instance);

    /// Null if unknown.
    [[nodiscard]] InstanceFeed *feed(const QString &instance) const;
    [[nodiscard]] std::vector<QString> instances() const;

Q_SIGNALS:
    void stateChanged(const lynceus::InstanceState &state);
    void applicationsChanged(const lynceus::ChangeSet &changes);
    void marksArrived(const QString &instance, const lynceus::DeploymentMarks &marks);
    void streamClosed(const QString &instance);
    void streamConfirmed(const QString &instance);

private:
    struct Entry
    {
        std::unique_ptr<InstanceFeed> feed;
        std::optional<Instance> reached; ///< the instance for which its client was created
        QList<std::pair<QByteArray, QByteArray>> headers;
    };

    InstanceClients &m_clients;
    const Clock &m_clock;
    std::map<QString, Entry> m_entries;
};

} // namespace lynceus
