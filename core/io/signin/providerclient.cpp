#include "core/io/signin/providerclient.h"

#include "core/domain/auth/authorization.h"
#include "core/domain/redaction/redact.h"

#include <QPointer>

using namespace Qt::StringLiterals;

namespace lynceus {

namespace {

tl::unexpected<Error> failed(Error::Kind kind, const QString &asked, const QString &message, int httpStatus)
{
    const bool retryable = kind == Error::Kind::Server;
    return tl::unexpected(Error{kind, asked, message, retryable, httpStatus});
}

QString saidBy(const OAuthRefusal &refusal)
{
    return refusal.description.isEmpty() ? refusal.code : refusal.code + u": "_s + refusal.description;
}

/// Error for an answer other than 200.
tl::unexpected<Error> refusalError(const SignInAnswer &answer, const QString &what)
{
    const auto refusal = decodeRefusal(answer.body);
    if (refusal)
        return failed(Error::Kind::Server, what, u"the provider rejected the request: %1"_s.arg(saidBy(*refusal)),
                      answer.httpStatus);
    if (answer.httpStatus >= 300 && answer.httpStatus < 400)
        return failed(Error::Kind::Server, what,
                      u"the provider responded with a redirect (status %1)"_s.arg(answer.httpStatus),
                      answer.httpStatus);
    return failed(Error::Kind::Server, what, u"the provider responded with status %1"_s.arg(answer.httpStatus),
                  answer.httpStatus);
}

Result<ReceivedGrant> grantFrom(const SignInAnswer &answer, const QString &what)
{
    if (answer.httpStatus != 200)
        return refusalError(answer, what);
    auto grant = decodeTokenGrant(answer.body);
    if (!grant)
        return failed(Error::Kind::Malformed, what, grant.error().message, answer.httpStatus);
    return ReceivedGrant{*std::move(grant), answer.answeredAt, answer.serverTime.value_or(answer.answeredAt)};
}

Result<ReceivedGrant> renewedFrom(const SignInAnswer &answer)
{
    const auto what = u"renewing the token"_s;
    auto received = grantFrom(answer, what);
    if (received && received->grant.idToken.isEmpty())
        return failed(Error::Kind::SignInNeeded, what,
                      u"the provider's renewal contained no token for Argo CD (no id_token): sign in again"_s, 200);
    if (received || renewalEnd(answer.httpStatus, decodeRefusal(answer.body)) == RenewalEnd::Trouble)
        return received;
    return failed(Error::Kind::SignInNeeded, what, renewalRefusalText(*decodeRefusal(answer.body)), answer.httpStatus);
}

Result<std::optional<ReceivedGrant>> polledFrom(const SignInAnswer &answer)
{
    const auto what = u"device sign-in"_s;
    const auto refusal = answer.httpStatus == 200 ? std::nullopt : decodeRefusal(answer.body);
    const auto code = refusal ? refusal->code : QString();
    if (code == "authorization_pending"_L1)
        return std::optional<ReceivedGrant>();
    if (code == "slow_down"_L1)
        return failed(Error::Kind::Server, what, u"too many requests"_s, answer.httpStatus);
    if (code == "access_denied"_L1)
        return failed(Error::Kind::Forbidden, what, u"the sign-in was denied in the browser"_s, answer.httpStatus);
    if (code == "expired_token"_L1)
        return failed(Error::Kind::TimedOut, what, u"the code was not entered in time: start again"_s,
                      answer.httpStatus);
    auto received = grantFrom(answer, what);
    if (!received) {
        received.error().retryable = answer.httpStatus >= 500;
        return tl::unexpected(std::move(received.error()));
    }
    return std::optional(*std::move(received));
}

} // namespace

ProviderClient::ProviderClient(SignInHttp &http, QUrl baseUrl, QString issuer, QObject *parent)
    : QObject(parent)
    , m_http(http)
{
    m_places.baseUrl = std::move(baseUrl);
    m_places.issuer = std::move(issuer);
}

void ProviderClient::discover(QObject *context, Answer<ProviderMetadata> answer)
{
    if (!m_places.provider.issuer.isEmpty()) {
        answer(m_places.provider);
        return;
    }
    SignInRequest request;
    request.url = discoveryUrl(m_places.issuer);
    const QPointer<ProviderClient> self(this);
    m_http.send(std::move(request), m_places, context, [self, answer = std::move(answer)](Result<SignInAnswer> came) {
        if (!self)
            return;
        if (!came) {
            answer(tl::unexpected(std::move(came.error())));
            return;
        }
        const auto asked = u"GET "_s + redactedUrl(discoveryUrl(self->m_places.issuer));
        if (came->httpStatus != 200) {
            answer(refusalError(*came, asked));
            return;
        }
        auto provider = decodeDiscovery(came->body, self->m_places.issuer);
        if (provider)
            self->m_places.provider = *provider;
        else
            provider.error().asked = asked;
        answer(std::move(provider));
    });
}

void ProviderClient::keys(QObject *context, Answer<QByteArray> answer)
{
    discover(context, [this, context, answer = std::move(answer)](const Result<ProviderMetadata> &provider) {
        if (!provider) {
            answer(tl::unexpected(provider.error()));
            return;
        }
        if (provider->keysEndpoint.isEmpty()) {
            answer(failed(Error::Kind::Malformed, {}, u"the provider's configuration has no jwks_uri"_s, 0));
            return;
        }
        SignInRequest request;
        request.call = SignInCall::Keys;
        request.url = provider->keysEndpoint;
        m_http.send(std::move(request), m_places, context,
                    [answer, url = provider->keysEndpoint](Result<SignInAnswer> came) {
                        if (came && came->httpStatus != 200) {
                            answer(refusalError(*came, u"GET "_s + redactedUrl(url)));
                            return;
                        }
                        answer(came.map([](const SignInAnswer &good) { return good.body; }));
                    });
    });
}

void ProviderClient::post(SignInCall call, const QUrl &url, Secret form, QObject *context, SignInHttp::Answer answer)
{
    SignInRequest request;
    request.call = call;
    request.url = url;
    request.form = std::move(form);
    m_http.send(std::move(request), m_places, context, std::move(answer));
}

void ProviderClient::redeem(Secret form, QObject *context, Answer<ReceivedGrant> answer)
{
    post(SignInCall::Token, m_places.provider.tokenEndpoint, std::move(form), context,
         [answer = std::move(answer)](Result<SignInAnswer> came) {
             answer(came.and_then([](const SignInAnswer &good) { return grantFrom(good, u"exchanging the code"_s); }));
         });
}

void ProviderClient::renew(const QString &clientId, const Secret &refreshToken, QObject *context,
                           Answer<ReceivedGrant> answer)
{
    const QPointer<ProviderClient> self(this);
    discover(context,
             [self, form = refreshForm(clientId, refreshToken), context = QPointer<QObject>(context),
              answer = std::move(answer)](const Result<ProviderMetadata> &provider) {
                 if (!self || !context)
                     return;
                 if (!provider) {
                     answer(tl::unexpected(provider.error()));
                     return;
                 }
                 self->post(SignInCall::Token, provider->tokenEndpoint, form, context,
                            [answer](Result<SignInAnswer> came) { answer(came.and_then(&renewedFrom)); });
             });
}

void ProviderClient::startDevice(Secret form, QObject *context, Answer<DeviceGrant> answer)
{
    post(SignInCall::Device, m_places.provider.deviceEndpoint, std::move(form), context,
         [answer = std::move(answer)](Result<SignInAnswer> came) {
             answer(came.and_then([](const SignInAnswer &good) -> Result<DeviceGrant> {
                 if (good.httpStatus != 200)
                     return refusalError(good, u"device sign-in"_s);
                 return decodeDeviceGrant(good.body);
             }));
         });
}

void ProviderClient::pollDevice(Secret form, QObject *context, Answer<std::optional<ReceivedGrant>> answer)
{
    post(SignInCall::Token, m_places.provider.tokenEndpoint, std::move(form), context,
         [answer = std::move(answer)](Result<SignInAnswer> came) { answer(came.and_then(&polledFrom)); });
}

void ProviderClient::revoke(const QString &clientId, const Secret &refreshToken, QObject *context, Answer<void> answer)
{
    const QPointer<ProviderClient> self(this);
    discover(context,
             [self, form = revocationForm(clientId, refreshToken), context = QPointer<QObject>(context),
              answer = std::move(answer)](const Result<ProviderMetadata> &provider) {
                 if (!self || !context)
                     return;
                 if (!provider) {
                     answer(tl::unexpected(provider.error()));
                     return;
                 }
                 if (provider->revocationEndpoint.isEmpty()) {
                     answer(failed(Error::Kind::NotFound, u"revoking"_s,
                                   u"the provider does not support revoking refresh tokens"_s, 0));
                     return;
                 }
                 self->post(SignInCall::Revocation, provider->revocationEndpoint, form, context,
                            [answer](const Result<SignInAnswer> &came) {
                                answer(came.and_then([](const SignInAnswer &said) -> Result<void> {
                                    if (said.httpStatus != 200)
                                        return refusalError(said, u"revoking"_s);
                                    return {};
                                }));
                            });
             });
}

} // namespace lynceus
