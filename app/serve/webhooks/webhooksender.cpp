#include "app/serve/webhooks/webhooksender.h"

#include "app/serve/metricstext.h"
#include "app/serve/webhooks/webhookmessage.h"
#include "core/io/http/connections/transport.h"
#include "core/io/http/requests/networkrequest.h"

#include <QMessageAuthenticationCode>
#include <QRandomGenerator>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace lynceus {

namespace {

constexpr Duration kLeaseBeyondRequest{15'000};

bool concerns(const Webhook &hook, const Task &task)
{
    const auto name = task.app.section(u'/', -1); // may be prefixed with the namespace
    return hook.apps.isEmpty()
        || std::ranges::any_of(hook.apps, [&](const QRegularExpression &app) { return app.match(name).hasMatch(); });
}

QString deliveryOf(const OutboxMessage &message)
{
    return message.task + u'-' + nameOf(message.event);
}

std::vector<OutboxMessage> messagesFor(const std::vector<Webhook> &hooks, const QUrl &publicUrl, const StoredTask &task,
                                       TaskEvent event)
{
    std::vector<OutboxMessage> messages;
    const auto isReported = [&](const Webhook &hook) {
        return hook.events.contains(event) && concerns(hook, task.task);
    };
    if (std::ranges::none_of(hooks, isReported))
        return messages;
    const auto values = messageValues(task, event, publicUrl);
    const auto documents = messageDocuments(task);
    for (const auto &hook : hooks) {
        if (isReported(hook))
            messages.push_back({task.task.id, hook.name, event, hook.message.rendered(values, documents)});
    }
    return messages;
}

/// For the log. Only the kind of an error: messages contain hosts, and the URL of a webhook may be a secret.
QString problemOf(const Error &error)
{
    switch (error.kind) {
    case Error::Kind::TimedOut:
        return u"no response in time"_s;
    case Error::Kind::Certificate:
        return u"the certificate is not trusted; set ca-file for your own CA"_s;
    case Error::Kind::TooLarge:
    case Error::Kind::Malformed:
    case Error::Kind::NotArgoCd:
        return u"the response is not HTTP"_s;
    case Error::Kind::BadInput:
    case Error::Kind::NotAllowed:
        return u"the request is invalid: check the address and the headers"_s;
    case Error::Kind::Unreachable:
    case Error::Kind::SignInNeeded:
    case Error::Kind::Forbidden:
    case Error::Kind::NotFound:
    case Error::Kind::Server:
    case Error::Kind::Cancelled:
        break;
    }
    return u"cannot connect: the host is unknown, or refused or closed the connection"_s;
}

} // namespace

QByteArray webhookSignature(const Secret &secret, const QByteArray &timestamp, const QByteArray &body)
{
    return "sha256="
        + QMessageAuthenticationCode::hash(timestamp + '.' + body, secret.reveal(), QCryptographicHash::Sha256).toHex();
}

WebhookSender::WebhookSender(std::vector<Webhook> hooks, QUrl publicUrl, TaskThread &store, const Clock &clock,
                             QString owner, const WebhookLimits &limits, QObject *parent)
    : QObject(parent)
    , m_hooks(std::make_shared<const std::vector<Webhook>>(std::move(hooks)))
    , m_publicUrl(std::move(publicUrl))
    , m_store(store)
    , m_clock(clock)
    , m_owner(std::move(owner))
    , m_limits(limits)
{
    for (const auto &hook : *m_hooks)
        m_counts[hook.name] = {};
    connect(&m_checkTimer, &QTimer::timeout, this, &WebhookSender::check);
}

WebhookSender::~WebhookSender() = default;

TaskStore::Messages WebhookSender::messages() const
{
    return [hooks = m_hooks, publicUrl = m_publicUrl](const StoredTask &task, TaskEvent event) {
        return messagesFor(*hooks, publicUrl, task, event);
    };
}

void WebhookSender::start()
{
    if (!m_hooks->empty())
        m_checkTimer.start(m_limits.checkInterval);
}

void WebhookSender::wake()
{
    // Queued, because the signal may be emitted by a caller inside a transaction.
    QMetaObject::invokeMethod(this, &WebhookSender::check, Qt::QueuedConnection);
}

void WebhookSender::stop()
{
    m_isStopped = true;
    m_checkTimer.stop();
    if (!m_hooks->empty())
        std::ignore = m_store.ask([owner = m_owner](TaskStore &store) { return store.outbox().release(owner); });
}

void WebhookSender::check()
{
    for (const auto &hook : *m_hooks)
        checkFor(hook);
}

void WebhookSender::checkFor(const Webhook &hook)
{
    auto &counts = m_counts[hook.name];
    const auto free = m_limits.atOnce - counts.underWay;
    if (m_isStopped || free <= 0 || std::exchange(counts.isChecking, true))
        return;
    m_store.run(
        this,
        [name = hook.name, owner = m_owner, lease = m_limits.request + kLeaseBeyondRequest, free](TaskStore &store) {
            return store.outbox().take(name, owner, lease, free);
        },
        [this, &hook](const Result<std::vector<DueMessage>> &due) {
            m_counts[hook.name].isChecking = false;
            if (!due || m_isStopped) // the registry reports an unavailable database
                return;
            for (const auto &message : *due)
                send(hook, message);
        });
}

Result<OutgoingRequest> WebhookSender::prepared(const Webhook &hook, const DueMessage &due) const
{
    const auto &message = due.message;
    InstanceAccess access;
    access.baseUrl = hook.url;
    access.authorities = hook.authorities;
    auto request = signInNetworkRequest(access, hook.url, hook.name);
    if (!request)
        return request;
    const auto timestamp =
        QByteArray::number(qint64{std::chrono::floor<std::chrono::seconds>(m_clock.now()).time_since_epoch().count()});
    request->method = "POST";
    request->headers.set("Content-Type", "application/json");
    request->headers.set("X-Lynceus-Event", nameOf(message.event).toLatin1());
    request->headers.set("X-Lynceus-Delivery", deliveryOf(message).toLatin1());
    request->headers.set("X-Lynceus-Timestamp", timestamp);
    if (!hook.signingSecret.isEmpty())
        request->headers.set("X-Lynceus-Signature", webhookSignature(hook.signingSecret, timestamp, message.body));
    if (!hook.authorization.isEmpty())
        request->headers.set("Authorization", hook.authorization.reveal());
    request->body = Secret(QByteArray(message.body.constData(), message.body.size()));
    return request;
}

void WebhookSender::send(const Webhook &hook, const DueMessage &due)
{
    ++m_counts[hook.name].underWay;
    auto request = prepared(hook, due);
    if (!request)
        return take(hook, due, tl::unexpected(request.error()));
    // The body of a response is not needed and may be endless.
    WholeExchange::send(
        *std::move(request), u"webhook "_s + hook.name,
        {.deadline = m_limits.request, .needsBody = false, .isAddressSecret = true}, m_clock, this,
        [this, &hook, due](const Result<WholeAnswer> &answer) { take(hook, due, answer); }, this);
}

void WebhookSender::take(const Webhook &hook, const DueMessage &due, const Result<WholeAnswer> &answer)
{
    --m_counts[hook.name].underWay;
    if (!answer)
        return fail(hook, due, problemOf(answer.error()), std::nullopt);
    if (!isSuccess(answer->httpStatus))
        return fail(hook, due, u"HTTP status %1"_s.arg(answer->httpStatus), retryAfterIn(*answer));
    m_store.run(
        this, [message = due.message](TaskStore &store) { return store.outbox().setSent(message); },
        [this, &hook, due](const Result<void> &noted) {
            if (noted) { // otherwise it is sent again: delivery is at least once
                ++m_counts[hook.name].sent;
                say(hook, due, u"sent"_s);
            }
            wake();
        });
}

void WebhookSender::fail(const Webhook &hook, const DueMessage &due, const QString &problem,
                         std::optional<Duration> hint)
{
    ++m_counts[hook.name].failed;
    const auto random = QRandomGenerator::global()->generateDouble();
    const auto delay = std::max(backoffDelay(m_limits.retry, due.tries + 1, random), hint.value_or(Duration{0}));
    m_store.run(
        this,
        [due, delay, most = m_limits.giveUpAfter](TaskStore &store) -> Result<Failure> {
            const auto age = store.outbox().age(due);
            if (!age)
                return tl::unexpected(age.error());
            const auto failure = *age + delay < most ? Failure::Again : Failure::GivenUp;
            const auto noted = failure == Failure::Again ? store.outbox().setFailed(due.message, delay)
                                                         : store.outbox().setDead(due.message);
            return noted ? Result<Failure>(failure) : tl::unexpected(noted.error());
        },
        [this, &hook, due, problem](const Result<Failure> &failure) {
            if (failure == Failure::GivenUp)
                ++m_counts[hook.name].dead;
            if (failure) // otherwise its lease expires and it is retried then
                say(hook, due, *failure == Failure::Again ? u"failed"_s : u"given up"_s, problem);
            wake();
        });
}

void WebhookSender::say(const Webhook &hook, const DueMessage &due, const QString &result, const QString &problem)
{
    QJsonObject details{{u"webhook"_s, hook.name},
                        {u"id"_s, due.message.task},
                        {u"about"_s, nameOf(due.message.event)},
                        {u"result"_s, result}};
    if (!problem.isEmpty())
        details.insert(u"message"_s, problem);
    Q_EMIT happened(details);
}

QStringList WebhookSender::names() const
{
    QStringList names;
    for (const auto &hook : *m_hooks)
        names += hook.name;
    return names;
}

QByteArray WebhookSender::metrics(const std::map<QString, OutboxCounts> &outbox) const
{
    if (m_hooks->empty())
        return {};
    QByteArray sent, failed, dead, pending;
    for (const auto &[name, counts] : m_counts) {
        const auto label = "{webhook=" + quotedLabel(name) + "} ";
        sent += "lynceus_webhook_sent_total" + label + QByteArray::number(counts.sent) + '\n';
        failed += "lynceus_webhook_failed_tries_total" + label + QByteArray::number(counts.failed) + '\n';
        const auto stored = outbox.find(name);
        if (stored == outbox.end())
            continue;
        pending += "lynceus_webhook_pending" + label + QByteArray::number(stored->second.pending) + '\n';
        dead += "lynceus_webhook_dead_letters" + label + QByteArray::number(stored->second.dead) + '\n';
    }
    QByteArray text;
    appendMetric(text, "lynceus_webhook_sent_total", "counter", "Messages sent by this process.");
    text += sent;
    appendMetric(text, "lynceus_webhook_failed_tries_total", "counter", "Failed attempts of this process.");
    text += failed;
    appendMetric(text, "lynceus_webhook_pending", "gauge", "Messages waiting to be sent, of all replicas.");
    text += pending;
    appendMetric(text, "lynceus_webhook_dead_letters", "gauge", "Messages that were dropped, of all replicas.");
    return text + dead;
}

} // namespace lynceus
