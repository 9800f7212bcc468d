#include "core/engine/signin/signout.h"

using namespace Qt::StringLiterals;

namespace lynceus {

namespace {

constexpr auto kCookieName = "argocd.token="; // the only form in which /auth/logout accepts a token

} // namespace

SignOut::SignOut(const Instance &instance, InstanceAccess access, Credentials credentials, const Clock &clock,
                 QObject *parent)
    : QObject(parent)
    , m_instance(instance)
    , m_credentials(std::move(credentials))
    , m_http(std::move(access), clock)
{
    m_limit.setSingleShot(true);
    connect(&m_limit, &QTimer::timeout, this, [this] {
        m_trouble = u"the server did not respond within %1: the token stays valid until it expires"_s.arg(
            formatDuration(kLimit));
        finish();
    });
}

SignOut::~SignOut() = default;

void SignOut::finish()
{
    m_limit.stop();
    if (!std::exchange(m_isOver, true))
        Q_EMIT done(m_trouble);
}

void SignOut::start()
{
    m_limit.start(kLimit);
    SignInRequest request;
    request.call = SignInCall::Logout;
    request.url = logoutUrl(m_instance.baseUrl);
    QByteArray cookie = kCookieName + m_credentials.bearer.reveal();
    request.cookie = Secret(std::move(cookie));
    SignInPlaces places;
    places.baseUrl = m_instance.baseUrl;
    m_http.send(std::move(request), places, this, [this](const Result<SignInAnswer> &answer) { takeLogout(answer); });
}

void SignOut::takeLogout(const Result<SignInAnswer> &answer)
{
    if (!answer)
        m_trouble = u"the server could not be reached (%1): the token stays valid until it expires"_s.arg(
            answer.error().message);
    else if (answer->httpStatus >= 400) // 303 to its own page is success
        m_trouble = u"the server did not revoke the token (status %1): it stays valid until it expires"_s.arg(
            answer->httpStatus);
    revokeAtProvider();
}

void SignOut::revokeAtProvider()
{
    if (m_credentials.refreshToken.isEmpty()) {
        finish();
        return;
    }
    m_provider = std::make_unique<ProviderClient>(m_http, m_instance.baseUrl, m_credentials.issuer);
    m_provider->revoke(m_credentials.clientId, m_credentials.refreshToken, this, [this](const Result<void> &revoked) {
        // Dex cannot revoke: its refresh token is deleted here, and no one else has it.
        const bool isFine = revoked || revoked.error().kind == Error::Kind::NotFound;
        if (!isFine && m_trouble.isEmpty())
            m_trouble = u"the provider did not revoke the sign-in: %1"_s.arg(revoked.error().message);
        finish();
    });
}

} // namespace lynceus
