#include "tests/support/fakeargocd.h"

#include <QCryptographicHash>
#include <QRegularExpression>
#include <QUrlQuery>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace lynceus::test {

namespace {

QByteArray encoded(const QByteArray &bytes)
{
    return bytes.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
}

Script reply(const QByteArray &status, const QByteArray &body, const QByteArray &more = {},
             const QByteArray &type = "application/json")
{
    return {send("HTTP/1.1 " + status + "\r\nContent-Type: " + type + "\r\n" + more
                 + "Content-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body)};
}

Script refused(const QByteArray &error, const QByteArray &description)
{
    return reply("400 Bad Request", R"({"error":")" + error + R"(","error_description":")" + description + R"("})");
}

Script unauthorized(const QByteArray &message)
{
    return reply("401 Unauthorized", R"({"error":")" + message + R"(","code":16,"message":")" + message + R"("})");
}

QString field(const QUrlQuery &form, const QString &name)
{
    return form.queryItemValue(name, QUrl::FullyDecoded);
}

} // namespace

FakeArgoCd::FakeArgoCd()
    : m_server([this](const ReceivedRequest &request) { return answer(request); })
{ }

int FakeArgoCd::count(const QByteArray &begin) const
{
    return static_cast<int>(std::ranges::count_if(
        requests(), [&begin](const ReceivedRequest &request) { return request.line.startsWith(begin); }));
}

QByteArray FakeArgoCd::secret(const QByteArray &kind)
{
    auto made = "planted-" + kind + '-' + QByteArray::number(++m_made) + "-4f9c2e7a1b";
    m_secrets.append(made);
    return made;
}

QByteArray FakeArgoCd::makeToken(const QByteArray &issuer, const QByteArray &subject, qint64 issuedAt, qint64 expiresAt,
                                 const QByteArray &nonce)
{
    QByteArray payload = R"({"iss":")" + issuer + R"(","sub":")" + subject + R"(","aud":")" + audience + R"(","iat":)"
        + QByteArray::number(issuedAt) + R"(,"exp":)" + QByteArray::number(expiresAt) + R"(,"jti":")"
        + QByteArray::number(++m_made) + R"(","name":"Dev Acme")";
    if (!nonce.isEmpty() && !omitsNonce)
        payload += R"(,"nonce":")" + nonce + '"';
    auto token = encoded(R"({"alg":")" + algorithm + R"(","typ":"JWT"})") + '.' + encoded(payload + '}') + '.'
        + encoded("planted-signature-" + QByteArray::number(m_made));
    m_valid.insert(token);
    m_secrets.append(token);
    return token;
}

bool FakeArgoCd::isSignedIn(const ReceivedRequest &request) const
{
    const auto authorization = request.headers.value("authorization");
    return !takesNoToken && authorization.startsWith("Bearer ")
        && (acceptsAnyToken || m_valid.contains(authorization.sliced(7)));
}

QByteArray FakeArgoCd::discovery() const
{
    if (!document.isEmpty())
        return document;
    const auto base = issuer().toUtf8();
    const QByteArray device =
        deviceEndpoint ? R"(,"device_authorization_endpoint":")" + base + R"(/device/code")" : QByteArray();
    return R"({"issuer":")" + base + R"(","authorization_endpoint":")" + base + R"(/auth","token_endpoint":")" + base
        + R"(/token","scopes_supported":["openid","offline_access"],"response_types_supported":["code"],)"
        + R"("code_challenge_methods_supported":["S256","plain"])" + device + moreMetadata + '}';
}

Script FakeArgoCd::answer(const ReceivedRequest &request)
{
    const auto words = request.line.split(' ');
    const auto target = QUrl::fromEncoded(words.value(1));
    const auto path = words.value(0) + ' ' + target.path().toUtf8();
    if (path == "GET /api/dex/.well-known/openid-configuration")
        return reply("200 OK", discovery());
    if (path == "GET /api/dex/auth")
        return authorize(target);
    if (path == "POST /api/dex/token") {
        auto answer = token(request);
        if (tokenDelay > Duration(0))
            answer.insert(answer.begin(), pause(tokenDelay));
        return answer;
    }
    if (path == "POST /api/dex/device/code")
        return reply("200 OK",
                     R"({"device_code":")" + secret("device") + R"(","user_code":"QTXF-QCWL",)"
                         + R"("verification_uri":")" + issuer().toUtf8()
                         + R"(/device","expires_in":300,"interval":1})");
    return api(request, path);
}

Script FakeArgoCd::api(const ReceivedRequest &request, const QByteArray &path)
{
    if (path == "GET /api/v1/settings") {
        const QByteArray usual = R"({"url":")" + url().toString().toUtf8()
            + R"(","dexConfig":{"connectors":[{"name":"Acme SSO","type":"mockCallback","id":"mock"}]}})";
        return reply("200 OK", settings.isEmpty() ? usual : settings);
    }
    if (path == "POST /api/v1/session")
        return session(request);
    if (apiFault)
        return *apiFault;
    if (path == "POST /auth/logout") {
        revoke(request.headers.value("cookie").replace("argocd.token=", ""));
        auto answer = reply("303 See Other", {}, "Location: /login\r\n", "text/html");
        if (logoutDelay > Duration(0))
            answer.insert(answer.begin(), pause(logoutDelay));
        return answer;
    }
    const QByteArray more =
        renewedToken.isEmpty() ? QByteArray() : "Grpc-Metadata-Renew-Token: " + renewedToken + "\r\n";
    if (path == "GET /api/v1/session/userinfo")
        return reply("200 OK", isSignedIn(request) ? R"({"loggedIn":true,"username":"dev@acme.example"})" : "{}", more);
    if (std::exchange(refusesOnce, false) || (!isAnonymous && !isSignedIn(request)))
        return unauthorized("invalid session");
    return reply("200 OK", path == "GET /api/version" ? R"({"Version":"v3.6.0"})" : R"({"items":null})", more);
}

