#include "core/io/signin/signinhttp.h"

#include "core/domain/argocd/requests/origin.h"
#include "core/domain/redaction/redact.h"
#include "core/io/http/requests/networkrequest.h"
#include "core/io/http/requests/wholeexchange.h"

#include <QSslConfiguration>

using namespace Qt::StringLiterals;

namespace lynceus {

namespace {

bool isGet(const SignInRequest &request)
{
    return request.call == SignInCall::Discovery || request.call == SignInCall::Keys;
}

QString askedText(const SignInRequest &request)
{
    return (isGet(request) ? u"GET "_s : u"POST "_s) + redactedUrl(request.url);
}

/// For another origin: nothing that belongs to the instance, except its CA certificates, which may also sign the
/// provider's.
InstanceAccess elsewhere(const InstanceAccess &instance, const QUrl &url)
{
    InstanceAccess access;
    access.baseUrl = url;
    if (!instance.authorities.isEmpty())
        access.authorities = QSslConfiguration::systemCaCertificates() + instance.authorities;
    return access;
}

/// The parts of an answer that a sign-in needs.
SignInAnswer signInAnswer(WholeAnswer whole)
{
    SignInAnswer answer;
    answer.httpStatus = whole.httpStatus;
    answer.contentType = whole.headers.value("Content-Type");
    answer.body = std::move(whole.body);
    answer.serverTime = whole.serverTime;
    answer.answeredAt = whole.answeredAt;
    return answer;
}

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
    const QByteArray method(isGet(request) ? "GET" : "POST");
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
    if (method == "POST") // exactly this; otherwise Argo CD answers 415
        prepared->headers.set("Content-Type", isForm ? "application/x-www-form-urlencoded" : "application/json");
    if (!request.cookie.isEmpty())
        prepared->headers.set("Cookie", request.cookie.reveal());
    WholeExchange::send(
        *std::move(prepared), askedText(request), {.deadline = m_deadline, .bodyCap = kBodyCap}, m_clock, context,
        [answer = std::move(answer)](Result<WholeAnswer> whole) { answer(std::move(whole).map(signInAnswer)); }, this);
}

} // namespace lynceus
