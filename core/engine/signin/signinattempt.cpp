#include "core/engine/signin/signinattempt.h"

#include "core/domain/argocd/responses/refusal.h"
#include "core/domain/auth/signinoffer.h"
#include "core/domain/auth/tokenclaims.h"
#include "core/io/http/requests/networkrequest.h"

#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace lynceus {

namespace {

using Step = SignInProgress::Step;

Error problem(Error::Kind kind, const QString &message)
{
    return {kind, u"sign-in"_s, message, false, 0};
}

Secret sessionJson(const QString &userName, const Secret &password)
{
    const QJsonObject object{{u"username"_s, userName}, {u"password"_s, QString::fromUtf8(password.reveal())}};
    return Secret(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

/// A name without an application: the list is answered at once, empty or refused.
ListFilter nothing()
{
    ListFilter filter;
    filter.name = u"lynceus-asks-whether-it-may-read"_s;
    return filter;
}

InstanceAccess oneOff(InstanceAccess access, Secret token = {})
{
    access.tokens.reset();
    return withToken(std::move(access), std::move(token));
}

} // namespace

SignInAttempt::SignInAttempt(const Instance &instance, InstanceAccess access, Browser &browser, const Clock &clock,
                             SignInWish wish, QObject *parent)
    : QObject(parent)
    , m_instance(instance)
    , m_access(oneOff(std::move(access)))
    , m_browser(browser)
    , m_clock(clock)
    , m_wish(std::move(wish))
    , m_http(m_access, clock)
    , m_client(std::make_unique<ArgoCdClient>(instance.id, m_access, clock))
{
    m_shown.instance = instance.id;
}

SignInAttempt::~SignInAttempt()
{
    blockSignals(true); // destroying requests is not a failed sign-in
    m_client.reset();
}

void SignInAttempt::report(Step step, const QUrl &link, const QString &userCode, const Error &error)
{
    m_shown.step = step;
    m_shown.link = link;
    m_shown.userCode = userCode;
    m_shown.error = error;
    Q_EMIT progressed(m_shown);
}

void SignInAttempt::start()
{
    m_isStarted = true;
    report(Step::Asking);
    switch (m_wish.method) {
    case SignInMethod::Sso:
        return startSso();
    case SignInMethod::Password:
        return startPassword();
    case SignInMethod::Token:
        return startToken();
    case SignInMethod::Anonymous:
        return startAnonymous();
    }
}

void SignInAttempt::pasteAddress(const QString &text)
{
    if (m_flow)
        m_flow->pasteAddress(text);
}

void SignInAttempt::startSso()
{
    std::ignore = m_client->settings(this).then(this, [this](const Result<Answer<ServerSettings>> &settings) {
        if (!settings) {
            Q_EMIT failed(settings.error());
            return;
        }
        const auto offer = signInOffer(settings->value);
        if (offer.sso)
            runFlow(*offer.sso);
        else
            Q_EMIT failed(problem(
                Error::Kind::NotFound,
                offer.ssoProblem.isEmpty()
                    ? u"this server does not support single sign-on; sign in with a user name and password, or with a token"_s
                    : offer.ssoProblem));
    });
}

void SignInAttempt::runFlow(const SsoOffer &offer)
{
    m_flow = std::make_unique<SsoFlow>(m_http, m_browser, m_instance.baseUrl, offer, m_instance.callbackPort);
    connect(m_flow.get(), &SsoFlow::waitsForPerson, this,
            [this](const QUrl &link, const QString &userCode) { report(Step::WaitsForPerson, link, userCode); });
    connect(m_flow.get(), &SsoFlow::rejected, this,
            [this](const Error &error) { report(Step::WaitsForPerson, m_shown.link, m_shown.userCode, error); });
    connect(m_flow.get(), &SsoFlow::redeeming, this, [this] { report(Step::Redeeming); });
    connect(m_flow.get(), &SsoFlow::failed, this, &SignInAttempt::failed, Qt::QueuedConnection);
    connect(m_flow.get(), &SsoFlow::done, this, [this, offer](const SsoResult &result) {
        Credentials credentials;
        credentials.bearer = result.received.grant.idToken;
        credentials.refreshToken = result.received.grant.refreshToken;
        credentials.issuer = offer.issuer;
        credentials.clientId = offer.clientId;
        credentials.receivedAt = result.received.receivedAt;
        verify(std::move(credentials), result.claims.name, false);
    });
    m_flow->start();
}

void SignInAttempt::startPassword()
{
    if (m_wish.userName.isEmpty() || m_wish.secret.isEmpty()) {
        Q_EMIT failed(problem(Error::Kind::BadInput, u"a user name and a password are required"_s));
        return;
    }
    SignInRequest request;
    request.call = SignInCall::Session;
    request.url = sessionUrl(m_instance.baseUrl);
    request.json = sessionJson(m_wish.userName, m_wish.secret);
    m_wish.secret = {};
    SignInPlaces places;
    places.baseUrl = m_instance.baseUrl;
    m_http.send(std::move(request), places, this, [this](const Result<SignInAnswer> &answer) { takeSession(answer); });
}

void SignInAttempt::takeSession(const Result<SignInAnswer> &answer)
{
    if (!answer) {
        Q_EMIT failed(answer.error());
        return;
    }
    if (answer->httpStatus != 200) {
        TransportOutcome outcome;
        outcome.httpStatus = answer->httpStatus;
        outcome.contentType = answer->contentType;
        outcome.body = answer->body;
        const bool isRefusal = answer->httpStatus == 401 || answer->httpStatus == 403;
        if (isRefusal && refusalOf(outcome).by == Refusal::By::Gateway) {
            Q_EMIT failed(classifyAnswer(outcome, u"POST /api/v1/session"_s).error());
            return;
        }
        // The answer after too many failures has the same message (argocd-api §1.2), so nothing is retried here.
        const auto said = errorMessageIn(answer->body);
        auto error =
            problem(isRefusal ? Error::Kind::SignInNeeded : Error::Kind::Server,
                    said.isEmpty() ? u"the server responded to the sign-in with status %1"_s.arg(answer->httpStatus)
                                   : u"the server rejected the sign-in: %1"_s.arg(said));
        error.httpStatus = answer->httpStatus;
        Q_EMIT failed(error);
        return;
    }
    auto token = decodeSessionToken(answer->body);
    if (!token) {
        Q_EMIT failed(problem(Error::Kind::NotArgoCd,
                              u"the sign-in was not answered by an Argo CD server: %1"_s.arg(token.error().message)));
        return;
    }
    report(Step::Redeeming);
    Credentials credentials;
    credentials.bearer = *std::move(token);
    credentials.receivedAt = answer->answeredAt;
    verify(std::move(credentials), m_wish.userName, false);
}

void SignInAttempt::startToken()
{
    const auto claims = readClaims(m_wish.secret);
    if (!claims) {
        Q_EMIT failed(problem(Error::Kind::BadInput, claims.error().message));
        return;
    }
    if (claims->expiresAt && *claims->expiresAt + kClockTolerance < m_clock.now()) {
        Q_EMIT failed(problem(Error::Kind::BadInput,
                              u"this token expired at %1; use a newer one"_s.arg(formatRfc3339(*claims->expiresAt))));
        return;
    }
    report(Step::Redeeming);
    Credentials credentials;
    credentials.bearer = std::exchange(m_wish.secret, {});
    verify(std::move(credentials), claims->name, true);
}

void SignInAttempt::startAnonymous()
{
    using Listed = Result<Answer<std::shared_ptr<DecodedApplicationList>>>;
    std::ignore =
        m_client->list({}, ApplicationDetail::Summary, nothing(), this).then(this, [this](const Listed &listed) {
            if (listed)
                Q_EMIT done({}, {});
            else if (listed.error().kind == Error::Kind::SignInNeeded || listed.error().kind == Error::Kind::Forbidden)
                Q_EMIT failed(problem(Error::Kind::SignInNeeded, u"this server does not allow anonymous access"_s));
            else
                Q_EMIT failed(listed.error());
        });
}

void SignInAttempt::verify(Credentials credentials, const QString &claimedName, bool mustAnswer)
{
    m_client = std::make_unique<ArgoCdClient>(m_instance.id, oneOff(m_access, credentials.bearer), m_clock);
    const auto take = [this, credentials = std::move(credentials), claimedName,
                       mustAnswer](const Result<Answer<UserInfo>> &user) {
        std::optional<Error> error;
        if (user && !user->value.loggedIn)
            error = problem(
                Error::Kind::SignInNeeded,
                u"the server does not accept this token: it is expired, revoked, or issued for another server"_s);
        else if (!user && mustAnswer)
            error = user.error();
        if (m_flow)
            m_flow->concludePage(error);
        if (error)
            Q_EMIT failed(*error);
        else
            Q_EMIT done(credentials, user && !user->value.username.isEmpty() ? user->value.username : claimedName);
    };
    std::ignore = m_client->userInfo(this).then(this, take);
}

} // namespace lynceus
