#include "app/serve/jwtcheck.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QMessageAuthenticationCode>

#include <cmath>
#include <optional>

using namespace Qt::StringLiterals;

namespace lynceus {

namespace {

constexpr qsizetype kMostBytes = 16 * 1024;
constexpr double kSkew = 5; // s of clock difference between the signer and this computer

std::optional<QByteArray> decoded(const QByteArray &part)
{
    const auto bytes = QByteArray::fromBase64Encoding(
        part, QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals | QByteArray::AbortOnBase64DecodingErrors);
    return bytes.decodingStatus == QByteArray::Base64DecodingStatus::Ok ? std::optional(*bytes) : std::nullopt;
}

std::optional<QJsonObject> objectOf(const QByteArray &part)
{
    const auto bytes = decoded(part);
    if (!bytes)
        return std::nullopt;
    const auto document = QJsonDocument::fromJson(*bytes);
    return document.isObject() ? std::optional(document.object()) : std::nullopt;
}

std::optional<QCryptographicHash::Algorithm> algorithmOf(const QString &name)
{
    if (name == "HS256"_L1)
        return QCryptographicHash::Sha256;
    if (name == "HS384"_L1)
        return QCryptographicHash::Sha384;
    if (name == "HS512"_L1)
        return QCryptographicHash::Sha512;
    return std::nullopt; // "none" too
}

QString faultOfClaims(const QJsonObject &claims, Instant now)
{
    const auto seconds = static_cast<double>(now.time_since_epoch().count()) / 1000.0;
    const auto expires = claims.value("exp"_L1);
    if (!expires.isDouble())
        return u"token has invalid claims: token is missing required claim: exp claim is required"_s;
    if (seconds >= expires.toDouble() + kSkew)
        return u"token has invalid claims: token is expired"_s;
    for (const auto &name : {"nbf"_L1, "iat"_L1}) {
        const auto from = claims.value(name);
        if (!from.isUndefined() && (!from.isDouble() || seconds < from.toDouble() - kSkew))
            return u"token has invalid claims: token is not valid yet"_s;
    }
    return {};
}

} // namespace

bool equalInConstantTime(const QByteArray &left, const QByteArray &right)
{
    if (left.size() != right.size())
        return false;
    unsigned difference = 0;
    for (qsizetype i = 0; i < left.size(); ++i)
        difference |=
            static_cast<unsigned>(static_cast<unsigned char>(left.at(i)) ^ static_cast<unsigned char>(right.at(i)));
    return difference == 0;
}

QString faultOfJwt(const QByteArray &token, const Secret &secret, Instant now)
{
    const auto parts = token.split('.');
    if (token.size() > kMostBytes || parts.size() != 3)
        return u"token is malformed"_s;
    const auto header = objectOf(parts.at(0));
    const auto signature = decoded(parts.at(2));
    if (!header || !signature)
        return u"token is malformed"_s;
    const auto algorithm = algorithmOf(header->value("alg"_L1).toString());
    if (!algorithm)
        return u"token signature is invalid: the signing method is not HS256, HS384 or HS512"_s;
    const auto expected =
        QMessageAuthenticationCode::hash(parts.at(0) + '.' + parts.at(1), secret.reveal(), *algorithm);
    if (!equalInConstantTime(expected, *signature))
        return u"token signature is invalid"_s;
    const auto claims = objectOf(parts.at(1)); // parse only now, after the signature was verified
    return claims ? faultOfClaims(*claims, now) : u"token is malformed"_s;
}

QByteArray accountOfJwt(const QByteArray &token)
{
    const auto claims = objectOf(token.split('.').value(1)).value_or(QJsonObject());
    const QJsonArray names{claims.value("iss"_L1), claims.value("sub"_L1)};
    return QCryptographicHash::hash(QJsonDocument(names).toJson(QJsonDocument::Compact), QCryptographicHash::Sha256)
        .toHex();
}

} // namespace lynceus
