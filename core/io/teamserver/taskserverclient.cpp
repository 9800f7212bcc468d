#include "core/io/teamserver/taskserverclient.h"

#include "core/domain/redaction/redact.h"
#include "core/io/http/requests/networkrequest.h"
#include "core/io/teamserver/taskanswers.h"

#include <QJsonDocument>
#include <QPointer>
#include <QRandomGenerator>
#include <QTimer>

#include <algorithm>
#include <array>
#include <utility>

using namespace Qt::StringLiterals;

namespace lynceus {

namespace {

constexpr qint64 kBodyCap = 4 * 1024 * 1024; // bytes; a verdict with all its pods is much smaller
constexpr BackoffPolicy kRetry{.first = Duration{500}, .most = Duration{10'000}, .factor = 1.8};
constexpr Duration kShortest{100}; // per request; less gives a server no chance

bool mayPass(int status)
{
    static constexpr std::array kPassing{408, 425, 429, 500, 502, 503, 504};
    return std::ranges::find(kPassing, status) != kPassing.end();
}

QString redirectText(const WholeAnswer &answer)
{
    const auto location = answer.headers.value("Location");
    return u"it redirects to %1, which is not followed; use the address of the server itself"_s.arg(
        location.isEmpty() ? u"no address"_s : redactedUrl(QUrl(QString::fromUtf8(location))));
}

Error errorOf(const WholeAnswer &answer, TaskCall call)
{
    constexpr int kRedirects = 300;
    constexpr int kErrors = 400;
    constexpr int kServerErrors = 500;
    const auto refusal = taskRefusalFrom(answer.body);
    const auto status = answer.httpStatus;
    auto text = u"HTTP status %1"_s.arg(status);
    if (!refusal.reason.isEmpty())
        text += u": "_s + refusal.reason;
    const auto error = [&](Error::Kind kind, const QString &message) {
        return Error{kind, {}, message, mayPass(status), status};
    };
    if (status >= kRedirects && status < kErrors)
        return error(Error::Kind::NotArgoCd, redirectText(answer));
    if (status == 401)
        return error(Error::Kind::SignInNeeded,
                     refusal.reason.isEmpty() ? u"the server rejected the credential, or requires one"_s
                                              : refusal.reason);
    if (mayPass(status) || status >= kServerErrors)
        return error(Error::Kind::Server, text);
    // The server is locked for all; the task is valid.
    if (call == TaskCall::Register && refusal.status == "rejected"_L1)
        return error(Error::Kind::Server, text);
    const bool isAboutTask = call == TaskCall::Status || call == TaskCall::Verdict;
    if (status == 404 && isAboutTask && !refusal.reason.isEmpty())
        return error(Error::Kind::NotFound, u"the server no longer knows the task"_s);
    const bool isAboutContent = status == 400 || status == 406 || status == 413 || status == 415 || status == 422;
    if (call == TaskCall::Register && isAboutContent && !refusal.reason.isEmpty())
        return error(Error::Kind::BadInput, refusal.reason);
    return error(Error::Kind::NotArgoCd, text + u"; neither lynceus serve nor an Argo Watcher answers there"_s);
}

} // namespace

struct TaskServerClient::Question
{
    TaskCall call;
    QUrl url;
    QByteArray body;
    QPointer<QObject> context;
    Check check;
    Answer answer;
    int failures = 0;
};

TaskServerClient::TaskServerClient(InstanceAccess access, TaskCredentials credentials, const Clock &clock,
                                   Duration requestTimeout, QObject *parent)
    : QObject(parent)
    , m_access(withToken(std::move(access), {}))
    , m_credentials(std::move(credentials))
    , m_clock(clock)
    , m_requestTimeout(requestTimeout)
    , m_startedAt(clock.steady())
{
    m_access.tokens.reset();
}

TaskServerClient::~TaskServerClient() = default;

void TaskServerClient::recognise(bool alsoAsBearer)
{
    m_isRecognised = true;
    m_alsoAsBearer = alsoAsBearer;
}

Instant TaskServerClient::serverNow() const
{
    return m_clock.now() + m_skew.value_or(Duration{0});
}

/// Timeout of one request: without any answer so far, silence ends after kPatience, however long a request may take.
Duration TaskServerClient::limit() const
{
    if (m_isReached)
        return m_requestTimeout;
    return std::clamp(kPatience - (m_clock.steady() - m_startedAt), kShortest, m_requestTimeout);
}

void TaskServerClient::ask(TaskCall call, const QString &id, const QJsonObject &body, QObject *context, Check check,
                           Answer answer)
{
    const auto bytes = body.isEmpty() ? QByteArray() : QJsonDocument(body).toJson(QJsonDocument::Compact);
    send(std::make_shared<Question>(
        Question{call, taskCallUrl(m_access.baseUrl, call, id), bytes, context, std::move(check), std::move(answer)}));
}

Result<OutgoingRequest> TaskServerClient::prepared(const Question &question) const
{
    const auto method = methodOf(question.call);
    if (const auto allowed = checkTaskCallAllowed(method, question.url, m_access.baseUrl); !allowed)
        return tl::unexpected(allowed.error());
    auto request = signInNetworkRequest(m_access, question.url, QString::fromLatin1(method));
    if (!request)
        return request;
    request->method = method;
    if (!question.body.isEmpty()) {
        request->body = Secret(QByteArray(question.body.constData(), question.body.size()));
        request->headers.set("Content-Type", "application/json; charset=utf-8");
    }
    if (!m_isRecognised)
        return request;
    if (!m_credentials.deployToken.isEmpty()) {
        request->headers.set("ARGO_WATCHER_DEPLOY_TOKEN", m_credentials.deployToken.reveal());
        if (m_alsoAsBearer)
            request->headers.set("Authorization", "Bearer " + m_credentials.deployToken.reveal());
    }
    if (!m_credentials.bearer.isEmpty())
        request->headers.set("Authorization", m_credentials.bearer.reveal());
    return request;
}

void TaskServerClient::send(const std::shared_ptr<Question> &question)
{
    if (!question->context)
        return;
    auto request = prepared(*question);
    if (!request) {
        QMetaObject::invokeMethod(
            question->context, [question, error = request.error()] { question->answer(tl::unexpected(error)); },
            Qt::QueuedConnection);
        return;
    }
    const auto asked = QString::fromLatin1(methodOf(question->call)) + u' ' + redactedUrl(question->url);
    Q_EMIT sending(question->body.isEmpty() ? asked : asked + u' ' + QString::fromUtf8(question->body));
    WholeExchange::send(
        *std::move(request), asked, {.deadline = limit(), .bodyCap = kBodyCap}, m_clock, question->context,
        [this, question](Result<WholeAnswer> whole) { take(question, std::move(whole)); }, this);
}

void TaskServerClient::take(const std::shared_ptr<Question> &question, Result<WholeAnswer> whole)
{
    constexpr int kRedirects = 300;
    std::optional<Error> error;
    std::optional<Duration> hint;
    if (!whole) {
        error = whole.error();
    } else {
        m_isReached = true;
        if (whole->serverTime)
            m_skew = *whole->serverTime - whole->answeredAt;
        hint = retryAfterIn(*whole);
        if (whole->httpStatus >= kRedirects)
            error = errorOf(*whole, question->call);
        else if (const auto checked = question->check(*whole); !checked)
            error = checked.error();
    }
    if (!error)
        return question->answer(std::move(whole));
    if (error->asked.isEmpty())
        error->asked = QString::fromLatin1(methodOf(question->call)) + u' ' + redactedUrl(question->url);
    const auto random = QRandomGenerator::global()->generateDouble();
    const auto delay = std::max(backoffDelay(kRetry, ++question->failures, random), hint.value_or(Duration{0}));
    const bool isOutOfPatience = !m_isReached && m_clock.steady() - m_startedAt + delay > kPatience;
    if (!error->retryable || isOutOfPatience)
        return question->answer(tl::unexpected(*std::move(error)));
    QTimer::singleShot(delay, question->context, [this, self = QPointer(this), question] {
        if (self)
            send(question);
    });
    Q_EMIT troubled(*error);
}

} // namespace lynceus
