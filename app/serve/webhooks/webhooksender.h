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
    Duration request{15'000};                       ///< for the head of an answer
    Duration giveUpAfter{std::chrono::minutes(15)}; ///< since the first try of a message
    Duration lookEvery{2'000};
    int atOnce = 4; ///< requests to one webhook
    BackoffPolicy retry{.first = Duration{5'000}, .most = Duration{120'000}};
};

/// Posts the messages of an outbox. Any 2xx is success; redirects are not followed, and everything else is tried again,
/// with back-off and not before a Retry-After, until WebhookLimits::giveUpAfter. A webhook that does not answer
/// delays no other one.
class WebhookSender final : public QObject
{
    Q_OBJECT
public:
    /// @p store outlives this; nothing waits for it but stop(). @p owner: as TaskStore's.
    WebhookSender(std::vector<Webhook> hooks, QUrl publicUrl, TaskThread &store, const Clock &clock, QString owner,
                  const WebhookLimits &limits = {}, QObject *parent = nullptr);
    ~WebhookSender() override;

    /// What is to be told when something happens to a task. May be called in any thread, also after this is gone.
    [[nodiscard]] TaskStore::Messages messages() const;

    void start();
    /// There may be something new.
    void wake();
    /// Takes no more messages. What is under way is taken by others afterwards, unless it ends in time.
    void stop();

    [[nodiscard]] QStringList names() const;
    /// In Prometheus' text format. @p stored: what the outbox has of each webhook, by name; one without is left out.
    [[nodiscard]] QByteArray metrics(const std::map<QString, OutboxCounts> &stored) const;

Q_SIGNALS:
    /// For the log: the webhook's name, the task, the event, and how it went. No address, no secret.
    void happened(const QJsonObject &details);

private:
    struct Counts
    {
        int underWay = 0; ///< requests
        bool isLooking = false;
        qint64 sent = 0;
        qint64 failed = 0; ///< tries
        qint64 dead = 0;   ///< messages
    };

    /// What became of a message that was not sent.
    enum class Failure { Again, GivenUp };

    void look();
    void lookFor(const Webhook &hook);
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
    QTimer m_looking;
    bool m_isStopped = false;
};

/// The value of the header X-Lynceus-Signature: "sha256=" and the HMAC-SHA256 of "TIMESTAMP.BODY" in hexadecimal.
[[nodiscard]] QByteArray webhookSignature(const Secret &secret, const QByteArray &timestamp, const QByteArray &body);

} // namespace lynceus
