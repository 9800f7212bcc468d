#include "core/domain/auth/tokenclaims.h"

#include "core/domain/argocd/decoders/decodersread_p.h"
#include "core/domain/auth/pkce.h"
#include "core/domain/redaction/redact.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace lynceus {

namespace {

constexpr qsizetype kTokenCap = 256 * 1024;          // bytes; the largest (thousands of groups) have some 100 kB
constexpr double kLatestSeconds = 253'402'300'799.0; // the end of the year 9999
constexpr auto kLocalIssuer = "argocd"_L1;

struct Names
{
    QString email;
    QString preferred;
    QString name;
};

/// NumericDate: seconds since 1970, possibly with a fraction (RFC 7519 §2).
bool readTime(detail::Json value, std::optional<Instant> &time)
{
    if (value.isNull())
        return true;
    const auto text = value.token();
    bool isNumber = false; // std::from_chars() of libc++ does not support fractions
    const auto seconds = QByteArrayView(text.data(), qsizetype(text.size())).toDouble(&isNumber);
    if (!isNumber || !(seconds >= 0) || seconds > kLatestSeconds)
        return value.fail(u"is not a time"_s);
    time = Instant(Duration(static_cast<qint64>(seconds * 1000)));
    return true;
}

bool readAudience(detail::Json value, QStringList &audience)
{
    if (value.isArray())
        return value.read(audience);
    QString one;
    if (!value.read(one))
        return false;
    if (!one.isEmpty())
        audience = {one};
    return true;
}

bool readNonce(detail::Json value, QByteArray &nonce)
{
    QString text;
    const bool read = value.read(text);
    nonce = text.toUtf8();
    return read;
}

bool readClaim(std::string_view field, detail::Json value, TokenClaims &claims, Names &names)
{
    if (field == "iss")
        return value.read(claims.issuer);
    if (field == "sub")
        return value.read(claims.subject);
    if (field == "aud")
        return readAudience(value, claims.audience);
    if (field == "exp")
        return readTime(value, claims.expiresAt);
    if (field == "iat")
        return readTime(value, claims.issuedAt);
    if (field == "nonce")
        return readNonce(value, claims.nonce);
    if (field == "azp")
        return value.read(claims.authorizedParty);
    if (field == "email")
        return value.read(names.email);
    if (field == "preferred_username")
        return value.read(names.preferred);
    if (field == "name")
        return value.read(names.name);
    return true;
}

tl::unexpected<Error> noToken(const QString &why)
{
    return tl::unexpected(Error{Error::Kind::Malformed, {}, u"this is not an Argo CD token: "_s + why, false, 0});
}

tl::unexpected<Error> refused(const QString &message)
{
    return tl::unexpected(Error{Error::Kind::NotAllowed, u"id_token"_s, message, false, 0});
}

Result<void> checkAlgorithm(const QString &algorithm, const QStringList &promised)
{
    static constexpr std::array kPublicKey{"RS256"_L1, "RS384"_L1, "RS512"_L1, "PS256"_L1, "PS384"_L1,  "PS512"_L1,
                                           "ES256"_L1, "ES384"_L1, "ES512"_L1, "EdDSA"_L1, "Ed25519"_L1};
    if (algorithm.isEmpty() || algorithm.compare("none"_L1, Qt::CaseInsensitive) == 0)
        return refused(u"the token is not signed"_s);
    if (std::ranges::find(kPublicKey, algorithm) == kPublicKey.end())
        return refused(
            u"the token is signed with %1, which Lynceus does not accept"_s.arg(redactedText(algorithm, 40)));
    if (!promised.isEmpty() && !promised.contains(algorithm))
        return refused(u"the token is signed with %1, but the provider announces %2"_s.arg(
            redactedText(algorithm, 40), redactedText(promised.join(", "_L1), 200)));
    return {};
}

Result<void> checkAudience(const TokenClaims &claims, const QString &clientId)
{
    if (!claims.audience.contains(clientId))
        return refused(u"the token was issued for %1, not for %2"_s.arg(
            claims.audience.isEmpty() ? u"no audience"_s : redactedText(claims.audience.join(", "_L1), 200),
            redactedText(clientId, 200)));
    if (claims.authorizedParty.isEmpty() && claims.audience.size() > 1)
        return refused(u"the token is for several clients (%1) and does not name the requesting client (azp)"_s.arg(
            redactedText(claims.audience.join(", "_L1), 200)));
    if (!claims.authorizedParty.isEmpty() && claims.authorizedParty != clientId)
        return refused(u"the token was issued to %1 (azp), not to %2"_s.arg(redactedText(claims.authorizedParty, 200),
                                                                            redactedText(clientId, 200)));
    return {};
}

Result<void> checkTimes(const TokenClaims &claims, Instant now)
{
    if (!claims.expiresAt)
        return refused(u"the token has no expiry time"_s);
    if (*claims.expiresAt + kClockTolerance <= now)
        return refused(u"the token expired at %1; check the clocks of the provider and of this computer"_s.arg(
            formatRfc3339(*claims.expiresAt)));
    if (claims.issuedAt && *claims.issuedAt - kClockTolerance > now)
        return refused(u"the token is not valid before %1; check the clocks of the provider and of this computer"_s.arg(
            formatRfc3339(*claims.issuedAt)));
    return {};
}

/// `alg` of a JWT's header (RFC 7515 §4.1.1); empty if it cannot be read.
QString algorithmIn(const QByteArray &header)
{
    const auto decoded =
        QByteArray::fromBase64Encoding(header, QByteArray::Base64UrlEncoding | QByteArray::AbortOnBase64DecodingErrors);
    QString algorithm;
    simdjson::ondemand::parser parser;
    detail::StringPool strings;
    detail::Reading reading{strings};
    auto text = decoded ? *decoded : QByteArray();
    const auto fields = [&algorithm](std::string_view field, detail::Json value) {
        return field != "alg" || value.read(algorithm);
    };
    return detail::readDocument(parser, text, reading, fields) ? algorithm : QString();
}

QString withoutSuffix(const QString &subject)
{
    const auto colon = subject.lastIndexOf(u':');
    return colon < 0 || subject.startsWith("proj:"_L1) ? subject : subject.first(colon);
}

QString nameOf(const TokenClaims &claims, const Names &names)
{
    for (const auto *name : {&names.email, &names.preferred, &names.name}) {
        if (!name->isEmpty())
            return redactedText(*name, 120);
    }
    return redactedText(claims.issuer == kLocalIssuer ? withoutSuffix(claims.subject) : claims.subject, 120);
}

} // namespace

