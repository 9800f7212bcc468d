#include "core/io/signin/signinhttp.h"

#include "core/domain/argocd/origin.h"
#include "core/domain/base/redact.h"
#include "core/io/http/networkrequest.h"
#include "core/io/http/transfer.h"
#include "core/io/log/categories.h"

#include <QPointer>
#include <QSslConfiguration>
#include <QTimer>

#include <memory>

using namespace Qt::StringLiterals;

namespace lynceus {

namespace {

QString askedText(const SignInRequest &request)
{
    const bool isGet = request.call == SignInCall::Discovery;
    return (isGet ? u"GET "_s : u"POST "_s) + redactedUrl(request.url);
}

/// Another origin gets nothing of what belongs to the instance, but who has an own CA has it for the provider, too.
InstanceAccess elsewhere(const InstanceAccess &instance, const QUrl &url)
{
    InstanceAccess access;
    access.baseUrl = url;
    if (!instance.authorities.isEmpty())
        access.authorities = QSslConfiguration::systemCaCertificates() + instance.authorities;
    return access;
}

/// One request on its way: deletes itself at its end.
class SignInExchange final : public QObject
{
public:
    SignInExchange(OutgoingRequest request, QString asked, const Clock &clock, Duration deadline, QObject *context,
                   SignInHttp::Answer answer, QObject *parent)
        : QObject(parent)
        , m_transfer(std::make_unique<Transfer>(std::move(request)))
        , m_asked(std::move(asked))
        , m_clock(clock)
        , m_context(context)
        , m_answer(std::move(answer))
    {
        m_deadline.setSingleShot(true);
        connect(&m_deadline, &QTimer::timeout, this, [this, deadline] {
            end(Error::Kind::TimedOut, u"no response within %1"_s.arg(formatDuration(deadline)));
        });
        m_deadline.start(deadline);
        connect(context, &QObject::destroyed, this, [this] {
            m_transfer.reset();
            deleteLater();
        });
        connect(m_transfer.get(), &Transfer::headArrived, this, [this] { takeBody({}); });
        connect(m_transfer.get(), &Transfer::bodyArrived, this, &SignInExchange::takeBody);
        connect(m_transfer.get(), &Transfer::finished, this, &SignInExchange::finish);
        m_transfer->start();
    }
    ~SignInExchange() override { wipeBytes(m_body.data(), m_body.size()); }

private:
    void takeBody(QByteArrayView bytes)
    {
        if (!m_transfer)
            return;
        if (qMax(m_body.size() + bytes.size(), m_transfer->head().contentLength) > SignInHttp::kBodyCap) {
            end(Error::Kind::TooLarge, u"the response is larger than 1 MiB"_s);
            return;
        }
        m_body.append(bytes);
    }

    void finish()
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
        SignInAnswer answer;
        answer.httpStatus = head.status;
        answer.contentType = head.headers.value("Content-Type");
        answer.serverTime = parseHttpDate(head.headers.value("Date"));
        answer.answeredAt = m_clock.now();
        answer.body = QByteArray(m_body.constData(), m_body.size());
        if (isRefusal) // of which only words are used
            answer.body = m_transfer->echo().removedFrom(std::move(answer.body));
        settle(std::move(answer));
    }

    void end(Error::Kind kind, const QString &message)
    {
        settle(tl::unexpected(
            Error{kind, m_asked, m_transfer->echo().removedFrom(message), kind != Error::Kind::Certificate, 0}));
    }

    void settle(Result<SignInAnswer> result)
    {
        m_transfer.reset();
        m_deadline.stop();
        deleteLater();
        qCDebug(logHttp).noquote() << m_asked
                                   << (result ? QString::number(result->httpStatus) : result.error().message);
        const auto answer = std::move(m_answer); // whoever hears it may destroy us
        if (m_context)
            answer(std::move(result));
    }

    std::unique_ptr<Transfer> m_transfer; // null: it is over
    QString m_asked;
    const Clock &m_clock;
    QPointer<QObject> m_context;
    SignInHttp::Answer m_answer;
    QTimer m_deadline;
    QByteArray m_body;
};

} // namespace

SignInHttp::SignInHttp(InstanceAccess access, const Clock &clock, QObject *parent, Duration deadline)
    : QObject(parent)
    , m_access(withToken(std::move(access), {}))
    , m_clock(clock)
    , m_deadline(deadline)
{
    m_access.tokens.reset();
}

SignInHttp::~SignInHttp() = default;

void SignInHttp::send(SignInRequest request, const SignInPlaces &places, QObject *context, Answer answer)
{
    const QByteArray method(request.call == SignInCall::Discovery ? "GET" : "POST");
    const auto allowed = checkSignInAllowed(request.call, method, request.url, places).and_then([&] {
        return checkSignInContent(method, request.url, request.form, request.json, request.cookie);
    });
    auto prepared = allowed.and_then([&] {
        const bool isInstance = sameOrigin(request.url, m_access.baseUrl);
        const auto access = isInstance ? m_access : elsewhere(m_access, request.url);
        return signInNetworkRequest(access, request.url, askedText(request));
    });
    if (!prepared) {
        QMetaObject::invokeMethod(
            context, [answer = std::move(answer), error = prepared.error()] { answer(tl::unexpected(error)); },
            Qt::QueuedConnection);
        return;
    }
    const bool isForm = !request.form.isEmpty();
    prepared->method = method;
    prepared->body = request.form.isEmpty() ? std::move(request.json) : std::move(request.form);
    if (method == "POST") // exactly so, or Argo CD answers 415
        prepared->headers.set("Content-Type", isForm ? "application/x-www-form-urlencoded" : "application/json");
    if (!request.cookie.isEmpty())
        prepared->headers.set("Cookie", request.cookie.reveal());
    prepared->headers.set("Connection", "close");
    new SignInExchange(*std::move(prepared), askedText(request), m_clock, m_deadline, context, std::move(answer), this);
}

} // namespace lynceus
