#include "core/io/http/networkrequest.h"

#include "core/domain/argocd/accesspolicy.h"
#include "core/domain/base/redact.h"
#include "core/io/http/peercheck.h"

#include <QHostAddress>
#include <QNetworkProxyFactory>
#include <QSslConfiguration>
#include <QSslSocket>
#include <QUuid>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace lynceus {

namespace {

bool isLoopback(const QString &host)
{
    return host == "localhost"_L1 || host.endsWith(".localhost"_L1) || QHostAddress(host).isLoopback();
}

/// "http://proxy.acme.example:3128" as Qt wants it.
QNetworkProxy proxyAt(const QUrl &url)
{
    const auto type = url.scheme() == "socks5"_L1 ? QNetworkProxy::Socks5Proxy : QNetworkProxy::HttpProxy;
    return QNetworkProxy(type, url.host(), quint16(url.port()));
}

class Proxies final : public QNetworkProxyFactory
{
public:
    Proxies(ProxyChoice choice, const QUrl &url)
        : m_choice(choice)
        , m_url(url)
    { }

    QList<QNetworkProxy> queryProxy(const QNetworkProxyQuery &query) override
    {
        if (m_choice == ProxyChoice::None || isLoopback(query.peerHostName()))
            return {QNetworkProxy(QNetworkProxy::NoProxy)};
        return m_choice == ProxyChoice::Explicit ? QList{proxyAt(m_url)} : systemProxyForQuery(query);
    }

private:
    ProxyChoice m_choice;
    QUrl m_url;
};

// A line break in a value would start a header of somebody else's choice; Qt 6.4 writes it as it is.
bool isSendable(QByteArrayView value)
{
    return std::ranges::none_of(value, [](char c) { return c == '\r' || c == '\n' || c == '\0'; });
}

bool isHeaderName(QByteArrayView name)
{
    // RFC 9110 §5.6.2
    const QByteArrayView signs("!#$%&'*+-.^_`|~");
    return !name.isEmpty() && std::ranges::all_of(name, [signs](char c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || signs.contains(c);
    });
}

tl::unexpected<Error> refused(Error::Kind kind, const QString &asked, const QString &message)
{
    return tl::unexpected(Error{kind, asked, message, false, 0});
}

// Nothing but what we set: no redirects (they would carry the token to another origin), no HTTP/2 (QTBUG-111417,
// QTBUG-147237), no cookies, no cache, no remembered passwords.
void setManners(QNetworkRequest &request)
{
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    request.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    request.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::AuthenticationReuseAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CacheLoadControlAttribute, QNetworkRequest::AlwaysNetwork);
    request.setAttribute(QNetworkRequest::CacheSaveControlAttribute, false);
}

void setTls(QNetworkRequest &request, const InstanceAccess &access)
{
    if (access.baseUrl.scheme() != "https"_L1)
        return;
    auto tls = request.sslConfiguration();
    tls.setPeerVerifyMode(access.insecure ? QSslSocket::VerifyNone : QSslSocket::VerifyPeer);
    if (!access.authorities.isEmpty())
        tls.setCaCertificates(access.authorities);
    if (access.clientKey) {
        tls.setLocalCertificateChain(access.clientCertificates);
        tls.setPrivateKey(*access.clientKey);
    }
    request.setSslConfiguration(tls);
    setPin(request, access.pinnedFingerprint);
}

Result<void> setHeaders(QNetworkRequest &request, const InstanceAccess &access, const QString &asked)
{
    // A gateway's headers come first, so that they cannot replace ours.
    for (const auto &[name, value] : access.headers) {
        if (!isHeaderName(name) || !isSendable(value)) {
            return refused(
                Error::Kind::NotAllowed, asked,
                u"the extra header %1 cannot be sent: its name or value has characters that no header may have"_s.arg(
                    redactedText(QString::fromLatin1(name))));
        }
        request.setRawHeader(name, value);
    }
    if (!access.token.isEmpty()) {
        const auto token = access.token.reveal();
        if (!isSendable(token))
            return refused(Error::Kind::SignInNeeded, asked, u"the token has a line break in it: sign in again"_s);
        request.setRawHeader("Authorization", "Bearer " + token);
    }
    return {};
}

} // namespace

Result<QNetworkRequest> networkRequest(const InstanceAccess &access, const ApiPath &path, Accepted accepted,
                                       const QByteArray &correlationId)
{
    const auto url = resolved(access.baseUrl, path);
    if (const auto allowed = checkAllowed("GET", url, access.baseUrl); !allowed)
        return tl::unexpected(allowed.error());

    QNetworkRequest request(url);
    setManners(request);
    setTls(request, access);
    if (const auto set = setHeaders(request, access, askedText(path)); !set)
        return tl::unexpected(set.error());
    request.setRawHeader("User-Agent", "lynceus/" LYNCEUS_VERSION);
    request.setRawHeader("X-Request-ID", correlationId);
    request.setRawHeader("Accept", accepted == Accepted::Json ? "application/json" : "text/event-stream");
    // Set by us, Qt leaves the body as it came: bytes stay countable against Content-Length, and gzip's own check sum
    // proves that the body is whole. Argo CD never packs event streams.
    request.setRawHeader("Accept-Encoding", accepted == Accepted::Json ? "gzip" : "identity");
    return request;
}

Result<QNetworkRequest> signInNetworkRequest(const InstanceAccess &access, const QUrl &url, const QString &asked)
{
    QNetworkRequest request(url);
    setManners(request);
    setTls(request, access);
    if (const auto set = setHeaders(request, withToken(access, {}), asked); !set)
        return tl::unexpected(set.error());
    request.setRawHeader("User-Agent", "lynceus/" LYNCEUS_VERSION);
    request.setRawHeader("X-Request-ID", newCorrelationId());
    request.setRawHeader("Accept", "application/json");
    request.setRawHeader("Accept-Encoding", "identity");
    return request;
}

InstanceAccess withToken(InstanceAccess access, Secret token)
{
    access.token = std::move(token);
    return access;
}

void prepareManager(QNetworkAccessManager &manager, const InstanceAccess &access)
{
    manager.setProxyFactory(new Proxies(access.proxy, access.proxyUrl)); // the manager owns it
    manager.setRedirectPolicy(QNetworkRequest::ManualRedirectPolicy);
}

void prepareManager(QNetworkAccessManager &manager)
{
    prepareManager(manager, {});
}

QString askedText(const ApiPath &path)
{
    return redactedText(u"GET %1"_s.arg(path.path));
}

QByteArray newCorrelationId()
{
    return QUuid::createUuid().toByteArray(QUuid::WithoutBraces);
}

} // namespace lynceus
