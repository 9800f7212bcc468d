#include "tests/support/certificatemaker.h"

#include <memory>

#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/x509v3.h>

namespace lynceus::test {

namespace {

QByteArray writtenBy(const std::function<void(BIO *)> &write)
{
    const std::unique_ptr<BIO, decltype(&BIO_free)> bio(BIO_new(BIO_s_mem()), &BIO_free);
    write(bio.get());
    QByteArray pem(16 * 1024, '\0');
    pem.resize(BIO_read(bio.get(), pem.data(), static_cast<int>(pem.size())));
    return pem;
}

void name(X509 *certificate, const QByteArray &organization)
{
    auto *subject = X509_get_subject_name(certificate);
    // V_ASN1_UTF8STRING: OpenSSL does not check its length.
    X509_NAME_add_entry_by_txt(subject, "O", V_ASN1_UTF8STRING,
                               reinterpret_cast<const unsigned char *>(organization.constData()),
                               static_cast<int>(organization.size()), -1, 0);
    X509_set_issuer_name(certificate, subject);
}

} // namespace

RawServer::Identity makeIdentity(const CertificateOptions &wish)
{
    const std::unique_ptr<EVP_PKEY, decltype(&EVP_PKEY_free)> key(EVP_PKEY_Q_keygen(nullptr, nullptr, "EC", "P-256"),
                                                                  &EVP_PKEY_free);
    const std::unique_ptr<X509, decltype(&X509_free)> certificate(X509_new(), &X509_free);
    X509_set_version(certificate.get(), X509_VERSION_3);
    ASN1_INTEGER_set(X509_get_serialNumber(certificate.get()), 1);
    X509_gmtime_adj(X509_getm_notBefore(certificate.get()), wish.validFromSeconds);
    X509_gmtime_adj(X509_getm_notAfter(certificate.get()), wish.validUntilSeconds);
    X509_set_pubkey(certificate.get(), key.get());
    name(certificate.get(), wish.organization);
    const std::unique_ptr<X509_EXTENSION, decltype(&X509_EXTENSION_free)> names(
        X509V3_EXT_conf_nid(nullptr, nullptr, NID_subject_alt_name, wish.names.constData()), &X509_EXTENSION_free);
    X509_add_ext(certificate.get(), names.get(), -1);
    X509_sign(certificate.get(), key.get(), EVP_sha256());

    const auto certificatePem = writtenBy([&](BIO *bio) { PEM_write_bio_X509(bio, certificate.get()); });
    const auto keyPem =
        writtenBy([&](BIO *bio) { PEM_write_bio_PrivateKey(bio, key.get(), nullptr, nullptr, 0, nullptr, nullptr); });
    return {QSslCertificate(certificatePem, QSsl::Pem), QSslKey(keyPem, QSsl::Ec, QSsl::Pem)};
}

} // namespace lynceus::test
