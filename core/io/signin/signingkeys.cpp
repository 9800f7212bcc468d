#include "core/io/signin/signingkeys.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <array>
#include <optional>

#include <openssl/core_names.h>
#include <openssl/ecdsa.h>
#include <openssl/evp.h>
#include <openssl/param_build.h>
#include <openssl/rsa.h>

using namespace Qt::StringLiterals;

namespace lynceus {

namespace {

constexpr int kLeastRsaBits = 2'048;   // RFC 7518 §3.3
constexpr int kMostRsaBits = 8'192;    // larger keys take too long to check
constexpr qsizetype kMostExponent = 8; // bytes
constexpr qsizetype kMostName = 200;   // characters of an id

template<auto free>
struct Release
{
    template<typename T>
    void operator()(T *pointer) const
    {
        free(pointer);
    }
};
using KeyPointer = std::unique_ptr<EVP_PKEY, Release<EVP_PKEY_free>>;
using KeyContext = std::unique_ptr<EVP_PKEY_CTX, Release<EVP_PKEY_CTX_free>>;
using DigestContext = std::unique_ptr<EVP_MD_CTX, Release<EVP_MD_CTX_free>>;
using Number = std::unique_ptr<BIGNUM, Release<BN_free>>;
using ParameterBuilder = std::unique_ptr<OSSL_PARAM_BLD, Release<OSSL_PARAM_BLD_free>>;
using Parameters = std::unique_ptr<OSSL_PARAM, Release<OSSL_PARAM_free>>;
using EcSignature = std::unique_ptr<ECDSA_SIG, Release<ECDSA_SIG_free>>;

struct Curve
{
    QLatin1StringView name; ///< name in JWKs
    const char *group;      ///< name in OpenSSL
    qsizetype bytes;        ///< per coordinate
    QLatin1StringView algorithm;
};
constexpr std::array kCurves{Curve{"P-256"_L1, "P-256", 32, "ES256"_L1}, Curve{"P-384"_L1, "P-384", 48, "ES384"_L1},
                             Curve{"P-521"_L1, "P-521", 66, "ES512"_L1}};

std::optional<QByteArray> decoded(const QByteArray &part)
{
    const auto bytes = QByteArray::fromBase64Encoding(
        part, QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals | QByteArray::AbortOnBase64DecodingErrors);
    return bytes.decodingStatus == QByteArray::Base64DecodingStatus::Ok ? std::optional(*bytes) : std::nullopt;
}

QByteArray bytesIn(const QJsonObject &object, QLatin1StringView name)
{
    return decoded(object.value(name).toString().toLatin1()).value_or(QByteArray());
}

const unsigned char *unsignedBytes(const QByteArray &bytes)
{
    return reinterpret_cast<const unsigned char *>(bytes.constData());
}

Number numberFrom(const QByteArray &bytes)
{
    return Number(BN_bin2bn(unsignedBytes(bytes), static_cast<int>(bytes.size()), nullptr));
}

/// Null: rejected by OpenSSL.
KeyPointer keyFrom(const char *type, OSSL_PARAM_BLD *builder)
{
    const Parameters parameters(OSSL_PARAM_BLD_to_param(builder));
    const KeyContext context(EVP_PKEY_CTX_new_from_name(nullptr, type, nullptr));
    EVP_PKEY *key = nullptr;
    if (!parameters || !context || EVP_PKEY_fromdata_init(context.get()) <= 0
        || EVP_PKEY_fromdata(context.get(), &key, EVP_PKEY_PUBLIC_KEY, parameters.get()) <= 0)
        return nullptr;
    return KeyPointer(key);
}

KeyPointer rsaKey(const QJsonObject &object)
{
    const auto modulus = bytesIn(object, "n"_L1);
    const auto exponent = bytesIn(object, "e"_L1);
    if (modulus.isEmpty() || modulus.size() > kMostRsaBits / 8 + 1 || exponent.isEmpty()
        || exponent.size() > kMostExponent)
        return nullptr;
    const auto n = numberFrom(modulus);
    const auto e = numberFrom(exponent);
    const ParameterBuilder builder(OSSL_PARAM_BLD_new());
    if (!n || !e || !builder || BN_num_bits(n.get()) < kLeastRsaBits || BN_num_bits(n.get()) > kMostRsaBits
        || OSSL_PARAM_BLD_push_BN(builder.get(), OSSL_PKEY_PARAM_RSA_N, n.get()) <= 0
        || OSSL_PARAM_BLD_push_BN(builder.get(), OSSL_PKEY_PARAM_RSA_E, e.get()) <= 0)
        return nullptr;
    return keyFrom("RSA", builder.get());
}

KeyPointer ecKey(const QJsonObject &object, const Curve &curve)
{
    const auto x = bytesIn(object, "x"_L1);
    const auto y = bytesIn(object, "y"_L1);
    if (x.size() != curve.bytes || y.size() != curve.bytes) // RFC 7518 §6.2.1.2: full length
        return nullptr;
    const auto point = QByteArray(1, '\x04') + x + y;
    const ParameterBuilder builder(OSSL_PARAM_BLD_new());
    if (!builder || OSSL_PARAM_BLD_push_utf8_string(builder.get(), OSSL_PKEY_PARAM_GROUP_NAME, curve.group, 0) <= 0
        || OSSL_PARAM_BLD_push_octet_string(builder.get(), OSSL_PKEY_PARAM_PUB_KEY, point.constData(),
                                            static_cast<std::size_t>(point.size()))
            <= 0)
        return nullptr;
    return keyFrom("EC", builder.get()); // checks that the point is on the curve
}

/// In OpenSSL's format; empty if its length does not match the curve.
QByteArray derSignature(const QByteArray &signature, const Curve &curve)
{
    if (signature.size() != 2 * curve.bytes)
        return {};
    const EcSignature pair(ECDSA_SIG_new());
    auto r = numberFrom(signature.first(curve.bytes));
    auto s = numberFrom(signature.last(curve.bytes));
    if (!pair || !r || !s || ECDSA_SIG_set0(pair.get(), r.get(), s.get()) <= 0)
        return {};
    std::ignore = r.release(); // OpenSSL owns them now
    std::ignore = s.release();
    unsigned char *bytes = nullptr;
    const int size = i2d_ECDSA_SIG(pair.get(), &bytes);
    if (size <= 0)
        return {};
    const QByteArray der(reinterpret_cast<const char *>(bytes), size);
    OPENSSL_free(bytes);
    return der;
}

const EVP_MD *digestOf(const QString &algorithm)
{
    if (algorithm.endsWith("256"_L1))
        return EVP_sha256();
    return algorithm.endsWith("384"_L1) ? EVP_sha384() : EVP_sha512();
}

tl::unexpected<Error> refused(Error::Kind kind, const QString &message)
{
    return tl::unexpected(Error{kind, {}, message, false, 0});
}

} // namespace

struct SigningKeys::Key
{
    QString id;
    QString algorithm;            ///< the only algorithm for the key; empty: all of its type
    const Curve *curve = nullptr; ///< null: RSA
    KeyPointer key;

