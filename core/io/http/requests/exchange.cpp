#include "core/io/http/requests/exchange.h"

#include "core/domain/argocd/responses/refusal.h"
#include "core/domain/redaction/redact.h"
#include "core/io/http/requests/networkrequest.h"
#include "core/io/log/categories.h"

#include <utility>

using namespace Qt::StringLiterals;

namespace lynceus {

using Failure = TransportOutcome::Failure;

namespace {

constexpr auto kRenewTokenHeader = "Grpc-Metadata-Renew-Token";
constexpr qsizetype kMostSearched = 1024 * 1024; // bytes of an invalid answer

} // namespace

Exchange::Exchange(Request request, QString correlationId, const Clock &clock, std::shared_ptr<MemoryBudget> memory,
                   QObject *context, QObject *parent)
    : QObject(parent)
    , m_request(std::move(request))
    , m_correlationId(std::move(correlationId))
    , m_asked(askedText(m_request.path))
    , m_clock(clock)
    , m_promise(std::make_shared<QPromise<Result<Reply>>>())
    , m_memory(std::move(memory))
{
    m_promise->start();
    connect(context, &QObject::destroyed, this, &Exchange::abandon);
    connect(&m_watcher, &QFutureWatcherBase::canceled, this, &Exchange::abandon);
    m_watcher.setFuture(m_promise->future());

    m_inactivity.setSingleShot(true);
    m_inactivity.setInterval(m_request.inactivity);
    connect(&m_inactivity, &QTimer::timeout, this,
            [this] { conclude(Failure::Inactive, u"no data for %1"_s.arg(formatDuration(m_request.inactivity))); });
    m_deadline.setSingleShot(true);
    connect(&m_deadline, &QTimer::timeout, this, [this] {
        conclude(Failure::Deadline, u"not complete after %1"_s.arg(formatDuration(m_request.deadline)));
    });
    m_deadline.start(m_request.deadline); // includes the wait for a connection
}

Exchange::~Exchange()
{
    // The unsettled promise cancels its future for waiting callers.
    release();
}

QFuture<Result<Reply>> Exchange::future() const
{
    return m_promise->future();
}

void Exchange::prepare(OutgoingRequest prepared, quint64 tokenGeneration)
{
    if (m_over)
        return;
    m_prepared = std::move(prepared);
    m_tokenGeneration = tokenGeneration;
}

void Exchange::fail(Error error)
{
    if (m_over)
        return;
    if (m_gatewayRefusal && error.kind == Error::Kind::SignInNeeded)
        error = *m_gatewayRefusal;
    if (error.asked.isEmpty())
        error.asked = m_asked;
    settle(tl::unexpected(std::move(error)));
}

void Exchange::send(ConnectionPool &pool)
{
    Q_ASSERT(isReady());
    m_answer = {};
    m_answer.correlationId = m_correlationId;
    m_answer.askedAt = m_clock.now();
    m_transfer = std::make_unique<Transfer>(*std::exchange(m_prepared, std::nullopt), &pool);
    connect(m_transfer.get(), &Transfer::connected, &m_inactivity, qOverload<>(&QTimer::start));
    connect(m_transfer.get(), &Transfer::headArrived, this, &Exchange::takeHead);
    connect(m_transfer.get(), &Transfer::bodyArrived, this, &Exchange::takeBody);
    connect(m_transfer.get(), &Transfer::finished, this, &Exchange::transferFinished);
    m_inactivity.start();
    m_transfer->start();
}

void Exchange::cancel()
{
    conclude(Failure::Cancelled, {});
}

void Exchange::takeHead()
{
    m_inactivity.start();
    const auto &head = m_transfer->head();
    const bool success = isSuccess(head.status);
    const auto cap = success ? m_request.bodyCap : qMin<qint64>(m_request.bodyCap, kErrorBodyCap);
    // Only bodies without an error may be checked later: errors may quote what was sent, and are cleaned here.
    const bool waits = m_request.unpacksLater && success && m_request.bodyForm == BodyForm::OneValue
        && mediaType(head.headers.value("Content-Type")) == "application/json";
    m_body.emplace(head.headers.value("Content-Encoding"), head.contentLength, cap,
                   waits ? BodyReader::Packing::Kept : BodyReader::Packing::Undone);
    m_share = std::make_shared<MemoryShare>(m_memory, this, [this] { endForOthers(); });
    if (success && head.headers.contains(kRenewTokenHeader))
        Q_EMIT tokenCame(m_tokenGeneration, head.headers.value(kRenewTokenHeader));
    takeBody({}); // length or compression may already be invalid
}

void Exchange::takeBody(QByteArrayView bytes)
{
    if (m_over)
        return;
    m_inactivity.start();
    const auto failure = m_body->take(bytes);
    if (failure != Failure::None)
        conclude(failure, m_body->problem());
    else if (!m_share->resize(m_body->size()))
        endForOthers();
}

/// Retryable: alone, it may have room.
void Exchange::endForOthers()
{
    if (m_over || !m_memory || !m_share) // held: its memory is freed already
        return;
    m_body.reset();
    conclude(Failure::Reset, m_share->problem());
}

void Exchange::transferFinished()
{
    auto problem = m_transfer->problem();
    if (problem.failure == Failure::None && m_body) {
        problem.failure = m_body->finish();
        problem.detail = m_body->problem();
    }
    conclude(problem.failure, problem.detail);
}

bool Exchange::holdsBack(TransportOutcome outcome)
{
    if (outcome.httpStatus != 401 || !m_holdsRefusal)
        return false;
    m_holdsRefusal = false;
    outcome.contentLength = -1; // however its body ended
    if (m_body)
        outcome.body = m_body->takeBody();
    auto said = classifyAnswer(m_transfer->scrubber().removedFrom(std::move(outcome)), m_asked, m_request.bodyForm);
    if (!said && said.error().kind == Error::Kind::NotArgoCd)
        m_gatewayRefusal = std::move(said.error());
    m_inactivity.stop();
    m_body.reset();
    m_share.reset();
    m_transfer.reset();
    qCDebug(logHttp).noquote() << m_correlationId << m_asked << "401, waiting for the token to be renewed";
    Q_EMIT refused(m_tokenGeneration);
    return true;
}

void Exchange::conclude(Failure failure, const QString &detail)
{
    if (m_over)
        return;
    auto outcome = m_transfer && m_transfer->hasHead() ? outcomeOf(m_transfer->head()) : TransportOutcome();
    if (failure != Failure::Cancelled && failure != Failure::Refused && failure != Failure::Deadline
        && holdsBack(outcome))
        return;
    outcome.failure = failure;
    outcome.detail = m_transfer && !detail.isEmpty() ? m_transfer->scrubber().removedFrom(detail) : detail;
    if (m_body) {
        outcome.bytesOnWire = m_body->bytesOnWire();
        // A body over its cap is useless, and taking it may copy it. The first bytes of a refusal have the reason.
        if (failure == Failure::TooLarge && isSuccess(outcome.httpStatus))
            m_body.reset();
        else
            outcome.body = m_body->takeBody();
    }
    // A 401 counts even if its page is truncated, too large or badly compressed. A proxy's 401 is not the server's.
    const bool decides = failure == Failure::Cancelled || failure == Failure::Refused;
    if (outcome.httpStatus != 0 && !isSuccess(outcome.httpStatus) && !decides) {
        outcome.failure = Failure::None;
        outcome.contentLength = -1;
    }
    m_answer.answeredAt = m_clock.now();
    if (m_transfer)
        m_answer.serverTime = parseHttpDate(m_transfer->head().headers.value("Date"));
    qCDebug(logHttp).noquote() << m_correlationId << m_asked << outcome.httpStatus << outcome.bytesOnWire << "bytes"
                               << (m_answer.answeredAt - m_answer.askedAt).count() << "ms" << outcome.detail;

    if (m_body && m_body->isPacked() && outcome.failure == Failure::None) {
        m_answer.packed = PackedAnswer{std::move(outcome), m_asked, m_request.bodyCap};
        deliver();
        return;
    }
    auto body = classifyAnswer(outcome, m_asked, m_request.bodyForm);
    if (!body) {
        // The message is from the server, which may quote what we sent. It is at the beginning, and searching a large
        // body for secrets would take a second.
        if (outcome.body.size() > kMostSearched)
            outcome.body.resize(kMostSearched);
        if (m_transfer)
            body = classifyAnswer(m_transfer->scrubber().removedFrom(std::move(outcome)), m_asked, m_request.bodyForm);
        settle(tl::unexpected(std::move(body.error())));
        return;
    }
    outcome.body.clear(); // so that the receiver of the body is its only owner
    m_answer.body = *std::move(body);
    deliver();
}

void Exchange::deliver()
{
    if (m_share)
        m_share->keep();
    m_answer.share = std::move(m_share);
    settle(std::move(m_answer));
}

void Exchange::settle(Result<Reply> result)
{
    const auto promise = m_promise;
    release();
    promise->addResult(std::move(result));
    promise->finish(); // continuations run here and may destroy this object
}

void Exchange::abandon()
{
    if (m_over)
        return;
    const auto promise = std::exchange(m_promise, nullptr);
    release();
}

void Exchange::release()
{
    if (std::exchange(m_over, true))
        return;
    m_inactivity.stop();
    m_deadline.stop();
    m_watcher.disconnect(this);
    m_transfer.reset();
    m_share.reset();
    deleteLater();
    Q_EMIT over();
}

} // namespace lynceus
