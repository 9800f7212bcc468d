#include "core/domain/auth/callback.h"

#include "core/domain/auth/authorization.h"
#include "core/domain/auth/pkce.h"
#include "core/domain/redaction/redact.h"

#include <QUrl>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace lynceus {

namespace {

constexpr qsizetype kTargetCap = 16 * 1024; // bytes; codes have a few hundred, some providers add much more

tl::unexpected<Error> refused(Error::Kind kind, const QString &message)
{
    return tl::unexpected(Error{kind, u"sign-in"_s, message, false, 0});
}

bool isHex(char c)
{
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}

/// Decodes "%XY" and "+"; empty if a percent sign is invalid.
std::optional<QByteArray> decoded(QByteArrayView text)
{
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (text[i] == '%' && (i + 2 >= text.size() || !isHex(text[i + 1]) || !isHex(text[i + 2])))
            return std::nullopt;
    }
    auto bytes = text.toByteArray();
    bytes.replace('+', ' ');
    return QByteArray::fromPercentEncoding(bytes);
}

QByteArrayView queryOf(QByteArrayView target)
{
    const auto mark = target.indexOf('?');
    return mark < 0 ? QByteArrayView() : target.sliced(mark + 1);
}

/// The value of one parameter; BadInput if it occurs twice.
Result<QByteArray> parameter(QByteArrayView query, QByteArrayView name)
{
    std::optional<QByteArray> found;
    while (!query.isEmpty()) {
        const auto end = query.indexOf('&');
        const auto field = end < 0 ? query : query.first(end);
        query = end < 0 ? QByteArrayView() : query.sliced(end + 1);
        const auto equals = field.indexOf('=');
        if (equals < 0 || field.first(equals) != name)
            continue;
        if (found)
            return refused(Error::Kind::BadInput,
                           u"the browser returned \"%1\" twice"_s.arg(QString::fromLatin1(name.toByteArray())));
        found = decoded(field.sliced(equals + 1));
        if (!found)
            return refused(Error::Kind::BadInput,
                           u"the browser returned an invalid \"%1\""_s.arg(QString::fromLatin1(name.toByteArray())));
    }
    return found.value_or(QByteArray());
}

Result<AuthorizationResponse> readParameters(QByteArrayView query)
{
    AuthorizationResponse response;
    QByteArray code;
    QByteArray error;
    QByteArray description;
    QByteArray issuer;
    const std::initializer_list<std::pair<const char *, QByteArray *>> wanted{{"state", &response.state},
                                                                              {"code", &code},
                                                                              {"error", &error},
                                                                              {"error_description", &description},
                                                                              {"iss", &issuer}};
    for (const auto &[name, target] : wanted) {
        auto value = parameter(query, name);
        if (!value)
            return tl::unexpected(std::move(value.error()));
        *target = *std::move(value);
    }
    response.code = Secret(std::move(code));
    response.error = redactedText(QString::fromUtf8(error), 60);
    response.errorDescription = redactedText(QString::fromUtf8(description), 200);
    response.issuer = QString::fromUtf8(issuer);
    return response;
}

QString providerSentence(const AuthorizationResponse &response)
{
    const auto said =
        response.errorDescription.isEmpty() ? response.error : response.error + u": "_s + response.errorDescription;
    return u"the provider rejected the sign-in (%1)"_s.arg(said);
}

} // namespace

bool isCallbackTarget(QByteArrayView target)
{
    const auto mark = target.indexOf('?');
    return (mark < 0 ? target : target.first(mark)) == QByteArrayView(kCallbackPath);
}

Result<AuthorizationResponse> parseAuthorizationResponse(QByteArrayView target)
{
    if (target.size() > kTargetCap)
        return refused(Error::Kind::BadInput, u"the browser returned an address that is too long"_s);
    return readParameters(queryOf(target));
}

Result<QByteArray> targetOfPastedAddress(const QString &text)
{
    const auto address = text.trimmed();
    const QUrl url(address, QUrl::StrictMode);
    const bool isOurs = url.isValid() && url.scheme() == "http"_L1
        && (url.host() == "localhost"_L1 || url.host() == "127.0.0.1"_L1 || url.host() == "::1"_L1)
        && url.path() == QLatin1StringView(kCallbackPath) && url.hasQuery();
    if (!isOurs)
        return badInput(
            u"this is not the final address from the browser; it starts with http://localhost:8085/auth/callback?"_s,
            u"pasted address"_s);
    return url.toEncoded(QUrl::RemoveScheme | QUrl::RemoveAuthority | QUrl::RemoveFragment);
}

Result<Secret> codeFrom(const AuthorizationResponse &response, const ExpectedResponse &expected)
{
    if (!sameBytes(response.state, expected.state))
        return refused(Error::Kind::NotAllowed,
                       u"the browser returned from a different sign-in; start again and use only the newest page"_s);
    if (response.issuer.isEmpty() && expected.sendsIssuer)
        return refused(
            Error::Kind::NotAllowed,
            u"the browser's response does not name its provider (iss), although this provider promises to send it"_s);
    if (!response.issuer.isEmpty() && response.issuer != expected.issuer)
        return refused(Error::Kind::NotAllowed,
                       u"the response came from a different provider (%1)"_s.arg(redactedText(response.issuer, 200)));
    if (response.error == "access_denied"_L1)
        return refused(Error::Kind::Forbidden,
                       response.errorDescription.isEmpty()
                           ? u"the sign-in was denied in the browser"_s
                           : u"the sign-in was denied in the browser: %1"_s.arg(response.errorDescription));
    if (!response.error.isEmpty())
        return refused(Error::Kind::Server, providerSentence(response));
    if (response.code.isEmpty())
        return refused(Error::Kind::Malformed, u"the browser returned no code"_s);
    const auto bytes = response.code.reveal();
    if (std::ranges::any_of(bytes, [](char c) { return c < 0x20 || c >= 0x7f; })) // RFC 6749 appendix A.11
        return refused(Error::Kind::Malformed, u"the browser returned a code with control characters"_s);
    return response.code;
}

} // namespace lynceus
