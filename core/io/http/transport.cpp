#include "core/io/http/transport.h"

#include "core/domain/base/redact.h"
#include "core/io/http/peercheck.h"

#include <QNetworkAccessManager>
#include <QNetworkProxyFactory>
#include <QSslCertificate>
#include <QStringList>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace lynceus {

namespace {

using Failure = TransportOutcome::Failure;

// "Connection refused" alone would send people to the wrong machine.
QString viaProxy(const QNetworkReply &reply)
{
    auto *factory = reply.manager() ? reply.manager()->proxyFactory() : nullptr;
    const auto proxies = factory ? factory->queryProxy(QNetworkProxyQuery(reply.url())) : QList<QNetworkProxy>();
    if (proxies.isEmpty() || proxies.first().type() == QNetworkProxy::NoProxy)
        return {};
    return u", through the proxy %1:%2"_s.arg(proxies.first().hostName()).arg(proxies.first().port());
}

// Status lines of 4xx and 5xx are errors to Qt; whether they are ours, the classifier decides.
bool isOnlyStatus(QNetworkReply::NetworkError error)
{
    return (error >= QNetworkReply::ContentAccessDenied && error <= QNetworkReply::UnknownContentError)
        || (error >= QNetworkReply::InternalServerError && error <= QNetworkReply::UnknownServerError);
}

Failure failureOf(QNetworkReply::NetworkError error, bool headCame)
{
    switch (error) {
    case QNetworkReply::NoError:
        return Failure::None;
    case QNetworkReply::RemoteHostClosedError:
        return Failure::Reset;
    case QNetworkReply::TimeoutError:
        return Failure::Inactive;
    case QNetworkReply::SslHandshakeFailedError:
        return Failure::Tls;
    case QNetworkReply::OperationCanceledError:
        return Failure::Cancelled;
    case QNetworkReply::ProtocolFailure:
        return Failure::Encoding;
    case QNetworkReply::ProxyConnectionRefusedError:
    case QNetworkReply::ProxyConnectionClosedError:
    case QNetworkReply::ProxyNotFoundError:
    case QNetworkReply::ProxyTimeoutError:
    case QNetworkReply::ProxyAuthenticationRequiredError:
    case QNetworkReply::UnknownProxyError:
        return Failure::Refused;
    default: // NetworkError is Qt's, and open: everything else means that no connection came about, or that it broke
        return headCame ? Failure::Reset : Failure::Refused;
    }
}

} // namespace

QString certificateProblem(const QList<QSslError> &errors, const QString &host)
{
    QStringList reasons;
    for (const auto &error : errors) {
        auto reason = error.errorString();
        if (error.error() == QSslError::HostNameMismatch) {
            const auto names = error.certificate().subjectAlternativeNames().values().join(", "_L1);
            reason = u"it is for %1, not for %2"_s.arg(names.isEmpty() ? u"no host"_s : names, host);
        }
        if (!reasons.contains(reason))
            reasons.append(reason);
    }
    return redactedText(reasons.join("; "_L1));
}

TransportProblem problemOf(const QNetworkReply &reply, const PeerCheck &peer)
{
    if (!peer.pinProblem().isEmpty())
        return {Failure::Certificate, peer.pinProblem()};
    const auto error = reply.error();
    const bool headCame = reply.attribute(QNetworkRequest::HttpStatusCodeAttribute).isValid();
    if (headCame && isOnlyStatus(error))
        return {};
    if (error == QNetworkReply::NoError && !headCame)
        return {Failure::Reset, u"the connection ended before an answer came"_s};
    if (error == QNetworkReply::SslHandshakeFailedError && !peer.errors().isEmpty())
        return {Failure::Certificate, certificateProblem(peer.errors(), reply.url().host())};
    const auto failure = failureOf(error, headCame);
    if (failure == Failure::None)
        return {};
    return {failure, redactedText(reply.errorString() + (failure == Failure::Refused ? viaProxy(reply) : QString()))};
}

TransportOutcome headOf(const QNetworkReply &reply)
{
    TransportOutcome outcome;
    outcome.httpStatus = reply.attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    outcome.contentType = reply.rawHeader("Content-Type");
    outcome.location = reply.rawHeader("Location");
    outcome.authenticate = reply.rawHeader("WWW-Authenticate");
    outcome.server = reply.rawHeader("Server");
    // RFC 9112 §6.3: chunks overrule a length.
    if (!reply.hasRawHeader("Transfer-Encoding") && reply.hasRawHeader("Content-Length")) {
        bool isNumber = false;
        const auto length = reply.rawHeader("Content-Length").trimmed().toLongLong(&isNumber);
        outcome.contentLength = isNumber ? length : -1;
    }
    return outcome;
}

} // namespace lynceus
