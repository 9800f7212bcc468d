#include "app/serve/oidc/readersignin.h"

#include "app/serve/pages/pagehtml.h"
#include "core/domain/auth/authorization.h"
#include "core/domain/auth/callback.h"
#include "core/domain/auth/pkce.h"
#include "core/domain/auth/tokenclaims.h"
#include "core/domain/http/requesttarget.h"

#include <QRandomGenerator>
#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace lynceus {

namespace {

constexpr auto kAttemptCookie = "lynceus_signin";
constexpr auto kTokenCookie = "lynceus_reader";
constexpr qsizetype kCookiePart = 3'500; // bytes: browsers keep 4,096 with name and attributes
constexpr qsizetype kMostParts = 5;
constexpr std::chrono::seconds kAttemptAge{600};
constexpr qsizetype kLongestTarget = 500; // bytes

QByteArray encoded(const QByteArray &bytes)
{
    return bytes.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
}

QByteArray decoded(const QByteArray &text)
{
    return QByteArray::fromBase64(text, QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
}

/// Its value; empty: there is none.
QByteArray cookieOf(const HttpRequest &request, const QByteArray &name)
{
    for (const auto &part : request.header("Cookie").split(';')) {
        const auto pair = part.trimmed();
        if (pair.startsWith(name + '='))
            return pair.sliced(name.size() + 1);
    }
    return {};
}

/// Only to pages of ours, so that nobody sends others elsewhere from here.
bool isOurPage(const QByteArray &target)
{
    static const QRegularExpression form(u"\\A/(?:task/[A-Za-z0-9-]{1,64})?(?:\\?[!-~]*)?\\z"_s);
    return target.size() <= kLongestTarget && form.match(QString::fromLatin1(target)).hasMatch();
}

HttpReply toAddress(const QByteArray &address)
{
    HttpReply reply{302, {}, {}};
    reply.headers.append("Location", address);
    reply.headers.append("Cache-Control", "no-store");
    return reply;
}

HttpReply problemPage(int status, const QString &problem)
{
    return pageReply(
        status, u"Sign-in failed"_s, {},
        u"<h1>Sign-in failed</h1>\n<p class=\"card empty\">%1</p>\n<p><a href=\"/signin\">Try again</a></p>\n"_s.arg(
            escaped(problem)));
}

HttpReply pending(const std::shared_ptr<QPromise<HttpReply>> &promise)
{
    HttpReply reply;
    reply.later = std::make_shared<QFuture<HttpReply>>(promise->future());
    return reply;
}

void settle(const std::shared_ptr<QPromise<HttpReply>> &promise, HttpReply reply)
{
    promise->addResult(std::move(reply));
    promise->finish();
}

QByteArray randomBytes(qsizetype size)
{
    QByteArray bytes(size, Qt::Uninitialized);
    for (auto &byte : bytes)
        byte = static_cast<char>(QRandomGenerator::system()->bounded(256));
    return bytes;
}

} // namespace

/// What the browser keeps while somebody signs in.
struct ReaderSignIn::Attempt
{
    QByteArray state;
    QByteArray nonce;
    QByteArray verifier;
    QByteArray target;

