#pragma once

#include "app/serve/authenticator.h"
#include "app/serve/events/taskevents.h"
#include "app/serve/instancehub.h"
#include "app/serve/pages/taskpages.h"
#include "core/engine/tasks/taskregistry.h"
#include "core/io/serve/listenerconnection.h"

#include <QJsonObject>
#include <QObject>

#include <optional>
#include <span>

namespace lynceus {

/// Argo Watcher's HTTP API, version 1, on our tasks: docs/serve.md says where it differs. Every answer about tasks
/// comes from the store, so that replicas say the same; a store that cannot be used is 503 and never an empty list.
class TaskApi final : public QObject, public HttpHandler
{
    Q_OBJECT
public:
    /// All outlive this.
    TaskApi(const ServeConfig &config, InstanceHub &hub, TaskRegistry &registry, TaskStore &store, const Clock &clock,
            QObject *parent = nullptr);

    [[nodiscard]] HttpReply reply(const HttpRequest &request, const QString &peer) override;
    [[nodiscard]] HttpReply refusal(int status, const QString &problem) override;

    /// From now on no task is accepted, and readiness says so.
    void drain() { m_draining = true; }

    /// Of clients that follow changes; so that others can connect, too.
    void setMostStreams(int most) { m_events.setMostStreams(most); }

Q_SIGNALS:
    /// A request with a wrong credential, for the log; nothing of the credential.
    void refused(const QString &peer, const QString &reason);

private:
    using Answer = HttpReply (TaskApi::*)(const HttpRequest &request, const QString &rest);

    /// Who may ask.
    enum class Need { Nothing, Reading, Registering };

    struct Route
    {
        const char *method;
        const char *path; ///< "*" stands for one segment
        Need need;
        Answer answer;
    };

    [[nodiscard]] static std::span<const Route> routes();
    [[nodiscard]] HttpReply dispatch(const HttpRequest &request, const QString &peer, const QByteArray &path);
    [[nodiscard]] std::optional<HttpReply> refuse(Need need, const HttpRequest &request, const QString &peer);

    [[nodiscard]] HttpReply addTask(const HttpRequest &request, const QString &rest);
    [[nodiscard]] HttpReply listTasks(const HttpRequest &request, const QString &rest);
    [[nodiscard]] HttpReply oneTask(const HttpRequest &request, const QString &rest);
    [[nodiscard]] HttpReply verdict(const HttpRequest &request, const QString &rest);
    [[nodiscard]] HttpReply cancel(const HttpRequest &request, const QString &rest);
    [[nodiscard]] HttpReply extend(const HttpRequest &request, const QString &rest);
    [[nodiscard]] HttpReply events(const HttpRequest &request, const QString &rest);
    [[nodiscard]] HttpReply version(const HttpRequest &request, const QString &rest);
    [[nodiscard]] HttpReply configuration(const HttpRequest &request, const QString &rest);
    [[nodiscard]] HttpReply reachability(const HttpRequest &request, const QString &rest);
    [[nodiscard]] HttpReply deployLock(const HttpRequest &request, const QString &rest);
    [[nodiscard]] HttpReply notOffered(const HttpRequest &request, const QString &rest);
    [[nodiscard]] HttpReply alive(const HttpRequest &request, const QString &rest);
    [[nodiscard]] HttpReply ready(const HttpRequest &request, const QString &rest);
    [[nodiscard]] HttpReply metrics(const HttpRequest &request, const QString &rest);

    [[nodiscard]] HttpReply listPage(const HttpRequest &request, const QString &rest);
    [[nodiscard]] HttpReply taskPage(const HttpRequest &request, const QString &rest);
    [[nodiscard]] HttpReply asset(const HttpRequest &request, const QString &rest);

    [[nodiscard]] HttpReply enroll(Task task);

    const ServeConfig &m_config;
    InstanceHub &m_hub;
    TaskRegistry &m_registry;
    TaskStore &m_store;
    Authenticator m_authenticator;
    TaskEvents m_events;
    TaskPages m_pages;
    bool m_draining = false;
};

} // namespace lynceus
