#include "core/io/teamserver/teamserverrequest.h"

#include "core/domain/redaction/redact.h"
#include "core/domain/teamserver/teamserverrequests.h"
#include "core/io/http/connections/transport.h"
#include "core/io/http/requests/networkrequest.h"
#include "core/io/log/categories.h"
#include "core/io/teamserver/teamserveranswer.h"

#include <utility>

using namespace Qt::StringLiterals;

namespace lynceus {

using Failure = TransportOutcome::Failure;

TeamServerRequest::TeamServerRequest(InstanceAccess access, ApiPath path, QObject *parent, Duration deadline)
    : QObject(parent)
    , m_access(std::move(access))
    , m_path(std::move(path))
    , m_asked(askedText(m_path))
    , m_limit(deadline)
{
    m_deadline.setSingleShot(true);
    connect(&m_deadline, &QTimer::timeout, this,
            [this] { conclude(Failure::Deadline, u"not complete after %1"_s.arg(formatDuration(m_limit))); });
}

TeamServerRequest::~TeamServerRequest() = default;

void TeamServerRequest::get()
{
    send(networkRequest(m_access, m_path, Accepted::Json, newCorrelationId()));
}

void TeamServerRequest::post(const QByteArray &body)
{
    m_asked = redactedText(u"POST %1"_s.arg(m_path.path));
    const auto url = resolved(m_access.baseUrl, m_path);
    if (const auto allowed = checkPostAllowed(url, m_access.baseUrl); !allowed)
        return send(tl::unexpected(allowed.error()));
    auto request = networkRequest(m_access, m_path, Accepted::Json, newCorrelationId());
    if (request) {
        request->method = "POST";
        request->headers.set("Content-Type", "application/json");
        request->body = Secret(QByteArray(body));
    }
    send(std::move(request));
}

void TeamServerRequest::send(Result<OutgoingRequest> request)
{
    Q_ASSERT(!m_transfer && !m_over);
    if (!request) {
        QMetaObject::invokeMethod(
            this, [this, error = std::move(request.error())] { settle(tl::unexpected(error)); }, Qt::QueuedConnection);
        return;
    }
    qCDebug(logHttp).noquote() << m_asked;
    m_transfer = std::make_unique<Transfer>(*std::move(request));
    connect(m_transfer.get(), &Transfer::headArrived, this, &TeamServerRequest::takeHead);
    connect(m_transfer.get(), &Transfer::bodyArrived, this, &TeamServerRequest::takeBody);
    connect(m_transfer.get(), &Transfer::finished, this, &TeamServerRequest::transferFinished);
    m_deadline.start(m_limit);
    m_transfer->start();
}

void TeamServerRequest::takeHead()
{
    const auto &head = m_transfer->head();
    m_body.emplace(head.headers.value("Content-Encoding"), head.contentLength,
                   isSuccess(head.status) ? kBodyCap : qint64(kErrorBodyCap));
    takeBody({}); // length or compression may already be invalid
}

void TeamServerRequest::takeBody(QByteArrayView bytes)
{
    const auto failure = m_over ? Failure::None : m_body->take(bytes);
    if (failure != Failure::None)
        conclude(failure,
                 failure == Failure::TooLarge ? u"more than %1 MiB"_s.arg(kBodyCap / (1024 * 1024))
                                              : u"the compressed body is damaged"_s);
}

void TeamServerRequest::transferFinished()
{
    auto problem = m_transfer->problem();
    if (problem.failure == Failure::None && m_body) {
        problem.failure = m_body->finish();
        problem.detail = problem.failure == Failure::None ? QString() : u"the compressed body is incomplete"_s;
    }
    conclude(problem.failure, problem.detail);
}

void TeamServerRequest::conclude(Failure failure, const QString &detail)
{
    if (m_over)
        return;
    auto outcome = m_transfer->hasHead() ? outcomeOf(m_transfer->head()) : TransportOutcome();
    outcome.failure = failure;
    outcome.detail = detail;
    if (m_body) {
        outcome.bytesOnWire = m_body->bytesOnWire();
        outcome.body = m_body->takeBody();
    }
    // The status is more informative than how the page ended.
    const bool decides = failure == Failure::Certificate || failure == Failure::Tls || failure == Failure::Refused;
    if (outcome.httpStatus != 0 && !isSuccess(outcome.httpStatus) && !decides) {
        outcome.failure = Failure::None;
        outcome.contentLength = -1;
    }
    auto body = classifyTeamServerAnswer(outcome, m_asked);
    if (!body)
        body = classifyTeamServerAnswer(m_transfer->scrubber().removedFrom(std::move(outcome)), m_asked);
    settle(body);
}

void TeamServerRequest::settle(const Result<QByteArray> &body)
{
    if (std::exchange(m_over, true))
        return;
    m_deadline.stop();
    m_transfer.reset();
    Q_EMIT answered(body); // slots may destroy this object
}

} // namespace lynceus
