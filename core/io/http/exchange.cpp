#include "core/io/http/exchange.h"

#include "core/domain/argocd/refusal.h"
#include "core/domain/base/redact.h"
#include "core/io/http/networkrequest.h"
#include "core/io/log/categories.h"

#include <utility>

using namespace Qt::StringLiterals;

namespace lynceus {

using Failure = TransportOutcome::Failure;

namespace {

constexpr auto kRenewTokenHeader = "Grpc-Metadata-Renew-Token";
constexpr qsizetype kMostSearched = 1024 * 1024; // bytes of an answer that is wrong

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
    m_deadline.start(m_request.deadline); // waiting for a connection counts
}

Exchange::~Exchange()
{
    // Whoever still waits learns it from the promise, which cancels its future when it goes unsettled.
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
    // Only what is said in our own words may wait: others' may quote what was sent, and are cleaned of it here.
    const bool waits = m_request.unpacksLater && success && m_request.bodyForm == BodyForm::OneValue
        && mediaType(head.headers.value("Content-Type")) == "application/json";
    m_body.emplace(head.headers.value("Content-Encoding"), head.contentLength, cap,
                   waits ? BodyReader::Packing::Kept : BodyReader::Packing::Undone);
    m_share = std::make_shared<MemoryShare>(m_memory, this, [this] { endForOthers(); });
    if (success && head.headers.contains(kRenewTokenHeader))
        Q_EMIT tokenCame(m_tokenGeneration, head.headers.value(kRenewTokenHeader));
    takeBody({}); // a length or a packing may already be refused
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

/// It may be tried again: alone it may have room.
void Exchange::endForOthers()
{
    if (m_over || !m_memory || !m_share) // held back: what had to end is gone already
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
    auto said = classifyAnswer(m_transfer->echo().removedFrom(std::move(outcome)), m_asked, m_request.bodyForm);
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
    outcome.detail = m_transfer && !detail.isEmpty() ? m_transfer->echo().removedFrom(detail) : detail;
    if (m_body) {
        outcome.bytesOnWire = m_body->bytesOnWire();
        // What passed its cap is of no use, and taking it may copy it. A refusal's first bytes say why.
        if (failure == Failure::TooLarge && isSuccess(outcome.httpStatus))
            m_body.reset();
        else
            outcome.body = m_body->takeBody();
    }
    // A 401 says what it says, even if the page that comes with it is cut, huge or badly packed. A proxy's is not the
    // server's.
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
        // Its words are the server's, which may quote what we sent. They stand at the beginning, and looking for
        // secrets in all of a large body would take a second.
        if (outcome.body.size() > kMostSearched)
            outcome.body.resize(kMostSearched);
        if (m_transfer)
            body = classifyAnswer(m_transfer->echo().removedFrom(std::move(outcome)), m_asked, m_request.bodyForm);
        settle(tl::unexpected(std::move(body.error())));
        return;
    }
    outcome.body.clear(); // so that the one who gets the body owns it alone
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
    promise->finish(); // continuations run here and may destroy us
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
