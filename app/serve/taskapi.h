#pragma once

#include "app/serve/authenticator.h"
#include "app/serve/events/taskevents.h"
#include "app/serve/instancehub.h"
#include "app/serve/pages/taskpages.h"
#include "app/serve/tasks/taskenrolment.h"
#include "core/engine/tasks/taskregistry.h"
#include "core/io/serve/listenerconnection.h"

#include <QJsonObject>
#include <QObject>

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <span>
#include <vector>

namespace lynceus {

class OidcReaders;
class ReaderSignIn;

/// Version 1 of Argo Watcher's HTTP API for the tasks of Lynceus; docs/serve.md lists the differences. Every response
/// about tasks comes from the store, so that all replicas agree; if the store is unavailable, the response is 503,
/// never an empty list.
class TaskApi final : public QObject, public HttpHandler
{
    Q_OBJECT
public:
    /// Permission that an endpoint requires.
    enum class Need { Nothing, Reading, Registering };

    /// What is answered.
    struct Endpoint
    {
        QByteArray method;
        QByteArray path; ///< "*" stands for one segment
        Need need;
    };
    [[nodiscard]] static std::vector<Endpoint> endpoints();

    /// Threads of the store, so that reads delay neither registrations nor each other.
    struct Threads
    {
        TaskThread &reading;
        TaskThread &tokens;
        TaskThread &events;
    };

    /// All must outlive this.
    TaskApi(const ServeConfig &config, InstanceHub &hub, TaskRegistry &registry, const Threads &threads,
            const Clock &clock, QObject *parent = nullptr);
    /// Without threads: accesses the store synchronously.
    TaskApi(const ServeConfig &config, InstanceHub &hub, TaskRegistry &registry, TaskStore &store, const Clock &clock,
            QObject *parent = nullptr);
    ~TaskApi() override;

    [[nodiscard]] HttpReply reply(const HttpRequest &request, const QString &peer) override;
    [[nodiscard]] HttpReply refusal(int status, const QString &problem) override;

    /// Rejects new tasks from now on and reports "not ready".
    void drain();

    /// Limits the clients that follow changes, so that others can connect.
    void setMostStreams(int most) { m_events.setMostStreams(most); }
    using OutboxStates = std::map<QString, OutboxCounts>; ///< by webhook; without those that could not be read
    /// Adds the output of @p metrics for the outbox of these webhooks to the metrics.
    void setWebhookMetrics(QStringList webhooks, std::function<QByteArray(const OutboxStates &)> metrics)
    {
        m_webhooks = std::move(webhooks);
        m_webhookMetrics = std::move(metrics);
    }

Q_SIGNALS:
    /// A request with a wrong credential, for the log; without parts of the credential.
    void refused(const QString &peer, const QString &reason);
    /// A message about the OpenID provider, for the log.
    void providerSaid(const QString &sentence);

private:
    using Answer = HttpReply (TaskApi::*)(const HttpRequest &request, const QString &rest);
    /// Runs in the thread of the store; must not use anything else.
    using Reading = HttpReply (*)(TaskStore &store, const HttpRequest &request, const QString &rest);

    struct Route
    {
        const char *method;
        const char *path; ///< "*" stands for one segment
        Need need;
        Answer answer;
        Reading reading = nullptr; ///< instead of `answer`
    };

    [[nodiscard]] static std::span<const Route> routes();
    /// A server that listens on loopback answers only requests that name this computer or the host of `public-url`.
    [[nodiscard]] std::optional<HttpReply> refuseHost(const HttpRequest &request, const QByteArray &path) const;
    [[nodiscard]] HttpReply dispatch(const HttpRequest &request, const QString &peer, const QByteArray &path);
    /// Looks the token of @p request up in the database first, if it may be stored there.
    [[nodiscard]] HttpReply admit(const Route &route, const HttpRequest &request, const QString &peer,
                                  const QString &rest);
    [[nodiscard]] HttpReply answer(const Route &route, const HttpRequest &request, const QString &peer,
                                   const QString &rest, const std::optional<DeployToken> &stored);
    [[nodiscard]] static bool isPage(const Route &route);
    [[nodiscard]] std::optional<HttpReply> refuse(const Route &route, const HttpRequest &request, const QString &peer,
                                                  const std::optional<DeployToken> &stored);

    [[nodiscard]] HttpReply addTask(const HttpRequest &request, const QString &rest);
    [[nodiscard]] HttpReply cancel(const HttpRequest &request, const QString &rest);
    [[nodiscard]] HttpReply extend(const HttpRequest &request, const QString &rest);
    [[nodiscard]] HttpReply events(const HttpRequest &request, const QString &rest);
    [[nodiscard]] HttpReply version(const HttpRequest &request, const QString &rest);
    [[nodiscard]] HttpReply description(const HttpRequest &request, const QString &rest);
    [[nodiscard]] HttpReply configuration(const HttpRequest &request, const QString &rest);
    [[nodiscard]] HttpReply reachability(const HttpRequest &request, const QString &rest);
    [[nodiscard]] HttpReply deployLock(const HttpRequest &request, const QString &rest);
    [[nodiscard]] HttpReply notOffered(const HttpRequest &request, const QString &rest);
    [[nodiscard]] HttpReply alive(const HttpRequest &request, const QString &rest);
    [[nodiscard]] HttpReply ready(const HttpRequest &request, const QString &rest);
    [[nodiscard]] HttpReply metrics(const HttpRequest &request, const QString &rest);

    [[nodiscard]] HttpReply listPage(const HttpRequest &request, const QString &rest);
    [[nodiscard]] HttpReply taskPage(const HttpRequest &request, const QString &rest);
    [[nodiscard]] HttpReply signIn(const HttpRequest &request, const QString &rest);
    [[nodiscard]] HttpReply signedIn(const HttpRequest &request, const QString &rest);
    [[nodiscard]] HttpReply asset(const HttpRequest &request, const QString &rest);

    /// The reply that @p compose(TaskStore &) creates in the thread of the store; @p otherwise if the store is
    /// unavailable.
    template<typename Compose>
    [[nodiscard]] HttpReply later(Compose compose, HttpReply otherwise);
    /// @p compose creates the reply from the number of tasks in progress, or from the store's error.
    template<typename Compose>
    [[nodiscard]] HttpReply withRunning(Compose compose);

    const ServeConfig &m_config;
    InstanceHub &m_hub;
    TaskRegistry &m_registry;
    std::unique_ptr<TaskThread> m_direct; ///< only without threads
    TaskThread &m_store;
    TaskThread &m_tokens;
    TaskEnrolment m_enrolment;
    Authenticator m_authenticator;
    std::unique_ptr<OidcReaders> m_readers; ///< null: no provider
    std::unique_ptr<ReaderSignIn> m_signIn; ///< null: no sign-in in browsers
    TaskEvents m_events;
    QStringList m_webhooks;                                           ///< names
    std::function<QByteArray(const OutboxStates &)> m_webhookMetrics; ///< null: no webhook metrics
    QString m_caller;                                                 ///< Decision::caller of the current request
    QString m_peer;                                                   ///< client address of the current request
    const std::shared_ptr<const TaskPages> m_pages;                   ///< shared with the store's thread
    bool m_draining = false;
};

} // namespace lynceus
