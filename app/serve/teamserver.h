#pragma once

#include "app/serve/instancehub.h"
#include "app/serve/taskapi.h"
#include "app/serve/webhooks/webhooksender.h"
#include "core/engine/tasks/taskregistry.h"
#include "core/io/filelock.h"
#include "core/io/serve/httplistener.h"

#include <QJsonObject>
#include <QObject>
#include <QUrl>

#include <memory>
#include <optional>

namespace lynceus {

/// `lynceus serve`: connects instances, tasks, API and listener.
class TeamServer final : public QObject
{
    Q_OBJECT
public:
    TeamServer(ServeConfig config, const Clock &clock, QObject *parent = nullptr);
    ~TeamServer() override;

    /// Opens the database and listens. Errors: those of the database; Unreachable: cannot listen at the address.
    [[nodiscard]] Result<void> start();
    /// The URL of the listener; valid after start().
    [[nodiscard]] QUrl url() const;

    /// Rejects new tasks, finishes pending requests, writes everything and releases the tasks for other replicas; then
    /// emits drained().
    void drain();

Q_SIGNALS:
    /// Emitted once after drain(). @p isWritten: false if the database could not be written.
    void drained(bool isWritten);
    /// For the log: an object with "event" and its details. No secrets.
    void happened(const QJsonObject &event);

private:
    [[nodiscard]] Result<void> lockFile();
    [[nodiscard]] Result<void> openStore();
    [[nodiscard]] Result<void> loadCertificate();
    [[nodiscard]] Result<void> sayWhoMayRegister();
    void connectAll();
    void endDrain();
    void say(const QString &event, QJsonObject details = {});

    const ServeConfig m_config;
    const Clock &m_clock;
    std::optional<FileLock> m_lock;     ///< for an SQLite file, which only one process may use
    std::unique_ptr<TaskStore> m_store; ///< for start()
    // Separate threads, so that reads and writes do not delay each other, nor lookups of tokens.
    std::unique_ptr<TaskThread> m_sending; ///< for webhooks
    std::unique_ptr<TaskThread> m_writing;
    std::unique_ptr<TaskThread> m_reading;
    std::unique_ptr<TaskThread> m_tokens;    ///< of callers
    std::unique_ptr<TaskThread> m_streaming; ///< for clients that follow changes
    InstanceHub m_hub;
    std::unique_ptr<WebhookSender> m_webhooks;
    std::unique_ptr<TaskRegistry> m_registry;
    std::unique_ptr<TaskApi> m_api;
    std::unique_ptr<ServerCertificate> m_certificate; ///< null: plain HTTP
    std::unique_ptr<HttpListener> m_listener;
    QHash<QString, Connection> m_said; ///< last logged state by instance
    QTimer m_drainLimit;
    bool m_isDrained = false;
};

} // namespace lynceus
