#include "core/io/http/connections/certificates.h"

#include "core/domain/base/secret.h"

#include <QFile>
#include <QSsl>

#include <array>

using namespace Qt::StringLiterals;

namespace lynceus {

namespace {

constexpr qint64 kMostBytes = 16 * 1024 * 1024; // a system's full bundle has about 0.3 MiB: larger files are wrong

constexpr std::array kAlgorithms{QSsl::Rsa, QSsl::Ec, QSsl::Dsa};

Result<QByteArray> contentOf(const QString &fileName)
{
    QFile file(fileName);
    if (!file.open(QIODevice::ReadOnly))
        return badInput(u"%1: %2"_s.arg(fileName, file.errorString()));
    auto bytes = file.read(kMostBytes);
    if (file.error() != QFileDevice::NoError)
        return badInput(u"%1: %2"_s.arg(fileName, file.errorString()));
    return bytes;
}

} // namespace

Result<QList<QSslCertificate>> readCertificates(const QString &fileName)
{
    const auto bytes = contentOf(fileName);
    if (!bytes)
        return tl::unexpected(bytes.error());
    auto certificates = QSslCertificate::fromData(*bytes, QSsl::Pem);
    certificates.removeIf([](const QSslCertificate &certificate) { return certificate.isNull(); });
    if (certificates.isEmpty())
        return badInput(
            u"%1: contains no PEM certificate (which starts with \"-----BEGIN CERTIFICATE-----\")"_s.arg(fileName));
    return certificates;
}

Result<QSslKey> readPrivateKey(const QString &fileName)
{
    auto bytes = contentOf(fileName);
    if (!bytes)
        return tl::unexpected(bytes.error());
    const bool isEncrypted = bytes->contains("ENCRYPTED");
    QSslKey key;
    for (const auto algorithm : kAlgorithms) {
        if (key.isNull() && !isEncrypted)
            key = QSslKey(*bytes, algorithm, QSsl::Pem, QSsl::PrivateKey);
    }
    wipeBytes(bytes->data(), bytes->size());
    if (isEncrypted)
        return badInput(
            u"%1: this key is encrypted; decrypt it with \"openssl pkey -in FILE -out FILE2\""_s.arg(fileName));
    if (key.isNull())
        return badInput(
            u"%1: contains no PEM private key (which starts with \"-----BEGIN PRIVATE KEY-----\")"_s.arg(fileName));
    return key;
}

} // namespace lynceus
