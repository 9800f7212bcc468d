#include "core/domain/auth/oidc.h"

#include "core/domain/argocd/decoders/decodersread_p.h"
#include "core/domain/argocd/requests/origin.h"
#include "core/domain/redaction/redact.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace lynceus {

namespace {

constexpr qsizetype kBodyCap = 1024 * 1024; // bytes; discovery documents have some 5 kB, tokens with many groups 50 kB
constexpr qint64 kLongestSeconds = 10LL * 365 * 24 * 3600; // longer lifetimes are not plausible

/// Reads an object with its own memory, which may contain secrets and is freed at once.
template<typename Fields>
Result<void> readObject(QByteArray body, Fields fields)
{
    if (body.size() > kBodyCap)
        return tl::unexpected(detail::tooLarge(body.size()));
    simdjson::ondemand::parser parser;
    detail::StringPool strings;
    detail::Reading reading{strings};
    body.detach();
    const bool read = detail::readDocument(parser, body, reading, fields);
    wipeBytes(body.data(), body.size());
    if (!read)
        return tl::unexpected(detail::malformed(reading.fault));
    return {};
}

bool readSecret(detail::Json value, Secret &secret)
{
    QString text;
    if (!value.read(text))
        return false;
    auto bytes = text.toUtf8();
    // RFC 6749 appendix A: tokens and codes are visible ASCII. Other bytes must not get into headers and forms.
    const bool isVisible = std::ranges::all_of(bytes, [](char c) { return c >= 0x20 && c < 0x7f; });
    secret = Secret(std::move(bytes));
    if (text.isDetached())
        wipeBytes(reinterpret_cast<char *>(text.data()), text.size() * qsizetype(sizeof(QChar)));
    return isVisible || value.fail(u"contains characters that are not valid in a token"_s);
}

bool readAddress(detail::Json value, QUrl &url)
{
    QString text;
    if (!value.read(text))
        return false;
    url = QUrl(text, QUrl::StrictMode);
    const bool isAddress = text.isEmpty()
        || (url.isValid() && !url.host().isEmpty() && url.userInfo().isEmpty()
            && (url.scheme() == "https"_L1 || url.scheme() == "http"_L1));
    return isAddress || value.fail(u"is not an address"_s);
}

bool readSeconds(detail::Json value, Duration &duration)
{
    qint64 seconds = 0;
    if (!value.read(seconds))
        return false;
    if (seconds < 0 || seconds > kLongestSeconds)
        return value.fail(u"is not a lifetime in seconds"_s);
    duration = std::chrono::seconds(seconds);
    return true;
}

tl::unexpected<Error> malformed(const QString &message)
{
    return tl::unexpected(Error{Error::Kind::Malformed, {}, message, false, 0});
}

tl::unexpected<Error> notAllowed(const QString &message)
{
    return tl::unexpected(Error{Error::Kind::NotAllowed, {}, message, false, 0});
}

bool readMetadata(std::string_view field, detail::Json value, ProviderMetadata &provider)
{
    if (field == "issuer")
        return value.read(provider.issuer);
    if (field == "authorization_endpoint")
        return readAddress(value, provider.authorizationEndpoint);
    if (field == "token_endpoint")
        return readAddress(value, provider.tokenEndpoint);
    if (field == "device_authorization_endpoint")
        return readAddress(value, provider.deviceEndpoint);
    if (field == "revocation_endpoint")
        return readAddress(value, provider.revocationEndpoint);
    if (field == "jwks_uri")
        return readAddress(value, provider.keysEndpoint);
    if (field == "scopes_supported")
        return value.read(provider.scopesSupported);
    if (field == "response_types_supported")
        return value.read(provider.responseTypes);
    if (field == "code_challenge_methods_supported")
        return value.read(provider.challengeMethods);
    if (field == "grant_types_supported")
        return value.read(provider.grantTypes);
    if (field == "id_token_signing_alg_values_supported")
        return value.read(provider.signingAlgorithms);
    if (field == "authorization_response_iss_parameter_supported")
        return value.read(provider.sendsIssuer);
    return true;
}

Result<void> checkMetadata(const ProviderMetadata &provider, const QString &issuer)
{
    if (provider.issuer != issuer)
        return notAllowed(
            u"the provider at %1 reports the issuer %2: either the server's settings are wrong or the connection is intercepted"_s
                .arg(redactedText(issuer), redactedText(provider.issuer)));
    if (provider.authorizationEndpoint.isEmpty() || provider.tokenEndpoint.isEmpty())
        return malformed(u"the provider %1 does not announce a sign-in address"_s.arg(redactedText(issuer)));
    const std::array endpoints{provider.authorizationEndpoint, provider.tokenEndpoint, provider.deviceEndpoint,
                               provider.revocationEndpoint};
    const QUrl own(issuer, QUrl::StrictMode);
    const bool isDex = issuer.endsWith("/api/dex"_L1); // its path in every Argo CD
    const auto foreign =
        std::ranges::find_if(endpoints, [&own](const QUrl &url) { return !url.isEmpty() && !sameOrigin(url, own); });
    if (isDex && foreign != endpoints.end())
        return notAllowed(u"Dex at %1 announces %2 as its endpoint, which is a different server"_s.arg(
            redactedText(issuer), redactedUrl(*foreign)));
    if (!issuer.startsWith("https:"_L1))
        return {};
    const auto plain = std::ranges::find(endpoints, u"http"_s, [](const QUrl &url) { return url.scheme(); });
    if (plain != endpoints.end())
        return notAllowed(
            u"the provider %1 requires unencrypted requests to %2"_s.arg(redactedText(issuer), redactedUrl(*plain)));
    return {};
}

} // namespace

