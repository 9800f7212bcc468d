#include "core/io/signin/signinhttp.h"

#include "core/domain/argocd/origin.h"
#include "core/domain/base/redact.h"
#include "core/io/http/echo.h"
#include "core/io/http/networkrequest.h"
#include "core/io/http/peercheck.h"
#include "core/io/http/transport.h"
#include "core/io/log/categories.h"

#include <QNetworkReply>
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

/// One request on its way: deletes itself at its end, and the reply with it.
class SignInExchange final : public QObject
{
public:
    SignInExchange(QNetworkReply *reply, Echo echo, QString asked, const Clock &clock, QObject *context,
                   SignInHttp::Answer answer, QObject *parent)
        : QObject(parent)
        , m_reply(reply)
        , m_echo(std::move(echo))
        , m_asked(std::move(asked))
        , m_clock(clock)
        , m_context(context)
        , m_answer(std::move(answer))
        , m_peer(new PeerCheck(*reply))
    {
        m_deadline.setSingleShot(true);
        connect(&m_deadline, &QTimer::timeout, this, [this] {
            end(Error::Kind::TimedOut, u"not answered within %1"_s.arg(formatDuration(SignInHttp::kDeadline)));
        });
        m_deadline.start(SignInHttp::kDeadline);
        connect(context, &QObject::destroyed, this, &QObject::deleteLater);
        // Queued, so that whoever hears the answer may destroy us all.
        connect(reply, &QIODevice::readyRead, this, &SignInExchange::readBody, Qt::QueuedConnection);
        connect(reply, &QNetworkReply::finished, this, &SignInExchange::finish, Qt::QueuedConnection);
    }
    ~SignInExchange() override
    {
        wipeBytes(m_body.data(), m_body.size());
        delete m_reply;
    }

private:
    void readBody()
    {
        if (!m_reply)
            return;
        m_body += m_reply->read(SignInHttp::kBodyCap + 1 - m_body.size());
        if (m_body.size() > SignInHttp::kBodyCap)
            end(Error::Kind::TooLarge, u"the answer is larger than 1 MiB"_s);
    }

    void finish()
    {
        const QPointer<QObject> alive(this);
        readBody();
        if (!alive || !m_reply)
            return;
        const auto problem = problemOf(*m_reply, *m_peer);
        using Failure = TransportOutcome::Failure;
        if (problem.failure == Failure::Certificate || problem.failure == Failure::Tls) {
            end(Error::Kind::Certificate, u"no secure connection: %1"_s.arg(problem.detail));
            return;
        }
        const auto head = headOf(*m_reply);
        const bool isShort = head.contentLength >= 0 && m_body.size() < head.contentLength;
        // Qt calls some statuses (400) an error of the connection; a refusal counts however it ends, a proxy's does
        // not.
        const bool isRefusal = head.httpStatus >= 400 && problem.failure != Failure::Refused;
        if (head.httpStatus == 0 || isShort || (problem.failure != Failure::None && !isRefusal)) {
            end(Error::Kind::Unreachable, isShort ? u"the answer was cut short"_s : problem.detail);
            return;
        }
        SignInAnswer answer;
        answer.httpStatus = head.httpStatus;
        answer.contentType = head.contentType;
        answer.serverTime = parseHttpDate(m_reply->rawHeader("Date"));
        answer.answeredAt = m_clock.now();
        answer.body = QByteArray(m_body.constData(), m_body.size());
        if (isRefusal) // of which only words are used
            answer.body = m_echo.removedFrom(std::move(answer.body));
        settle(std::move(answer));
    }

    void end(Error::Kind kind, const QString &message)
    {
        settle(tl::unexpected(Error{kind, m_asked, m_echo.removedFrom(message), kind != Error::Kind::Certificate, 0}));
    }

    void settle(Result<SignInAnswer> result)
    {
        delete std::exchange(m_reply, nullptr);
        m_deadline.stop();
        deleteLater();
        qCDebug(logHttp).noquote() << m_asked
                                   << (result ? QString::number(result->httpStatus) : result.error().message);
        const auto answer = std::move(m_answer); // whoever hears it may destroy us
        if (m_context)
            answer(std::move(result));
    }

    QNetworkReply *m_reply;
    Echo m_echo;
    QString m_asked;
    const Clock &m_clock;
    QPointer<QObject> m_context;
    SignInHttp::Answer m_answer;
    QTimer m_deadline;
    PeerCheck *m_peer; // a child of the reply
    QByteArray m_body;
};

} // namespace

SignInHttp::SignInHttp(InstanceAccess access, const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_access(withToken(std::move(access), {}))
    , m_clock(clock)
{
    m_access.tokens.reset();
    prepareManager(m_manager, m_access);
}

SignInHttp::~SignInHttp()
{
    // Before the manager goes, so that nobody aborts replies aloud.
    const auto exchanges = findChildren<QObject *>(Qt::FindDirectChildrenOnly);
    for (auto *exchange : exchanges) {
        if (exchange != &m_manager)
            delete exchange;
    }
}

void SignInHttp::send(SignInRequest request, const SignInPlaces &places, QObject *context, Answer answer)
{
    const QByteArray method(request.call == SignInCall::Discovery ? "GET" : "POST");
    auto prepared = checkSignInAllowed(request.call, method, request.url, places).and_then([&] {
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
    if (!request.form.isEmpty())
        prepared->setHeader(QNetworkRequest::ContentTypeHeader, QByteArray("application/x-www-form-urlencoded"));
    else if (method == "POST") // exactly so, or Argo CD answers 415
        prepared->setHeader(QNetworkRequest::ContentTypeHeader, QByteArray("application/json"));
    if (!request.cookie.isEmpty())
        prepared->setRawHeader("Cookie", request.cookie.reveal());
    auto *reply = method == "GET"
        ? m_manager.get(*prepared)
        : m_manager.post(*prepared, request.form.isEmpty() ? request.json.reveal() : request.form.reveal());
    Echo echo(*prepared, request.form, request.json);
    new SignInExchange(reply, std::move(echo), askedText(request), m_clock, context, std::move(answer), this);
}

} // namespace lynceus
