#include "core/io/http/streamconnection.h"

#include "core/io/http/echo.h"
#include "core/io/http/networkrequest.h"
#include "core/io/http/transport.h"
#include "core/io/log/categories.h"

#include <QPointer>

#include <utility>

using namespace Qt::StringLiterals;

namespace lynceus {

namespace {

using Failure = TransportOutcome::Failure;

constexpr qsizetype kPiece = 64 * 1024;             // bytes read at a time
constexpr QByteArrayView kErrorFrame("{\"error\""); // as grpc-gateway begins the last one of a stream that failed

bool isPacked(const QNetworkReply &reply)
{
    const auto coding = reply.rawHeader("Content-Encoding").trimmed();
    return !coding.isEmpty() && coding.compare("identity", Qt::CaseInsensitive) != 0;
}

} // namespace

StreamConnection::StreamConnection(const InstanceAccess &access, const ApiPath &path, const Clock &clock,
                                   QObject *parent, Duration silenceLimit)
    : QObject(parent)
    , m_access(access)
    , m_path(path)
    , m_clock(clock)
{
    prepareManager(m_manager, m_access);
    m_watchdog.setSingleShot(true);
    m_watchdog.setInterval(silenceLimit);
    connect(&m_watchdog, &QTimer::timeout, this, [this] {
        fail(Failure::Inactive, u"silent for %1"_s.arg(formatDuration(m_watchdog.intervalAsDuration())));
    });
}

StreamConnection::~StreamConnection()
{
    delete m_reply; // before the manager, so that nobody aborts it aloud
}

void StreamConnection::open()
{
    Q_ASSERT(!m_reply && !m_over);
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
            finishLater(std::move(token.error()));
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
    m_reply = m_manager.get(*request);
    m_peer = new PeerCheck(*m_reply);
    // Queued, so that whoever hears our signals may destroy us without pulling the reply away from under Qt's own code.
    connect(m_reply, &QNetworkReply::metaDataChanged, this, &StreamConnection::takeHead, Qt::QueuedConnection);
    connect(m_reply, &QIODevice::readyRead, this, &StreamConnection::readBytes, Qt::QueuedConnection);
    connect(m_reply, &QNetworkReply::finished, this, &StreamConnection::replyFinished, Qt::QueuedConnection);
    m_watchdog.start();
}

void StreamConnection::takeHead()
{
    if (m_over || m_open || !m_reply || !m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).isValid())
        return;
    m_lastByteAt = m_clock.now();
    m_watchdog.start();
    const auto head = Echo(m_reply->request()).removedFrom(headOf(*m_reply));
    if (head.httpStatus != 200)
        return; // its body says why: see readBytes() and replyFinished()
    if (isPacked(*m_reply)) {
        fail(Failure::Encoding, u"an event stream must not be packed"_s);
        return;
    }
    if (const auto accepted = classifyStreamHead(head, askedText(m_path)); !accepted) {
        finish(accepted.error());
        return;
    }
    m_open = true;
    Q_EMIT opened(parseHttpDate(m_reply->rawHeader("Date")));
}

void StreamConnection::readBytes()
{
    const QPointer<StreamConnection> alive(this);
    takeHead();
    if (!alive || m_over || !m_reply || m_reply->bytesAvailable() == 0)
        return; // an earlier call may have read what this one was queued for
    m_lastByteAt = m_clock.now();
    m_watchdog.start();
    if (m_open) {
        readFrames();
        return;
    }
    m_refusal.append(m_reply->read(kErrorBodyCap));
    if (m_refusal.size() >= kErrorBodyCap)
        fail(Failure::None, {});
}

void StreamConnection::readFrames()
{
    const QPointer<StreamConnection> alive(this);
    while (alive && !m_over) {
        const auto piece = m_reply->read(kPiece);
        if (piece.isEmpty())
            return;
        auto frames = m_splitter.feed(piece);
        if (!frames) {
            auto error = std::move(frames.error());
            error.asked = askedText(m_path);
            finish(error);
            return;
        }
        for (const auto &frame : *frames) {
            if (frame.kind == StreamFrame::Kind::Keepalive)
                Q_EMIT keepaliveArrived();
            else if (frame.payload.startsWith(kErrorFrame))
                Q_EMIT frameArrived(Echo(m_reply->request()).removedFrom(frame.payload));
            else
                Q_EMIT frameArrived(frame.payload);
            if (!alive || m_over)
                return;
        }
    }
}

void StreamConnection::replyFinished()
{
    const QPointer<StreamConnection> alive(this);
    if (!m_over)
        readBytes();
    if (!alive || m_over || !m_reply || !m_reply->isFinished())
        return; // a late signal of a reply that was refused
    const auto problem = problemOf(*m_reply, *m_peer);
    fail(problem.failure, problem.detail);
}

bool StreamConnection::opensAgain(int httpStatus)
{
    if (httpStatus != 401 || m_open || !m_access.tokens || !std::exchange(m_mayRenew, false))
        return false;
    m_watchdog.stop();
    m_refusal.clear();
    delete std::exchange(m_reply, nullptr);
    takeToken(m_tokenGeneration);
    return true;
}

void StreamConnection::fail(Failure failure, const QString &detail)
{
    const auto asked = askedText(m_path);
    auto outcome = m_reply ? headOf(*m_reply) : TransportOutcome();
    if (failure != Failure::Refused && opensAgain(outcome.httpStatus))
        return;
    outcome.failure = failure;
    outcome.detail = detail;
    outcome.body = m_refusal;
    if (!m_open && outcome.httpStatus != 0 && outcome.httpStatus != 200 && failure != Failure::Refused)
        outcome.failure = Failure::None; // the status says more than how its body ended
    if (m_reply)
        outcome = Echo(m_reply->request()).removedFrom(std::move(outcome));
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
    // Aborts it. abort() would not do: an error that is on its way from Qt's network thread makes Qt warn then.
    delete std::exchange(m_reply, nullptr);
    Q_EMIT ended(error); // whoever hears it may destroy us
}

} // namespace lynceus
