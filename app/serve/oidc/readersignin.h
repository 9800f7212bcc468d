#pragma once

#include "app/serve/oidc/oidcreaders.h"
#include "app/serve/peercounter.h"
#include "core/domain/http/requestparser.h"
#include "core/io/serve/httpreply.h"

#include <QObject>
#include <QPromise>
#include <QUrl>

#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace lynceus {

struct AuthorizationResponse;

/// Signs in users of the web pages at the OpenID provider, with authorization code and PKCE. Stateless: the sign-in's
/// intermediate data and the token are kept in cookies of the browser, so that every replica can continue. A cookie
/// only allows reading.
///
/// Everyone can request a sign-in, so the load on the provider is limited: its discovery document is read once per
/// kProviderAge and shared by all waiting requests. Unsuccessful attempts are counted by client address: more than
/// kMostTries in a minute get "too many requests".
class ReaderSignIn final : public QObject
{
    Q_OBJECT
public:
    static constexpr auto kPath = "/signin";
    static constexpr auto kDonePath = "/signin/done"; ///< redirect URI for the provider
    static constexpr Duration kProviderAge{300'000};  ///< validity of its discovery document
    static constexpr Duration kAgain{5'000};          ///< pause after an unreachable provider
    static constexpr std::size_t kMostWaiting = 200;  ///< requests that wait for the document
    static constexpr int kMostTries = 60; ///< per address and minute; clients behind a proxy share one address

    /// @p publicUrl: the URL of this server in browsers. @p readers must outlive this.
    ReaderSignIn(const ServeOidc &settings, const QUrl &publicUrl, OidcReaders &readers, const Clock &clock,
                 QObject *parent = nullptr);
    ~ReaderSignIn() override;

    /// "/signin?to=PATH": redirects to the provider, and afterwards to PATH on this server.
    [[nodiscard]] HttpReply begin(const HttpRequest &request, const QString &peer);
    /// "/signin/done?code=…&state=…"
    [[nodiscard]] HttpReply finish(const HttpRequest &request, const QString &peer);

    /// Redirects to kPath, with a return to the path of @p request.
    [[nodiscard]] HttpReply redirect(const HttpRequest &request) const;
    /// The token from the browser's cookie; empty if there is none.
    [[nodiscard]] static QByteArray tokenOf(const HttpRequest &request);

private:
    using Promise = std::shared_ptr<QPromise<HttpReply>>;
    struct Attempt;

    /// The provider with its document; null: unavailable.
    using Provider = std::shared_ptr<ProviderClient>;
    using Next = std::function<void(const Provider &)>;

    [[nodiscard]] bool isProviderKnown() const;
    /// The reply that refuses another request to the provider; empty if it is allowed.
    [[nodiscard]] std::optional<HttpReply> refuse(const QString &peer);
    /// Calls @p next at once if the provider is known.
    void withProvider(Next next);
    void takeProvider(const Provider &provider);
    /// @p problem: a clause or a sentence.
    [[nodiscard]] HttpReply problemPage(int status, const QString &problem) const;
    [[nodiscard]] HttpReply unreachablePage() const;
    [[nodiscard]] HttpReply toProvider(const ProviderMetadata &provider, const QByteArray &target);
    /// Exchanges the authorization code of @p response.
    void redeem(const Provider &provider, const AuthorizationResponse &response, const Attempt &attempt,
                const QString &peer, const Promise &promise);
    [[nodiscard]] HttpReply signedIn(const ReceivedGrant &received, const Attempt &attempt,
                                     const ProviderMetadata &provider);
    [[nodiscard]] QUrl redirectUri() const;
    [[nodiscard]] QByteArray cookie(const QByteArray &name, const QByteArray &value, const QByteArray &path,
                                    std::chrono::seconds age) const;

    const ServeOidc m_settings;
    const QUrl m_publicUrl;
    const QByteArray m_base; ///< base path of the public URL
    OidcReaders &m_readers;
    const Clock &m_clock;
    std::unique_ptr<SignInHttp> m_http;
    PeerCounter m_tries;         ///< unsuccessful attempts
    Provider m_provider;         ///< null: not read yet, or the last attempt failed
    Duration m_readAt{0};        ///< steady time of the last attempt
    bool m_hasFailed = false;    ///< the last attempt failed
    std::vector<Next> m_waiting; ///< called when the document is read
};

} // namespace lynceus
