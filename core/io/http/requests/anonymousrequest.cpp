#include "core/io/http/requests/anonymousrequest.h"

#include "core/io/http/connections/transport.h"
#include "core/io/http/requests/networkrequest.h"
#include "core/io/log/categories.h"

#include <utility>

using namespace Qt::StringLiterals;

namespace lynceus {

namespace {

using Failure = TransportOutcome::Failure;

constexpr qint64 kBodyCap = 4 * 1024 * 1024; // bytes; settings with all resource overrides have about 100 kB

} // namespace

AnonymousRequest::AnonymousRequest(InstanceAccess access, ApiPath path, const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_access(std::move(access))
    , m_path(std::move(path))
    , m_clock(clock)
{
    m_access.token = {};
    m_access.tokens.reset();
    m_deadline.setSingleShot(true);
    connect(&m_deadline, &QTimer::timeout, this,
            [this] { conclude(Failure::Deadline, u"not complete after %1"_s.arg(formatDuration(kDeadline))); });
}

AnonymousRequest::~AnonymousRequest() = default;

void AnonymousRequest::ask()
{
    Q_ASSERT(!m_transfer && !m_over);
    m_askedAt = m_clock.now();
    const auto correlationId = newCorrelationId();
    auto request = networkRequest(m_access, m_path, Accepted::Json, correlationId);
    if (!request) {
        QMetaObject::invokeMethod(
            this, [this, error = std::move(request.error())] { settle(tl::unexpected(error)); }, Qt::QueuedConnection);
        return;
    }
    qCDebug(logHttp).noquote() << correlationId << askedText(m_path) << "without a token";
    m_transfer = std::make_unique<Transfer>(*std::move(request));
    connect(m_transfer.get(), &Transfer::headArrived, this, &AnonymousRequest::takeHead);
    connect(m_transfer.get(), &Transfer::bodyArrived, this, &AnonymousRequest::takeBody);
    connect(m_transfer.get(), &Transfer::finished, this, &AnonymousRequest::transferFinished);
    m_deadline.start(kDeadline);
    m_transfer->start();
}

void AnonymousRequest::takeHead()
{
    const auto &head = m_transfer->head();
    m_body.emplace(head.headers.value("Content-Encoding"), head.contentLength,
                   isSuccess(head.status) ? kBodyCap : qint64(kErrorBodyCap));
    takeBody({}); // length or compression may already be invalid
}

void AnonymousRequest::takeBody(QByteArrayView bytes)
{
    const auto failure = m_over ? Failure::None : m_body->take(bytes);
    if (failure != Failure::None)
        conclude(failure,
                 failure == Failure::TooLarge ? u"more than %1 MiB"_s.arg(kBodyCap / (1024 * 1024))
                                              : u"the compressed body is damaged"_s);
}

void AnonymousRequest::transferFinished()
{
    auto problem = m_transfer->problem();
    if (problem.failure == Failure::None && m_body) {
        problem.failure = m_body->finish();
        problem.detail = problem.failure == Failure::None ? QString() : u"the compressed body is incomplete"_s;
    }
    conclude(problem.failure, problem.detail);
}

void AnonymousRequest::conclude(Failure failure, const QString &detail)
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
    auto body = classifyAnswer(outcome, askedText(m_path));
    if (!body)
        body = classifyAnswer(m_transfer->scrubber().removedFrom(std::move(outcome)), askedText(m_path));
    settle(std::move(body));
}

void AnonymousRequest::settle(Result<QByteArray> body)
{
    if (std::exchange(m_over, true))
        return;
    m_deadline.stop();
    OpenAnswer answer{.body = std::move(body), .askedAt = m_askedAt, .answeredAt = m_clock.now()};
    if (m_transfer) {
        const auto &headers = m_transfer->head().headers;
        const auto &peer = m_transfer->peer();
        answer.location = headers.value("Location");
        answer.serverTime = parseHttpDate(headers.value("Date"));
        answer.certificate = peer.certificate;
        answer.certificateProblem =
            peer.pinProblem.isEmpty() ? certificateProblem(peer.errors, m_access.baseUrl.host()) : peer.pinProblem;
    }
    m_transfer.reset();
    Q_EMIT answered(answer); // slots may destroy this object
}

} // namespace lynceus
