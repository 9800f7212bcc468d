#include "core/io/http/certificates.h"

#include <QFile>
#include <QSsl>

using namespace Qt::StringLiterals;

namespace lynceus {

namespace {

constexpr qint64 kMostBytes = 16 * 1024 * 1024; // a system's whole bundle has about 0.3 MiB: more is the wrong file

} // namespace

Result<QList<QSslCertificate>> readAuthorities(const QString &fileName)
{
    QFile file(fileName);
    if (!file.open(QIODevice::ReadOnly))
        return badInput(u"%1: %2"_s.arg(fileName, file.errorString()));
    const auto bytes = file.read(kMostBytes);
    if (file.error() != QFileDevice::NoError)
        return badInput(u"%1: %2"_s.arg(fileName, file.errorString()));
    auto certificates = QSslCertificate::fromData(bytes, QSsl::Pem);
    certificates.removeIf([](const QSslCertificate &certificate) { return certificate.isNull(); });
    if (certificates.isEmpty())
        return badInput(
            u"%1: no PEM certificate in it (it begins with \"-----BEGIN CERTIFICATE-----\")"_s.arg(fileName));
    return certificates;
}

} // namespace lynceus
