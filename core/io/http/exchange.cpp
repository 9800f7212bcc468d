#include "core/io/http/exchange.h"

#include "core/domain/base/redact.h"
#include "core/io/http/echo.h"
#include "core/io/http/networkrequest.h"
#include "core/io/log/categories.h"

#include <QPointer>

#include <utility>

using namespace Qt::StringLiterals;

namespace lynceus {

using Failure = TransportOutcome::Failure;

namespace {

constexpr auto kRenewTokenHeader = "Grpc-Metadata-Renew-Token";

} // namespace

Exchange::Exchange(Request request, QString correlationId, const Clock &clock, QObject *context, QObject *parent)
    : QObject(parent)
    , m_request(std::move(request))
    , m_correlationId(std::move(correlationId))
    , m_asked(askedText(m_request.path))
    , m_clock(clock)
    , m_promise(std::make_shared<QPromise<Result<Reply>>>())
{
    m_promise->start();
    connect(context, &QObject::destroyed, this, &Exchange::abandon);
    connect(&m_watcher, &QFutureWatcherBase::canceled, this, &Exchange::abandon);
    m_watcher.setFuture(m_promise->future());

    m_inactivity.setSingleShot(true);
    m_inactivity.setInterval(m_request.inactivity);
    connect(&m_inactivity, &QTimer::timeout, this,
            [this] { conclude(Failure::Inactive, u"silent for %1"_s.arg(formatDuration(m_request.inactivity))); });
    m_deadline.setSingleShot(true);
    connect(&m_deadline, &QTimer::timeout, this,
            [this] { conclude(Failure::Deadline, u"not done after %1"_s.arg(formatDuration(m_request.deadline))); });
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

void Exchange::prepare(QNetworkRequest prepared, quint64 tokenGeneration)
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
    if (error.asked.isEmpty())
        error.asked = m_asked;
    settle(tl::unexpected(std::move(error)));
}

void Exchange::send(QNetworkAccessManager &manager)
{
    Q_ASSERT(isReady());
    m_answer = {};
    m_answer.correlationId = m_correlationId;
    m_answer.askedAt = m_clock.now();
    m_reply = manager.get(*m_prepared);
    m_prepared.reset(); // the token is where it is needed, and nowhere else
    m_peer = new PeerCheck(*m_reply);
    connect(m_reply, &QNetworkReply::encrypted, &m_inactivity, qOverload<>(&QTimer::start));
    // Queued, so that a continuation may destroy client and reply without pulling them away from under Qt's own code.
    connect(m_reply, &QNetworkReply::metaDataChanged, this, &Exchange::takeHead, Qt::QueuedConnection);
    connect(m_reply, &QIODevice::readyRead, this, &Exchange::readBody, Qt::QueuedConnection);
    connect(m_reply, &QNetworkReply::finished, this, &Exchange::replyFinished, Qt::QueuedConnection);
    m_inactivity.start();
}

void Exchange::cancel()
{
    conclude(Failure::Cancelled, {});
}

void Exchange::takeHead()
{
    if (m_over || m_body || !m_reply || !m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).isValid())
        return;
    m_inactivity.start();
    const auto head = headOf(*m_reply);
    const bool success = isSuccess(head.httpStatus);
    if (success && m_reply->hasRawHeader(kRenewTokenHeader))
        Q_EMIT tokenCame(m_tokenGeneration, m_reply->rawHeader(kRenewTokenHeader));
    const auto cap = success ? m_request.bodyCap : qMin<qint64>(m_request.bodyCap, kErrorBodyCap);
    m_body.emplace(m_reply->rawHeader("Content-Encoding"), head.contentLength, cap);
}

void Exchange::readBody()
{
    takeHead();
    if (m_over || !m_body)
        return;
    m_inactivity.start();
    const auto failure = m_body->readFrom(*m_reply);
    if (failure == Failure::TooLarge)
        conclude(failure, u"more than %1 MiB"_s.arg(m_request.bodyCap / (1024 * 1024)));
    else if (failure != Failure::None)
        conclude(failure, u"the packed body is broken"_s);
}

void Exchange::replyFinished()
{
    const QPointer<Exchange> alive(this);
    readBody();
    if (!alive || m_over || !m_reply || !m_reply->isFinished())
        return; // a late signal of a reply that was refused
    auto problem = problemOf(*m_reply, *m_peer);
    if (problem.failure == Failure::None && m_body) {
        problem.failure = m_body->finish();
        problem.detail = problem.failure == Failure::None ? QString() : u"the packed body is cut short"_s;
    }
    conclude(problem.failure, problem.detail);
}

bool Exchange::holdsBack(int httpStatus)
{
    if (httpStatus != 401 || !m_holdsRefusal)
        return false;
    m_holdsRefusal = false;
    m_inactivity.stop();
    m_body.reset();
    delete std::exchange(m_reply, nullptr);
    qCDebug(logHttp).noquote() << m_correlationId << m_asked << "401, held until the token is renewed";
    Q_EMIT refused(m_tokenGeneration);
    return true;
}

void Exchange::conclude(Failure failure, const QString &detail)
{
    if (m_over)
        return;
    auto outcome = m_reply ? headOf(*m_reply) : TransportOutcome();
    if (failure != Failure::Cancelled && failure != Failure::Refused && failure != Failure::Deadline
        && holdsBack(outcome.httpStatus))
        return;
    outcome.failure = failure;
    outcome.detail = m_reply && !detail.isEmpty() ? Echo(m_reply->request()).removedFrom(detail) : detail;
    if (m_body) {
        outcome.bytesOnWire = m_body->bytesOnWire();
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
    if (m_reply)
        m_answer.serverTime = parseHttpDate(m_reply->rawHeader("Date"));
    qCDebug(logHttp).noquote() << m_correlationId << m_asked << outcome.httpStatus << outcome.bytesOnWire << "bytes"
                               << (m_answer.answeredAt - m_answer.askedAt).count() << "ms" << outcome.detail;

    auto body = classifyAnswer(outcome, m_asked, m_request.bodyForm);
    if (!body) {
        // Its words are the server's, which may quote what we sent.
        if (m_reply)
            body =
                classifyAnswer(Echo(m_reply->request()).removedFrom(std::move(outcome)), m_asked, m_request.bodyForm);
        settle(tl::unexpected(std::move(body.error())));
        return;
    }
    outcome.body.clear(); // so that the one who gets the body owns it alone
    m_answer.body = *std::move(body);
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
    // Aborts it. abort() would not do: an error that is on its way from Qt's network thread makes Qt warn then.
    delete std::exchange(m_reply, nullptr);
    deleteLater();
    Q_EMIT over();
}

} // namespace lynceus
