#include "core/io/http/requests/networkrequest.h"

#include "core/domain/argocd/requests/accesspolicy.h"
#include "core/domain/redaction/redact.h"

#include <QUuid>

using namespace Qt::StringLiterals;

namespace lynceus {

namespace {

tl::unexpected<Error> refused(Error::Kind kind, const QString &asked, const QString &message)
{
    return tl::unexpected(Error{kind, asked, message, false, 0});
}

OutgoingRequest requestTo(const QUrl &url, const InstanceAccess &access)
{
    OutgoingRequest request;
    request.url = url;
    request.tls = {access.insecure, access.authorities, access.pinnedFingerprint, access.clientCertificates,
                   access.clientKey};
    request.proxy = access.proxy;
    request.proxyUrl = access.proxyUrl;
    return request;
}

Result<void> setHeaders(HttpHeaders &headers, const InstanceAccess &access, const QString &asked)
{
    // Gateway headers first, so that they cannot replace ours.
    for (const auto &[name, value] : access.headers) {
        if (!isHttpToken(name) || !isHttpFieldValue(value)) {
            return refused(
                Error::Kind::NotAllowed, asked,
                u"the header %1 cannot be sent: its name or value contains characters that are not allowed"_s.arg(
                    redactedText(QString::fromLatin1(name))));
        }
        headers.set(name, value);
    }
    if (!access.token.isEmpty()) {
        const auto token = access.token.reveal();
        if (!isHttpFieldValue(token))
            return refused(Error::Kind::SignInNeeded, asked, u"the token contains a line break: sign in again"_s);
        headers.set("Authorization", "Bearer " + token);
    }
    return {};
}

} // namespace

Result<OutgoingRequest> networkRequest(const InstanceAccess &access, const ApiPath &path, Accepted accepted,
                                       const QByteArray &correlationId)
{
    const auto url = resolved(access.baseUrl, path);
    if (const auto allowed = checkAllowed("GET", url, access.baseUrl); !allowed)
        return tl::unexpected(allowed.error());

    auto request = requestTo(url, access);
    if (const auto set = setHeaders(request.headers, access, askedText(path)); !set)
        return tl::unexpected(set.error());
    request.headers.set("User-Agent", "lynceus/" LYNCEUS_VERSION);
    request.headers.set("X-Request-ID", correlationId);
    request.headers.set("Accept", accepted == Accepted::Json ? "application/json" : "text/event-stream");
    // gzip's checksum proves that the body is complete. Argo CD never compresses event streams.
    request.headers.set("Accept-Encoding", accepted == Accepted::Json ? "gzip" : "identity");
    return request;
}

Result<OutgoingRequest> signInNetworkRequest(const InstanceAccess &access, const QUrl &url, const QString &asked)
{
    auto request = requestTo(url, access);
    if (const auto set = setHeaders(request.headers, withToken(access, {}), asked); !set)
        return tl::unexpected(set.error());
    request.headers.set("User-Agent", "lynceus/" LYNCEUS_VERSION);
    request.headers.set("X-Request-ID", newCorrelationId());
    request.headers.set("Accept", "application/json");
    request.headers.set("Accept-Encoding", "identity");
    return request;
}

InstanceAccess withToken(InstanceAccess access, Secret token)
{
    access.token = std::move(token);
    return access;
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