QUrl discoveryUrl(const QString &issuer)
{
    auto base = issuer;
    while (base.endsWith(u'/'))
        base.chop(1);
    return QUrl(base + "/.well-known/openid-configuration"_L1, QUrl::StrictMode);
}

Result<ProviderMetadata> decodeDiscovery(const QByteArray &body, const QString &issuer)
{
    ProviderMetadata provider;
    if (auto read = readObject(body, [&](auto field, auto value) { return readMetadata(field, value, provider); });
        !read)
        return tl::unexpected(std::move(read.error()));
    if (auto checked = checkMetadata(provider, issuer); !checked)
        return tl::unexpected(std::move(checked.error()));
    return provider;
}

Result<TokenGrant> decodeTokenGrant(const QByteArray &body)
{
    TokenGrant grant;
    const auto fields = [&grant](std::string_view field, detail::Json value) {
        if (field == "id_token")
            return readSecret(value, grant.idToken);
        if (field == "access_token")
            return readSecret(value, grant.accessToken);
        if (field == "refresh_token")
            return readSecret(value, grant.refreshToken);
        if (field == "expires_in" && !value.token().starts_with('"')) // some providers send it as a string: ignored
            return value.isNull() || readSeconds(value, grant.expiresIn.emplace());
        return true;
    };
    if (auto read = readObject(body, fields); !read)
        return tl::unexpected(std::move(read.error()));
    if (grant.idToken.isEmpty() && grant.accessToken.isEmpty())
        return malformed(u"the provider's response contains no token"_s);
    return grant;
}

std::optional<OAuthRefusal> decodeRefusal(const QByteArray &body)
{
    OAuthRefusal refusal;
    const auto fields = [&refusal](std::string_view field, detail::Json value) {
        if (field == "error")
            return value.read(refusal.code);
        if (field == "error_description")
            return value.read(refusal.description);
        return true;
    };
    if (!readObject(body, fields) || refusal.code.isEmpty())
        return std::nullopt;
    refusal.code = redactedText(refusal.code, 60);
    refusal.description = redactedText(refusal.description);
    return refusal;
}

RenewalEnd renewalEnd(int httpStatus, const std::optional<OAuthRefusal> &refusal)
{
    // Without an OAuth error, the answer is not from the provider; 429 and 5xx are temporary.
    if (!refusal || httpStatus < 400 || httpStatus >= 500 || httpStatus == 429 || httpStatus == 408)
        return RenewalEnd::Trouble;
    static constexpr std::array kPassing{"temporarily_unavailable"_L1, "server_error"_L1, "slow_down"_L1};
    return std::ranges::find(kPassing, refusal->code) == kPassing.end() ? RenewalEnd::SignInNeeded
                                                                        : RenewalEnd::Trouble;
}

QString renewalRefusalText(const OAuthRefusal &refusal)
{
    const auto said = refusal.description.isEmpty() ? refusal.code : refusal.code + u": "_s + refusal.description;
    // Dex returns invalid_request for a refresh token that was replaced; the standard error is invalid_grant.
    const bool isToken = refusal.code == "invalid_grant"_L1 || refusal.code == "invalid_request"_L1;
    const auto cause = isToken
        ? u"; the likely cause is another sign-in by the same user, because some providers (for example Dex) keep one refresh token per user and client"_s
        : QString();
    return u"the provider no longer renews this sign-in (%1)%2: sign in again"_s.arg(said, cause);
}

Result<DeviceGrant> decodeDeviceGrant(const QByteArray &body)
{
    DeviceGrant grant;
    const auto fields = [&grant](std::string_view field, detail::Json value) {
        if (field == "device_code")
            return readSecret(value, grant.deviceCode);
        if (field == "user_code")
            return value.read(grant.userCode);
        if (field == "verification_uri" || field == "verification_url") // Google's older name
            return readAddress(value, grant.verificationUri);
        if (field == "verification_uri_complete")
            return readAddress(value, grant.verificationUriComplete);
        if (field == "expires_in")
            return readSeconds(value, grant.expiresIn);
        if (field == "interval")
            return readSeconds(value, grant.interval);
        return true;
    };
    if (auto read = readObject(body, fields); !read)
        return tl::unexpected(std::move(read.error()));
    if (grant.deviceCode.isEmpty() || grant.userCode.isEmpty() || grant.verificationUri.isEmpty())
        return malformed(u"the provider's response contains no device code"_s);
    grant.userCode = redactedText(grant.userCode, 40);
    grant.interval = std::clamp<Duration>(grant.interval, Duration{1'000}, Duration{60'000});
    return grant;
}

Result<Secret> decodeSessionToken(const QByteArray &body)
{
    Secret token;
    const auto fields = [&token](std::string_view field, detail::Json value) {
        return field != "token" || readSecret(value, token);
    };
    if (auto read = readObject(body, fields); !read)
        return tl::unexpected(std::move(read.error()));
    if (token.isEmpty())
        return malformed(u"the server's response contains no token"_s);
    return token;
}

} // namespace lynceus
