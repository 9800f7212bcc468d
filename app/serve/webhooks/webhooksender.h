#pragma once

#include "app/serve/webhooks/webhook.h"
#include "core/domain/time/backoff.h"
#include "core/io/clock.h"
#include "core/io/http/requests/wholeexchange.h"
#include "core/io/tasks/taskthread.h"

#include <QJsonObject>
#include <QObject>
#include <QTimer>

#include <map>
#include <memory>
#include <vector>

namespace lynceus {

struct WebhookLimits
{
    Duration request{15'000};                       ///< until the header of a response
    Duration giveUpAfter{std::chrono::minutes(15)}; ///< since the first attempt of a message
    Duration checkInterval{2'000};
    int atOnce = 4; ///< concurrent requests per webhook
    BackoffPolicy retry{.first = Duration{5'000}, .most = Duration{120'000}};
};

/// Posts the messages of an outbox. Any 2xx is a success. Redirects are not followed; all other results are retried
/// with back-off, not before a Retry-After, until WebhookLimits::giveUpAfter. A webhook that does not respond delays no
/// other one.
class WebhookSender final : public QObject
{
    Q_OBJECT
public:
    /// @p store must outlive this; only stop() blocks on it. @p owner: as for TaskStore.
    WebhookSender(std::vector<Webhook> hooks, QUrl publicUrl, TaskThread &store, const Clock &clock, QString owner,
                  const WebhookLimits &limits = {}, QObject *parent = nullptr);
    ~WebhookSender() override;

    /// Creates the messages for an event of a task. The function may be called in any thread, even after this was
    /// destroyed.
    [[nodiscard]] TaskStore::Messages messages() const;

    void start();
    /// Call when there may be new messages.
    void wake();
    /// Stops taking messages. Another process sends the pending ones later, unless they finish in time.
    void stop();

    [[nodiscard]] QStringList names() const;
    /// In Prometheus' text format. @p stored: outbox counts by webhook name; webhooks without an entry are omitted.
    [[nodiscard]] QByteArray metrics(const std::map<QString, OutboxCounts> &stored) const;

Q_SIGNALS:
    /// For the log: name of the webhook, task, event and result. No URL, no secret.
    void happened(const QJsonObject &details);

private:
    struct Counts
    {
        int underWay = 0; ///< requests
        bool isChecking = false;
        qint64 sent = 0;
        qint64 failed = 0; ///< attempts
        qint64 dead = 0;   ///< messages
    };

    /// What happens to a message that was not sent.
    enum class Failure { Again, GivenUp };

    void check();
    void checkFor(const Webhook &hook);
    void send(const Webhook &hook, const DueMessage &due);
    void take(const Webhook &hook, const DueMessage &due, const Result<WholeAnswer> &answer);
    void fail(const Webhook &hook, const DueMessage &due, const QString &problem, std::optional<Duration> hint);
    void say(const Webhook &hook, const DueMessage &due, const QString &result, const QString &problem = {});
    [[nodiscard]] Result<OutgoingRequest> prepared(const Webhook &hook, const DueMessage &due) const;

    const std::shared_ptr<const std::vector<Webhook>> m_hooks;
    const QUrl m_publicUrl;
    TaskThread &m_store;
    const Clock &m_clock;
    const QString m_owner;
    const WebhookLimits m_limits;
    std::map<QString, Counts> m_counts; ///< by name
    QTimer m_checkTimer;
    bool m_isStopped = false;
};

/// The value of the header X-Lynceus-Signature: "sha256=" and the HMAC-SHA256 of "TIMESTAMP.BODY" in hexadecimal.
[[nodiscard]] QByteArray webhookSignature(const Secret &secret, const QByteArray &timestamp, const QByteArray &body);

} // namespace lynceus
