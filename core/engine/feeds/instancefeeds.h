#pragma once

#include "core/engine/clients/instanceclients.h"
#include "core/engine/feeds/instancefeed.h"

#include <QObject>

#include <map>
#include <memory>

namespace lynceus {

/// The feeds of all instances, each on its own: what happens to one does not touch the others.
class InstanceFeeds final : public QObject
{
    Q_OBJECT
public:
    InstanceFeeds(InstanceClients &clients, const Clock &clock, QObject *parent = nullptr);
    ~InstanceFeeds() override;

    /// A feed for @p instance that contacts nobody yet; nothing if there is one already.
    void add(const Instance &instance);
    /// As the person changed it, with how it is reached now; an error is said as the instance's state. A feed that is
    /// not paused begins, or goes on in the new way.
    void set(const Instance &instance, const Result<InstanceAccess> &access);
    void remove(const QString &instance);

    /// Null if there is none.
    [[nodiscard]] InstanceFeed *feed(const QString &instance) const;
    [[nodiscard]] std::vector<QString> instances() const;

Q_SIGNALS:
    void stateChanged(const lynceus::InstanceState &state);
    void applicationsChanged(const lynceus::ChangeSet &changes);
    void marksArrived(const QString &instance, const lynceus::DeploymentMarks &marks);

private:
    struct Entry
    {
        std::unique_ptr<InstanceFeed> feed;
        std::optional<Instance> reached; ///< as its client was made for
        QList<std::pair<QByteArray, QByteArray>> headers;
    };

    InstanceClients &m_clients;
    const Clock &m_clock;
    std::map<QString, Entry> m_entries;
};

} // namespace lynceus
