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

/// Signs in people who open the pages in a browser: authorization code with PKCE at the OpenID provider. Nothing is
/// kept here: what a sign-in needs in between, and the token afterwards, are in cookies of the browser, so that every
/// replica can go on. A cookie lets read, and nothing else.
///
/// Anybody may ask for a sign-in, so it costs the provider little: what its document says is read once for
/// kProviderAge, by all who wait together. What has not succeeded is counted by the client's address: more than
/// kMostTries in a minute are answered with "too many".
class ReaderSignIn final : public QObject
{
    Q_OBJECT
public:
    static constexpr auto kPath = "/signin";
    static constexpr auto kDonePath = "/signin/done"; ///< the provider sends the browser there
    static constexpr Duration kProviderAge{300'000};  ///< its document is believed for so long
    static constexpr Duration kAgain{5'000};         ///< a provider that could not be reached is left alone for so long
    static constexpr std::size_t kMostWaiting = 200; ///< for its document at one time
    static constexpr int kMostTries = 60;            ///< by address and minute; many may share that of a proxy

    /// @p publicUrl: where browsers find this server. @p readers outlive this.
    ReaderSignIn(const ServeOidc &settings, const QUrl &publicUrl, OidcReaders &readers, const Clock &clock,
                 QObject *parent = nullptr);
    ~ReaderSignIn() override;

    /// "/signin?to=PATH": to the provider, and afterwards to PATH, a page of ours.
    [[nodiscard]] HttpReply begin(const HttpRequest &request, const QString &peer);
    /// "/signin/done?code=…&state=…"
    [[nodiscard]] HttpReply finish(const HttpRequest &request, const QString &peer);

    /// To kPath, and back to what @p request asks for.
    [[nodiscard]] HttpReply redirect(const HttpRequest &request) const;
    /// The token of a browser that signed in; empty: there is none.
    [[nodiscard]] static QByteArray tokenOf(const HttpRequest &request);

private:
    using Promise = std::shared_ptr<QPromise<HttpReply>>;
    struct Attempt;

    /// The provider whose document was read; null: it cannot be reached.
    using Provider = std::shared_ptr<ProviderClient>;
    using Next = std::function<void(const Provider &)>;

    [[nodiscard]] bool isProviderKnown() const;
    /// An answer instead of one more that asks the provider; nothing: it may.
    [[nodiscard]] std::optional<HttpReply> refuse(const QString &peer);
    /// At once where it is known.
    void withProvider(Next next);
    void takeProvider(const Provider &provider);
    /// @p problem: a clause, or a sentence.
    [[nodiscard]] HttpReply problemPage(int status, const QString &problem) const;
    [[nodiscard]] HttpReply unreachablePage() const;
    [[nodiscard]] HttpReply toProvider(const ProviderMetadata &provider, const QByteArray &target);
    /// Exchanges the code of @p response.
    void redeem(const Provider &provider, const AuthorizationResponse &response, const Attempt &attempt,
                const QString &peer, const Promise &promise);
    [[nodiscard]] HttpReply signedIn(const ReceivedGrant &received, const Attempt &attempt,
                                     const ProviderMetadata &provider);
    [[nodiscard]] QUrl redirectUri() const;
    [[nodiscard]] QByteArray cookie(const QByteArray &name, const QByteArray &value, const QByteArray &path,
                                    std::chrono::seconds age) const;

    const ServeOidc m_settings;
    const QUrl m_publicUrl;
    const QByteArray m_base; ///< its path: browsers see it before each of ours
    OidcReaders &m_readers;
    const Clock &m_clock;
    std::unique_ptr<SignInHttp> m_http;
    PeerCounter m_tries;         ///< that did not succeed
    Provider m_provider;         ///< null: not read yet, or it could not be read the last time
    Duration m_readAt{0};        ///< steady: when it was read, or could not be
    bool m_hasFailed = false;    ///< the last time
    std::vector<Next> m_waiting; ///< until it is read
};

} // namespace lynceus