Script FakeArgoCd::authorize(const QUrl &url)
{
    const QUrlQuery query(url);
    const auto redirect = field(query, u"redirect_uri"_s);
    static const QRegularExpression exact(u"^http://localhost:[0-9]+/auth/callback$"_s);
    if (!exact.match(redirect).hasMatch() || field(query, u"client_id"_s).isEmpty())
        return reply("400 Bad Request", "Unregistered redirect_uri", {}, "text/html");
    if (field(query, u"code_challenge_method"_s) != u"S256"_s)
        return reply("400 Bad Request", "no PKCE", {}, "text/html");
    const auto state = wrongState.isEmpty() ? field(query, u"state"_s).toUtf8() : wrongState;
    auto place = redirect.toUtf8() + "?state=" + state.toPercentEncoding();
    if (!authorizationError.isEmpty()) {
        place += "&error=" + authorizationError;
    } else {
        const auto code = secret("code");
        m_codes[code] = {field(query, u"code_challenge"_s), redirect, field(query, u"nonce"_s).toUtf8()};
        place += "&code=" + code;
    }
    if (!issuerInReturn.isEmpty())
        place += "&iss=" + issuerInReturn.toPercentEncoding();
    return reply("303 See Other", "<a>See Other</a>", "Location: " + place + "\r\n", "text/html");
}

Script FakeArgoCd::token(const ReceivedRequest &request)
{
    if (tokenFault)
        return *tokenFault;
    if (request.headers.value("content-type") != "application/x-www-form-urlencoded"
        || request.headers.contains("authorization") || request.headers.contains("cookie"))
        return refused("invalid_request", "wrong headers");
    const QUrlQuery form(QString::fromLatin1(request.body));
    const auto kind = field(form, u"grant_type"_s);
    if (kind == u"authorization_code"_s) {
        const auto pending = m_codes.take(field(form, u"code"_s).toUtf8());
        const auto verifier = field(form, u"code_verifier"_s).toUtf8();
        m_secrets.append(verifier);
        const auto fits = encoded(QCryptographicHash::hash(verifier, QCryptographicHash::Sha256));
        if (pending.challenge.toUtf8() != fits || field(form, u"redirect_uri"_s) != pending.redirect)
            return refused("invalid_grant", "Invalid or expired code parameter.");
        return grant(nonceInTokens.isEmpty() ? pending.nonce : nonceInTokens, givesIdToken);
    }
    if (kind == u"refresh_token"_s) {
        const auto refresh = field(form, u"refresh_token"_s).toUtf8();
        if (endsSignInOnReuse && m_usedRefreshTokens.contains(refresh)) {
            forgetRefreshTokens();
            return refused("invalid_grant", "refresh token already used");
        }
        m_usedRefreshTokens.insert(refresh);
        if (keepsRefreshTokens ? !m_refreshTokens.contains(refresh) : !m_refreshTokens.remove(refresh))
            return refused("invalid_request",
                           "Refresh token is invalid or has already been claimed by another client.");
        return grant({}, givesIdTokenOnRefresh);
    }
    if (!deviceGranted)
        return refused("authorization_pending", "");
    return grant({}, givesIdToken);
}

Script FakeArgoCd::grant(const QByteArray &nonce, bool withIdToken)
{
    const auto right = issuer().toUtf8();
    QByteArray body = R"({"access_token":")" + secret("access") + R"(","token_type":"bearer","expires_in":)"
        + QByteArray::number(lifetime);
    if (givesRefreshToken) {
        const auto refresh = secret("refresh");
        m_refreshTokens.insert(refresh);
        body += R"(,"refresh_token":")" + refresh + '"';
    }
    if (withIdToken) {
        const auto token = makeToken(issuerInTokens.isEmpty() ? right : issuerInTokens, "dev", now + skew,
                                     now + skew + lifetime, nonce);
        body += R"(,"id_token":")" + token + '"';
    }
    return reply("200 OK", body + '}');
}

Script FakeArgoCd::session(const ReceivedRequest &request)
{
    if (sessionFault)
        return *sessionFault;
    if (request.headers.value("content-type") != "application/json")
        return reply("415 Unsupported Media Type", "Invalid content type", {}, "text/plain");
    if (request.body != R"({"password":"planted-password-77","username":"admin"})")
        return unauthorized("Invalid username or password");
    return reply("200 OK",
                 R"({"token":")" + makeToken("argocd", "admin:login", now + skew, now + skew + lifetime) + R"("})");
}

} // namespace lynceus::test
