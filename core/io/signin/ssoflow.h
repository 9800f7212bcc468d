#pragma once

#include "core/domain/auth/pkce.h"
#include "core/domain/auth/signinoffer.h"
#include "core/domain/auth/tokenclaims.h"
#include "core/io/clock.h"
#include "core/io/signin/browser.h"
#include "core/io/signin/loopbacklistener.h"
#include "core/io/signin/providerclient.h"

#include <QObject>
#include <QTimer>

#include <optional>

namespace lynceus {

/// Tokens of a provider, checked as far as a client can.
struct SsoResult
{
    ReceivedGrant received;
    TokenClaims claims;
};

/// One sign-in with a browser: discovery, browser, redirect to the loopback port (or a pasted address), code exchange,
/// check of the id_token. Uses the device flow if no browser can be opened and an external provider supports it.
/// concludePage(), or a failure, sends the browser its page. Destroying it cancels the sign-in.
class SsoFlow final : public QObject
{
    Q_OBJECT
public:
    static constexpr Duration kPersonLimit{10 * 60 * 1000}; ///< for the user; providers have a time limit too

    SsoFlow(SignInHttp &http, Browser &browser, const QUrl &baseUrl, SsoOffer offer, quint16 port,
            QObject *parent = nullptr, Duration personLimit = kPersonLimit,
            Duration pageLimit = LoopbackListener::kHoldLimit);
    ~SsoFlow() override;

    void start();
    /// @p text: the URL at which a browser on another machine ended. Emits rejected() if it is wrong.
    void pasteAddress(const QString &text);
    /// Call after done(), when Argo CD has accepted or rejected the token: sends the page to a waiting browser.
    void concludePage(const std::optional<Error> &error);

Q_SIGNALS:
    /// @p userCode: only for the device flow.
    void waitsForPerson(const QUrl &link, const QString &userCode);
    /// A response arrived that does not belong to this sign-in; continues waiting.
    void rejected(const Error &error);
    /// The browser has returned; the code is being exchanged.
    void redeeming();
    /// Exactly one of these ends the flow.
    void done(const SsoResult &result);
    void failed(const Error &error);

private:
    void askPerson();
    void useLoopback();
    void takeReturn(const QByteArray &target);
    [[nodiscard]] Result<Secret> codeIn(const QByteArray &target) const;
    void redeem(const Secret &code);
    void startDevice();
    void pollDevice();
    void takePoll(Result<std::optional<ReceivedGrant>> polled);
    void check(Result<ReceivedGrant> received, bool hasNonce);
    void fail(const Error &error);

    Browser &m_browser;
    SsoOffer m_offer;
    quint16 m_port;
    ProviderClient m_provider;
    LoopbackListener m_listener;
    SignInProof m_proof;
    QUrl m_link;
    QTimer m_limit;
    QTimer m_poll;
    std::optional<DeviceGrant> m_device;
    bool m_waits = false; // for the user
    bool m_over = false;
};

/// Whether the device flow can work: the built-in Dex answers device/code but then rejects its own client.
[[nodiscard]] bool grantsDeviceFlow(const SsoOffer &offer, const ProviderMetadata &provider);

} // namespace lynceus
