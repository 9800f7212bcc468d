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

/// The configured instances at work: a client and a feed for each. Says which of them has an application, and whether
/// one can be used now.
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

    /// It is not known yet which applications the instances have that may be meant: none has answered or failed since
    /// the start. What find() says then may be wrong a moment later.
    [[nodiscard]] bool isStarting(const QString &app, const QString &instance) const;
    /// The same of any instance. Not for longer than 30 s: one that is slow does not make the others useless.
    [[nodiscard]] bool isStarting() const;

    /// Which application a task means by @p app ("NAME" or "NAMESPACE/NAME") and @p instance (empty: any). With a
    /// namespace where it is known. One that nobody has is looked for in the only instance, which says so then. An
    /// instance counts with the applications that it listed last and that could be read: neither its outage nor one
    /// unreadable application keeps others from being found.
    /// Errors: BadInput: several have it, or no such instance; NotFound: no instance has it; Unreachable: that cannot
    /// be known now.
    [[nodiscard]] Result<ApplicationKey> find(const QString &app, const QString &instance) const;

    /// Why the instance cannot be asked now, one clause; empty: it can, or nothing is known yet.
    [[nodiscard]] QString troubleOf(const QString &instance) const;
    /// Instances whose token was rejected are asked again if its file has a new one; a timer calls it every 10 s.
    void lookAtTokens();

    /// At least one instance cannot be used.
    [[nodiscard]] bool hasTrouble() const;

Q_SIGNALS:
    void applicationsChanged(const lynceus::ChangeSet &changes);
    void stateChanged(const lynceus::InstanceState &state);

private:
    [[nodiscard]] std::vector<ApplicationKey> matches(const ServedInstance &instance, const QString &nameSpace,
                                                      const QString &name) const;
    /// What is known of the applications of an instance.
    enum class Knowledge {
        Nothing, ///< it was not listed since the start
        Some,    ///< it was: some could not be read then, or it cannot be asked now
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
    QTimer m_looking;
    std::optional<Duration> m_startedAt; ///< steady
};

} // namespace lynceus
