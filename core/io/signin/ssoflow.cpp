#include "core/io/signin/ssoflow.h"

#include "core/domain/auth/authorization.h"
#include "core/domain/auth/callback.h"

#include <QRandomGenerator>

using namespace Qt::StringLiterals;

namespace lynceus {

namespace {

constexpr auto kDeviceGrant = "urn:ietf:params:oauth:grant-type:device_code"_L1;
constexpr Duration kSlowDown{5'000}; // RFC 8628 §3.5

/// For the page in the browser.
QString pageText(const QString &reason)
{
    return u"Lynceus: "_s + reason + u'.';
}

QByteArray randomBytes(qsizetype size)
{
    QByteArray bytes(size, Qt::Uninitialized);
    for (auto &byte : bytes)
        byte = static_cast<char>(QRandomGenerator::system()->bounded(256));
    return bytes;
}

} // namespace

bool grantsDeviceFlow(const SsoOffer &offer, const ProviderMetadata &provider)
{
    return offer.provider == SsoOffer::Provider::External && !provider.deviceEndpoint.isEmpty()
        && (provider.grantTypes.isEmpty() || provider.grantTypes.contains(kDeviceGrant));
}

SsoFlow::SsoFlow(SignInHttp &http, Browser &browser, const QUrl &baseUrl, SsoOffer offer, quint16 port, QObject *parent,
                 Duration personLimit, Duration pageLimit)
    : QObject(parent)
    , m_browser(browser)
    , m_offer(std::move(offer))
    , m_port(port)
    , m_provider(http, baseUrl, m_offer.issuer)
    , m_listener(nullptr, pageLimit)
    , m_proof(signInProof(randomBytes(kProofBytes)))
{
    m_limit.setSingleShot(true);
    m_limit.setInterval(personLimit);
    connect(&m_limit, &QTimer::timeout, this, [this] {
        fail({Error::Kind::TimedOut, u"sign-in"_s,
              u"the sign-in was not completed within %1: start again"_s.arg(
                  formatDuration(m_limit.intervalAsDuration())),
              true, 0});
    });
    m_poll.setSingleShot(true);
    connect(&m_poll, &QTimer::timeout, this, &SsoFlow::pollDevice);
    connect(&m_listener, &LoopbackListener::returned, this, &SsoFlow::takeReturn);
}

SsoFlow::~SsoFlow() = default;

void SsoFlow::start()
{
    m_provider.discover(this, [this](const Result<ProviderMetadata> &provider) {
        if (provider)
            askPerson();
        else
            fail(provider.error());
    });
}

void SsoFlow::askPerson()
{
    if (auto listening = m_listener.listen(m_port); !listening) {
        fail(listening.error());
        return;
    }
    m_port = m_listener.port(); // 0 let the system choose
    auto link = authorizationUrl(m_offer, m_provider.metadata(), m_proof, m_port);
    if (!link) {
        fail(link.error());
        return;
    }
    m_link = *link;
    m_limit.start();
    if (!m_browser.open(m_link) && grantsDeviceFlow(m_offer, m_provider.metadata()))
        startDevice();
    else
        useLoopback();
}

void SsoFlow::useLoopback()
{
    m_waits = true;
    Q_EMIT waitsForPerson(m_link, {});
}

Result<Secret> SsoFlow::codeIn(const QByteArray &target) const
{
    return parseAuthorizationResponse(target).and_then([this](const AuthorizationResponse &response) {
        return codeFrom(response, {m_proof.state, m_offer.issuer, m_provider.metadata().sendsIssuer});
    });
}

void SsoFlow::takeReturn(const QByteArray &target)
{
    const auto code = codeIn(target);
    if (!m_waits
        || (!code && (code.error().kind == Error::Kind::NotAllowed || code.error().kind == Error::Kind::BadInput))) {
        const auto reason = code ? u"this sign-in has ended"_s : code.error().message;
        m_listener.reject(pageText(reason));
        if (!code)
            Q_EMIT rejected(code.error());
        return;
    }
    if (!code) {
        m_listener.hold();
        fail(code.error());
        return;
    }
    m_listener.hold();
    redeem(*code);
}

void SsoFlow::pasteAddress(const QString &text)
{
    if (!m_waits)
        return;
    const auto code = targetOfPastedAddress(text).and_then([this](const QByteArray &target) { return codeIn(target); });
    if (code)
        redeem(*code);
    else if (code.error().kind == Error::Kind::NotAllowed || code.error().kind == Error::Kind::BadInput)
        Q_EMIT rejected(code.error());
    else
        fail(code.error());
}

void SsoFlow::redeem(const Secret &code)
{
    m_waits = false;
    m_limit.stop();
    m_listener.close();
    Q_EMIT redeeming();
    m_provider.redeem(codeExchangeForm(m_offer, code, m_proof.verifier, m_port), this,
                      [this](Result<ReceivedGrant> received) { check(std::move(received), true); });
}

void SsoFlow::check(Result<ReceivedGrant> received, bool hasNonce)
{
    if (!received) {
        fail(received.error());
        return;
    }
    if (received->grant.idToken.isEmpty()) {
        fail({Error::Kind::Malformed, u"sign-in"_s,
              u"the provider returned no token for Argo CD (no id_token); its client requires the scope openid"_s,
              false, 0});
        return;
    }
    auto claims = readClaims(received->grant.idToken);
    const auto checked = claims.and_then([&](const TokenClaims &read) {
        return checkIdToken(read,
                            {m_offer.issuer, m_offer.clientId, hasNonce ? m_proof.nonce : QByteArray(),
                             m_provider.metadata().signingAlgorithms},
                            received->issuerTime);
    });
    if (!checked) {
        fail(checked.error());
        return;
    }
    m_over = true;
    Q_EMIT done(SsoResult{*std::move(received), *std::move(claims)});
}

void SsoFlow::startDevice()
{
    m_provider.startDevice(deviceForm(m_offer, m_provider.metadata()), this, [this](Result<DeviceGrant> device) {
        if (!device) {
            useLoopback(); // the device flow failed; the loopback port still works
            return;
        }
        m_listener.close();
        m_device = *std::move(device);
        const auto &link = m_device->verificationUriComplete;
        m_poll.start(m_device->interval);
        Q_EMIT waitsForPerson(link.isEmpty() ? m_device->verificationUri : link, m_device->userCode);
    });
}

void SsoFlow::pollDevice()
{
    m_provider.pollDevice(devicePollForm(m_offer.clientId, m_device->deviceCode), this,
                          [this](Result<std::optional<ReceivedGrant>> polled) { takePoll(std::move(polled)); });
}

void SsoFlow::takePoll(Result<std::optional<ReceivedGrant>> polled)
{
    if (m_over)
        return;
    if (polled && *polled) {
        m_limit.stop();
        Q_EMIT redeeming();
        check(**std::move(polled), false);
    } else if (polled || polled.error().retryable) {
        // Polled too often, or a network error: both are temporary, unlike the user's time limit.
        if (!polled)
            m_device->interval += kSlowDown;
        m_poll.start(m_device->interval);
    } else {
        fail(polled.error());
    }
}

void SsoFlow::concludePage(const std::optional<Error> &error)
{
    if (error)
        m_listener.conclude(false, tr("Not signed in. %1").arg(pageText(error->message)));
    else
        m_listener.conclude(true, tr("Signed in. You can close this page and return to Lynceus."));
}

void SsoFlow::fail(const Error &error)
{
    if (std::exchange(m_over, true))
        return;
    m_waits = false;
    m_limit.stop();
    m_poll.stop();
    m_listener.close();
    concludePage(error);
    Q_EMIT failed(error);
}

} // namespace lynceus