    [[nodiscard]] bool isFor(const QString &wanted) const
    {
        const bool isOfType = curve ? wanted == curve->algorithm : !wanted.startsWith(u'E');
        return isOfType && (algorithm.isEmpty() || algorithm == wanted);
    }

    [[nodiscard]] bool signedIt(const QByteArray &content, const QByteArray &signature, const QString &wanted) const
    {
        const auto bytes = curve ? derSignature(signature, *curve) : signature;
        const DigestContext context(EVP_MD_CTX_new());
        EVP_PKEY_CTX *keyContext = nullptr; // owned by the other context
        if (bytes.isEmpty() || !context
            || EVP_DigestVerifyInit(context.get(), &keyContext, digestOf(wanted), nullptr, key.get()) <= 0)
            return false;
        if (wanted.startsWith(u'P')
            && (EVP_PKEY_CTX_set_rsa_padding(keyContext, RSA_PKCS1_PSS_PADDING) <= 0
                || EVP_PKEY_CTX_set_rsa_pss_saltlen(keyContext, RSA_PSS_SALTLEN_DIGEST) <= 0))
            return false;
        return EVP_DigestVerify(context.get(), unsignedBytes(bytes), static_cast<std::size_t>(bytes.size()),
                                unsignedBytes(content), static_cast<std::size_t>(content.size()))
            == 1;
    }
};

SigningKeys::SigningKeys() = default;
SigningKeys::~SigningKeys() = default;
SigningKeys::SigningKeys(const SigningKeys &) = default;
SigningKeys &SigningKeys::operator=(const SigningKeys &) = default;

Result<SigningKeys> SigningKeys::fromJson(const QByteArray &body)
{
    const auto list = QJsonDocument::fromJson(body).object().value("keys"_L1);
    if (!list.isArray())
        return refused(Error::Kind::Malformed, u"the provider's keys are not a JSON Web Key Set"_s);
    const auto array = list.toArray();
    if (array.size() > kMostKeys)
        return refused(Error::Kind::Malformed, u"the provider has more than %1 keys"_s.arg(kMostKeys));
    SigningKeys keys;
    for (const auto &value : array) {
        const auto object = value.toObject();
        const auto use = object.value("use"_L1).toString();
        auto key = std::make_shared<Key>();
        key->id = object.value("kid"_L1).toString();
        key->algorithm = object.value("alg"_L1).toString();
        if ((!use.isEmpty() && use != "sig"_L1) || key->id.size() > kMostName)
            continue;
        const auto type = object.value("kty"_L1).toString();
        if (type == "RSA"_L1) {
            key->key = rsaKey(object);
        } else if (type == "EC"_L1) {
            const auto name = object.value("crv"_L1).toString();
            key->curve = std::ranges::find(kCurves, name, &Curve::name);
            if (key->curve == kCurves.end())
                continue;
            key->key = ecKey(object, *key->curve);
        }
        if (key->key)
            keys.m_keys.push_back(std::move(key));
    }
    if (keys.isEmpty())
        return refused(Error::Kind::Malformed, u"the provider has no usable signing key"_s);
    return keys;
}

Result<void> SigningKeys::checkSignature(const QByteArray &token) const
{
    const auto parts = token.split('.');
    const auto head = parts.size() == 3 && token.size() <= kMostToken ? decoded(parts.at(0)) : std::nullopt;
    const auto signature = head ? decoded(parts.at(2)) : std::nullopt;
    if (!signature || signature->isEmpty())
        return refused(Error::Kind::NotAllowed, u"the token is malformed"_s);
    const auto header = QJsonDocument::fromJson(*head).object();
    const auto algorithm = header.value("alg"_L1).toString();
    static constexpr std::array kKnown{"RS256"_L1, "RS384"_L1, "RS512"_L1, "PS256"_L1, "PS384"_L1,
                                       "PS512"_L1, "ES256"_L1, "ES384"_L1, "ES512"_L1};
    if (std::ranges::find(kKnown, algorithm) == kKnown.end())
        return refused(Error::Kind::NotAllowed, u"the token is not signed with a provider's key"_s);
    if (header.contains("crit"_L1)) // RFC 7515 §4.1.11: unknown extensions must be rejected
        return refused(Error::Kind::NotAllowed, u"the token has unknown critical extensions"_s);
    const auto id = header.value("kid"_L1).toString();
    const auto content = parts.at(0) + '.' + parts.at(1);
    bool isKnown = false;
    for (const auto &key : m_keys) {
        if (!id.isEmpty() && key->id != id)
            continue;
        isKnown = true;
        if (key->isFor(algorithm) && key->signedIt(content, *signature, algorithm))
            return {};
    }
    if (!isKnown)
        return refused(Error::Kind::NotFound, u"the token is signed with a key that the provider does not have"_s);
    return refused(Error::Kind::NotAllowed, u"the signature of the token is invalid"_s);
}

} // namespace lynceus
