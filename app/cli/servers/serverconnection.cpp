#include "app/cli/servers/serverconnection.h"

#include "app/cli/process/console.h"
#include "core/domain/argocd/requests/origin.h"
#include "core/domain/argocd/requests/requests.h"
#include "core/domain/redaction/redact.h"
#include "core/io/tokenfile.h"

#include <QFile>
#include <QHostAddress>

using namespace Qt::StringLiterals;

namespace lynceus {

namespace {

constexpr qint64 kCertificateFileCap = 16 * 1024 * 1024; // bytes; a system's CA bundle has 0.3 MB

Result<QByteArray> readFile(const QString &asked, const QString &fileName, qint64 cap)
{
    QFile file(fileName);
    if (!file.open(QIODevice::ReadOnly))
        return badInput(u"cannot be read: %1"_s.arg(file.errorString()), asked);
    auto bytes = file.read(cap + 1);
    if (bytes.size() > cap)
        return badInput(u"is larger than %1 kB; check that it is the right file"_s.arg(cap / 1024), asked);
    return bytes;
}

Result<QList<QSslCertificate>> certificatesFrom(const QString &fileName)
{
    const auto asked = u"--server-crt "_s + fileName;
    const auto bytes = readFile(asked, fileName, kCertificateFileCap);
    if (!bytes)
        return tl::unexpected(bytes.error());
    auto certificates = QSslCertificate::fromData(*bytes, QSsl::Pem);
    if (certificates.isEmpty())
        return badInput(u"it contains no PEM certificate (-----BEGIN CERTIFICATE-----)"_s, asked);
    return certificates;
}

/// The token in the environment belongs to the server in the environment.
bool isForAnotherServer(const ServerEnvironment &environment, const QUrl &baseUrl)
{
    if (environment.server.isEmpty())
        return false;
    const auto own = parseServerAddress(environment.server);
    return !own || !sameOrigin(*own, baseUrl);
}

Result<Secret> tokenOf(const ServerOptions &options, const ServerEnvironment &environment, const QUrl &baseUrl)
{
    if (options.authToken)
        return tokenFrom(u"--auth-token"_s, options.authToken->reveal());
    if (!options.authTokenFile.isEmpty())
        return readTokenFile(u"--auth-token-file"_s, options.authTokenFile);
    if (environment.token.isEmpty())
        return Secret();
    if (isForAnotherServer(environment, baseUrl))
        return badInput(
            u"its token is for the server in ARGOCD_SERVER, not for %1; pass the token for %1 with --auth-token-file"_s
                .arg(redactedUrl(baseUrl)),
            u"ARGOCD_AUTH_TOKEN"_s);
    return tokenFrom(u"ARGOCD_AUTH_TOKEN"_s, environment.token.reveal().trimmed());
}

Result<QUrl> addressOf(const ServerOptions &options, const ServerEnvironment &environment)
{
    const bool isOption = !options.server.isEmpty();
    const auto &text = isOption ? options.server : environment.server;
    if (text.isEmpty())
        return badInput(u"no Argo CD server given; use --server URL or ARGOCD_SERVER"_s);
    auto url = parseServerAddress(text);
    if (!url) {
        const auto source = isOption ? u"--server"_s : u"ARGOCD_SERVER"_s;
        return badInput(url.error().message, source);
    }
    return url;
}

} // namespace

ServerEnvironment serverEnvironment()
{
    return {qEnvironmentVariable("ARGOCD_SERVER"), Secret(qgetenv("ARGOCD_AUTH_TOKEN"))};
}

Result<ServerConnection> serverConnection(const ServerOptions &options, const ServerEnvironment &environment)
{
    auto url = addressOf(options, environment);
    if (!url)
        return tl::unexpected(url.error());
    auto token = tokenOf(options, environment, *url);
    if (!token)
        return tl::unexpected(token.error());

    ServerConnection connection;
    connection.instance = url->host();
    connection.access.baseUrl = std::move(*url);
    connection.access.token = std::move(*token);
    connection.way.hasToken = !connection.access.token.isEmpty();
    connection.access.insecure = options.insecure;
    for (const auto &[name, value] : options.headers)
        connection.access.headers.append({name, value.reveal()});
    if (!options.certificateFile.isEmpty()) {
        auto certificates = certificatesFrom(options.certificateFile);
        if (!certificates)
            return tl::unexpected(certificates.error());
        connection.access.authorities = std::move(*certificates);
    }
    if (options.authToken)
        connection.warnings.append(
            u"--auth-token is visible to other users of this computer; use --auth-token-file or ARGOCD_AUTH_TOKEN"_s);
    if (options.insecure)
        connection.warnings.append(
            u"--insecure: the certificate of %1 is not checked; anyone on the network path can read the token"_s.arg(
                connection.instance));
    else if (connection.access.baseUrl.scheme() == "http"_L1 && !connection.access.token.isEmpty()
             && !QHostAddress(connection.instance).isLoopback() && connection.instance != "localhost"_L1)
        connection.warnings.append(u"http to %1: the token is sent unencrypted; use https"_s.arg(connection.instance));
    return connection;
}

Error atServer(Error error, const QUrl &baseUrl)
{
    if (error.asked.startsWith("GET "_L1))
        error.asked = redactedUrl(baseUrl) + u": "_s + error.asked;
    return error;
}

Error notDone(const QString &asked, const QString &awaited, Duration limit)
{
    return {Error::Kind::TimedOut, asked,
            u"no response within %1, waiting for %2"_s.arg(formatDuration(limit), awaited), true, 0};
}

QString longerWait()
{
    return u"; to wait longer, use --request-timeout"_s;
}

Error noAnswer(const ServerConnection &connection, const QString &question, Duration limit)
{
    const auto awaited = connection.awaited ? connection.awaited() : QString();
    auto error = notDone(redactedUrl(connection.access.baseUrl), awaited.isEmpty() ? question : awaited, limit);
    if (awaited.isEmpty())
        error.message += u"; check the address, the network or VPN, and the proxy"_s;
    return error;
}

Result<ServerConnection> openedConnection(const ServerOptions &options)
{
    auto connection = serverConnection(options, serverEnvironment());
    if (connection) {
        for (const auto &warning : connection->warnings)
            reportWarning(warning);
    }
    return connection;
}

} // namespace lynceus
