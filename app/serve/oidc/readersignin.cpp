#include "app/serve/oidc/readersignin.h"

#include "app/serve/pages/pagehtml.h"
#include "core/domain/auth/authorization.h"
#include "core/domain/auth/callback.h"
#include "core/domain/auth/pkce.h"
#include "core/domain/auth/tokenclaims.h"
#include "core/domain/http/requesttarget.h"
#include "core/engine/text/wording.h"

#include <QRandomGenerator>
#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace lynceus {

namespace {

constexpr auto kAttemptCookie = "lynceus_signin";
constexpr auto kTokenCookie = "lynceus_reader";
constexpr qsizetype kCookiePart = 3'500; // bytes: browsers store 4,096 with name and attributes
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

/// The value of a cookie; empty if there is none.
QByteArray cookieOf(const HttpRequest &request, const QByteArray &name)
{
    for (const auto &part : request.header("Cookie").split(';')) {
        const auto pair = part.trimmed();
        if (pair.startsWith(name + '='))
            return pair.sliced(name.size() + 1);
    }
    return {};
}

/// True only for pages of this server, to prevent open redirects.
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

/// Data kept in the browser during a sign-in.
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
    , m_base(publicUrl.path(QUrl::FullyEncoded).toLatin1())
    , m_readers(readers)
    , m_clock(clock)
    , m_http(std::make_unique<SignInHttp>(OidcReaders::accessTo(settings), clock))
    , m_tries(clock, kMostTries)
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

HttpReply ReaderSignIn::redirect(const HttpRequest &request) const
{
    return toAddress(m_base + kPath + "?to=" + request.target.toPercentEncoding());
}

HttpReply ReaderSignIn::problemPage(int status, const QString &problem) const
{
    const auto base = QString::fromLatin1(m_base);
    auto reply = pageReply(base, status, u"Sign-in failed"_s, {},
                           u"<h1>Sign-in failed</h1>\n<p class=\"card empty\">"_s + escaped(asSentence(problem))
                               + u"</p>\n<p><a href=\""_s + escaped(base) + u"/signin\">Try again</a></p>\n"_s);
    if (status == 429 || status == 503)
        reply.headers.append("Retry-After", status == 429 ? "60" : "15");
    return reply;
}

HttpReply ReaderSignIn::unreachablePage() const
{
    return problemPage(503, u"The OpenID provider cannot be reached now; try again later."_s);
}

QUrl ReaderSignIn::redirectUri() const
{
    auto url = m_publicUrl;
    url.setPath(m_publicUrl.path() + QLatin1StringView(kDonePath));
    return url;
}

QByteArray ReaderSignIn::cookie(const QByteArray &name, const QByteArray &value, const QByteArray &path,
                                std::chrono::seconds age) const
{
    return name + '=' + value + "; Path=" + path + "; Max-Age=" + QByteArray::number(qint64{age.count()})
        + "; HttpOnly; SameSite=Lax" + (m_publicUrl.scheme() == "https"_L1 ? "; Secure" : "");
}

bool ReaderSignIn::isProviderKnown() const
{
    return m_provider && m_clock.steady() - m_readAt < kProviderAge;
}

std::optional<HttpReply> ReaderSignIn::refuse(const QString &peer)
{
    if (!m_tries.add(peer))
        return problemPage(429, u"too many sign-ins from this address; try again in a minute"_s);
    if (m_waiting.size() >= kMostWaiting)
        return problemPage(503, u"too many sign-ins wait for the OpenID provider; try again later"_s);
    return std::nullopt;
}

void ReaderSignIn::withProvider(Next next)
{
    if (isProviderKnown())
        return next(m_provider);
    if (m_hasFailed && m_clock.steady() - m_readAt < kAgain)
        return next(nullptr);
    m_waiting.push_back(std::move(next));
    if (m_waiting.size() > 1)
        return; // already being read
    const auto client = std::make_shared<ProviderClient>(*m_http, QUrl(m_settings.issuer), m_settings.issuer);
    client->discover(
        this, [this, client](const Result<ProviderMetadata> &provider) { takeProvider(provider ? client : nullptr); });
}

void ReaderSignIn::takeProvider(const Provider &provider)
{
    m_provider = provider;
    m_hasFailed = !provider;
    m_readAt = m_clock.steady();
    for (const auto &next : std::exchange(m_waiting, {}))
        next(provider);
}

HttpReply ReaderSignIn::begin(const HttpRequest &request, const QString &peer)
{
    const auto wanted = textIn(queryOf(request.target), u"to"_s).toLatin1();
    const auto target = isOurPage(wanted) ? wanted : QByteArray("/");
    if (isProviderKnown()) // no request needed
        return toProvider(m_provider->metadata(), target);
    if (auto refused = refuse(peer))
        return *std::move(refused);
    const auto promise = std::make_shared<QPromise<HttpReply>>();
    promise->start();
    withProvider([this, promise, peer, target](const Provider &provider) {
        if (!provider)
            return settle(promise, unreachablePage());
        m_tries.takeBack(peer);
        settle(promise, toProvider(provider->metadata(), target));
    });
    return pending(promise);
}

HttpReply ReaderSignIn::toProvider(const ProviderMetadata &provider, const QByteArray &target)
{
    const auto proof = signInProof(randomBytes(kProofBytes));
    SsoOffer offer;
    offer.issuer = m_settings.issuer;
    offer.clientId = m_settings.clientId;
    offer.scopes = {u"openid"_s, u"profile"_s, u"email"_s};
    const auto address = authorizationUrl(offer, provider, proof, {redirectUri(), false});
    if (!address)
        return problemPage(502, address.error().message);
    auto reply = toAddress(address->toEncoded());
    const Attempt attempt{proof.state, proof.nonce, proof.verifier.reveal(), target};
    reply.headers.append("Set-Cookie", cookie(kAttemptCookie, attempt.written(), m_base + kPath, kAttemptAge));
    return reply;
}

HttpReply ReaderSignIn::finish(const HttpRequest &request, const QString &peer)
{
    const auto attempt = Attempt::from(cookieOf(request, kAttemptCookie));
    if (!attempt)
        return problemPage(400,
                           u"This browser has no sign-in in progress, or the sign-in took longer than 10 minutes."_s);
    const auto response = parseAuthorizationResponse(request.target);
    if (!response)
        return problemPage(400, response.error().message);
    if (auto refused = refuse(peer))
        return *std::move(refused);
    const auto promise = std::make_shared<QPromise<HttpReply>>();
    promise->start();
    withProvider([this, promise, peer, attempt = *attempt, response = *response](const Provider &provider) {
        provider ? redeem(provider, response, attempt, peer, promise) : settle(promise, unreachablePage());
    });
    return pending(promise);
}

void ReaderSignIn::redeem(const Provider &provider, const AuthorizationResponse &response, const Attempt &attempt,
                          const QString &peer, const Promise &promise)
{
    const auto code = codeFrom(response, {attempt.state, m_settings.issuer, provider->metadata().sendsIssuer});
    if (!code)
        return settle(promise, problemPage(400, code.error().message));
    SsoOffer offer;
    offer.clientId = m_settings.clientId;
    auto form = codeExchangeForm(offer, *code, Secret(QByteArray(attempt.verifier)), redirectUri()).reveal();
    if (!m_settings.clientSecret.isEmpty())
        form += "&client_secret=" + m_settings.clientSecret.reveal().toPercentEncoding();
    provider->redeem(
        Secret(std::move(form)), this, [this, promise, provider, attempt, peer](const Result<ReceivedGrant> &received) {
            if (!received) {
                const auto kind = received.error().kind;
                const bool isAway = kind == Error::Kind::Unreachable || kind == Error::Kind::TimedOut;
                return settle(promise, isAway ? unreachablePage() : problemPage(502, received.error().message));
            }
            auto reply = signedIn(*received, attempt, provider->metadata());
            if (reply.status == 302)
                m_tries.takeBack(peer);
            settle(promise, std::move(reply));
        });
}

HttpReply ReaderSignIn::signedIn(const ReceivedGrant &received, const Attempt &attempt,
                                 const ProviderMetadata &provider)
{
    const auto token = received.grant.idToken.reveal();
    const auto claims = readClaims(received.grant.idToken);
    if (!claims)
        return problemPage(502, u"the OpenID provider sent no ID token"_s);
    const ExpectedIdToken expected{m_settings.issuer, m_settings.clientId, attempt.nonce, provider.signingAlgorithms};
    if (const auto checked = checkIdToken(*claims, expected, received.issuerTime); !checked)
        return problemPage(403, checked.error().message);
    if (const auto finding = m_readers.check(token); finding.kind != OidcReaders::Finding::Kind::Allowed)
        return problemPage(finding.kind == OidcReaders::Finding::Kind::Unavailable ? 503 : 403, finding.reason);
    if (token.size() > kCookiePart * kMostParts)
        return problemPage(502,
                           u"the provider's token is too large for a cookie; configure the provider to send fewer "
                           "claims"_s);
    // The page that the user requested; relative to the base path of a proxy.
    auto reply = toAddress(m_base + attempt.target);
    const auto left = std::chrono::floor<std::chrono::seconds>(*claims->expiresAt - m_clock.now());
    const auto path = m_base.isEmpty() ? QByteArray("/") : m_base;
    for (qsizetype part = 0; part < kMostParts; ++part) {
        // Unused parts are deleted: a longer token may have used them before.
        const auto value = token.mid(part * kCookiePart, kCookiePart);
        const auto age = value.isEmpty() ? std::chrono::seconds(0) : std::max(left, std::chrono::seconds(0));
        reply.headers.append("Set-Cookie", cookie(kTokenCookie + QByteArray::number(part), value, path, age));
    }
    reply.headers.append("Set-Cookie", cookie(kAttemptCookie, "", m_base + kPath, std::chrono::seconds(0)));
    return reply;
}

} // namespace lynceus
