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

/// One sign-in with a browser: discovery, the browser, back on the loopback port (or by a pasted address), exchange,
/// check of the id_token. Where no browser can be opened and an external provider grants the device flow, that.
/// The browser gets its page from concludePage(), or when this failed. Destroying it calls it off.
class SsoFlow final : public QObject
{
    Q_OBJECT
public:
    static constexpr Duration kPersonLimit{10 * 60 * 1000}; ///< for whoever signs in; providers forget theirs, too

    SsoFlow(SignInHttp &http, Browser &browser, const QUrl &baseUrl, SsoOffer offer, quint16 port,
            QObject *parent = nullptr, Duration personLimit = kPersonLimit,
            Duration pageLimit = LoopbackListener::kHoldLimit);
    ~SsoFlow() override;

    void start();
    /// The address at which a browser on another machine ended; rejected() if it is not the one.
    void pasteAddress(const QString &text);
    /// After done(), when it is known whether Argo CD takes the token: the page for a browser that still waits.
    void concludePage(const std::optional<Error> &error);

Q_SIGNALS:
    /// @p userCode only in the device flow.
    void waitsForPerson(const QUrl &link, const QString &userCode);
    /// Something came back that is not the answer to this sign-in; it goes on waiting.
    void rejected(const Error &error);
    /// The browser came back; the code is being exchanged.
    void redeeming();
    /// One of these ends it.
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
    bool m_waits = false; // for the person
    bool m_over = false;
};

/// Whether the device flow is worth trying: the built-in Dex answers device/code and then refuses its own client.
[[nodiscard]] bool grantsDeviceFlow(const SsoOffer &offer, const ProviderMetadata &provider);

} // namespace lynceus
