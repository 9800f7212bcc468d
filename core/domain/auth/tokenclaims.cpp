#include "core/domain/auth/tokenclaims.h"

#include "core/domain/argocd/decodersread_p.h"
#include "core/domain/auth/pkce.h"
#include "core/domain/base/redact.h"

#include <array>
#include <charconv>

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

/// NumericDate: seconds since 1970, with a fraction perhaps (RFC 7519 §2).
bool readTime(detail::Json value, std::optional<Instant> &time)
{
    if (value.isNull())
        return true;
    const auto text = value.token();
    double seconds = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), seconds);
    if (error != std::errc() || end != text.data() + text.size() || !(seconds >= 0) || seconds > kLatestSeconds)
        return value.fail(u"is no time"_s);
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
    return tl::unexpected(
        Error{Error::Kind::Malformed, {}, u"this is no token that Argo CD knows: "_s + why, false, 0});
}

tl::unexpected<Error> refused(const QString &message)
{
    return tl::unexpected(Error{Error::Kind::NotAllowed, u"id_token"_s, message, false, 0});
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
        return noToken(u"it is far too long"_s);
    const auto parts = QByteArrayView(bytes).toByteArray().split('.');
    if (parts.size() != 3 || parts[1].isEmpty())
        return noToken(u"it has not three parts with dots between them"_s);
    const auto payload = QByteArray::fromBase64Encoding(
        parts[1], QByteArray::Base64UrlEncoding | QByteArray::AbortOnBase64DecodingErrors);
    if (!payload)
        return noToken(u"its middle part is not in base64url"_s);

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

Result<void> checkIdToken(const TokenClaims &claims, const QString &issuer, const QString &clientId,
                          QByteArrayView nonce, Instant now)
{
    if (claims.issuer != issuer)
        return refused(
            u"the token was made by %1, not by %2"_s.arg(redactedText(claims.issuer, 200), redactedText(issuer, 200)));
    if (!claims.audience.contains(clientId))
        return refused(u"the token was made for %1, not for %2"_s.arg(
            claims.audience.isEmpty() ? u"nobody"_s : redactedText(claims.audience.join(", "_L1), 200),
            redactedText(clientId, 200)));
    if (!nonce.isEmpty() && !claims.nonce.isEmpty() && !sameBytes(claims.nonce, nonce))
        return refused(u"the token belongs to another sign-in than this one"_s);
    if (!claims.expiresAt)
        return refused(u"the token does not say when it ends"_s);
    if (*claims.expiresAt + kClockTolerance <= now)
        return refused(u"the token ended at %1 already; is the provider's clock or this computer's clock wrong?"_s.arg(
            formatRfc3339(*claims.expiresAt)));
    if (claims.issuedAt && *claims.issuedAt - kClockTolerance > now)
        return refused(u"the token begins only at %1; is the provider's clock or this computer's clock wrong?"_s.arg(
            formatRfc3339(*claims.issuedAt)));
    return {};
}

} // namespace lynceus
