#pragma once

#include "core/domain/tasks/taskcallpolicy.h"
#include "core/domain/time/backoff.h"
#include "core/io/clock.h"
#include "core/io/http/requests/instanceaccess.h"
#include "core/io/http/requests/wholeexchange.h"

#include <QJsonObject>
#include <QObject>

#include <functional>
#include <optional>

namespace lynceus {

/// Credentials for registering tasks. Empty values are not sent.
struct TaskCredentials
{
    Secret deployToken; ///< for the header ARGO_WATCHER_DEPLOY_TOKEN
    Secret bearer;      ///< for the header Authorization, with its scheme

    [[nodiscard]] bool isEmpty() const { return deployToken.isEmpty() && bearer.isEmpty(); }
};

/// Sends requests to one task server; only those that checkTaskCallAllowed() allows. Redirects are never followed; the
/// error has their target. Sends no credential until the server was recognised (recognise()).
///
/// Requests that may succeed later are repeated, with back-off and at least after the server's Retry-After: failed
/// connections, 408, 425, 429 and 5xx, and truncated or unexpected answers. Before the server's first answer, this ends
/// after kPatience; afterwards only destroying the context ends it. Registering a task twice is harmless: the newer one
/// of the same images ends the older one.
class TaskServerClient final : public QObject
{
    Q_OBJECT
public:
    static constexpr Duration kPatience{15'000};

    /// @p access: its tokens are not used. @p requestTimeout: per request.
    TaskServerClient(InstanceAccess access, TaskCredentials credentials, const Clock &clock, Duration requestTimeout,
                     QObject *parent = nullptr);
    ~TaskServerClient() override;

    /// Enables sending credentials. @p alsoAsBearer: also sends a deploy token as Authorization, which passes proxies
    /// that drop headers with underscores.
    void recognise(bool alsoAsBearer);

    /// Checks the body of a successful answer; Error::retryable works as for other errors.
    using Check = std::function<Result<void>(const WholeAnswer &)>;
    using Answer = std::function<void(Result<WholeAnswer>)>;
    /// @p id: of the task, for calls that have one. Calls @p answer once, later, unless @p context was destroyed.
    /// Errors: SignInNeeded (401), BadInput (the server rejected the request), NotFound (unknown task), NotArgoCd (not
    /// a task server), Server, and those of WholeExchange.
    void ask(TaskCall call, const QString &id, const QJsonObject &body, QObject *context, Check check, Answer answer);

    /// The server has sent any answer.
    [[nodiscard]] bool isReached() const { return m_isReached; }
    [[nodiscard]] const QUrl &baseUrl() const { return m_access.baseUrl; }
    /// By the server's `Date`, otherwise by our clock.
    [[nodiscard]] Instant serverNow() const;

Q_SIGNALS:
    /// A request failed and will be repeated.
    void troubled(const lynceus::Error &error);
    /// For debugging: method, URL and body, without credentials.
    void sending(const QString &request);

private:
    struct Question;
    void send(const std::shared_ptr<Question> &question);
    void take(const std::shared_ptr<Question> &question, Result<WholeAnswer> whole);
    [[nodiscard]] Result<OutgoingRequest> prepared(const Question &question) const;
    [[nodiscard]] Duration limit() const;

    InstanceAccess m_access;
    TaskCredentials m_credentials;
    const Clock &m_clock;
    Duration m_requestTimeout;
    Duration m_startedAt;             ///< steady clock
    std::optional<Duration> m_skew{}; ///< server's clock minus ours
    bool m_isReached = false;
    bool m_isRecognised = false;
    bool m_alsoAsBearer = false;
};

} // namespace lynceus