    [[nodiscard]] QByteArray written() const { return state + '.' + nonce + '.' + verifier + '.' + encoded(target); }
    [[nodiscard]] static std::optional<Attempt> from(const QByteArray &text)
    {
        const auto parts = text.split('.');
        if (parts.size() != 4 || parts[0].isEmpty() || parts[1].isEmpty() || parts[2].isEmpty())
            return std::nullopt;
        const auto target = decoded(parts[3]);
        return Attempt{parts[0], parts[1], parts[2], isOurPage(target) ? target : QByteArray("/")};
    }
};

ReaderSignIn::ReaderSignIn(const ServeOidc &settings, const QUrl &publicUrl, OidcReaders &readers, const Clock &clock,
                           QObject *parent)
    : QObject(parent)
    , m_settings(settings)
    , m_publicUrl(publicUrl)
    , m_readers(readers)
    , m_clock(clock)
    , m_http(std::make_unique<SignInHttp>(OidcReaders::accessTo(settings), clock))
{ }

ReaderSignIn::~ReaderSignIn() = default;

QByteArray ReaderSignIn::tokenOf(const HttpRequest &request)
{
    QByteArray token;
    for (qsizetype part = 0; part < kMostParts; ++part) {
        const auto value = cookieOf(request, kTokenCookie + QByteArray::number(part));
        token += value;
        if (value.size() < kCookiePart)
            break;
    }
    return token;
}

HttpReply ReaderSignIn::redirect(const HttpRequest &request)
{
    return toAddress(QByteArray(kPath) + "?to=" + request.target.toPercentEncoding());
}

QUrl ReaderSignIn::redirectUri() const
{
    auto url = m_publicUrl;
    url.setPath(m_publicUrl.path() + QLatin1StringView(kDonePath));
    return url;
}

QByteArray ReaderSignIn::cookie(const QByteArray &name, const QByteArray &value, const char *path,
                                std::chrono::seconds age) const
{
    return name + '=' + value + "; Path=" + path + "; Max-Age=" + QByteArray::number(qint64{age.count()})
        + "; HttpOnly; SameSite=Lax" + (m_publicUrl.scheme() == "https"_L1 ? "; Secure" : "");
}

ProviderClient &ReaderSignIn::provider()
{
    return *new ProviderClient(*m_http, QUrl(m_settings.issuer), m_settings.issuer, this);
}

HttpReply ReaderSignIn::begin(const HttpRequest &request)
{
    const auto wanted = textIn(queryOf(request.target), u"to"_s).toLatin1();
    const auto promise = std::make_shared<QPromise<HttpReply>>();
    promise->start();
    auto &client = provider();
    client.discover(
        this,
        [this, promise, &client,
         target = isOurPage(wanted) ? wanted : QByteArray("/")](const Result<ProviderMetadata> &provider) {
            client.deleteLater();
            if (!provider)
                return settle(promise,
                              problemPage(503, u"The OpenID provider cannot be reached now; try again later."_s));
            const auto proof = signInProof(randomBytes(kProofBytes));
            SsoOffer offer;
            offer.issuer = m_settings.issuer;
            offer.clientId = m_settings.clientId;
            offer.scopes = {u"openid"_s, u"profile"_s, u"email"_s};
            const auto address = authorizationUrl(offer, *provider, proof, {redirectUri(), false});
            if (!address)
                return settle(promise, problemPage(502, address.error().message));
            auto reply = toAddress(address->toEncoded());
            const Attempt attempt{proof.state, proof.nonce, proof.verifier.reveal(), target};
            reply.headers.append("Set-Cookie", cookie(kAttemptCookie, attempt.written(), kPath, kAttemptAge));
            settle(promise, std::move(reply));
        });
    return pending(promise);
}

HttpReply ReaderSignIn::finish(const HttpRequest &request)
{
    const auto attempt = Attempt::from(cookieOf(request, kAttemptCookie));
    if (!attempt)
        return problemPage(400, u"This browser did not begin a sign-in, or it took longer than 10 minutes."_s);
    const auto response = parseAuthorizationResponse(request.target);
    if (!response)
        return problemPage(400, response.error().message);
    const auto promise = std::make_shared<QPromise<HttpReply>>();
    promise->start();
    auto &client = provider();
    client.discover(
        this,
        [this, promise, &client, attempt = *attempt, response = *response](const Result<ProviderMetadata> &provider) {
            if (!provider) {
                client.deleteLater();
                return settle(promise,
                              problemPage(503, u"The OpenID provider cannot be reached now; try again later."_s));
            }
            const auto code = codeFrom(response, {attempt.state, m_settings.issuer, provider->sendsIssuer});
            if (!code) {
                client.deleteLater();
                return settle(promise, problemPage(400, code.error().message));
            }
            SsoOffer offer;
            offer.clientId = m_settings.clientId;
            auto form = codeExchangeForm(offer, *code, Secret(QByteArray(attempt.verifier)), redirectUri()).reveal();
            if (!m_settings.clientSecret.isEmpty())
                form += "&client_secret=" + m_settings.clientSecret.reveal().toPercentEncoding();
            client.redeem(
                Secret(std::move(form)), this,
                [this, promise, &client, attempt, metadata = *provider](const Result<ReceivedGrant> &received) {
                    client.deleteLater();
                    settle(promise,
                           received ? signedIn(*received, attempt, metadata)
                                    : problemPage(502, received.error().message));
                });
        });
    return pending(promise);
}

HttpReply ReaderSignIn::signedIn(const ReceivedGrant &received, const Attempt &attempt,
                                 const ProviderMetadata &provider)
{
    const auto token = received.grant.idToken.reveal();
    const auto claims = readClaims(received.grant.idToken);
    if (!claims)
        return problemPage(502, u"the provider sent no token that says who you are"_s);
    const ExpectedIdToken expected{m_settings.issuer, m_settings.clientId, attempt.nonce, provider.signingAlgorithms};
    if (const auto checked = checkIdToken(*claims, expected, received.issuerTime); !checked)
        return problemPage(403, checked.error().message);
    if (const auto finding = m_readers.check(token); finding.kind != OidcReaders::Finding::Kind::Allowed)
        return problemPage(finding.kind == OidcReaders::Finding::Kind::Unavailable ? 503 : 403, finding.reason);
    if (token.size() > kCookiePart * kMostParts)
        return problemPage(502, u"the provider's token is too large for a cookie; let it send fewer claims"_s);
    // Where the reader wanted to go; relative, below whatever path a proxy gives us.
    auto reply = toAddress(m_publicUrl.path().toUtf8() + attempt.target);
    const auto left = std::chrono::floor<std::chrono::seconds>(*claims->expiresAt - m_clock.now());
    for (qsizetype part = 0; part * kCookiePart < token.size(); ++part)
        reply.headers.append("Set-Cookie",
                             cookie(kTokenCookie + QByteArray::number(part), token.mid(part * kCookiePart, kCookiePart),
                                    "/", std::max(left, std::chrono::seconds(0))));
    reply.headers.append("Set-Cookie", cookie(kAttemptCookie, "", kPath, std::chrono::seconds(0)));
    return reply;
}

} // namespace lynceus
