#include "core/domain/auth/signinpolicy.h"

#include "core/domain/argocd/requests/origin.h"
#include "core/domain/redaction/redact.h"
#include "core/domain/text/oneline.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace lynceus {

namespace {

QUrl below(const QUrl &baseUrl, QLatin1StringView path)
{
    auto url = baseUrl;
    auto base = url.path(QUrl::FullyEncoded);
    while (base.endsWith(u'/'))
        base.chop(1);
    url.setPath(base + path, QUrl::StrictMode);
    return url;
}

/// The allowed URL of a call; empty if there is none.
QUrl placeOf(SignInCall call, const SignInPlaces &places)
{
    switch (call) {
    case SignInCall::Discovery:
        return places.issuer.isEmpty() ? QUrl() : discoveryUrl(places.issuer);
    case SignInCall::Keys:
        return places.provider.keysEndpoint;
    case SignInCall::Token:
        return places.provider.tokenEndpoint;
    case SignInCall::Device:
        return places.provider.deviceEndpoint;
    case SignInCall::Revocation:
        return places.provider.revocationEndpoint;
    case SignInCall::Session:
        return sessionUrl(places.baseUrl);
    case SignInCall::Logout:
        return logoutUrl(places.baseUrl);
    }
    return {};
}

tl::unexpected<Error> refused(QByteArrayView method, const QUrl &url, const QString &reason)
{
    return tl::unexpected(Error{Error::Kind::NotAllowed,
                                redactedText(QString::fromLatin1(method), 20) + u' ' + redactedUrl(url),
                                u"not sent: "_s + reason, false, 0});
}

} // namespace

QUrl sessionUrl(const QUrl &baseUrl)
{
    return below(baseUrl, "/api/v1/session"_L1);
}

QUrl logoutUrl(const QUrl &baseUrl)
{
    return below(baseUrl, "/auth/logout"_L1);
}

bool isThisComputer(const QString &host)
{
    if (host == "localhost"_L1 || host.endsWith(".localhost"_L1) || host == "::1"_L1)
        return true;
    const auto parts = host.split(u'.');
    return parts.size() == 4 && parts.front() == "127"_L1 && std::ranges::all_of(parts, [](const QString &part) {
               bool isNumber = false;
               return part.toUShort(&isNumber) <= 255 && isNumber;
           });
}

Result<void> checkSignInAllowed(SignInCall call, QByteArrayView method, const QUrl &url, const SignInPlaces &places)
{
    const bool isGet = call == SignInCall::Discovery || call == SignInCall::Keys;
    const QByteArrayView wantedMethod(isGet ? "GET" : "POST");
    if (method != wantedMethod)
        return refused(method, url,
                       u"this request uses method %1"_s.arg(QString::fromLatin1(wantedMethod.toByteArray())));
    if (!url.isValid() || (url.scheme() != "https"_L1 && url.scheme() != "http"_L1) || url.host().isEmpty())
        return refused(method, url, u"it is not an HTTP or HTTPS address"_s);
    if (!url.userInfo().isEmpty() || url.hasFragment())
        return refused(method, url, u"addresses must not contain a user or a fragment"_s);
    if (const auto place = placeOf(call, places); place.isEmpty() || url != place)
        return refused(method, url, u"it is not a sign-in address of this server"_s);
    const bool isPlain = url.scheme() == "http"_L1;
    if (isPlain && !isThisComputer(url.host()) && !sameOrigin(url, places.baseUrl))
        return refused(method, url, u"Lynceus sends secrets to a sign-in provider over https only"_s);
    return {};
}

Result<void> checkSignInContent(QByteArrayView method, const QUrl &url, const Secret &form, const Secret &json,
                                const Secret &cookie)
{
    if (!isOneLineDecoded(url.toEncoded()) || !isOneLineDecoded(form.reveal()) || !isOneLine(json.reveal())
        || !isOneLine(cookie.reveal()))
        return refused(method, url, u"a value contains a line break"_s);
    return {};
}

} // namespace lynceus
