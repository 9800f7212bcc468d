#pragma once

#include "app/serve/filetokensource.h"
#include "app/serve/serveconfig.h"
#include "core/engine/clients/workers.h"
#include "core/engine/feeds/instancefeeds.h"

#include <QHash>
#include <QObject>
#include <QTimer>

#include <memory>
#include <optional>

namespace lynceus {

/// A client and a feed for each configured instance. Finds the instance of an application and reports whether an
/// instance is available.
class InstanceHub final : public QObject
{
    Q_OBJECT
public:
    InstanceHub(std::vector<ServedInstance> instances, const Clock &clock, QObject *parent = nullptr);
    ~InstanceHub() override;

    void start();

    [[nodiscard]] InstanceClients &clients() { return m_clients; }
    [[nodiscard]] const std::vector<ServedInstance> &instances() const { return m_instances; }
    [[nodiscard]] std::vector<InstanceState> states() const;

    /// True while the applications of the matching instances are unknown: none has responded or failed since the start.
    /// Until then, the result of find() may be wrong.
    [[nodiscard]] bool isStarting(const QString &app, const QString &instance) const;
    /// As above, for any instance. False after 30 s at most, so that one slow instance does not block the others.
    [[nodiscard]] bool isStarting() const;

    /// Finds the application that a task means by @p app ("NAME" or "NAMESPACE/NAME") and @p instance (empty: any). The
    /// result has the namespace if it is known. If only one instance is configured, an application that is not listed
    /// is assigned to it, and the instance reports that it does not exist. Uses the last readable list of each
    /// instance: neither an outage nor one unreadable application hides others. Errors: BadInput: several instances
    /// have it, or unknown instance; NotFound: no instance has it; Unreachable: unknown at this time.
    [[nodiscard]] Result<ApplicationKey> find(const QString &app, const QString &instance) const;

    /// Why the instance is unavailable, as a clause; empty if it is available, or its state is unknown.
    [[nodiscard]] QString troubleOf(const QString &instance) const;
    /// Retries instances whose token was rejected if the file has a new one; called by a timer every 10 s.
    void checkTokens();

    /// True if at least one instance is unavailable.
    [[nodiscard]] bool hasTrouble() const;

Q_SIGNALS:
    void applicationsChanged(const lynceus::ChangeSet &changes);
    void stateChanged(const lynceus::InstanceState &state);

private:
    [[nodiscard]] std::vector<ApplicationKey> matches(const ServedInstance &instance, const QString &nameSpace,
                                                      const QString &name) const;
    /// How much of an instance's list of applications is known.
    enum class Knowledge {
        Nothing, ///< not listed since the start
        Some,    ///< listed, but some could not be read, or the instance is unavailable now
        All,
    };
    [[nodiscard]] Knowledge knowledgeOf(const ServedInstance &instance) const;
    [[nodiscard]] bool isStarting(const ServedInstance &instance) const;

    const Clock &m_clock;
    std::vector<ServedInstance> m_instances;
    Workers m_workers;
    InstanceClients m_clients;
    InstanceFeeds m_feeds;
    QHash<QString, std::shared_ptr<FileTokenSource>> m_tokens; ///< by instance
    QTimer m_checkTimer;
    std::optional<Duration> m_startedAt; ///< steady time
};

} // namespace lynceus
