#pragma once

#include "app/serve/oidc/oidcreaders.h"
#include "core/domain/http/requestparser.h"
#include "core/io/serve/httpreply.h"

#include <QObject>
#include <QPromise>
#include <QUrl>

namespace lynceus {

/// Signs in people who open the pages in a browser: authorization code with PKCE at the OpenID provider. Nothing is
/// kept here: what a sign-in needs in between, and the token afterwards, are in cookies of the browser, so that every
/// replica can go on. A cookie lets read, and nothing else.
class ReaderSignIn final : public QObject
{
    Q_OBJECT
public:
    static constexpr auto kPath = "/signin";
    static constexpr auto kDonePath = "/signin/done"; ///< the provider sends the browser there

    /// @p publicUrl: where browsers find this server. @p readers outlive this.
    ReaderSignIn(const ServeOidc &settings, const QUrl &publicUrl, OidcReaders &readers, const Clock &clock,
                 QObject *parent = nullptr);
    ~ReaderSignIn() override;

    /// "/signin?to=PATH": to the provider, and afterwards to PATH, a page of ours.
    [[nodiscard]] HttpReply begin(const HttpRequest &request);
    /// "/signin/done?code=…&state=…"
    [[nodiscard]] HttpReply finish(const HttpRequest &request);

    /// To kPath, and back to what @p request asks for.
    [[nodiscard]] static HttpReply redirect(const HttpRequest &request);
    /// The token of a browser that signed in; empty: there is none.
    [[nodiscard]] static QByteArray tokenOf(const HttpRequest &request);

private:
    using Promise = std::shared_ptr<QPromise<HttpReply>>;
    struct Attempt;

    [[nodiscard]] ProviderClient &provider();
    [[nodiscard]] HttpReply signedIn(const ReceivedGrant &received, const Attempt &attempt,
                                     const ProviderMetadata &provider);
    [[nodiscard]] QUrl redirectUri() const;
    [[nodiscard]] QByteArray cookie(const QByteArray &name, const QByteArray &value, const char *path,
                                    std::chrono::seconds age) const;

    const ServeOidc m_settings;
    const QUrl m_publicUrl;
    OidcReaders &m_readers;
    const Clock &m_clock;
    std::unique_ptr<SignInHttp> m_http;
};

} // namespace lynceus
