#include "core/io/http/requests/wholeexchange.h"

#include "core/io/log/categories.h"

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace lynceus {

std::optional<Duration> retryAfterIn(const WholeAnswer &answer)
{
    constexpr Duration kLongest{std::chrono::minutes(5)};
    const auto value = answer.headers.value("Retry-After").trimmed();
    bool isNumber = false;
    const auto seconds = value.toUInt(&isNumber);
    if (isNumber)
        return std::min<Duration>(std::chrono::seconds(seconds), kLongest);
    const auto until = parseHttpDate(value);
    if (!until)
        return std::nullopt;
    return std::clamp<Duration>(*until - answer.serverTime.value_or(answer.answeredAt), Duration{0}, kLongest);
}

void WholeExchange::send(OutgoingRequest request, const QString &asked, const WholeLimits &limits, const Clock &clock,
                         QObject *context, Answer answer, QObject *parent)
{
    request.headers.set("Connection", "close");
    new WholeExchange(std::move(request), asked, limits, clock, context, std::move(answer), parent);
}

WholeExchange::WholeExchange(OutgoingRequest request, QString asked, const WholeLimits &limits, const Clock &clock,
                             QObject *context, Answer answer, QObject *parent)
    : QObject(parent)
    , m_transfer(std::make_unique<Transfer>(std::move(request)))
    , m_asked(std::move(asked))
    , m_limits(limits)
    , m_clock(clock)
    , m_context(context)
    , m_answer(std::move(answer))
{
    m_deadline.setSingleShot(true);
    connect(&m_deadline, &QTimer::timeout, this,
            [this] { end(Error::Kind::TimedOut, u"no response within %1"_s.arg(formatDuration(m_limits.deadline))); });
    m_deadline.start(m_limits.deadline);
    connect(context, &QObject::destroyed, this, [this] {
        m_transfer.reset();
        deleteLater();
    });
    connect(m_transfer.get(), &Transfer::headArrived, this, &WholeExchange::takeHead);
    connect(m_transfer.get(), &Transfer::bodyArrived, this, &WholeExchange::takeBody);
    connect(m_transfer.get(), &Transfer::finished, this, &WholeExchange::finish);
    m_transfer->start();
}

WholeExchange::~WholeExchange()
{
    wipeBytes(m_body.data(), m_body.size());
}

void WholeExchange::takeHead()
{
    if (!m_limits.needsBody)
        return settleWith(m_transfer->head());
    takeBody({});
}

void WholeExchange::takeBody(QByteArrayView bytes)
{
    if (!m_transfer)
        return;
    if (qMax(m_body.size() + bytes.size(), m_transfer->head().contentLength) > m_limits.bodyCap) {
        constexpr qint64 kKibibyte = 1024;
        end(Error::Kind::TooLarge, u"the response is larger than %1 KiB"_s.arg(m_limits.bodyCap / kKibibyte));
        return;
    }
    m_body.append(bytes);
}

void WholeExchange::finish()
{
    if (!m_transfer)
        return;
    const auto &problem = m_transfer->problem();
    using Failure = TransportOutcome::Failure;
    if (problem.failure == Failure::Certificate || problem.failure == Failure::Tls) {
        end(Error::Kind::Certificate, u"the TLS connection failed: %1"_s.arg(problem.detail));
        return;
    }
    const auto &head = m_transfer->head();
    // A proxy's refusal is not the server's.
    const bool isRefusal = head.status >= 400 && problem.failure != Failure::Refused;
    if (problem.failure != Failure::None && !(isRefusal && problem.failure == Failure::Encoding)) {
        end(Error::Kind::Unreachable,
            m_transfer->hasHead() && problem.failure == Failure::Reset ? u"the response is incomplete"_s
                                                                       : problem.detail);
        return;
    }
    settleWith(head);
}

void WholeExchange::settleWith(const ResponseHead &head)
{
    WholeAnswer answer;
    answer.httpStatus = head.status;
    answer.headers = head.headers;
    answer.serverTime = parseHttpDate(head.headers.value("Date"));
    answer.answeredAt = m_clock.now();
    answer.body = QByteArray(m_body.constData(), m_body.size());
    if (head.status >= 400) // only its message is used
        answer.body = m_transfer->scrubber().removedFrom(std::move(answer.body));
    settle(std::move(answer));
}

void WholeExchange::end(Error::Kind kind, const QString &message)
{
    settle(tl::unexpected(
        Error{kind, m_asked, m_transfer->scrubber().removedFrom(message), kind != Error::Kind::Certificate, 0}));
}

void WholeExchange::settle(Result<WholeAnswer> result)
{
    m_transfer.reset();
    m_deadline.stop();
    deleteLater();
    const auto problem = result || m_limits.isAddressSecret ? u"failed"_s : result.error().message;
    qCDebug(logHttp).noquote() << m_asked << (result ? QString::number(result->httpStatus) : problem);
    const auto answer = std::move(m_answer); // the receiver may destroy this object
    if (m_context)
        answer(std::move(result));
}

} // namespace lynceus
