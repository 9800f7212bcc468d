#include "core/io/http/requests/streamconnection.h"

#include "core/io/http/connections/transport.h"
#include "core/io/http/requests/networkrequest.h"
#include "core/io/log/categories.h"

#include <QElapsedTimer>
#include <QPointer>

#include <utility>

using namespace Qt::StringLiterals;

namespace lynceus {

namespace {

using Failure = TransportOutcome::Failure;

constexpr QByteArrayView kErrorFrame("{\"error\""); // start of grpc-gateway's last frame of a failed stream
constexpr int kEventLimit = 3;                      // times the silence limit

bool isPacked(const ResponseHead &head)
{
    const auto coding = head.headers.value("Content-Encoding");
    return !coding.isEmpty() && coding.compare("identity", Qt::CaseInsensitive) != 0;
}

} // namespace

StreamConnection::StreamConnection(const InstanceAccess &access, const ApiPath &path, const Clock &clock,
                                   QObject *parent, Duration silenceLimit)
    : QObject(parent)
    , m_access(access)
    , m_path(path)
    , m_clock(clock)
    , m_share(access.memory, this, [this] { endForOthers(); })
{
    m_watchdog.setSingleShot(true);
    m_watchdog.setInterval(silenceLimit);
    connect(&m_watchdog, &QTimer::timeout, this, [this] {
        fail(Failure::Inactive, u"no data for %1"_s.arg(formatDuration(m_watchdog.intervalAsDuration())));
    });
    m_eventLimit.setSingleShot(true);
    m_eventLimit.setInterval(kEventLimit * silenceLimit);
    connect(&m_eventLimit, &QTimer::timeout, this, [this] {
        fail(Failure::Inactive,
             u"an event was not complete within %1"_s.arg(formatDuration(m_eventLimit.intervalAsDuration())));
    });
    m_tellAgain.setSingleShot(true);
    connect(&m_tellAgain, &QTimer::timeout, this, &StreamConnection::reportFrames);
}

StreamConnection::~StreamConnection() = default;

void StreamConnection::open()
{
    Q_ASSERT(!m_transfer && !m_over);
    if (m_access.tokens)
        takeToken(std::nullopt);
    else
        send(m_access.token);
}

void StreamConnection::finishLater(Error error)
{
    error.asked = error.asked.isEmpty() ? askedText(m_path) : error.asked;
    QMetaObject::invokeMethod(
        this, [this, error = std::move(error)] { finish(error); }, Qt::QueuedConnection);
}

void StreamConnection::takeToken(std::optional<quint64> refused)
{
    m_access.tokens->ask(refused, this, [this](Result<BearerToken> token) {
        if (m_over)
            return;
        if (!token) {
            const bool isGateways = m_gatewayRefusal && token.error().kind == Error::Kind::SignInNeeded;
            finishLater(isGateways ? *m_gatewayRefusal : std::move(token.error()));
            return;
        }
        m_tokenGeneration = token->generation;
        send(token->value);
    });
}

void StreamConnection::send(const Secret &token)
{
    const auto correlationId = newCorrelationId();
    auto request = networkRequest(withToken(m_access, token), m_path, Accepted::EventStream, correlationId);
    if (!request) {
        finishLater(std::move(request.error()));
        return;
    }
    qCDebug(logStream).noquote() << correlationId << askedText(m_path);
    m_transfer = std::make_unique<Transfer>(*std::move(request));
    connect(m_transfer.get(), &Transfer::headArrived, this, &StreamConnection::takeHead);
    connect(m_transfer.get(), &Transfer::bodyArrived, this, &StreamConnection::takeBytes);
    connect(m_transfer.get(), &Transfer::finished, this, &StreamConnection::transferFinished);
    m_watchdog.start();
    m_transfer->start();
}

void StreamConnection::takeHead()
{
    m_lastByteAt = m_clock.now();
    m_watchdog.start(); // also limits the time for the body of a refusal
    if (m_transfer->head().status != 200)
        return;
    if (isPacked(m_transfer->head())) {
        fail(Failure::Encoding, u"an event stream must not be compressed"_s);
        return;
    }
    const auto head = m_transfer->scrubber().removedFrom(outcomeOf(m_transfer->head()));
    if (const auto accepted = classifyStreamHead(head, askedText(m_path)); !accepted) {
        finish(accepted.error());
        return;
    }
    m_open = true;
    Q_EMIT opened(parseHttpDate(m_transfer->head().headers.value("Date")));
}

void StreamConnection::takeBytes(QByteArrayView bytes)
{
    if (m_over)
        return;
    m_lastByteAt = m_clock.now();
    if (m_open)
        takeFrames(bytes);
    else
        takeRefusal(bytes);
}

void StreamConnection::takeRefusal(QByteArrayView bytes)
{
    m_refusal.append(bytes.first(qMin(bytes.size(), kErrorBodyCap - m_refusal.size())));
    if (m_refusal.size() >= kErrorBodyCap)
        fail(Failure::None, {});
}

void StreamConnection::takeFrames(QByteArrayView bytes)
{
    m_watchdog.start();
    if (m_splitError)
        return;
    auto frames = m_splitter.feed(bytes);
    if (!frames) {
        m_splitError = std::move(frames.error());
        m_splitError->asked = askedText(m_path);
    } else {
        if (!frames->empty())
            m_eventLimit.stop();
        for (auto &frame : *frames) {
            const bool isKeepalive = frame.kind == StreamFrame::Kind::Keepalive;
            if (!isKeepalive || m_frames.empty() || m_frames.back().kind != StreamFrame::Kind::Keepalive)
                m_frames.push_back(std::move(frame));
        }
    }
    if (!m_share.resize(m_splitter.pendingBytes()))
        return endForOthers();
    if (m_splitter.pendingBytes() > 0 && !m_eventLimit.isActive())
        m_eventLimit.start();
    if (m_tellAgain.isActive())
        return;
    // Keepalives wait for the end of this iteration: each may arrive in its own chunk.
    const bool hasEvent = !m_frames.empty() && m_frames.back().kind != StreamFrame::Kind::Keepalive;
    if (hasEvent || m_splitError)
        reportFrames();
    else if (!m_frames.empty())
        m_tellAgain.start(0);
}

void StreamConnection::endForOthers()
{
    if (!m_over && m_access.memory)
        fail(Failure::Reset,
             u"all answers under way had more than %1 MiB together, and this event was the largest"_s.arg(
                 m_access.memory->bytes() / (1024 * 1024)));
}

void StreamConnection::reportFrames()
{
    const QPointer<StreamConnection> alive(this);
    QElapsedTimer turn;
    turn.start();
    for (int passedOn = 0; !m_frames.empty(); ++passedOn) {
        if (passedOn >= kFramesPerTurn || turn.elapsed() >= kTurn.count()) {
            m_transfer->pause();
            m_tellAgain.start(0);
            return;
        }
        const auto frame = std::move(m_frames.front());
        m_frames.pop_front();
        if (frame.kind == StreamFrame::Kind::Keepalive)
            Q_EMIT keepaliveArrived();
        else if (frame.payload.startsWith(kErrorFrame))
            Q_EMIT frameArrived(m_transfer->scrubber().removedFrom(frame.payload));
        else
            Q_EMIT frameArrived(frame.payload);
        if (!alive || m_over)
            return;
    }
    if (m_splitError)
        finish(*m_splitError);
    else if (m_transfer->isFinished())
        fail(m_transfer->problem().failure, m_transfer->problem().detail);
    else
        m_transfer->resume();
}

void StreamConnection::transferFinished()
{
    if (m_over || !m_frames.empty())
        return; // earlier frames are reported first
    fail(m_transfer->problem().failure, m_transfer->problem().detail);
}

bool StreamConnection::opensAgain(TransportOutcome outcome)
{
    if (outcome.httpStatus != 401 || m_open || !m_access.tokens || !std::exchange(m_mayRenew, false))
        return false;
    m_watchdog.stop();
    outcome.body = m_refusal;
    const auto said = classifyStreamHead(m_transfer->scrubber().removedFrom(std::move(outcome)), askedText(m_path));
    if (!said && said.error().kind == Error::Kind::NotArgoCd)
        m_gatewayRefusal = said.error();
    m_refusal.clear();
    m_transfer.reset();
    takeToken(m_tokenGeneration);
    return true;
}

void StreamConnection::fail(Failure failure, const QString &detail)
{
    const auto asked = askedText(m_path);
    auto outcome = m_transfer && m_transfer->hasHead() ? outcomeOf(m_transfer->head()) : TransportOutcome();
    if (failure != Failure::Refused && opensAgain(outcome))
        return;
    outcome.failure = failure;
    outcome.detail = detail;
    outcome.body = m_refusal;
    if (!m_open && outcome.httpStatus != 0 && outcome.httpStatus != 200 && failure != Failure::Refused)
        outcome.failure = Failure::None; // the status is more informative than how the body ended
    if (m_transfer)
        outcome = m_transfer->scrubber().removedFrom(std::move(outcome));
    const auto verdict = classifyStreamHead(outcome, asked);
    finish(verdict ? Error{Error::Kind::Unreachable, asked, u"the stream ended"_s, true, outcome.httpStatus}
                   : verdict.error());
}

void StreamConnection::finish(const Error &error)
{
    if (std::exchange(m_over, true))
        return;
    qCDebug(logStream).noquote() << askedText(m_path) << "ended:" << error.message;
    m_watchdog.stop();
    m_eventLimit.stop();
    m_tellAgain.stop();
    m_transfer.reset();
    Q_EMIT ended(error); // slots may destroy this object
}

} // namespace lynceus
