#include "tests/support/fakeprovider.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <openssl/core_names.h>
#include <openssl/ecdsa.h>
#include <openssl/evp.h>
#include <openssl/rsa.h>

using namespace Qt::StringLiterals;

namespace lynceus::test {

namespace {

constexpr int kCoordinate = 32; // bytes, for P-256
constexpr unsigned kRsaBits = 2'048;

QByteArray encoded(const QByteArray &bytes)
{
    return bytes.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
}

QByteArray compact(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

QByteArray numberOf(EVP_PKEY *key, const char *name)
{
    BIGNUM *number = nullptr;
    EVP_PKEY_get_bn_param(key, name, &number);
    QByteArray bytes(BN_num_bytes(number), '\0');
    BN_bn2bin(number, reinterpret_cast<unsigned char *>(bytes.data()));
    BN_free(number);
    return bytes;
}

/// Concatenates r and s.
QByteArray rawSignature(const QByteArray &der)
{
    const auto *bytes = reinterpret_cast<const unsigned char *>(der.constData());
    ECDSA_SIG *pair = d2i_ECDSA_SIG(nullptr, &bytes, static_cast<long>(der.size()));
    QByteArray raw(2 * kCoordinate, '\0');
    auto *out = reinterpret_cast<unsigned char *>(raw.data());
    BN_bn2binpad(ECDSA_SIG_get0_r(pair), out, kCoordinate);
    BN_bn2binpad(ECDSA_SIG_get0_s(pair), out + kCoordinate, kCoordinate);
    ECDSA_SIG_free(pair);
    return raw;
}

} // namespace

struct FakeProvider::Key
{
    explicit Key(KeyType type)
        : key(type == KeyType::Rsa ? EVP_PKEY_Q_keygen(nullptr, nullptr, "RSA", std::size_t(kRsaBits))
                                   : EVP_PKEY_Q_keygen(nullptr, nullptr, "EC", "P-256"))
    { }
    Key(const Key &) = delete;
    Key &operator=(const Key &) = delete;
    ~Key() { EVP_PKEY_free(key); }

    EVP_PKEY *key;
};

FakeProvider::FakeProvider(KeyType type)
    : m_type(type)
    , m_server([this](const ReceivedRequest &request) { return reply(request); })
{
    changeKey(u"first"_s);
}

FakeProvider::~FakeProvider() = default;

QString FakeProvider::issuer() const
{
    return m_server.url().toString() + u"/realm"_s;
}

void FakeProvider::changeKey(const QString &id)
{
    m_key = std::make_unique<Key>(m_type);
    m_keyId = id;
}

QJsonObject FakeProvider::claims(const QString &audience, Instant now) const
{
    const auto seconds = std::chrono::floor<std::chrono::seconds>(now).time_since_epoch().count();
    constexpr qint64 kHour = 3'600;
    return {{u"iss"_s, issuer()},
            {u"sub"_s, u"ada"_s},
            {u"aud"_s, audience},
            {u"iat"_s, qint64{seconds}},
            {u"exp"_s, qint64{seconds} + kHour}};
}

QByteArray FakeProvider::token(const QJsonObject &claims) const
{
    return token(claims, m_type == KeyType::Rsa ? u"RS256"_s : u"ES256"_s, m_keyId);
}

QByteArray FakeProvider::token(const QJsonObject &claims, const QString &algorithm, const QString &id) const
{
    const auto content = encoded(compact({{u"alg"_s, algorithm}, {u"kid"_s, id}})) + '.' + encoded(compact(claims));
    EVP_MD_CTX *context = EVP_MD_CTX_new();
    EVP_PKEY_CTX *keyContext = nullptr;
    EVP_DigestSignInit(context, &keyContext, EVP_sha256(), nullptr, m_key->key);
    if (algorithm.startsWith(u'P')) {
        EVP_PKEY_CTX_set_rsa_padding(keyContext, RSA_PKCS1_PSS_PADDING);
        EVP_PKEY_CTX_set_rsa_pss_saltlen(keyContext, RSA_PSS_SALTLEN_DIGEST);
    }
    const auto *bytes = reinterpret_cast<const unsigned char *>(content.constData());
    std::size_t size = 0;
    EVP_DigestSign(context, nullptr, &size, bytes, std::size_t(content.size()));
    QByteArray signature(qsizetype(size), '\0');
    EVP_DigestSign(context, reinterpret_cast<unsigned char *>(signature.data()), &size, bytes,
                   std::size_t(content.size()));
    EVP_MD_CTX_free(context);
    signature.truncate(qsizetype(size));
    return content + '.' + encoded(m_type == KeyType::Rsa ? signature : rawSignature(signature));
}

QByteArray FakeProvider::keySet() const
{
    if (!m_keysBody.isEmpty())
        return m_keysBody;
    QJsonObject key{{u"kid"_s, m_keyId}, {u"use"_s, u"sig"_s}};
    const auto put = [&](const QString &name, const char *parameter, int length) {
        const auto bytes = numberOf(m_key->key, parameter);
        key.insert(name, QString::fromLatin1(encoded(QByteArray(length - int(bytes.size()), '\0') + bytes)));
    };
    if (m_type == KeyType::Rsa) {
        key.insert(u"kty"_s, u"RSA"_s);
        put(u"n"_s, OSSL_PKEY_PARAM_RSA_N, 0);
        put(u"e"_s, OSSL_PKEY_PARAM_RSA_E, 0);
    } else {
        key.insert(u"kty"_s, u"EC"_s);
        key.insert(u"crv"_s, u"P-256"_s);
        put(u"x"_s, OSSL_PKEY_PARAM_EC_PUB_X, kCoordinate);
        put(u"y"_s, OSSL_PKEY_PARAM_EC_PUB_Y, kCoordinate);
    }
    return compact({{u"keys"_s, QJsonArray{key}}});
}

Script FakeProvider::reply(const ReceivedRequest &request)
{
    const auto path = request.line.split(' ').value(1);
    m_discoveries += path == "/realm/.well-known/openid-configuration" ? 1 : 0;
    m_exchanges += path == "/realm/token" ? 1 : 0;
    if (m_isAway)
        return {finish()};
    QByteArray body;
    if (path == "/realm/.well-known/openid-configuration") {
        const auto base = issuer();
        body = compact({{u"issuer"_s, base},
                        {u"authorization_endpoint"_s, base + u"/authorize"_s},
                        {u"token_endpoint"_s, base + u"/token"_s},
                        {u"jwks_uri"_s, base + u"/keys"_s}});
    } else if (path == "/realm/token" && !m_idToken.isEmpty()) {
        m_exchanged = request.body;
        body = compact({{u"id_token"_s, QString::fromLatin1(m_idToken)},
                        {u"access_token"_s, u"of no use here"_s},
                        {u"token_type"_s, u"Bearer"_s}});
    } else if (path == "/realm/keys") {
        ++m_keysRead;
        body = keySet();
    }
    return {send("HTTP/1.1 " + QByteArray(body.isEmpty() ? "404 Not Found" : "200 OK")
                 + "\r\nContent-Type: application/json\r\nContent-Length: " + QByteArray::number(body.size())
                 + "\r\n\r\n" + body)};
}

} // namespace lynceus::test
