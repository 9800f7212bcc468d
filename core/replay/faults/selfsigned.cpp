#include "core/replay/faults/selfsigned.h"

#include <array>
#include <memory>

#include <openssl/bio.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/rand.h>
#include <openssl/x509v3.h>

namespace lynceus {

using namespace Qt::StringLiterals;

namespace {

constexpr long kDay = 24 * 60 * 60;     ///< seconds
constexpr long kValidBefore = -kDay;    ///< clocks of two computers may differ
constexpr long kValidAfter = 30 * kDay; ///< no run lasts longer

template<auto release>
struct Release
{
    template<typename T>
    void operator()(T *object) const
    {
        release(object);
    }
};
using Key = std::unique_ptr<EVP_PKEY, Release<EVP_PKEY_free>>;
using Certificate = std::unique_ptr<X509, Release<X509_free>>;
using Extension = std::unique_ptr<X509_EXTENSION, Release<X509_EXTENSION_free>>;
using Bio = std::unique_ptr<BIO, Release<BIO_free_all>>;

bool addExtension(X509 *certificate, int kind, const char *value)
{
    X509V3_CTX context{};
    X509V3_set_ctx(&context, certificate, certificate, nullptr, nullptr, 0);
    const Extension extension(X509V3_EXT_conf_nid(nullptr, &context, kind, value));
    return extension && X509_add_ext(certificate, extension.get(), -1) == 1;
}

bool describe(X509 *certificate, EVP_PKEY *key)
{
    std::array<unsigned char, 8> serial{};
    RAND_bytes(serial.data(), static_cast<int>(serial.size()));
    // Positive, and without a leading zero byte: DER requires the shortest form (X.690 §8.3.2).
    serial[0] = (serial[0] & 0x7f) | 0x40;
    ASN1_INTEGER *number = X509_get_serialNumber(certificate);
    ASN1_STRING_set(number, serial.data(), static_cast<int>(serial.size()));
    X509_NAME *name = X509_get_subject_name(certificate);
    const std::string common = "Lynceus replay";
    return X509_set_version(certificate, 2) == 1 // X.509 v3
        && X509_gmtime_adj(X509_getm_notBefore(certificate), kValidBefore)
        && X509_gmtime_adj(X509_getm_notAfter(certificate), kValidAfter) && X509_set_pubkey(certificate, key) == 1
        && X509_NAME_add_entry_by_txt(name, "CN", MBSTRING_UTF8,
                                      reinterpret_cast<const unsigned char *>(common.c_str()), -1, -1, 0)
        == 1
        && X509_set_issuer_name(certificate, name) == 1
        && addExtension(certificate, NID_basic_constraints, "critical,CA:TRUE")
        && addExtension(certificate, NID_key_usage, "critical,digitalSignature,keyCertSign")
        && addExtension(certificate, NID_ext_key_usage, "serverAuth")
        && addExtension(certificate, NID_subject_alt_name, "DNS:localhost,IP:127.0.0.1,IP:::1");
}

QByteArray contents(BIO *bio)
{
    QByteArray out;
    std::array<char, 1024> piece{};
    for (int got = 0; (got = BIO_read(bio, piece.data(), static_cast<int>(piece.size()))) > 0;)
        out.append(piece.data(), got);
    return out;
}

} // namespace

Result<SelfSigned> makeSelfSigned()
{
    const Key key(EVP_PKEY_Q_keygen(nullptr, nullptr, "EC", "P-256"));
    const Certificate certificate(X509_new());
    const Bio certificateText(BIO_new(BIO_s_mem()));
    const Bio keyText(BIO_new(BIO_s_mem()));
    const bool made = key && certificate && certificateText && keyText && describe(certificate.get(), key.get())
        && X509_sign(certificate.get(), key.get(), EVP_sha256()) > 0
        && PEM_write_bio_X509(certificateText.get(), certificate.get()) == 1
        && PEM_write_bio_PrivateKey(keyText.get(), key.get(), nullptr, nullptr, 0, nullptr, nullptr) == 1;
    if (!made)
        return tl::unexpected(Error{Error::Kind::Certificate, {}, u"the certificate could not be created"_s, false, 0});
    return SelfSigned{contents(certificateText.get()), contents(keyText.get())};
}

} // namespace lynceus
