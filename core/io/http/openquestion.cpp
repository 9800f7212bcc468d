#include "core/io/http/openquestion.h"

#include "core/io/http/echo.h"
#include "core/io/http/networkrequest.h"
#include "core/io/http/transport.h"
#include "core/io/log/categories.h"

#include <utility>

using namespace Qt::StringLiterals;

namespace lynceus {

namespace {

using Failure = TransportOutcome::Failure;

constexpr qint64 kBodyCap = 4 * 1024 * 1024; // bytes; settings with all their resource overrides have some 100 kB

} // namespace

OpenQuestion::OpenQuestion(InstanceAccess access, ApiPath path, const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_access(std::move(access))
    , m_path(std::move(path))
    , m_clock(clock)
{
    m_access.token = {};
    m_access.tokens.reset();
    prepareManager(m_manager, m_access);
    m_deadline.setSingleShot(true);
    connect(&m_deadline, &QTimer::timeout, this,
            [this] { conclude(Failure::Deadline, u"not done after %1"_s.arg(formatDuration(kDeadline))); });
}

OpenQuestion::~OpenQuestion()
{
    delete m_reply; // before the manager, so that nobody aborts it aloud
}

void OpenQuestion::ask()
{
    Q_ASSERT(!m_reply && !m_over);
    m_askedAt = m_clock.now();
    const auto correlationId = newCorrelationId();
    auto request = networkRequest(m_access, m_path, Accepted::Json, correlationId);
    if (!request) {
        QMetaObject::invokeMethod(
            this, [this, error = std::move(request.error())] { settle(tl::unexpected(error)); }, Qt::QueuedConnection);
        return;
    }
    qCDebug(logHttp).noquote() << correlationId << askedText(m_path) << "without a token";
    m_reply = m_manager.get(*request);
    m_peer = new PeerCheck(*m_reply);
    // Queued, so that whoever hears our signal may destroy us without pulling the reply away from under Qt's own code.
    connect(m_reply, &QIODevice::readyRead, this, &OpenQuestion::read, Qt::QueuedConnection);
    connect(m_reply, &QNetworkReply::finished, this, &OpenQuestion::replyFinished, Qt::QueuedConnection);
    m_deadline.start(kDeadline);
}

void OpenQuestion::read()
{
    if (m_over || !m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).isValid())
        return;
    if (!m_body) {
        const auto head = headOf(*m_reply);
        m_body.emplace(m_reply->rawHeader("Content-Encoding"), head.contentLength,
                       isSuccess(head.httpStatus) ? kBodyCap : qint64(kErrorBodyCap));
    }
    const auto failure = m_body->readFrom(*m_reply);
    if (failure != Failure::None)
        conclude(failure,
                 failure == Failure::TooLarge ? u"more than %1 MiB"_s.arg(kBodyCap / (1024 * 1024))
                                              : u"the packed body is broken"_s);
}

void OpenQuestion::replyFinished()
{
    read();
    if (m_over)
        return;
    auto problem = problemOf(*m_reply, *m_peer);
    if (problem.failure == Failure::None && m_body) {
        problem.failure = m_body->finish();
        problem.detail = problem.failure == Failure::None ? QString() : u"the packed body is cut short"_s;
    }
    conclude(problem.failure, problem.detail);
}

void OpenQuestion::conclude(Failure failure, const QString &detail)
{
    if (m_over)
        return;
    auto outcome = headOf(*m_reply);
    outcome.failure = failure;
    outcome.detail = detail;
    if (m_body) {
        outcome.bytesOnWire = m_body->bytesOnWire();
        outcome.body = m_body->takeBody();
    }
    // The status says more than how its page ended.
    const bool decides = failure == Failure::Certificate || failure == Failure::Tls || failure == Failure::Refused;
    if (outcome.httpStatus != 0 && !isSuccess(outcome.httpStatus) && !decides) {
        outcome.failure = Failure::None;
        outcome.contentLength = -1;
    }
    auto body = classifyAnswer(outcome, askedText(m_path));
    if (!body)
        body = classifyAnswer(Echo(m_reply->request()).removedFrom(std::move(outcome)), askedText(m_path));
    settle(std::move(body));
}

void OpenQuestion::settle(Result<QByteArray> body)
{
    if (std::exchange(m_over, true))
        return;
    m_deadline.stop();
    OpenAnswer answer{.body = std::move(body), .askedAt = m_askedAt, .answeredAt = m_clock.now()};
    if (m_reply) {
        answer.location = m_reply->rawHeader("Location");
        answer.serverTime = parseHttpDate(m_reply->rawHeader("Date"));
        answer.certificate = m_peer->certificate();
        answer.certificateProblem = m_peer->pinProblem().isEmpty()
            ? certificateProblem(m_peer->errors(), m_access.baseUrl.host())
            : m_peer->pinProblem();
    }
    // Aborts it. abort() would not do: an error that is on its way from Qt's network thread makes Qt warn then.
    delete std::exchange(m_reply, nullptr);
    Q_EMIT answered(answer); // whoever hears it may destroy us
}

} // namespace lynceus