Result<TokenClaims> readClaims(const Secret &token)
{
    auto bytes = token.reveal();
    if (bytes.size() > kTokenCap)
        return noToken(u"it is too long"_s);
    const auto parts = QByteArrayView(bytes).toByteArray().split('.');
    if (parts.size() != 3 || parts[1].isEmpty())
        return noToken(u"it does not have three parts separated by dots"_s);
    const auto payload = QByteArray::fromBase64Encoding(
        parts[1], QByteArray::Base64UrlEncoding | QByteArray::AbortOnBase64DecodingErrors);
    if (!payload)
        return noToken(u"its middle part is not base64url"_s);

    TokenClaims claims;
    Names names;
    simdjson::ondemand::parser parser;
    detail::StringPool strings;
    detail::Reading reading{strings};
    auto text = *payload;
    const auto fields = [&](std::string_view field, detail::Json value) {
        return readClaim(field, value, claims, names);
    };
    if (!detail::readDocument(parser, text, reading, fields))
        return noToken(reading.fault.sentence());
    claims.algorithm = algorithmIn(parts[0]);
    claims.name = nameOf(claims, names);
    return claims;
}

TokenKind tokenKind(const std::optional<TokenClaims> &claims)
{
    if (!claims)
        return TokenKind::Opaque;
    if (claims->issuer != kLocalIssuer)
        return TokenKind::SingleSignOn;
    if (claims->subject.startsWith("proj:"_L1))
        return TokenKind::ProjectRole;
    return claims->subject.endsWith(":apiKey"_L1) ? TokenKind::ApiKey : TokenKind::LocalSession;
}

Result<void> checkIdToken(const TokenClaims &claims, const ExpectedIdToken &expected, Instant now)
{
    if (const auto checked = checkAlgorithm(claims.algorithm, expected.algorithms); !checked)
        return checked;
    if (claims.issuer != expected.issuer)
        return refused(u"the token was issued by %1, not by %2"_s.arg(redactedText(claims.issuer, 200),
                                                                      redactedText(expected.issuer, 200)));
    if (const auto checked = checkAudience(claims, expected.clientId); !checked)
        return checked;
    if (!expected.nonce.isEmpty() && claims.nonce.isEmpty())
        return refused(
            u"the token does not contain the nonce of this sign-in, which is required; it may have been requested by another program"_s);
    if (!expected.nonce.isEmpty() && !sameBytes(claims.nonce, expected.nonce))
        return refused(u"the token belongs to a different sign-in"_s);
    return checkTimes(claims, now);
}

} // namespace lynceus
