#pragma once

#include "core/domain/base/backoff.h"
#include "core/domain/tasks/taskcallpolicy.h"
#include "core/io/clock.h"
#include "core/io/http/instanceaccess.h"
#include "core/io/http/wholeexchange.h"

#include <QJsonObject>
#include <QObject>

#include <functional>
#include <optional>

namespace lynceus {

/// What lets somebody register tasks. Empty values are not sent.
struct TaskCredentials
{
    Secret deployToken; ///< the header ARGO_WATCHER_DEPLOY_TOKEN
    Secret bearer;      ///< the header Authorization, with its scheme

    [[nodiscard]] bool isEmpty() const { return deployToken.isEmpty() && bearer.isEmpty(); }
};

/// Asks one task server: what checkTaskCallAllowed() allows, and nothing else. Redirects are never followed: an error
/// names their address. Until the server was found to answer for itself (isRecognised()), no credential is sent.
///
/// A request that may succeed later is repeated, with back-off and at least after the Retry-After of the server:
/// connections that fail, 408, 425, 429 and 5xx, and answers that are cut or of another kind. Before the server has
/// ever answered, that ends after kPatience; afterwards only whoever asked ends it, by destroying the context. To
/// register a task twice is harmless: the newer one of the same images ends the older one.
class TaskServerClient final : public QObject
{
    Q_OBJECT
public:
    static constexpr Duration kPatience{15'000};

    /// @p access: its tokens are not used. @p requestTimeout: of each request.
    TaskServerClient(InstanceAccess access, TaskCredentials credentials, const Clock &clock, Duration requestTimeout,
                     QObject *parent = nullptr);
    ~TaskServerClient() override;

    /// From now on credentials are sent. @p alsoAsBearer: a deploy token as Authorization, too, which gets through
    /// proxies that drop the header with underscores.
    void recognise(bool alsoAsBearer);

    /// Decides whether the body of a good answer is one; Error::retryable counts as for other errors.
    using Check = std::function<Result<void>(const WholeAnswer &)>;
    using Answer = std::function<void(Result<WholeAnswer>)>;
    /// @p id: of the task, for calls about one. @p answer comes once, later, unless @p context died. Errors:
    /// SignInNeeded (401), BadInput (the server says what is wrong with the request), NotFound (no such task),
    /// NotArgoCd (no task server answers there), Server, and those of WholeExchange.
    void ask(TaskCall call, const QString &id, const QJsonObject &body, QObject *context, Check check, Answer answer);

    /// The server has answered anything.
    [[nodiscard]] bool isHeard() const { return m_isHeard; }
    [[nodiscard]] const QUrl &baseUrl() const { return m_access.baseUrl; }
    /// By the server's `Date`, or our clock where it has none.
    [[nodiscard]] Instant serverNow() const;

Q_SIGNALS:
    /// A request failed and will be repeated.
    void troubled(const lynceus::Error &error);
    /// For those who debug: method, address and body, no credential.
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
    Duration m_startedAt;             ///< steady
    std::optional<Duration> m_skew{}; ///< of the server's clock against ours
    bool m_isHeard = false;
    bool m_isRecognised = false;
    bool m_alsoAsBearer = false;
};

} // namespace lynceus
