#include "core/io/serve/servercertificate.h"

#include "core/io/http/connections/certificates.h"
#include "core/io/readfile.h"

#include <QCryptographicHash>
#include <QDateTime>
#include <QSslCipher>
#include <QSslSocket>
#include <QTcpServer>
#include <QTcpSocket>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace lynceus {

namespace {

constexpr Duration kCheckInterval{10'000};
constexpr qint64 kMostBytes = 1024 * 1024;

QByteArray hashOf(const QString &fileName)
{
    const auto bytes = readFile(fileName, kMostBytes);
    return bytes ? QCryptographicHash::hash(*bytes, QCryptographicHash::Sha256) : QByteArray();
}

/// The message already contains the file name.
Error about(const QString &fileName, Error error)
{
    error.asked = fileName;
    if (const auto name = fileName + u": "_s; error.message.startsWith(name))
        error.message.remove(0, name.size());
    return error;
}

/// Those of TLS 1.3, and those of TLS 1.2 that RFC 9325 §4.2 recommends.
QList<QSslCipher> modernCiphers()
{
    auto ciphers = QSslConfiguration::supportedCiphers();
    ciphers.removeIf([](const QSslCipher &cipher) {
        if (cipher.protocol() == QSsl::TlsV1_3)
            return false;
        const auto name = cipher.name();
        const bool isAuthenticated = name.contains("GCM"_L1) || name.contains("CHACHA20"_L1);
        return cipher.protocol() != QSsl::TlsV1_2 || !name.startsWith("ECDHE-"_L1) || !isAuthenticated;
    });
    return ciphers;
}

/// Passes on the descriptor of an accepted connection.
class DescriptorServer final : public QTcpServer
{
public:
    std::optional<qintptr> descriptor;

protected:
    void incomingConnection(qintptr accepted) override { descriptor = accepted; }
};

/// Whether OpenSSL accepts key and certificate together. Qt only reports this when a connection starts, so one is
/// started.
bool fitTogether(const QSslConfiguration &configuration)
{
    DescriptorServer server;
    QTcpSocket client;
    if (!server.listen(QHostAddress(QHostAddress::LocalHost)))
        return true; // unknown
    client.connectToHost(server.serverAddress(), server.serverPort());
    constexpr int kWait = 1'000; // ms; on the loopback interface it takes less than one
    if (!server.waitForNewConnection(kWait) || !server.descriptor)
        return true;
    QSslSocket socket;
    socket.setSocketDescriptor(*server.descriptor);
    socket.setSslConfiguration(configuration);
    bool fits = true;
    QObject::connect(&socket, &QSslSocket::errorOccurred, [&fits] { fits = false; });
    socket.startServerEncryption();
    socket.disconnect();
    socket.abort();
    return fits;
}

} // namespace

ServerCertificate::ServerCertificate(QString certificateFile, QString keyFile, QObject *parent)
    : QObject(parent)
    , m_certificateFile(std::move(certificateFile))
    , m_keyFile(std::move(keyFile))
{ }

ServerCertificate::Files ServerCertificate::content() const
{
    return {hashOf(m_certificateFile), hashOf(m_keyFile)};
}

Result<QSslConfiguration> ServerCertificate::read(Instant now) const
{
    const auto chain = readCertificates(m_certificateFile);
    if (!chain)
        return tl::unexpected(about(m_certificateFile, chain.error()));
    const auto key = readPrivateKey(m_keyFile);
    if (!key)
        return tl::unexpected(about(m_keyFile, key.error()));
    const auto until = chain->front().expiryDate();
    if (until.toMSecsSinceEpoch() <= now.time_since_epoch().count())
        return badInput(u"the certificate has expired on %1"_s.arg(until.toUTC().toString(Qt::ISODate)),
                        m_certificateFile);
    QSslConfiguration configuration;
    configuration.setProtocol(QSsl::TlsV1_2OrLater);
    configuration.setCiphers(modernCiphers());
    configuration.setPeerVerifyMode(QSslSocket::VerifyNone); // clients authenticate with tokens, not certificates
    configuration.setLocalCertificateChain(*chain);
    configuration.setPrivateKey(*key);
    if (!fitTogether(configuration))
        return badInput(u"this key does not belong to the certificate in %1"_s.arg(m_certificateFile), m_keyFile);
    return configuration;
}

Result<void> ServerCertificate::load(Instant now)
{
    m_files = content();
    auto configuration = read(now);
    if (!configuration)
        return tl::unexpected(configuration.error());
    m_configuration = *std::move(configuration);
    return {};
}

void ServerCertificate::watch(const Clock &clock)
{
    connect(&m_checkTimer, &QTimer::timeout, this, [this, &clock] { check(clock); });
    m_checkTimer.start(kCheckInterval);
}

void ServerCertificate::check(const Clock &clock)
{
    auto files = content();
    if (files == m_files)
        return;
    m_files = std::move(files);
    auto configuration = read(clock.now());
    if (!configuration) {
        const auto &error = configuration.error();
        Q_EMIT failed(u"%1: %2; the last certificate is still used"_s.arg(error.asked, error.message));
        return;
    }
    m_configuration = *std::move(configuration);
    Q_EMIT renewed();
}

} // namespace lynceus
